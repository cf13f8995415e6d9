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
        if (FirstAnswers(turn, sign))
            Open.Say(turn, TalkLines.FirstCheck());
        else if (verb == "sym-either" && turn.State is { Settlings: [], Session: SessionState.Live { Stage.Pose: not PoseId.V } live })
            PainFlow.Ask(turn, live, withTingling: true);
        else
            Present(turn, new Heard(sign, NamesLegs: false));
    }

    /// <summary>One sign that is there now.</summary>
    /// <param name="NamesLegs">The words say feet or legs, so it need not be asked (SAFE-28).</param>
    /// <param name="Cramp">A cramp, not in a calf (SAFE-27).</param>
    /// <param name="Strength">Pain from 0 to 10, where the words say so.</param>
    public sealed record Heard(
        Sign Sign, bool NamesLegs = false, bool Sharp = false, bool EyeOnly = false, bool OnRising = false,
        bool Gone = false, int? Minute = null, RedTopic Topic = RedTopic.Other, bool Cramp = false, int? Strength = null);

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
                StrongSignFlow.AskRed(turn, heard.Topic);
                break;
            case Sign.AskDvt:
                StrongSignFlow.AskDvt(turn);
                break;
            case var _ when turn.State.Consent is null:
                Stranger(turn, heard);
                break;
            default:
                Mild(turn, heard);
                break;
        }
    }

    /// <summary>SAFE-30, SAFE-31: in any phase the session ends, all timers with it, and nothing but the way to help is said.</summary>
    public static void RedFlag(Turn turn, bool dvt, bool eye, bool resolved = false)
    {
        var run = turn.State.Session?.Begun;
        var atWall = turn.State.Session is SessionState.Live { Stage.Pose: PoseId.V } or SessionState.Unanswered;
        turn.TakeBack();
        turn.WithdrawsSessionMessages = true;
        turn.Record(new DoseEvent.RedFlag(turn.Now, turn.Today));
        // Something has changed: no earlier yes of a clinician stands (SAFE-6).
        turn.State = turn.State with { Screening = turn.State.Screening with { Clearances = [] } };
        if (run is not null)
        {
            var ended = SessionFlow.LegsDown(turn, run);
            ended = ended with { Report = ended.Report with { SomethingElse = true } };
            SessionFlow.Note(turn, ended);
            SessionFlow.Close(turn, ended, unreported: false);
        }

        turn.State = turn.State with { Session = null, Settlings = [], Check = null, AskAgainAt = null };
        var message = dvt && atWall ? SymptomLines.ComeDownFirst(Catalogue.MsgDvt()) : RedMessage(dvt, eye);
        if (turn.State.Dialogue is Dialogue.Erasing { AfterWayBack: true })
        {
            Talk.Erase(turn, message);
            return;
        }

        turn.State = turn.State with { Dialogue = null };
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
        var held = run.TimerHeld ?? 0;
        // Told after the end signal but written before it: it began no later than that.
        var written = run.LegsUpAt is { } up ? Math.Min(held, run.Pace.Held(up, turn.SaidAt)) : held;
        // A press that may have waited tells no minute: the report asks for it.
        int? told = turn.Input is CoachInput.Press { MayBeLate: true } ? null : Math.Min(heard.Minute ?? written, written);
        // A second onset keeps the first minute (SAFE-16a).
        var onset = run.Report.Tingling switch
        {
            null => told,
            { Onset: { } first } => Math.Min(first, told ?? first),
            _ => null,
        };
        run = run with
        {
            Report = run.Report with { Tingling = new TinglingReport(onset, new SettleTime.NotTold()) },
        };
        SettlingFlow.Begin(turn, run, SettlingKind.Tingling, askWhere: !heard.NamesLegs, early: onset <= 2);
    }

    /// <summary>SAFE-20 in any pose; in U and S there is no V today (SAFE-29, DOSE-28).</summary>
    public static void LightheadedInPose(Turn turn, SessionState.Live live, Heard heard)
    {
        turn.WithdrawsSessionMessages = true;
        var stage = live.Stage;
        var run = stage is Stage.Holding { Pose: PoseId.V } ? SessionFlow.LegsDown(turn, live.Run) : live.Run;
        var moment = stage.Pose is PoseId.E || heard.OnRising ? LightheadedMoment.Rise : LightheadedMoment.Pose;
        var near = heard.Sign == Sign.LightNear || run.Report.Lightheaded is { NearFaint: true };
        run = run with
        {
            ExtendedRise = true,
            Report = run.Report with { Lightheaded = new LightheadedReport(moment, new SettleTime.NotTold(), near) },
        };
        SettlingFlow.Begin(turn, run, SettlingKind.Lightheaded, askWhere: false, early: false);
    }

    /// <summary>SAFE-23: pain of 4 or more, or sharp. In V it changes the dose, elsewhere the day is not clean (SAFE-29).</summary>
    public static void StrongPain(Turn turn, SessionState.Live live)
    {
        turn.WithdrawsSessionMessages = true;
        if (live.Stage.Pose == PoseId.V)
            PainOfHold(turn, live.Run, live.Stage);
        else if (!live.LegsMayBeUp)
            LeavePreparation(turn, live.Run, live.Stage, Catalogue.MsgPain());
        else if (live.Stage.Pose == PoseId.C)
            BeganElsewhere(turn, live.Run, live.Stage);
        else
            PainFlow.AskAlsoLegsUp(turn, live, tingling: false);
    }

    /// <summary>Pain that belongs to V: out of it, or on with the way back (SAFE-23, DOSE-16).</summary>
    public static void PainOfHold(Turn turn, Run run, Stage stage)
    {
        run = SessionFlow.LegsDown(turn, run);
        run = run with { Report = run.Report with { Pain = Math.Max(run.Report.Pain, 4) } };
        SessionFlow.Note(turn, run);
        if (stage.Pose == PoseId.V)
        {
            SessionFlow.Stay(turn, run, new Stage.ComingOut(PoseId.V, 1), turn.Now, turn.NextStep);
            turn.Say(PoseCards.WayOut(run, SessionLines.NextWayIn(Catalogue.MsgPain(), PoseCards.OutOf(turn, run, PoseId.V))),
                DeliveryClass.Safety, sound: true);
        }
        else
        {
            SessionFlow.MoveOn(turn, run, stage.Pose, Catalogue.MsgPain(), sound: false);
        }
    }

    /// <summary>Tingling or pain that began in U or S ends that pose; the hold stays in place (SAFE-29).</summary>
    /// <remarks>In U it is the half fold from the next time on, in S that pose is left out (SEQ-16), until asked for again.</remarks>
    public static void LeavePreparation(Turn turn, Run run, Stage stage, Line message)
    {
        // Out of the pose that the person is in; what takes its place comes next time.
        var wayOut = PoseCards.OutOf(turn, run, stage.Pose);
        run = run with { Report = run.Report with { OtherPose = OtherPoseSymptom.BeforeV } };
        SessionFlow.Note(turn, run);
        if (stage.Pose == PoseId.S)
            turn.Record(new DoseEvent.WithoutSSet(turn.Now, turn.Today, true));
        else if (stage.Pose == PoseId.U)
            turn.State = turn.State with { Settings = turn.State.Settings with { HalfFold = true } };
        var plan = stage.Pose == PoseId.U ? Fitting.AsLived(run.Plan, TimeSpan.Zero) : run.Plan;
        var next = stage.Pose == PoseId.V ? PoseId.V : run.Plan.Order.First(p => p > stage.Pose);
        SessionFlow.Begin(turn, run with { Plan = plan }, next,
            stage.Pose == PoseId.V ? message : SessionLines.NextWayIn(message, wayOut));
    }

    /// <summary>It did not begin in V, by a clear no or by the pose it began in: not clean, no dose event (SAFE-29).</summary>
    public static void BeganElsewhere(Turn turn, Run run, Stage stage)
    {
        if (stage.Pose == PoseId.V)
        {
            // On the way into V: nothing goes up again today with a foot that tingles.
            run = run with { Report = run.Report with { OtherPose = OtherPoseSymptom.BeforeV } };
            SessionFlow.Note(turn, run);
            SessionFlow.Close(turn, run, unreported: false);
            turn.Say(SessionLines.NextWayIn(Cues.Shake(), SessionLines.UDone()), DeliveryClass.Safety);
            Talk.AfterSession(turn, Cues.Shake());
            return;
        }

        run = run with { Report = run.Report with { OtherPose = OtherPoseSymptom.AfterV } };
        SessionFlow.Note(turn, run);
        SessionFlow.MoveOn(turn, run, stage.Pose, SymptomLines.PoseEndsHere(), sound: false);
    }

    private static Line RedMessage(bool dvt, bool eye) =>
        dvt ? Catalogue.MsgDvt() : eye ? Catalogue.MsgEyeNow() : Catalogue.MsgEmergency();

    /// <summary>
    /// Nothing is agreed to yet: the advice at once, nothing of it kept, then the welcome (design 3.1). What may be an
    /// emergency does not come here: a warning sign blocks from any state, and that alone is kept (INV-8).
    /// </summary>
    private static void Stranger(Turn turn, Heard heard)
    {
        turn.Say(heard.Sign is Sign.Light or Sign.LightNear ? Catalogue.MsgLight() : SymptomLines.StrangerMild(), DeliveryClass.Safety, sound: true);
        Talk.Welcome(turn, Afterwards.Nothing);
    }

    /// <summary>
    /// The question of an emergency is never replaced by a lesser sign (SAFE-34, TXT-9), nor one about tingling or pain
    /// by another of the same.
    /// </summary>
    private static bool FirstAnswers(Turn turn, Sign sign) => turn.State.Check switch
    {
        SafetyCheck.Red or SafetyCheck.Dvt or SafetyCheck.FollowUp => true,
        SafetyCheck.AlsoLegsUp or SafetyCheck.Cramp => sign is Sign.Tingle or Sign.Pain,
        _ => false,
    };

    private static void Mild(Turn turn, Heard heard)
    {
        if (FirstAnswers(turn, heard.Sign))
        {
            Open.Say(turn, TalkLines.FirstCheck());
            return;
        }

        // Silence after the end signal: the legs may still be up, so a symptom is one of the way out (SEQ-24).
        if (turn.State.Session is SessionState.Unanswered unanswered)
            SessionFlow.Stay(turn, unanswered.Run, new Stage.ComingOut(PoseId.V, 1), turn.Now, turn.NextStep);
        if (turn.State.Session is SessionState.Live live)
            InPose(turn, live, heard);
        else
            OutsidePose(turn, heard);
    }

    private static void InPose(Turn turn, SessionState.Live live, Heard heard)
    {
        var atWall = live.Stage is Stage.Holding { Pose: PoseId.V } or Stage.ComingOut
            || (live.Stage is Stage.StandingStill { Pose: PoseId.V } && live.Run.LegsUpAt is not null);
        switch (heard.Sign)
        {
            case Sign.Light or Sign.LightNear when SettlingFlow.IsOpen(turn, SettlingKind.Lightheaded):
            case Sign.Tingle when SettlingFlow.IsOpen(turn, SettlingKind.Tingling):
                // Told again while its clock runs: nothing restarts (SAFE-16a).
                Open.Say(turn, null);
                break;
            case Sign.Light or Sign.LightNear:
                LightheadedInPose(turn, live, heard);
                break;
            case Sign.Tingle when atWall:
                TinglingInHold(turn, live.Run, heard);
                break;
            case Sign.Tingle when !live.LegsMayBeUp:
                LeavePreparation(turn, live.Run, live.Stage, Cues.Shake());
                break;
            case Sign.Tingle when live.Stage.Pose == PoseId.C:
                BeganElsewhere(turn, live.Run, live.Stage);
                break;
            case Sign.Tingle:
                PainFlow.AskAlsoLegsUp(turn, live, tingling: true);
                break;
            case Sign.Pain when turn.State.Settlings.Count > 0:
                // First what settles; no pose goes on meanwhile. What is strong counts all the same.
                if (heard.Sharp || heard.Strength >= DoseLimits.PainThreshold)
                    SessionFlow.Keep(turn, live.Run with { Report = live.Run.Report with { Pain = Math.Max(live.Run.Report.Pain, DoseLimits.PainThreshold) } });
                Open.Say(turn, SymptomLines.NotedStay());
                break;
            case Sign.Pain when heard.Cramp && live.Stage is Stage.Holding { Pose: PoseId.V } or Stage.ComingOut:
                PainFlow.AskCramp(turn, live);
                break;
            case Sign.Pain when heard.Sharp || heard.Strength >= DoseLimits.PainThreshold:
                StrongPain(turn, live);
                break;
            default:
                PainFlow.Ask(turn, live, withTingling: false);
                break;
        }
    }

    private static void OutsidePose(Turn turn, Heard heard)
    {
        // Whoever sits through a seated rest feels it now; otherwise it is asked (TXT-14).
        var now = turn.State.Session is SessionState.Resting;
        if (now)
            turn.State = turn.State with { Session = null };
        if (heard.Sign is Sign.Light or Sign.LightNear && !heard.Gone)
            turn.Say(Catalogue.MsgLight(), DeliveryClass.Safety, sound: true);
        if (now)
            ToldLaterFlow.IsNow(turn, heard);
        else
            ToldLaterFlow.AskWhen(turn, heard);
    }

    private static void Crisis(Turn turn)
    {
        turn.TakeBack();
        turn.WithdrawsSessionMessages = true;
        var live = turn.State.Session as SessionState.Live;
        if (turn.State.Session?.Begun is { } begun)
        {
            var run = SessionFlow.LegsDown(turn, begun);
            if (run.TimerHeld is not null)
                SessionFlow.Note(turn, run);
            SessionFlow.Close(turn, run, unreported: false);
        }

        turn.State = turn.State with { Session = null, Dialogue = null, NoSessionOn = turn.Today, CrisisOn = turn.Today };
        var wayOut = live is null ? null : PoseCards.OutOf(turn, live.Run, live.Stage.Pose);
        turn.Say(wayOut is null ? Catalogue.MsgCrisis() : SessionLines.NextWayIn(Catalogue.MsgCrisis(), wayOut),
            DeliveryClass.Safety, sound: true);
    }
}
