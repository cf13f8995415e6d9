using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Session;

/// <summary>The poses, from the first way in to the end of the last (SEQ-20 to SEQ-29).</summary>
internal static class SessionFlow
{
    /// <summary>Starts the first pose of a plan that was accepted.</summary>
    public static void Start(Turn turn, Plan plan, DateTimeOffset checkedAt)
    {
        turn.Compact();
        var number = turn.State.SessionNumber + 1;
        var dose = turn.Dose;
        var gap = turn.State.Last is { } last ? turn.Today.DayNumber - last.Run.Day.DayNumber - 1 : 0;
        var run = new Run
        {
            Number = number,
            StartedAt = turn.Now,
            Day = turn.Today,
            CheckedAt = checkedAt,
            Plan = plan,
            Variant = turn.Variant,
            Pacing = turn.State.Settings.Pacing,
            TimeScale = turn.State.TimeScale,
            ExtendedRise = dose.ExtendedRise || turn.Fitness.ExtendedRise,
            Report = new SessionReport { Day = turn.Today, IsBreak = plan.IsBreak, PlannedHold = plan.V },
        };
        turn.State = turn.State with { SessionNumber = number };
        if (!plan.IsBreak)
            turn.State = turn.State with { Measures = turn.State.Measures.Begun(turn.Today, anew: gap >= DoseLimits.MissedForScreening) };
        turn.Record(RecordOf(run, null));
        Begin(turn, run, plan.Order.First(), null);
    }

    /// <summary>Moves on to a pose. U, S and V begin only on a fresh pre-check (SEQ-21); the way back always runs.</summary>
    /// <param name="before">The way out of the pose before, in the same message; <see langword="null"/>: none.</param>
    /// <param name="sound">What ends a pose rings; what answers a tap does not.</param>
    public static void Begin(Turn turn, Run run, PoseId pose, Line? before, bool sound = false)
    {
        if (pose is PoseId.U or PoseId.S or PoseId.V)
        {
            if (!MayBegin(turn, run))
            {
                CheckAgain(turn, run, before, sound);
                return;
            }

            var step = turn.NextStep;
            Stay(turn, run, new Stage.SettingUp(pose), turn.Now, step);
            turn.Say(PoseCards.SetUp(turn, run, pose, before, sound), DeliveryClass.Session, sound);
        }
        else
        {
            var live = Stay(turn, run, new Stage.Holding(pose), turn.Now, turn.NextStep);
            turn.Say(PoseCards.Counter(turn, run, pose, Timing.EndOf(live, pose), before), DeliveryClass.Session, sound);
        }
    }

    public static void Press(Turn turn, SessionState.Live live, string verb)
    {
        switch (verb, live.Stage)
        {
            case ("ses-start", Stage.SettingUp set):
                StartHold(turn, live, set.Pose, byItself: false);
                break;
            case ("ses-not-yet", Stage.SettingUp { Pose: PoseId.V }):
                Stay(turn, live.Run, live.Stage, turn.Now, turn.NextStep);
                var again = PoseCards.SetUp(turn, live.Run, PoseId.V, null);
                turn.Answer(again with { Text = SessionLines.NextWayIn(SessionLines.TakeYourTime(), again.Text) }, DeliveryClass.Session);
                break;
            case ("ses-chair", Stage.SettingUp { Pose: PoseId.V }) when live.Run.Variant != Variant.Chair:
                var onChair = live.Run with { Variant = Variant.Chair };
                Stay(turn, onChair, live.Stage, turn.Now, turn.NextStep);
                turn.Answer(PoseCards.SetUp(turn, onChair, PoseId.V, null), DeliveryClass.Session);
                break;
            case ("ses-skip", Stage.SettingUp set):
                Skip(turn, live, set);
                break;
            case ("ses-done", Stage.Holding { Pose: PoseId.U or PoseId.S } hold):
                Finish(turn, live, hold.Pose, sound: false);
                break;
            case ("ses-side", Stage.ComingOut):
                Begin(turn, live.Run, PoseId.X, null);
                break;
            case ("ses-out" or "ses-stop", _):
            case ("ses-skip", Stage.Holding { Pose: PoseId.E or PoseId.C or PoseId.X }):
                StopFlow.Stop(turn, live);
                break;
            default:
                Talk.StepOver(turn);
                break;
        }
    }

    /// <summary>Time has moved the session on.</summary>
    public static void Tick(Turn turn, SessionState.Live live)
    {
        switch (live.Stage)
        {
            case Stage.SettingUp set:
                StartHold(turn, live, set.Pose, byItself: live.Run.Pacing == Pacing.Tap);
                break;
            case Stage.Holding { Pose: PoseId.V } hold when turn.Now < Timing.EndOf(live, PoseId.V):
                CheckIn(turn, live, hold);
                break;
            case Stage.Holding { Pose: PoseId.V }:
                HoldOver(turn, live, timesUp: true);
                break;
            case Stage.Holding hold:
                Finish(turn, live, hold.Pose, sound: true);
                break;
            case Stage.ComingOut way:
                SignalAgain(turn, live, way);
                break;
        }
    }

    /// <summary>Ends the hold: the legs come down now, whatever the timer says. Once down, the minutes stand.</summary>
    public static Run LegsDown(Turn turn, Run run)
    {
        if (run.TimerHeld is not null)
            return run;
        var timer = run.LegsUpAt is { } since ? Math.Min(run.Pace.Held(since, turn.SaidAt), run.Plan.V) : (int?)null;
        var known = timer is not null && !run.ClockStartedItself;
        return run with
        {
            TimerHeld = timer,
            Report = run.Report with { VRan = known, Held = known ? timer : null, PlannedHold = run.Plan.V },
        };
    }

    /// <summary>A session that can still be told more about: the one that is on, or the last.</summary>
    public static Run? Numbered(Turn turn, int number) =>
        turn.State.Session?.Begun is { } begun && begun.Number == number ? begun
        : turn.State.Last?.Run is { } last && last.Number == number ? last
        : null;

    /// <summary>The session of the same or the previous day, which takes a symptom told outside a pose (TXT-14).</summary>
    public static Run? Recent(Turn turn) =>
        (turn.State.Session?.Begun ?? turn.State.Last?.Run) is { } run && turn.Today.DayNumber - run.Day.DayNumber <= 1 ? run : null;

    /// <summary>Keeps what was told about a session later, wherever it stands now, and counts it.</summary>
    public static void Keep(Turn turn, Run run)
    {
        Note(turn, run);
        var state = turn.State;
        turn.State = state with
        {
            Session = state.Session?.Begun?.Number == run.Number ? state.Session.With(run) : state.Session,
            Last = state.Last is { } last && last.Run.Number == run.Number ? last with { Run = run } : state.Last,
        };
    }

    /// <summary>Writes what is known of the session so far, so that a symptom counts even if nothing more is told.</summary>
    public static void Note(Turn turn, Run run)
    {
        turn.Record(new DoseEvent.Reported(run.StartedAt, run.Day, run.Number, turn.Now, run.Report));
        turn.Record(new ReportRecord(run.Number, run.Day, turn.Now, run.Report));
    }

    public static SessionState.Live Stay(Turn turn, Run run, Stage stage, DateTimeOffset since, int step)
    {
        var live = new SessionState.Live(run, stage) { Since = since, Step = step };
        turn.State = turn.State with { Session = live };
        return live;
    }

    public static SessionRecord RecordOf(Run run, DateTimeOffset? endedAt) =>
        new(run.Number, run.Day, run.StartedAt, endedAt, run.Plan.IsBreak, run.Plan, run.Report.Held ?? run.TimerHeld);

    /// <summary>Closes the session and keeps what late answers need.</summary>
    public static void Close(Turn turn, Run run, bool unreported)
    {
        turn.Record(RecordOf(run, turn.Now));
        turn.State = turn.State with { Session = null, Last = new LastSession(run, turn.Now, unreported) };
        // A guest answers all health questions each time (SAFE-37).
        if (turn.State.Consent is { Guest: true })
            ScreeningFlow.Reopen(turn);
    }

    /// <summary>The legs come down and the end signal is given (SEQ-24).</summary>
    public static void HoldOver(Turn turn, SessionState.Live live, bool timesUp)
    {
        // "Is it happening now?" ends with the hold that it was asked in.
        if (turn.State.Check is SafetyCheck.HappeningNow)
            turn.State = turn.State with { Check = null };
        var run = LegsDown(turn, live.Run) with { SilentSinceHold = timesUp };
        Note(turn, run);
        Stay(turn, run, new Stage.ComingOut(PoseId.V, 1, timesUp), turn.Now, turn.NextStep);
        var cue = PoseCards.OutOf(turn, run, PoseId.V);
        turn.WithdrawsSessionMessages = true;
        turn.Say(PoseCards.WayOut(run, timesUp ? SessionLines.TimesUp(cue) : SessionLines.OutWeCome(cue)), DeliveryClass.Safety, sound: true);
    }

    private static bool MayBegin(Turn turn, Run run) =>
        turn.Today == turn.DayOf(run.CheckedAt)
        && turn.Now - run.CheckedAt < TimeSpan.FromMinutes(60)
        && turn.MayHold;

    /// <summary>The pre-check is over an hour old, or of yesterday: it comes first, and a new plan after it (SEQ-21).</summary>
    private static void CheckAgain(Turn turn, Run run, Line? wayOut, bool sound)
    {
        turn.State = turn.State with { Session = null };
        turn.Record(RecordOf(run, turn.Now));
        if (wayOut is not null)
            turn.Say(wayOut, DeliveryClass.Session, sound);
        StartFlow.Begin(turn, run.Plan.Total);
    }

    private static void StartHold(Turn turn, SessionState.Live live, PoseId pose, bool byItself)
    {
        if (!MayBegin(turn, live.Run))
        {
            // The legs may be up by now: down first.
            CheckAgain(turn, live.Run, pose == PoseId.V ? PoseCards.OutOf(turn, live.Run, pose) : null, sound: byItself);
            return;
        }

        var run = pose == PoseId.V
            ? live.Run with { LegsUpAt = turn.Now, ClockStartedItself = byItself }
            : live.Run;
        var holding = Stay(turn, run, new Stage.Holding(pose), turn.Now, turn.NextStep);
        turn.Answer(PoseCards.Hold(turn, holding, (Stage.Holding)holding.Stage), DeliveryClass.Session);
    }

    private static void Skip(Turn turn, SessionState.Live live, Stage.SettingUp set)
    {
        var asks = set is { Pose: PoseId.U, AskingSkip: false }
            && Fitting.AsLived(live.Run.Plan, TimeSpan.Zero).V < live.Run.Plan.V;
        if (asks)
        {
            Stay(turn, live.Run, set with { AskingSkip = true }, turn.Now, turn.NextStep);
            turn.Answer(PoseCards.CardOf(turn, (SessionState.Live)turn.State.Session!), DeliveryClass.Session);
            return;
        }

        var plan = set.Pose == PoseId.U
            ? Fitting.AsLived(live.Run.Plan, TimeSpan.Zero)
            : live.Run.Plan with { S = 0, Spare = live.Run.Plan.Spare + live.Run.Plan.S };
        MoveOn(turn, live.Run with { Plan = plan }, set.Pose, null, sound: false);
    }

    /// <summary>A pose is done: the way out of it and the way into the next, in one message.</summary>
    private static void Finish(Turn turn, SessionState.Live live, PoseId pose, bool sound)
    {
        var run = live.Run;
        if (pose == PoseId.U && run.Pace.Passed(live.Since, turn.Now) < Fitting.ShortestForwardBend)
        {
            var lived = Fitting.AsLived(run.Plan, TimeSpan.Zero);
            if (lived.V < run.Plan.V)
            {
                // FIT-13: a hold without preparation is short, and the person hears it before it counts.
                Stay(turn, run, new Stage.SettingUp(pose, AskingSkip: true), turn.Now, turn.NextStep);
                turn.Answer(PoseCards.CardOf(turn, (SessionState.Live)turn.State.Session!), DeliveryClass.Session);
                return;
            }

            run = run with { Plan = lived };
        }

        MoveOn(turn, run, pose, PoseCards.OutOf(turn, run, pose), sound);
    }

    public static void MoveOn(Turn turn, Run run, PoseId pose, Line? before, bool sound)
    {
        foreach (var next in run.Plan.Order)
        {
            if (next > pose)
            {
                Begin(turn, run, next, before, sound);
                return;
            }
        }

        ReportFlow.Begin(turn, run, sound);
    }

    private static void CheckIn(Turn turn, SessionState.Live live, Stage.Holding hold)
    {
        var next = hold with { Checks = hold.Checks + 1 };
        var checkedIn = live with { Stage = next };
        turn.State = turn.State with { Session = checkedIn };
        var card = PoseCards.Hold(turn, checkedIn, next);
        // Minute 5 of a long hold is asked aloud (design 3.3); the other check-ins change the card silently.
        if (next.Checks == 2 && live.Run.Plan.V >= 7)
            turn.Say(card, DeliveryClass.Session, sound: true);
        else
            turn.Refresh(card);
    }

    private static void SignalAgain(Turn turn, SessionState.Live live, Stage.ComingOut way)
    {
        var run = live.Run;
        var enough = way.Signals >= 3;
        if (run.Pacing == Pacing.HandsFree && (enough || !run.SilentSinceHold))
        {
            Begin(turn, run, PoseId.X, null, sound: true);
        }
        else if (!enough)
        {
            turn.State = turn.State with { Session = live with { Stage = way with { Signals = way.Signals + 1 } } };
            turn.Say(PoseCards.CardOf(turn, live), DeliveryClass.Safety, sound: true);
        }
        else
        {
            turn.State = turn.State with
            {
                Session = new SessionState.Unanswered(run) { Since = turn.Now, Step = turn.NextStep },
                Last = new LastSession(run, turn.Now, Unreported: true),
            };
            turn.Record(RecordOf(run, turn.Now));
            turn.Say(Catalogue.MsgWake(), DeliveryClass.Safety, sound: true);
        }
    }
}
