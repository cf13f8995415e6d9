using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>
/// What a sign of the body does, by button or in words (3.4, 3.5, TXT-13). Whatever the timer says: act first, ask then.
/// </summary>
internal static class SymptomFlow
{
    /// <summary>A symptom button, of this or the last session: never stale (design 3.3).</summary>
    public static void Press(Turn turn, string verb)
    {
        var sign = verb switch
        {
            "sym-dizzy" => Sign.Light,
            "sym-pain" => Sign.Pain,
            _ => Sign.Tingle,
        };
        if (verb == "sym-either" && turn.State.Session is SessionState.Live live && live.Run.LegsUpAt is null)
            CheckFlow.AskPain(turn, live, withTingling: true);
        else if (verb == "sym-either" && turn.State.Session is SessionState.Live { Stage.Pose: not PoseId.V } later)
            CheckFlow.AskPain(turn, later, withTingling: true);
        else
            Present(turn, new Heard(sign, NamesLegs: false));
    }

    /// <summary>One sign that is there now.</summary>
    /// <param name="NamesLegs">The words say feet or legs, so it need not be asked (SAFE-28).</param>
    public sealed record Heard(
        Sign Sign, bool NamesLegs = false, bool Sharp = false, bool EyeOnly = false, bool OnRising = false,
        bool Gone = false, int? Minute = null, RedTopic Topic = RedTopic.Other);

    public static void Present(Turn turn, Heard heard)
    {
        switch (heard.Sign)
        {
            case Sign.Crisis:
                Crisis(turn);
                break;
            case < Sign.AskRed:
                RedFlag(turn, heard.Sign == Sign.RedCalf, heard.EyeOnly, resolved: heard.Gone);
                break;
            case Sign.AskRed:
                CheckFlow.AskRed(turn, heard.Topic);
                break;
            case Sign.AskDvt:
                CheckFlow.AskDvt(turn);
                break;
            default:
                Mild(turn, heard);
                break;
        }
    }

    /// <summary>SAFE-30, SAFE-31: in any phase the session ends, all timers with it, and nothing but the way to help is said.</summary>
    public static void RedFlag(Turn turn, bool dvt, bool eye, bool resolved = false)
    {
        var run = (turn.State.Session as SessionState.Live)?.Run;
        turn.TakeBack();
        turn.WithdrawsSessionMessages = true;
        turn.Record(new DoseEvent.RedFlag(turn.Now, turn.Today));
        if (run is not null)
        {
            var ended = SessionFlow.LegsDown(turn, run);
            ended = ended with { Report = ended.Report with { SomethingElse = true } };
            SessionFlow.Note(turn, ended);
            SessionFlow.Close(turn, ended, unreported: false);
        }

        turn.State = turn.State with { Session = null, Settling = null, Dialogue = null, Check = null };
        var message = dvt ? Catalogue.MsgDvt() : eye ? Catalogue.MsgEyeNow() : Catalogue.MsgEmergency();
        if (resolved)
        {
            turn.Say(message, DeliveryClass.Safety, sound: true);
            return;
        }

        turn.State = turn.State with
        {
            Check = new SafetyCheck.NotASymptom(turn.Now) { Step = turn.NextStep },
        };
        turn.Say(new Card(message, new Button("chk-not", SymptomLines.NotASymptom())), DeliveryClass.Safety, sound: true);
    }

    /// <summary>Ends the hold at the first tingling and starts the clock (SAFE-10, SAFE-13, SAFE-16).</summary>
    public static void TinglingInHold(Turn turn, Run run, Heard heard)
    {
        turn.WithdrawsSessionMessages = true;
        run = SessionFlow.LegsDown(turn, run);
        var onset = Math.Min(heard.Minute ?? run.TimerHeld ?? 0, run.TimerHeld ?? 0);
        run = run with
        {
            Report = run.Report with
            {
                VRan = run.Report.VRan || run.TimerHeld is not null,
                Tingling = new TinglingReport(onset, new SettleTime.NotTold()),
            },
        };
        SettlingFlow.Begin(turn, run, SettlingKind.Tingling, askWhere: !heard.NamesLegs, early: onset <= 2);
    }

    /// <summary>SAFE-20 in any pose; in U and S there is no V today (SAFE-29, DOSE-28).</summary>
    public static void LightheadedInPose(Turn turn, Run run, Stage stage, Heard heard)
    {
        turn.WithdrawsSessionMessages = true;
        if (stage is Stage.Holding { Pose: PoseId.V })
            run = SessionFlow.LegsDown(turn, run);
        var moment = stage.Pose is PoseId.E || heard.OnRising ? LightheadedMoment.Rise : LightheadedMoment.Pose;
        run = run with
        {
            ExtendedRise = true,
            Report = run.Report with
            {
                Lightheaded = new LightheadedReport(moment, new SettleTime.NotTold(), heard.Sign == Sign.LightNear),
            },
        };
        SettlingFlow.Begin(turn, run, SettlingKind.Lightheaded, askWhere: false, early: false);
    }

    /// <summary>SAFE-23: pain of 4 or more, or sharp. In V it changes the dose, elsewhere the day is not clean (SAFE-29).</summary>
    public static void ComeOutInPain(Turn turn, Run run, Stage stage)
    {
        turn.WithdrawsSessionMessages = true;
        var message = Catalogue.MsgPain();
        switch (stage)
        {
            case Stage.Holding { Pose: PoseId.V } or Stage.ComingOut:
                run = SessionFlow.LegsDown(turn, run);
                run = run with { Report = run.Report with { Pain = 4, VRan = true } };
                SessionFlow.Note(turn, run);
                SessionFlow.Stay(turn, run, new Stage.ComingOut(PoseId.V, 1), turn.Now, turn.NextStep);
                var card = PoseCards.WayOut(run, timesUp: false);
                turn.Say(card with { Text = SessionLines.NextWayIn(message, PoseCards.OutOf(run, PoseId.V)) },
                    DeliveryClass.Safety, sound: true);
                break;
            case { Pose: PoseId.U or PoseId.S or PoseId.V }:
                LeavePreparation(turn, run, stage, message);
                break;
            default:
                AfterHoldElsewhere(turn, run, stage);
                break;
        }
    }

    /// <summary>Tingling or pain that began in U or S ends that pose; the hold stays in place (SAFE-29).</summary>
    public static void LeavePreparation(Turn turn, Run run, Stage stage, Line message)
    {
        run = run with { Report = run.Report with { OtherPose = OtherPoseSymptom.BeforeV } };
        SessionFlow.Note(turn, run);
        if (stage.Pose == PoseId.S)
            turn.Record(new DoseEvent.WithoutSSet(turn.Now, turn.Today, true));
        var next = run.Plan.Order.First(p => p > stage.Pose);
        var plan = stage.Pose == PoseId.U ? Fitting.AsLived(run.Plan, TimeSpan.Zero) : run.Plan;
        SessionFlow.Begin(turn, run with { Plan = plan }, stage.Pose == PoseId.V ? PoseId.V : next,
            stage.Pose == PoseId.V ? message : SessionLines.NextWayIn(message, PoseCards.OutOf(run, stage.Pose)));
    }

    /// <summary>It began after V, by a clear no: not clean, no dose event; the way back goes on (SAFE-29).</summary>
    public static void AfterHoldElsewhere(Turn turn, Run run, Stage stage)
    {
        run = run with { Report = run.Report with { OtherPose = OtherPoseSymptom.AfterV } };
        SessionFlow.Note(turn, run);
        var next = run.Plan.Order.Where(p => p > stage.Pose).Select(p => (PoseId?)p).FirstOrDefault();
        if (next is { } pose)
            SessionFlow.Begin(turn, run, pose, SymptomLines.EaseAndGo());
        else
            ReportFlow.Begin(turn, run, sound: false);
    }

    private static void Mild(Turn turn, Heard heard)
    {
        if (turn.State.Session is not SessionState.Live live)
        {
            OutsidePose(turn, heard);
            return;
        }

        var run = live.Run;
        var inHold = live.Stage is Stage.Holding { Pose: PoseId.V };
        switch (heard.Sign)
        {
            case Sign.Light or Sign.LightNear:
                LightheadedInPose(turn, run, live.Stage, heard);
                break;
            case Sign.Tingle when inHold || live.Stage is Stage.ComingOut:
                TinglingInHold(turn, run, heard);
                break;
            case Sign.Tingle when live.Stage is Stage.Settling && turn.State.Settling is not null:
                Open.Say(turn, null);
                break;
            case Sign.Tingle when run.LegsUpAt is null:
                LeavePreparation(turn, run, live.Stage, Cues.Shake());
                break;
            case Sign.Tingle:
                CheckFlow.AskAlsoLegsUp(turn, tingling: true);
                break;
            case Sign.Pain when heard.Sharp:
                ComeOutInPain(turn, run, live.Stage);
                break;
            default:
                CheckFlow.AskPain(turn, live, withTingling: false);
                break;
        }
    }

    private static void OutsidePose(Turn turn, Heard heard)
    {
        if (heard.Sign is Sign.Light or Sign.LightNear && !heard.Gone)
            turn.Say(Catalogue.MsgLight(), DeliveryClass.Safety, sound: true);
        CheckFlow.AskWhen(turn, heard);
    }

    private static void Crisis(Turn turn)
    {
        turn.TakeBack();
        turn.WithdrawsSessionMessages = true;
        var live = turn.State.Session as SessionState.Live;
        if (live is not null)
        {
            var run = SessionFlow.LegsDown(turn, live.Run);
            if (run.TimerHeld is not null)
                SessionFlow.Note(turn, run);
            SessionFlow.Close(turn, run, unreported: false);
        }

        turn.State = turn.State with { Session = null, Dialogue = null };
        var wayOut = live is null ? null : PoseCards.OutOf(live.Run, live.Stage.Pose);
        turn.Say(wayOut is null ? Catalogue.MsgCrisis() : SessionLines.NextWayIn(Catalogue.MsgCrisis(), wayOut),
            DeliveryClass.Safety, sound: true);
    }
}
