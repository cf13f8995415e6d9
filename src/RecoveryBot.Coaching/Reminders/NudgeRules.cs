using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Session;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>Whether a due reminder is worth a message now (design 3.5, TIME-4, TIME-11). What is passed over is not made up later.</summary>
internal static class NudgeRules
{
    /// <summary>Later than this is a nudge that was missed while the program was down.</summary>
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(5);

    /// <summary>Posture breaks come every 45–60 minutes (TIME-7), so nothing else comes that near to one.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(45);

    public enum Verdict
    {
        Skip,
        Nudge,

        /// <summary>Legs-up is not allowed: what is instead is told, once.</summary>
        Instead,
    }

    public static Verdict Judge(Turn turn, Reminder reminder, Occurrence time)
    {
        if (reminder.Kind == ReminderKind.Review)
            return turn.Now <= time.UsefulUntil && IsReviewWelcome(turn, reminder) ? Verdict.Nudge : Verdict.Skip;
        if (turn.Now > time.UsefulUntil || IsBusy(turn.State) || IsSilentDay(turn) || IsQuiet(turn, reminder, turn.Now)
            || IsTakenCareOf(turn, reminder, time) || ComesInABurst(turn, reminder, time))
            return Verdict.Skip;
        if (IsBlocked(turn) || IsResting(turn))
        {
            // Whoever shall be seen by a doctor today hears nothing of walks and rests (SAFE-7).
            var tells = !turn.State.Reminders.SaidInstead && reminder.Kind != ReminderKind.Desk && (!IsBlocked(turn) || RestFlow.IsAllowed(turn));
            return tells ? Verdict.Instead : Verdict.Skip;
        }

        return turn.Dose.IsOpenOn(turn.Today) ? Verdict.Nudge : Verdict.Skip;
    }

    /// <summary>PAUSED or BLOCKED, by the dose or by the health questions.</summary>
    public static bool IsBlocked(Turn turn) => !turn.Dose.IsActive || turn.Fitness.Outcome >= Outcome.Block;

    /// <summary>Before <c>rest_until</c> (DOSE-11).</summary>
    public static bool IsResting(Turn turn) => turn.Today < turn.Dose.RestUntil;

    /// <summary>A session, the health questions or a safety check are open (TIME-11).</summary>
    public static bool IsBusy(UserState state) => state.Session is not null || state.Check is not null || state.AskAgainAt is not null
        || state.Settlings.Count > 0 || state.Dialogue is Dialogue.Screening or Dialogue.Erasing || state.Consent is null or { Guest: true };

    /// <summary>Whether a session of that day has begun.</summary>
    public static bool IsDoneOn(UserState state, DateOnly day) =>
        state.Last is { Run: { Plan.IsBreak: false } run } && run.Day == day
        || state.Events.Any(e => e is DoseEvent.Reported { Report: { VRan: true, IsBreak: false } } && e.Day == day);

    /// <summary>In the quiet hours, unless the evening or the person's own word stands against them.</summary>
    public static bool IsQuiet(Turn turn, Reminder reminder, DateTimeOffset at) =>
        reminder is { Kind: not (ReminderKind.Evening or ReminderKind.AfterWorkout), EvenInQuietHours: false }
        && turn.Zone is { } zone && turn.State.Settings.Quiet.Covers(LocalClock.TimeOf(at, zone));

    /// <summary>Whether it belongs to those who share one nudge a day.</summary>
    public static bool IsDaily(ReminderKind kind) => kind is ReminderKind.Evening or ReminderKind.Workout or ReminderKind.Fixed;

    /// <summary>Not into anything that is open, not in a pause or a rest (TIME-11), and not about a week without a session.</summary>
    private static bool IsReviewWelcome(Turn turn, Reminder reminder) => !IsBusy(turn.State) && !IsSilentDay(turn)
        && !IsQuiet(turn, reminder, turn.Now) && turn.Dose.IsActive && !(turn.Today < turn.Dose.RestUntil) && WeekReview.HasAnything(turn);

    private static bool IsSilentDay(Turn turn) => turn.State.CrisisOn == turn.Today || turn.State.NoSessionOn == turn.Today;

    /// <summary>One nudge a day for evening, workout and fixed time, and none after a session or a "not today".</summary>
    public static bool IsTakenCareOf(Turn turn, Reminder reminder, Occurrence time)
    {
        if (reminder.Kind == ReminderKind.Desk)
            return false;
        var book = turn.State.Reminders;
        var day = time.Key.Day;
        return IsDoneOn(turn.State, day)
            || (IsDaily(reminder.Kind) && (book.NotTodayOn >= day || (book.NudgedOn >= day && !reminder.Snoozed)));
    }

    /// <summary>Never a burst: a late nudge or a posture break does not come close to another one.</summary>
    private static bool ComesInABurst(Turn turn, Reminder reminder, Occurrence time)
    {
        var isLate = turn.Now - time.At > OnTime;
        var book = turn.State.Reminders;
        if (reminder.Kind != ReminderKind.Desk && !isLate)
            return false;
        return turn.Now - book.NudgedAt < Apart
            || (reminder.Kind == ReminderKind.Desk
                && book.All.Any(other => other.Kind != ReminderKind.Desk && other.DueAt - turn.Now < Apart));
    }
}
