using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>The clock after tingling or lightheadedness (SAFE-16, SAFE-16a, SAFE-21a).</summary>
internal static class SettlingFlow
{
    /// <summary>The symptom is in: what to do now, and the clock. A running pose stands still.</summary>
    /// <param name="askWhere">"Where is it?" goes with it (SAFE-28).</param>
    /// <param name="early">Tingling at 2 minutes or sooner (SAFE-18).</param>
    public static void Begin(Turn turn, Run run, SettlingKind kind, bool askWhere, bool early)
    {
        SessionFlow.Note(turn, run);
        var live = turn.State.Session as SessionState.Live;
        var pose = live?.Stage.Pose ?? PoseId.V;
        if (live is not null)
            SessionFlow.Stay(turn, run, new Stage.StandingStill(pose), turn.Now, turn.NextStep);
        var settling = new Settling
        {
            Kind = kind,
            Session = run.Number,
            Since = turn.Now,
            TimeScale = run.TimeScale,
            AskingWhere = askWhere,
            Step = turn.NextStep,
        };
        Put(turn, settling);
        turn.State = turn.State with { Check = null };
        var text = kind == SettlingKind.Lightheaded ? LieDown(pose, live is not null) : ComeOut(pose, early);
        var card = CardOf(settling);
        turn.Say(card with { Text = askWhere ? SessionLines.NextWayIn(text, SymptomLines.Where()) : text },
            DeliveryClass.Safety, sound: true);
    }

    public static bool IsOpen(Turn turn, SettlingKind kind) => turn.State.Settlings.Any(s => s.Kind == kind);

    /// <summary>The clock whose question stands on the newest message; <see langword="null"/>: none runs.</summary>
    public static Settling? Newest(Turn turn) => turn.State.Settlings.MaxBy(s => s.Step);

    /// <summary>The clock of a sign; <see langword="null"/>: none runs.</summary>
    public static Settling? ClockOf(Turn turn, Sign sign) => turn.State.Settlings.FirstOrDefault(s => sign switch
    {
        Sign.Tingle => s.Kind == SettlingKind.Tingling,
        Sign.Light or Sign.LightNear => s.Kind == SettlingKind.Lightheaded,
        _ => false,
    });

    /// <summary>The clock whose question the pressed message asked; <see langword="null"/>: that question is over.</summary>
    public static Settling? Asked(Turn turn, int step) => turn.State.Settlings.Where(s => s.Step <= step).MaxBy(s => s.Step);

    public static Card CardOf(Settling settling)
    {
        if (settling.AskingWhere)
        {
            return new Card(SymptomLines.Where(),
                new Button("set-legs", SymptomLines.FeetOrLegs(), ButtonTone.Primary),
                new Button("set-face", SymptomLines.FaceOrSide(), ButtonTone.Alarm),
                new Button("set-gone", SymptomLines.Gone()));
        }

        if (settling.AskingSinceWhen)
        {
            return new Card(SymptomLines.SinceWhen(), new Button("set-w10", SessionLines.Within10()),
                new Button("set-w30", SessionLines.From10To30()), new Button("set-long", SessionLines.Longer()));
        }

        var tingling = settling.Kind == SettlingKind.Tingling;
        var gone = settling.Asked == 0 ? SymptomLines.Gone() : tingling ? SymptomLines.NormalAgain() : SymptomLines.HeadClear();
        var still = settling.Asked == 0 ? SymptomLines.Still() : tingling ? SymptomLines.StillTingling() : SymptomLines.StillDizzy();
        return new Card(tingling ? SymptomLines.FeetNow() : SymptomLines.HeadNow(),
            new Button("set-gone", gone, ButtonTone.Primary), new Button("set-still", still),
            new Button("set-worse", SymptomLines.Worse(), ButtonTone.Alarm));
    }

    /// <summary>A check is due, or nobody has answered the one at ten minutes.</summary>
    public static void Tick(Turn turn, Settling settling)
    {
        if (settling.AwaitsTen)
        {
            NobodyAnswers(turn, settling);
            return;
        }

        if (settling.AskingSinceWhen)
        {
            // It is gone, only the time is not told: that question stays, nothing new is asked (SAFE-16a).
            Put(turn, settling with { Asked = settling.Asked + 1, TenDecided = true });
            return;
        }

        var asked = settling with
        {
            Asked = settling.Asked + 1,
            LastAsked = turn.Now,
            Answered = false,
            AskingWhere = false,
            Step = turn.NextStep,
        };
        Put(turn, asked);
        // Silent since the check at two minutes: ten minutes have passed without an answer (QV-8).
        if (asked.Asked == 2 && !settling.Answered)
            NobodyAnswers(turn, asked);
        else
            turn.Say(CardOf(asked), DeliveryClass.Safety, sound: true);
    }

    public static void Press(Turn turn, Settling settling, string verb)
    {
        switch (verb)
        {
            case "set-face":
                SymptomFlow.RedFlag(turn, dvt: false, eye: false);
                break;
            case "set-worse":
                StrongSignFlow.AskRed(turn, RedTopic.Other);
                break;
            case "set-legs":
                var asking = settling with { AskingWhere = false, Step = turn.NextStep };
                Put(turn, asking);
                turn.Answer(CardOf(asking) with { Text = Cues.Shake() }, DeliveryClass.Safety);
                break;
            case "set-still":
                StillThere(turn, settling);
                break;
            case "set-gone" when AnswersLate(turn, settling):
                var since = settling with { AskingSinceWhen = true, AskingWhere = false, Step = turn.NextStep };
                Put(turn, since);
                turn.Answer(CardOf(since), DeliveryClass.Safety);
                break;
            case "set-gone":
                Gone(turn, settling, new Pace(settling.TimeScale).Settled(settling.Since, turn.Now));
                break;
            case "set-w10":
                Gone(turn, settling, 10);
                break;
            case "set-w30":
                Gone(turn, settling, 30);
                break;
            case "set-long":
                Gone(turn, settling, 31);
                break;
            default:
                Talk.StepOver(turn);
                break;
        }
    }

    /// <summary>What typed words answer; <see langword="null"/>: not this question.</summary>
    public static string? Meant(Settling settling, string text, int? number)
    {
        var words = text.Trim('.', '!', ' ').ToLowerInvariant();
        if (settling.AskingSinceWhen)
            return number switch { null => null, <= 10 => "set-w10", <= 30 => "set-w30", _ => "set-long" };
        return words switch
        {
            _ when SaysGone(text) => "set-gone",
            "feet" or "legs" or "my feet" or "my legs" or "foot" or "leg" when settling.AskingWhere => "set-legs",
            "same" or "no change" or "not yet" or "not gone" => "set-still",
            _ when words.StartsWith("still", StringComparison.Ordinal) => "set-still",
            "worse" or "getting worse" or "its worse" or "it's worse" => "set-worse",
            _ => null,
        };
    }

    /// <summary>The words say that it is over, and nothing else.</summary>
    public static bool SaysGone(string text)
    {
        var words = ShortAnswer.Words(text);
        return words.Count is > 0 and <= 6 && words.All(w => Over.Contains(w) || Around.Contains(w)) && words.Any(Over.Contains);
    }

    private static readonly HashSet<string> Over = ["gone", "ok", "okay", "fine", "good", "normal", "clear", "great", "perfect", "stopped"];

    private static readonly HashSet<string> Around =
        ["all", "now", "again", "back", "feeling", "feel", "feels", "feet", "head", "legs", "completely", "totally", "yes", "yeah", "yep", "thanks", "thank", "you",
         "has", "have", "let", "go", "went", "away", "im", "me", "ive", "really", "every", "everything", "for", "sure", "just", "very"];

    /// <summary>SAFE-20: lying stays lying, whoever is up comes down; in U the wall is near.</summary>
    private static Line LieDown(PoseId pose, bool inPose) =>
        !inPose ? Catalogue.MsgLight()
        : pose == PoseId.U ? SymptomLines.HoldTheWall()
        : pose == PoseId.V ? Catalogue.MsgLightV()
        : Catalogue.MsgLight();

    /// <summary>SAFE-13; after the legs are down already, shaking alone. SAFE-18 replaces the last sentence.</summary>
    private static Line ComeOut(PoseId pose, bool early) =>
        early ? SymptomLines.TingleEarly(Catalogue.MsgTingleEarly())
        : pose == PoseId.V ? Catalogue.MsgTingle()
        : SymptomLines.ShakeAndLess(Cues.Shake());

    /// <summary>The person told it again while the clock runs: nothing restarts (SAFE-16a).</summary>
    private static void StillThere(Turn turn, Settling settling)
    {
        var minutes = new Pace(settling.TimeScale).Passed(settling.Since, turn.Now).TotalMinutes;
        var heard = settling with { Answered = true, AskingWhere = false, AskingSinceWhen = false, Step = turn.NextStep };
        if (settling is { Kind: SettlingKind.Tingling, Asked: >= 3 } || (settling.Kind == SettlingKind.Tingling && minutes >= 30))
        {
            Settle(turn, settling, new SettleTime.StillThere());
            Stays(turn, heard with { TenDecided = true }, Catalogue.MsgTingle30());
        }
        else if (settling.AwaitsTen || (settling.Asked >= 1 && minutes >= DoseLimits.SettledInTime && !settling.TenDecided))
        {
            TenMinutes(turn, heard, heard: true);
        }
        else
        {
            Stays(turn, heard, settling.Kind == SettlingKind.Tingling ? SymptomLines.KeepShaking() : SymptomLines.KeepStill());
        }
    }

    private static void Put(Turn turn, Settling settling) => turn.State = turn.State with
    {
        Settlings = [.. turn.State.Settlings.Where(s => s.Kind != settling.Kind), settling],
    };

    private static void Stays(Turn turn, Settling settling, Line text)
    {
        Put(turn, settling);
        turn.Answer(CardOf(settling) with { Text = text }, DeliveryClass.Safety);
    }

    private static void NobodyAnswers(Turn turn, Settling settling) =>
        TenMinutes(turn, settling with { Step = turn.NextStep }, heard: false);

    /// <summary>
    /// Not normal after ten minutes, told or in silence: the session is over, without the way back and without a
    /// skipped counter pose (SAFE-16); lightheaded, a pause and advice the same day (SAFE-21, SAFE-21a).
    /// </summary>
    private static void TenMinutes(Turn turn, Settling settling, bool heard)
    {
        settling = settling with { Asked = Math.Max(2, settling.Asked), LastAsked = settling.LastAsked ?? turn.Now, TenDecided = true };
        Put(turn, settling);
        if (settling.Kind == SettlingKind.Lightheaded)
            Settle(turn, settling, new SettleTime.StillThere());
        if (turn.State.Session is SessionState.Live live)
            SessionFlow.Close(turn, live.Run, unreported: live.Run.LegsUpAt is not null);
        var text = (settling.Kind, heard) switch
        {
            (SettlingKind.Lightheaded, true) => SymptomLines.LightTen(),
            (SettlingKind.Lightheaded, false) => SymptomLines.NotHeard(),
            (_, true) => Catalogue.MsgTingle10(),
            _ => SymptomLines.NotHeardTingling(Catalogue.MsgTingle10()),
        };
        var card = CardOf(settling) with { Text = text };
        if (heard)
            turn.Answer(card, DeliveryClass.Safety);
        else
            turn.Say(card, DeliveryClass.Safety, sound: true);
        Talk.AfterSession(turn, text);
    }

    /// <summary>More than 2 minutes after a check, and past the minute that decides: since when is asked (SAFE-16a).</summary>
    private static bool AnswersLate(Turn turn, Settling settling)
    {
        var pace = new Pace(settling.TimeScale);
        return settling.LastAsked is { } asked
            && turn.Now - asked > pace.Waits(Settling.SilenceAtTen)
            && pace.Passed(settling.Since, turn.Now) > TimeSpan.FromMinutes(DoseLimits.SettledInTime);
    }

    private static void Gone(Turn turn, Settling settling, int minutes)
    {
        Settle(turn, settling, new SettleTime.Gone(minutes));
        turn.State = turn.State with { Settlings = [.. turn.State.Settlings.Where(s => s.Kind != settling.Kind)] };
        if (turn.State.Session is not SessionState.Live { Stage: Stage.StandingStill } live)
        {
            turn.Say(SymptomLines.SettledLater(Talk.NextHold(turn)), DeliveryClass.Safety);
            Open.Continue(turn);
            return;
        }

        var run = live.Run;
        if (turn.State.Settlings.Count > 0 || turn.State.Check is not null)
        {
            Open.Say(turn, SymptomLines.GoodToHear());
        }
        else if (!live.LegsMayBeUp)
        {
            SessionFlow.Close(turn, run, unreported: false);
            turn.Say(SymptomLines.SettledLater(SessionLines.AfterSymptomToday()), DeliveryClass.Safety);
            Talk.AfterSession(turn);
        }
        else if (settling.Kind == SettlingKind.Lightheaded)
        {
            // SAFE-21a: on the side again, two minutes, then back support.
            SessionFlow.Begin(turn, run with { Plan = run.Plan with { X = 2 } }, PoseId.X, SymptomLines.ClearAgain());
        }
        else
        {
            SessionFlow.Begin(turn, run, PoseId.X, SymptomLines.SettledIn(minutes));
        }
    }

    /// <summary>Writes how it settled into the report of its session; the fold does the rest (DOSE-3a).</summary>
    private static void Settle(Turn turn, Settling settling, SettleTime settled)
    {
        if (SessionFlow.Numbered(turn, settling.Session) is not { } run)
            return;

        // What was told to be still there stays told: a later "gone" is stored, the pause stays (SAFE-16).
        var report = run.Report;
        report = settling.Kind == SettlingKind.Tingling
            ? report with { Tingling = report.Tingling is { Settled: not SettleTime.StillThere } t ? t with { Settled = settled } : report.Tingling }
            : report with { Lightheaded = report.Lightheaded is { Settled: not SettleTime.StillThere } l ? l with { Settled = settled } : report.Lightheaded };
        SessionFlow.Keep(turn, run with { Report = report });
    }
}
