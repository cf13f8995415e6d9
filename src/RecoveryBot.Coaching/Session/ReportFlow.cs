using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Session;

/// <summary>The report as taps (SEQ-25), and the summary after it.</summary>
internal static class ReportFlow
{
    /// <summary>The last pose is over: come back gently, then the questions.</summary>
    public static void Begin(Turn turn, Run run, bool sound)
    {
        if (ErasesInstead(turn, run, Cues.COut()))
            return;
        Ask(turn, run, FirstQuestion(run), Afterwards.Nothing, out var card);
        var text = run.SilentSinceHold && run.Pacing == Pacing.HandsFree
            ? SessionLines.Wake(Catalogue.MsgWake(), card.Text)
            : SessionLines.EndOfSession(Cues.COut(), card.Text);
        turn.Say(card with { Text = text }, DeliveryClass.Session, sound);
    }

    /// <summary>The same questions, asked later (SEQ-24, SEQ-26).</summary>
    public static void Late(Turn turn, Run run, Afterwards then)
    {
        if (ErasesInstead(turn, run, null))
            return;
        Ask(turn, run, FirstQuestion(run), then, out var card);
        turn.Answer(card);
    }

    /// <summary>A tap on the questions of a session that stayed unreported: they are open again (SEQ-26).</summary>
    public static void Reopened(Turn turn, Run run, string verb)
    {
        Ask(turn, run, FirstQuestion(run), Afterwards.Nothing, out var card);
        if (card.Buttons.Any(b => b.Verb == verb))
            Press(turn, (SessionState.Reporting)turn.State.Session!, verb);
        else
            turn.Answer(card);
    }

    public static Card CardOf(SessionState.Reporting report)
    {
        var timer = report.Run.TimerHeld ?? 0;
        return report.Question switch
        {
            ReportQuestion.Minutes => new Card(SessionLines.HeldRight(timer), [.. MinuteButtons(timer)]),
            ReportQuestion.OtherMinutes when report.Run.ClockStartedItself => Number(SessionLines.HeldAsk()),
            ReportQuestion.OtherMinutes => Number(SessionLines.HeldOther()),
            ReportQuestion.Symptoms => SymptomsCard(report.Run),
            ReportQuestion.TinglingOnset => Number(SessionLines.TinglingOnset()),
            ReportQuestion.TinglingSettled => new Card(SessionLines.TinglingSettled(),
                new Button("rep-w10", SessionLines.Within10()), new Button("rep-w30", SessionLines.From10To30()),
                new Button("rep-long", SessionLines.Longer()), new Button("rep-still", SessionLines.StillThere()))
            { ExpectsNumber = true },
            ReportQuestion.LightheadedMoment => new Card(SessionLines.LightMoment(),
                new Button("rep-pose", SessionLines.InThePose()), new Button("rep-rise", SessionLines.OnRising())),
            ReportQuestion.LightheadedSettled => new Card(SessionLines.LightSettled(),
                new Button("rep-w10", SessionLines.Within10()), new Button("rep-long", SessionLines.Longer()),
                new Button("rep-still", SessionLines.StillThere()))
            { ExpectsNumber = true },
            ReportQuestion.PainStrength => Number(SessionLines.PainStrength()),
            ReportQuestion.PainSharp => new Card(SessionLines.PainSharp(),
                new Button("rep-sharp", SessionLines.YesSharp()), new Button("rep-dull", SessionLines.NotSharp())),
            _ => new Card(SessionLines.SomethingElseAsk()),
        };
    }

    public static void Press(Turn turn, SessionState.Reporting report, string verb)
    {
        switch (report.Question, verb)
        {
            case (ReportQuestion.Minutes, "rep-yes"): Held(turn, report, report.Run.TimerHeld ?? 0); break;
            case (ReportQuestion.Minutes, "rep-less"): Held(turn, report, (report.Run.TimerHeld ?? 1) - 1); break;
            case (ReportQuestion.Minutes, "rep-more"): Held(turn, report, (report.Run.TimerHeld ?? 0) + 1); break;
            case (ReportQuestion.Minutes, "rep-other"): Next(turn, report, report.Run, ReportQuestion.OtherMinutes); break;
            case (ReportQuestion.Symptoms, "rep-none"): Finish(turn, report, report.Run); break;
            case (ReportQuestion.Symptoms, "rep-tingling"): Tingling(turn, report); break;
            case (ReportQuestion.Symptoms, "rep-dizzy"): Next(turn, report, report.Run, ReportQuestion.LightheadedMoment); break;
            case (ReportQuestion.Symptoms, "rep-pain"): Next(turn, report, report.Run, ReportQuestion.PainStrength); break;
            case (ReportQuestion.Symptoms, "rep-else"): Next(turn, report, report.Run, ReportQuestion.SomethingElse); break;
            case (ReportQuestion.TinglingSettled, _): TinglingSettled(turn, report, verb); break;
            case (ReportQuestion.LightheadedMoment, "rep-pose"): Lightheaded(turn, report, LightheadedMoment.Pose); break;
            case (ReportQuestion.LightheadedMoment, "rep-rise"): Lightheaded(turn, report, LightheadedMoment.Rise); break;
            case (ReportQuestion.LightheadedSettled, _): LightheadedSettled(turn, report, verb); break;
            case (ReportQuestion.PainSharp, "rep-sharp"): Pain(turn, report, sharp: true); break;
            case (ReportQuestion.PainSharp, "rep-dull"): Pain(turn, report, sharp: false); break;
            default: Talk.StepOver(turn); break;
        }
    }

    /// <summary>A typed answer; false: it is none to this question.</summary>
    public static bool Text(Turn turn, SessionState.Reporting report, string words, int? number)
    {
        var answer = Answers.Read(words);
        switch (report.Question, number)
        {
            case (ReportQuestion.Minutes or ReportQuestion.OtherMinutes, >= 0 and <= 30):
                Held(turn, report, number.Value);
                return true;
            case (ReportQuestion.Minutes, _) when answer == Answer.ClearYes:
                Press(turn, report, "rep-yes");
                return true;
            case (ReportQuestion.Minutes, _) when answer == Answer.ClearNo:
                Press(turn, report, "rep-other");
                return true;
            case (ReportQuestion.Symptoms, _) when answer == Answer.ClearNo:
                Press(turn, report, "rep-none");
                return true;
            case (ReportQuestion.TinglingOnset, >= 0 and <= 30):
                TinglingOnset(turn, report, number.Value);
                return true;
            case (ReportQuestion.TinglingOnset, null):
                TinglingOnset(turn, report, null);
                return true;
            case (ReportQuestion.TinglingSettled or ReportQuestion.LightheadedSettled, >= 0):
                Press(turn, report, number <= 10 ? "rep-w10" : number <= 30 && report.Question == ReportQuestion.TinglingSettled ? "rep-w30" : "rep-long");
                return true;
            case (ReportQuestion.PainStrength, >= 0 and <= 10):
                var pain = report.Run.Report with { Pain = Math.Max(report.Run.Report.Pain, number.Value) };
                Next(turn, report, report.Run with { Report = pain }, ReportQuestion.PainSharp);
                return true;
            case (ReportQuestion.PainSharp, _) when answer != Answer.Unclear:
                Pain(turn, report, sharp: answer == Answer.ClearYes);
                return true;
            case (ReportQuestion.OtherMinutes, _):
                turn.Say(Number(SessionLines.HeldNotUnderstood()));
                return true;
            case (ReportQuestion.PainStrength, _):
                turn.Say(Number(SessionLines.PainNotUnderstood()));
                return true;
            case (ReportQuestion.SomethingElse, _):
                // Whatever names a sign was read by the recogniser before it came here (3.6); other words close the day.
                Finish(turn, report, report.Run with { Report = report.Run.Report with { SomethingElse = words.Length > 0 } });
                return true;
            default:
                return false;
        }
    }

    /// <summary>Nobody answered: the session stays unreported; what was pressed in it counts all the same (SEQ-26).</summary>
    public static void TimeOut(Turn turn, SessionState.Reporting report) =>
        SessionFlow.Close(turn, report.Run, unreported: true);

    /// <summary>The person is back, and everything goes: there is nothing to ask any more (SEQ-28, QV-5).</summary>
    private static bool ErasesInstead(Turn turn, Run run, Line? wayOut)
    {
        if (turn.State.Dialogue is not Dialogue.Erasing { AfterWayBack: true })
            return false;
        SessionFlow.Close(turn, run, unreported: false);
        Talk.Erase(turn, wayOut);
        return true;
    }

    private static ReportQuestion FirstQuestion(Run run) => run switch
    {
        { Plan.IsBreak: true } => ReportQuestion.Symptoms,
        { ClockStartedItself: true } => ReportQuestion.OtherMinutes,
        { TimerHeld: null } => ReportQuestion.Symptoms,
        _ => ReportQuestion.Minutes,
    };

    private static Card Number(Line text) => new(text) { ExpectsNumber = true };

    private static IEnumerable<Button> MinuteButtons(int timer)
    {
        yield return new Button("rep-yes", SessionLines.HeldRightYes(timer), ButtonTone.Primary);
        if (timer > 0)
            yield return new Button("rep-less", SessionLines.MinutesWord(timer - 1));
        yield return new Button("rep-more", SessionLines.MinutesWord(timer + 1));
        yield return new Button("rep-other", SessionLines.AnotherNumber());
    }

    private static Card SymptomsCard(Run run) => new(
        run.Plan.IsBreak ? SessionLines.BreakDone()
            : run.Report.HasDoseSymptom ? SessionLines.AnythingElse() : SessionLines.AnySymptom(),
        new Button("rep-none", SessionLines.NoneWord(), ButtonTone.Primary),
        new Button("rep-tingling", SessionLines.TingleOrNumb()), new Button("rep-dizzy", SessionLines.Dizzy()),
        new Button("rep-pain", SessionLines.PainWord()), new Button("rep-else", SessionLines.SomethingElse()));

    private static void Ask(Turn turn, Run run, ReportQuestion question, Afterwards then, out Card card)
    {
        var report = new SessionState.Reporting(run, question, then) { Since = turn.Now, Step = turn.NextStep };
        turn.State = turn.State with { Session = report };
        card = CardOf(report);
    }

    private static void Next(Turn turn, SessionState.Reporting report, Run run, ReportQuestion question)
    {
        Ask(turn, run, question, report.Then, out var card);
        turn.Answer(card);
    }

    private static void Held(Turn turn, SessionState.Reporting report, int told)
    {
        var run = report.Run;
        var held = run.TimerHeld is { } timer ? DoseRules.HeldBy(told, timer) : told;
        var known = run with { Report = run.Report with { VRan = held > 0 || run.Report.VRan, Held = held } };
        // A symptom that was pressed in an outage: from which minute is asked here.
        Next(turn, report, known, known.Report.Tingling is { Onset: null } ? ReportQuestion.TinglingOnset : ReportQuestion.Symptoms);
    }

    private static void Tingling(Turn turn, SessionState.Reporting report)
    {
        // Told is counted at once, even if the questions that follow stay open (DOSE-10a).
        var run = report.Run with
        {
            Report = report.Run.Report with
            {
                Tingling = report.Run.Report.Tingling ?? new TinglingReport(null, new SettleTime.NotTold()),
            },
        };
        SessionFlow.Note(turn, run);
        Next(turn, report, run, ReportQuestion.TinglingOnset);
    }

    private static void TinglingOnset(Turn turn, SessionState.Reporting report, int? onset)
    {
        var run = report.Run;
        var held = run.Report.Held ?? run.TimerHeld ?? run.Plan.V;
        var minute = onset switch { null => (int?)null, 0 => held, { } m => Math.Min(m, held) };
        var settled = run.Report.Tingling?.Settled ?? new SettleTime.NotTold();
        run = run with { Report = run.Report with { Tingling = new TinglingReport(minute, settled) } };
        SessionFlow.Note(turn, run);
        Next(turn, report, run, settled is SettleTime.NotTold ? ReportQuestion.TinglingSettled : ReportQuestion.Symptoms);
    }

    private static void TinglingSettled(Turn turn, SessionState.Reporting report, string verb)
    {
        SettleTime settled = verb switch
        {
            "rep-w10" => new SettleTime.Gone(10),
            "rep-w30" => new SettleTime.Gone(30),
            _ => new SettleTime.StillThere(),
        };
        var run = report.Run;
        run = run with { Report = run.Report with { Tingling = run.Report.Tingling! with { Settled = settled } } };
        SessionFlow.Note(turn, run);
        Next(turn, report, run, ReportQuestion.Symptoms);
    }

    private static void Lightheaded(Turn turn, SessionState.Reporting report, LightheadedMoment moment)
    {
        var run = report.Run with
        {
            Report = report.Run.Report with { Lightheaded = new LightheadedReport(moment, new SettleTime.NotTold()) },
        };
        SessionFlow.Note(turn, run);
        Next(turn, report, run, ReportQuestion.LightheadedSettled);
    }

    private static void LightheadedSettled(Turn turn, SessionState.Reporting report, string verb)
    {
        SettleTime settled = verb == "rep-w10" ? new SettleTime.Gone(10) : new SettleTime.StillThere();
        var run = report.Run;
        run = run with { Report = run.Report with { Lightheaded = run.Report.Lightheaded! with { Settled = settled } } };
        SessionFlow.Note(turn, run);
        Next(turn, report, run, ReportQuestion.Symptoms);
    }

    private static void Pain(Turn turn, SessionState.Reporting report, bool sharp)
    {
        var run = report.Run with { Report = report.Run.Report with { PainSharp = sharp || report.Run.Report.PainSharp } };
        SessionFlow.Note(turn, run);
        Next(turn, report, run, ReportQuestion.Symptoms);
    }

    /// <summary>Another adult within call is asked for in the first three sessions only (SCR-8a).</summary>
    private static void CountSession(Turn turn)
    {
        var screening = turn.State.Screening;
        turn.State = turn.State with { Screening = screening with { Sessions = screening.Sessions + 1 } };
    }

    private static void Finish(Turn turn, SessionState.Reporting report, Run run)
    {
        var before = turn.Dose;
        var inTime = turn.Now - run.StartedAt <= TimeSpan.FromHours(36);
        var told = run with { Report = run.Report with { Complete = inTime } };
        SessionFlow.Note(turn, told);
        SessionFlow.Close(turn, told, unreported: false);
        if (told.Report is { VRan: true, IsBreak: false })
            CountSession(turn);
        Summary.Say(turn, told, before);
        if (report.Then.StartSession)
            StartFlow.Begin(turn, report.Then.Minutes);
        else
            BlockFlow.Offer(turn);
        Talk.AfterSession(turn);
    }
}
