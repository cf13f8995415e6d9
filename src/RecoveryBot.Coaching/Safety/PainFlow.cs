using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>The tap questions after pain, and after tingling or pain outside the main pose (SAFE-28, SAFE-29).</summary>
internal static class PainFlow
{
    /// <summary>From this strength on pain changes the dose (SAFE-23, DOSE-16); out of 10, our own number.</summary>
    private const int Strong = 4;

    /// <summary>SAFE-28: ease off, and one tap question; 60 s of silence count as 4 or more.</summary>
    /// <remarks>Any pose but V stands still meanwhile; in V the end of the hold must come whatever is asked.</remarks>
    public static void Ask(Turn turn, SessionState.Live live, bool withTingling)
    {
        turn.WithdrawsSessionMessages = true;
        if (live.Stage.Pose != PoseId.V)
        {
            var since = live.Stage is Stage.Holding ? live.Since : (live.Stage as Stage.StandingStill)?.HeldSince;
            SessionFlow.Stay(turn, live.Run, new Stage.StandingStill(live.Stage.Pose, since), turn.Now, turn.NextStep);
        }

        var wait = live.Run.Pace.Waits(TimeSpan.FromSeconds(60));
        CheckFlow.Ask(turn, new SafetyCheck.Pain(withTingling) { WakeAt = turn.Now + wait });
    }

    /// <summary>
    /// "Was it there with your legs up?" The pose stands still meanwhile, and it counts at once as if it was: only a
    /// clear no takes that back (SAFE-29, DOSE-10a).
    /// </summary>
    public static void AskAlsoLegsUp(Turn turn, SessionState.Live live, bool tingling)
    {
        turn.WithdrawsSessionMessages = true;
        var before = live.Run.Report;
        var report = tingling
            ? before with { Tingling = before.Tingling ?? new TinglingReport(Held(live.Run), new SettleTime.NotTold()) }
            : before with { Pain = Math.Max(before.Pain, Strong) };
        var run = live.Run with { Report = report };
        SessionFlow.Note(turn, run);
        SessionFlow.Stay(turn, run, new Stage.StandingStill(live.Stage.Pose), turn.Now, turn.NextStep);
        var wait = run.Pace.Waits(TimeSpan.FromMinutes(2));
        var question = live.Stage.Pose == PoseId.V
            ? SessionLines.NextWayIn(PoseCards.OutOf(turn, run, PoseId.V), SymptomLines.WithLegsUp()) : null;
        CheckFlow.Ask(turn, new SafetyCheck.AlsoLegsUp(tingling, before) { WakeAt = turn.Now + wait }, question);
    }

    /// <summary>A cramp in V: out of the pose, and no pain if it has let go within two minutes (SAFE-27).</summary>
    public static void AskCramp(Turn turn, SessionState.Live live)
    {
        turn.WithdrawsSessionMessages = true;
        var run = SessionFlow.LegsDown(turn, live.Run);
        SessionFlow.Note(turn, run);
        SessionFlow.Stay(turn, run, new Stage.StandingStill(PoseId.V), turn.Now, turn.NextStep);
        var check = new SafetyCheck.Cramp { WakeAt = turn.Now + run.Pace.Waits(TimeSpan.FromMinutes(2)) };
        CheckFlow.Put(turn, check);
        turn.Say(CheckFlow.CardOf(check), DeliveryClass.Safety, sound: true);
    }

    public static Card CardOf(SafetyCheck.Pain pain)
    {
        var buttons = new List<Button>();
        if (pain.WithTingling)
            buttons.Add(new Button("chk-legs", SymptomLines.TinglingLegs()));
        buttons.Add(new Button("chk-pull", SymptomLines.APull()));
        buttons.Add(new Button("chk-four", SymptomLines.FourOrMore(), ButtonTone.Alarm));
        buttons.Add(new Button("chk-head", SymptomLines.ChestHead(), ButtonTone.Alarm));
        if (pain.WithTingling)
            buttons.Add(new Button("chk-face", SymptomLines.FaceOrSide(), ButtonTone.Alarm));
        buttons.Add(new Button("chk-calf", SymptomLines.OneCalf()));
        return new Card(pain.WithTingling ? SymptomLines.EaseOffBoth() : SymptomLines.EaseOff(), buttons);
    }

    public static void Silence(Turn turn, SafetyCheck check) =>
        Press(turn, check, check is SafetyCheck.Pain ? "chk-four" : "chk-yes");

    public static void Press(Turn turn, SafetyCheck check, string verb)
    {
        turn.State = turn.State with { Check = null };
        switch (check)
        {
            case SafetyCheck.AlsoLegsUp also: AlsoLegsUp(turn, also, clearNo: verb == "chk-no"); break;
            case SafetyCheck.Cramp: Cramp(turn, gone: verb == "chk-no"); break;
            default: Pain(turn, verb); break;
        }
    }

    /// <summary>A typed strength from 0 to 10.</summary>
    public static bool Text(Turn turn, int? number)
    {
        if (number is not (>= 0 and <= 10))
            return false;
        turn.State = turn.State with { Check = null };
        Pain(turn, number < Strong ? "chk-pull" : "chk-four");
        return true;
    }

    private static int Held(Run run) => run.Report.Held ?? run.TimerHeld ?? 0;

    private static void Pain(Turn turn, string verb)
    {
        var live = turn.State.Session as SessionState.Live;
        switch (verb)
        {
            case "chk-head" or "chk-face":
                SymptomFlow.RedFlag(turn, dvt: false, eye: false);
                break;
            case "chk-calf":
                StrongSignFlow.AskDvt(turn);
                break;
            case "chk-pull" when live is not null:
                Pull(turn, live);
                break;
            case "chk-legs" when live is not null:
                SymptomFlow.Present(turn, new SymptomFlow.Heard(Sign.Tingle, NamesLegs: true));
                break;
            default:
                if (live is not null)
                    SymptomFlow.StrongPain(turn, live);
                else
                    turn.Say(Catalogue.MsgPain());
                break;
        }
    }

    /// <summary>1–3: make it easier, and go on where the pose stood (SAFE-24).</summary>
    private static void Pull(Turn turn, SessionState.Live live)
    {
        live = live.Stage switch
        {
            Stage.StandingStill { HeldSince: { } since } still => live with { Stage = new Stage.Holding(still.Pose), Since = since + (turn.Now - live.Since) },
            Stage.StandingStill still => live with { Stage = new Stage.SettingUp(still.Pose), Since = turn.Now },
            _ => live,
        };
        live = live with { Step = turn.NextStep };
        turn.State = turn.State with { Session = live };
        var card = PoseCards.CardOf(turn, live);
        turn.Answer(card with
        {
            Text = live.Stage is Stage.Holding { Pose: PoseId.V }
                ? SymptomLines.EaseAndStay(Cues.VEase(), Timing.EndOf(live, PoseId.V))
                : SessionLines.NextWayIn(SymptomLines.EaseAndGo(), card.Text),
        }, DeliveryClass.Session);
    }

    private static void Cramp(Turn turn, bool gone)
    {
        if (turn.State.Session is not SessionState.Live live)
            turn.Say(Catalogue.MsgPain());
        else if (gone)
            SessionFlow.Begin(turn, live.Run, PoseId.X, SymptomLines.CrampWalk());
        else
            SymptomFlow.PainOfHold(turn, live.Run, live.Stage);
    }

    /// <summary>Anything but a clear no counts as a symptom of V; for tingling from the last minute held (SAFE-29).</summary>
    private static void AlsoLegsUp(Turn turn, SafetyCheck.AlsoLegsUp also, bool clearNo)
    {
        if (turn.State.Session is not SessionState.Live live)
            turn.Say(Catalogue.MsgPain());
        else if (clearNo)
            SymptomFlow.BeganElsewhere(turn, live.Run with { Report = also.Before }, live.Stage);
        else if (also.Tingling)
            SymptomFlow.TinglingInHold(turn, live.Run, new SymptomFlow.Heard(Sign.Tingle, NamesLegs: true, Minute: Held(live.Run)));
        else
            SymptomFlow.PainOfHold(turn, live.Run, live.Stage);
    }
}
