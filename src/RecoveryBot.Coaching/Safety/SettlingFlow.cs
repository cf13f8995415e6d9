using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>The clock after tingling or lightheadedness (SAFE-16, SAFE-16a, SAFE-21a).</summary>
internal static class SettlingFlow
{
    public static void Begin(Turn turn, Run run, SettlingKind kind, bool askWhere, bool early)
    {
        SessionFlow.Note(turn, run);
        var pose = (turn.State.Session as SessionState.Live)?.Stage.Pose ?? PoseId.V;
        if (turn.State.Session is SessionState.Live)
            SessionFlow.Stay(turn, run, new Stage.Settling(pose), turn.Now, turn.NextStep);
        var settling = new Settling
        {
            Kind = kind,
            Session = run.Number,
            Since = turn.Now,
            TimeScale = run.TimeScale,
            AskingWhere = askWhere,
            Step = turn.NextStep,
        };
        turn.State = turn.State with { Settling = settling, Check = null };
        var text = kind == SettlingKind.Lightheaded
            ? pose == PoseId.U ? SymptomLines.HoldTheWall() : run.LegsUpAt is null || pose != PoseId.V ? Catalogue.MsgLight() : Catalogue.MsgLightV()
            : early ? SessionLines.NextWayIn(Cues.Shake(), Catalogue.MsgTingleEarly()) : Catalogue.MsgTingle();
        var card = CardOf(settling);
        turn.Say(card with { Text = askWhere ? SessionLines.NextWayIn(text, SymptomLines.Where()) : text },
            DeliveryClass.Safety, sound: true);
    }

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

    /// <summary>A check is due: 2, 10 and, for tingling, 30 minutes after the press, with sound.</summary>
    public static void Tick(Turn turn, Settling settling)
    {
        var asked = settling with
        {
            Asked = settling.Asked + 1,
            LastAsked = turn.Now,
            AskingWhere = false,
            AskingSinceWhen = false,
            Step = turn.NextStep,
        };
        turn.State = turn.State with { Settling = asked };
        var card = CardOf(asked);
        switch (settling.Kind, asked.Asked)
        {
            case (SettlingKind.Tingling, 2):
                EndSession(turn);
                turn.Say(card with { Text = Catalogue.MsgTingle10() }, DeliveryClass.Safety, sound: true);
                break;
            case (SettlingKind.Lightheaded, 2):
                Settle(turn, asked, new SettleTime.StillThere());
                EndSession(turn);
                turn.Say(card with { Text = SymptomLines.NotHeard() }, DeliveryClass.Safety, sound: true);
                break;
            default:
                turn.Say(card, DeliveryClass.Safety, sound: true);
                break;
        }
    }

    public static void Press(Turn turn, Settling settling, string verb)
    {
        switch (verb)
        {
            case "set-face":
                SymptomFlow.RedFlag(turn, dvt: false, eye: false);
                break;
            case "set-worse":
                CheckFlow.AskRed(turn, RedTopic.Other);
                break;
            case "set-legs":
                var asking = settling with { AskingWhere = false, Step = turn.NextStep };
                turn.State = turn.State with { Settling = asking };
                turn.Answer(CardOf(asking) with { Text = Cues.Shake() }, DeliveryClass.Safety);
                break;
            case "set-still":
                StillThere(turn, settling);
                break;
            case "set-gone" when AnswersLate(turn, settling):
                var since = settling with { AskingSinceWhen = true, AskingWhere = false, Step = turn.NextStep };
                turn.State = turn.State with { Settling = since };
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

    /// <summary>The person told it again while the clock runs: nothing restarts (SAFE-16a).</summary>
    private static void StillThere(Turn turn, Settling settling)
    {
        var minutes = new Pace(settling.TimeScale).Passed(settling.Since, turn.Now).TotalMinutes;
        if (settling is { Kind: SettlingKind.Tingling, Asked: >= 3 } || (settling.Kind == SettlingKind.Tingling && minutes >= 30))
        {
            Settle(turn, settling, new SettleTime.StillThere());
            turn.Answer(CardOf(settling) with { Text = Catalogue.MsgTingle30() }, DeliveryClass.Safety);
        }
        else if (settling is { Kind: SettlingKind.Lightheaded, Asked: >= 2 })
        {
            Settle(turn, settling, new SettleTime.StillThere());
            turn.Answer(CardOf(settling) with { Text = SymptomLines.LightTen() }, DeliveryClass.Safety);
        }
        else
        {
            var text = settling.Kind == SettlingKind.Tingling ? SymptomLines.KeepShaking() : SymptomLines.KeepStill();
            turn.State = turn.State with { Settling = settling with { AskingWhere = false, Step = turn.NextStep } };
            turn.Answer(CardOf(settling with { AskingWhere = false }) with { Text = text }, DeliveryClass.Safety);
        }
    }

    /// <summary>More than 2 minutes after a check, and past the minute that decides: since when is asked (SAFE-16a).</summary>
    private static bool AnswersLate(Turn turn, Settling settling)
    {
        var pace = new Pace(settling.TimeScale);
        return settling.LastAsked is { } asked
            && turn.Now - asked > pace.Waits(TimeSpan.FromMinutes(2))
            && pace.Passed(settling.Since, turn.Now) > TimeSpan.FromMinutes(DoseLimits.SettledInTime);
    }

    private static void Gone(Turn turn, Settling settling, int minutes)
    {
        Settle(turn, settling, new SettleTime.Gone(minutes));
        turn.State = turn.State with { Settling = null };
        if (turn.State.Session is not SessionState.Live { Stage: Stage.Settling } live)
        {
            turn.Say(SymptomLines.SettledLater(Talk.NextHold(turn)), DeliveryClass.Safety);
            return;
        }

        var run = live.Run;
        if (run.LegsUpAt is null)
        {
            SessionFlow.Close(turn, run, unreported: false);
            turn.Say(SymptomLines.SettledLater(SessionLines.AfterSymptomToday()), DeliveryClass.Safety);
            return;
        }

        var text = settling.Kind == SettlingKind.Tingling ? SymptomLines.SettledIn(minutes) : SymptomLines.ClearAgain();
        if (settling.Kind == SettlingKind.Lightheaded)
        {
            // SAFE-21a: on the side again, two minutes, then back support.
            run = run with { Plan = run.Plan with { X = 2 } };
            SessionFlow.Begin(turn, run, PoseId.X, text);
            return;
        }

        SessionFlow.Stay(turn, run, new Stage.ComingOut(PoseId.V, 1), turn.Now, turn.NextStep);
        turn.Say(PoseCards.WayOut(run, timesUp: false) with { Text = text }, DeliveryClass.Session);
    }

    /// <summary>Writes how it settled into the report of its session; the fold does the rest (DOSE-3a).</summary>
    private static void Settle(Turn turn, Settling settling, SettleTime settled)
    {
        var run = turn.State.Session switch
        {
            SessionState.Live live when live.Run.Number == settling.Session => live.Run,
            SessionState.Reporting open when open.Run.Number == settling.Session => open.Run,
            SessionState.Unanswered none when none.Run.Number == settling.Session => none.Run,
            _ => turn.State.Last?.Run,
        };
        if (run is null || run.Number != settling.Session)
            return;

        // What was told to be still there stays told: a later "gone" is stored, the pause stays (SAFE-16).
        var report = run.Report;
        report = settling.Kind == SettlingKind.Tingling
            ? report with { Tingling = report.Tingling is { Settled: not SettleTime.StillThere } t ? t with { Settled = settled } : report.Tingling }
            : report with { Lightheaded = report.Lightheaded is { Settled: not SettleTime.StillThere } l ? l with { Settled = settled } : report.Lightheaded };
        run = run with { Report = report };
        SessionFlow.Note(turn, run);
        turn.State = turn.State with
        {
            Session = turn.State.Session switch
            {
                SessionState.Live live when live.Run.Number == run.Number => live with { Run = run },
                SessionState.Reporting open when open.Run.Number == run.Number => open with { Run = run },
                SessionState.Unanswered none when none.Run.Number == run.Number => none with { Run = run },
                var other => other,
            },
            Last = turn.State.Last is { } last && last.Run.Number == run.Number ? last with { Run = run } : turn.State.Last,
        };
    }

    /// <summary>SAFE-16 at 10 minutes: the session is over, without the way back and without a skipped counter pose.</summary>
    private static void EndSession(Turn turn)
    {
        if (turn.State.Session is SessionState.Live live)
            SessionFlow.Close(turn, live.Run, unreported: live.Run.LegsUpAt is not null);
    }
}
