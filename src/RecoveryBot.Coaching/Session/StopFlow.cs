using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Session;

/// <summary>Leaving before the end, by the way out of the pose that is on and never around the way back (SEQ-9, SEQ-10, SEQ-22, SEQ-28).</summary>
internal static class StopFlow
{
    /// <summary>The word stop, or "come out now": the correct way out, and after V also X, E and C (SEQ-22, SEQ-28).</summary>
    public static void Stop(Turn turn, SessionState.Live live)
    {
        turn.WithdrawsSessionMessages = true;
        var pose = live.Stage.Pose;
        switch (live.Stage)
        {
            case Stage.Holding { Pose: PoseId.V }:
                SessionFlow.HoldOver(turn, live, timesUp: false);
                break;
            case Stage.StandingStill:
                // A safety question or a symptom that settles outlives a stop: it is shown again (SAFE-16, SAFE-34).
                Open.Say(turn, SymptomLines.StopHeard());
                break;
            case Stage.SettingUp { Pose: PoseId.U or PoseId.S or PoseId.V } or Stage.Holding { Pose: PoseId.U or PoseId.S }:
                EndBeforeHold(turn, live.Run, pose);
                break;
            case Stage.ComingOut:
                turn.Say(PoseCards.CardOf(turn, live), DeliveryClass.Session);
                break;
            default:
                StopCounter(turn, live, pose);
                break;
        }
    }

    /// <summary>SEQ-28 before the hold: the way out of the pose, also of V, for the legs may be on their way up.</summary>
    private static void EndBeforeHold(Turn turn, Run run, PoseId pose)
    {
        SessionFlow.Close(turn, run, unreported: false);
        var way = PoseCards.OutOf(turn, run, pose);
        turn.Say(SessionLines.NextWayIn(way, SessionLines.UDone()), DeliveryClass.Session);
        Talk.AfterSession(turn, way);
    }

    /// <summary>SEQ-10: refused once with the reason and the minimum, then the person's own second word counts.</summary>
    private static void StopCounter(Turn turn, SessionState.Live live, PoseId pose)
    {
        var run = live.Run;
        var minimum = Poses.Of(pose).Shortest;
        if (run.Pace.Passed(live.Since, turn.Now) >= TimeSpan.FromMinutes(minimum))
        {
            SessionFlow.MoveOn(turn, run, pose, null, sound: false);
        }
        else if (!run.AskedToSkipCounter)
        {
            var least = run with
            {
                AskedToSkipCounter = true,
                Plan = run.Plan with { E = Math.Min(run.Plan.E, 1), C = Math.Min(run.Plan.C, 3) },
            };
            var again = new SessionState.Live(least, live.Stage) { Since = live.Since, Step = turn.NextStep };
            turn.State = turn.State with { Session = again };
            var card = PoseCards.CardOf(turn, again);
            turn.Answer(card with { Text = SessionLines.NextWayIn(Catalogue.MsgSkipCounter(), card.Text) }, DeliveryClass.Session);
        }
        else
        {
            var left = run with { Report = run.Report with { CounterSkipped = true } };
            ReportFlow.Begin(turn, left, sound: false);
        }
    }
}
