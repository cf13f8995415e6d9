using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>Reads what was written: the symptom recogniser first, then the open question, then commands and intents.</summary>
internal static class Texts
{
    private const int LongText = 400;

    public static void Read(Turn turn, string words)
    {
        var text = words.Trim();
        var command = Commands.Split(text, out var rest);
        if (command is null && (LabelPressed(turn, text) || NudgeAnswers.Typed(turn, text) || RetentionFlow.Typed(turn, text) || MeasureFlow.OutOfTen(turn, text)))
            return;
        if (Symptoms(turn, Spoken(turn, text, command, rest)))
            return;
        if (Talk.MustAgreeAgain(turn) && !Commands.IsAlwaysAnswered(command ?? text.ToLowerInvariant()))
        {
            Talk.AskAgain(turn, new Afterwards(command == "startsession" || Commands.MeansStart(text)));
            return;
        }

        if (command is not null)
        {
            Commands.Run(turn, command, rest);
            return;
        }

        if (turn.State is { Consent: null, Dialogue: not Dialogue.Welcome })
        {
            Talk.Welcome(turn, new Afterwards(Commands.MeansStart(text)));
            return;
        }

        if (turn.State.Session is SessionState.Unanswered unanswered)
        {
            Presses.LegsDown(turn, unanswered, Answers.Read(text) == Answer.ClearYes);
            return;
        }

        if (turn.State.Session is SessionState.Live && turn.State.Check is null && CallsForHelp(text))
        {
            StrongSignFlow.AskRed(turn, RedTopic.Other);
            return;
        }

        var number = Numbers.ReadMinutes(text);
        if (turn.State.Dialogue is Dialogue.ReminderOffer)
            Commands.CloseOffers(turn);
        if (Stopped(turn, text) || News(turn, text) || OpenQuestion(turn, text, number) || Intended(turn, text) || FeelsOdd(turn, text)
            || Commands.Intent(turn, text) || RemindFlow.Intent(turn, text) || LearnFlow.Answer(turn, text))
            return;
        Commands.CloseOffers(turn);
        if (turn.State.CrisisOn == turn.Today && Open.Card(turn) is null)
            turn.Say(SymptomLines.CrisisAfter());
        else
            Open.Say(turn, text.Length > LongText ? TalkLines.TooLong() : Open.Card(turn) is null ? TalkLines.Unknown() : TalkLines.UnknownHere());
    }

    /// <summary>What of a text may tell of a sign: an unknown command may be one with a slash before it.</summary>
    private static string Spoken(Turn turn, string text, string? command, string rest) => command switch
    {
        null => text,
        "tingling" when rest.Length > 0 && !rest.All(char.IsAsciiDigit) => "tingling " + rest,
        // The name of a card; but in a pose it is rather what is felt.
        "learn" when turn.State is { Session: not (SessionState.Live or SessionState.Unanswered), Settlings: [] } && LearnFlow.IsTopic(rest) => "",
        _ when Commands.IsKnown(command) => rest,
        _ => text[1..].Replace('_', ' ').Replace('-', ' '),
    };

    /// <summary>A typed label is the press of that button.</summary>
    private static bool LabelPressed(Turn turn, string text)
    {
        if (text.Length is 0 or > 60)
            return false;
        var typed = ShortAnswer.Words(text);
        if (turn.State.Check is { } offered && Open.IsOffered(offered) && typed.SequenceEqual(ShortAnswer.Words(turn.Words.Text(SymptomLines.NotASymptom()))))
        {
            CheckFlow.Press(turn, offered, "chk-not");
            return true;
        }

        if (Open.Card(turn) is not { } card)
            return false;
        if (TypedLabel.In(turn, card, text) is not { } verb)
            return false;
        Presses.Press(turn, new ButtonId(verb, turn.State.SessionNumber, turn.State.Step));
        return true;
    }

    private static bool Symptoms(Turn turn, string text)
    {
        var read = Recogniser.Read(text);
        if (read.Highest is not { } highest)
            return false;
        switch (highest.Standing)
        {
            case Standing.Third:
                Open.Say(turn, highest.Sign < Sign.AskRed
                    ? SymptomLines.Third(SymptomLines.ThirdAdvice()) : SymptomLines.ThirdMild());
                return true;
            case Standing.Question:
                var answer = highest.Sign == Sign.Tingle ? SymptomLines.QuestionTingling() : SymptomLines.Question();
                if (turn.State.Session is SessionState.Live)
                    CheckFlow.AskHappeningNow(turn, highest.Sign, answer);
                else
                    Open.Say(turn, answer);
                return true;
            case Standing.History:
                History(turn, highest.Sign);
                return true;
            case Standing.Resolved when SettlingFlow.ClockOf(turn, highest.Sign) is { } settling:
                SettlingFlow.Press(turn, settling, "set-gone");
                return true;
            default:
                SymptomFlow.Present(turn, new SymptomFlow.Heard(
                    highest.Sign, highest.NamesLegs, highest.Sharp, highest.EyeOnly, highest.OnRising,
                    highest.Standing == Standing.Resolved, highest.Minute, highest.Topic, highest.Cramp, highest.Strength));
                return true;
        }
    }

    /// <summary>
    /// TXT-7: for red-flag terms the screening is reopened and the session waits; in V the way out comes first, whatever
    /// it was (TXT-14).
    /// </summary>
    private static void History(Turn turn, Sign sign) => Remembered(turn, sign < Sign.AskRed);

    /// <summary>A new diagnosis, operation, injury, pregnancy or medicine: the full set before any further pose (SAFE-3).</summary>
    private static bool News(Turn turn, string text)
    {
        if (turn.State.Consent is null || turn.State.Check is not null || !HealthNews.IsIn(text))
            return false;
        if (turn.State.Dialogue is Dialogue.Screening { Question: null, ListingSigns: false, Confirming: null } screening)
            ScreeningFlow.Press(turn, screening, "scr-some");
        else if (turn.State.Dialogue is Dialogue.Screening or Dialogue.Safety)
            return false;
        else if (turn.State.Session is SessionState.Precheck precheck)
            ScreeningFlow.BeginAnew(turn, new Afterwards(true, precheck.Minutes));
        else
            Remembered(turn, red: true);
        return true;
    }

    private static void Remembered(Turn turn, bool red)
    {
        var line = red ? SymptomLines.History() : SymptomLines.HistoryPlain();
        if (red)
            ScreeningFlow.Reopen(turn);
        if (turn.State.Session is SessionState.Live live && (red || live.Stage.Pose == PoseId.V))
        {
            turn.Say(line, DeliveryClass.Safety);
            StopFlow.Stop(turn, live);
            return;
        }

        if (red && turn.State.Session is { Begun: null } and not SessionState.Resting)
            turn.State = turn.State with { Session = null };
        Open.Say(turn, line);
    }

    /// <summary>
    /// SEQ-22. "Done" in a preparation means that this pose is done; every other stop word ends the session by the way
    /// out of the pose (SEQ-28).
    /// </summary>
    private static bool Stopped(Turn turn, string text)
    {
        // Also while a question is open: a way out of a pose never waits.
        if (turn.State.Session is not SessionState.Live live || !Recogniser.IsStopWord(text))
            return false;
        if (turn.State.Check is SafetyCheck.HappeningNow)
            turn.State = turn.State with { Check = null };
        if (live.Stage is Stage.Holding { Pose: PoseId.U or PoseId.S } && text.Contains("done", StringComparison.OrdinalIgnoreCase))
            SessionFlow.Press(turn, live, "ses-done");
        else
            StopFlow.Stop(turn, live);
        return true;
    }

    private static bool OpenQuestion(Turn turn, string text, int? number)
    {
        var state = turn.State;
        if (state.Check is { } check && !Open.IsOffered(check) && CheckFlow.Text(turn, check, text, number))
            return true;
        if (SettlingFlow.MeantBy(turn, text) is { } settling && SettlingFlow.Meant(settling, text, number) is { } verb)
        {
            SettlingFlow.Press(turn, settling, verb);
            return true;
        }

        if (state.Dialogue is { } dialogue and not Dialogue.Erasing { AfterWayBack: true })
            return Dialogues.Text(turn, dialogue, text, number);
        switch (state.Session)
        {
            case SessionState.Reporting report:
                return ReportFlow.Text(turn, report, text, number);
            case SessionState.AskingMinutes asking when number is > 0:
                StartFlow.Minutes(turn, asking, number.Value);
                return true;
            case SessionState.Precheck precheck:
                return PrecheckFlow.Text(turn, precheck, text);
            default:
                return false;
        }
    }

    /// <summary>
    /// "Ok", "ready", "yes" and "no" on a card of the session that has one plain way on. Never on a safety question:
    /// those take only a clear answer of their own (SAFE-4).
    /// </summary>
    private static bool Intended(Turn turn, string text)
    {
        if (turn.State is not { Check: null, Settlings: [], Dialogue: null or Dialogue.Erasing, Session: SessionState.Live or SessionState.Planned })
            return false;
        var goesOn = Answers.Read(text) == Answer.ClearYes || text.Trim('.', '!', ' ').ToLowerInvariant() is
            "ok" or "okay" or "k" or "ready" or "i'm ready" or "im ready" or "go" or "start" or "begin" or "next" or "in" or "i'm in" or "im in" or "up"
            or "they're up" or "theyre up" or "legs up" or "on my side" or "on side";
        var verb = goesOn ? Open.Card(turn)?.Buttons.FirstOrDefault(b => b is { Tone: ButtonTone.Primary })?.Verb
            : Answers.Read(text) == Answer.ClearNo ? RefusalOf(turn.State.Session!)
            : null;
        if (verb is null)
            return false;
        Presses.Press(turn, new ButtonId(verb, turn.State.SessionNumber, turn.State.Step));
        return true;
    }

    /// <summary>Odd, but not tingling: the pose is made easier and goes on (POSE-V12).</summary>
    private static bool FeelsOdd(Turn turn, string text)
    {
        if (turn.State is not { Session: SessionState.Live { Stage: Stage.Holding { Pose: PoseId.V } } live, Check: null }
            || !Odd.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            || Elsewhere.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return false;
        var card = PoseCards.CardOf(turn, live);
        turn.Say(card with { Text = SymptomLines.FeelsOdd(Cues.VEase(), Timing.EndOf(live, PoseId.V)) }, DeliveryClass.Session);
        return true;
    }

    private static readonly IReadOnlyList<string> Elsewhere =
        ["chest", "head", "eye", "face", "arm", "hand", "breath", "heart", "throat", "jaw", "speech", "sight", "vision", "ear", "belly", "stomach", "neck"];

    private static readonly IReadOnlyList<string> Odd =
        ["odd", "weird", "funny", "strange", "uncomfortable", "not comfy", "easier", "pulling", "pulls", "tight", "stretch"];

    private static bool CallsForHelp(string text) =>
        text.Trim(' ', '.', '!').ToLowerInvariant() is "help me" or "please help" or "please help me" or "help help" or "i need help" or "something is wrong" or "something's wrong";

    private static string? RefusalOf(SessionState session) => session switch
    {
        SessionState.Planned => "ses-not-now",
        SessionState.Live { Stage: Stage.SettingUp { Pose: PoseId.V } } => "ses-not-yet",
        _ => null,
    };
}
