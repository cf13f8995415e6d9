using NodaTime;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>Keeps the next due instant of each reminder true to its wish, the zone and the circumstances.</summary>
internal static class Planner
{
    /// <summary>T where nobody has said how many minutes they take: about the middle of what is offered.</summary>
    private const int UsualMinutes = 20;

    /// <summary>Between two nudges around a move to another zone (design 3.5).</summary>
    private static readonly TimeSpan AroundMove = TimeSpan.FromHours(12);

    /// <returns><see langword="null"/>: the zone is not known, so no local time has an instant.</returns>
    public static Circumstances? Where(Turn turn)
    {
        if (turn.Zone is not { } zone)
            return null;
        var minutes = turn.State.Settings.SessionMinutes ?? turn.State.Last?.Run.Plan.Total ?? UsualMinutes;
        var dose = turn.Dose;
        var plan = Fitting.Fit(
            minutes, dose.Target, dose.ExtendedRise || turn.Fitness.ExtendedRise, dose.Preference, dose.WithoutS);
        return new Circumstances(zone, minutes, plan?.Allowance ?? 0);
    }

    /// <summary>The occurrence that comes next after what is settled.</summary>
    public static Occurrence? Next(Turn turn, Reminder reminder, DateTimeOffset from)
    {
        if (Where(turn) is not { } where)
            return null;
        var book = turn.State.Reminders;
        from = Latest(from, reminder.Since, book.NotBefore);
        return Schedule.Next(reminder.Wish, where, reminder.Settled, from, FirstDay(reminder));
    }

    /// <summary>
    /// When it will be heard next, as far as can be told: days that have their session, their nudge or a "not today" are passed over.
    /// </summary>
    /// <returns><see langword="null"/>: off or paused, or legs-up is not allowed.</returns>
    public static DateTimeOffset? NextHeard(Turn turn, Reminder reminder)
    {
        if (turn.State.Reminders.Off || reminder.DueAt is null || NudgeRules.IsBlocked(turn))
            return null;
        if (reminder.Snoozed || reminder.Wish is ReminderWish.ThisWorkout)
            return reminder.DueAt;
        var passed = reminder;
        while (Next(turn, passed, turn.Now) is { } time)
        {
            if (!NudgeRules.IsTakenCareOf(turn, reminder, time) && !(time.Key.Day < turn.Dose.RestUntil))
                return time.At;
            passed = passed with { Settled = time.Key };
        }

        return null;
    }

    /// <summary>Sets when the reminder is looked at next, if it is on.</summary>
    public static Reminder Arranged(Turn turn, Reminder reminder, DateTimeOffset from) => reminder with
    {
        Snoozed = false,
        DueAt = reminder.Persistence == Persistence.GivenUp ? null : Next(turn, reminder, from)?.At,
    };

    /// <summary>A wish is set or changed: nothing of today that is over already.</summary>
    public static Reminder Set(Turn turn, ReminderWish wish, bool evenInQuietHours = false)
    {
        var before = turn.State.Reminders.Of(wish.Kind);
        // A day that had its nudge does not get another by a change of the time.
        var reminder = new Reminder(wish, turn.Now)
        {
            EvenInQuietHours = evenInQuietHours,
            Settled = before?.Newest?.Key,
            Newest = before?.Newest is { } sent ? sent with { Answered = true } : null,
        };
        reminder = Arranged(turn, reminder, turn.Now);
        turn.State = turn.State with { Reminders = turn.State.Reminders.With(reminder) with { Off = false } };
        return reminder;
    }

    /// <summary>All of them anew: the minutes of a session, the zone or the pause have changed. Off stays off.</summary>
    public static void ArrangeAll(Turn turn)
    {
        var book = turn.State.Reminders;
        if (book.All.Count == 0)
            return;
        turn.State = turn.State with
        {
            Reminders = book with
            {
                All = [.. book.All.Select(reminder => reminder.Wish is ReminderWish.ThisWorkout || reminder.Snoozed
                    ? reminder : Arranged(turn, reminder, turn.Now))],
            },
        };
    }

    /// <summary>
    /// To another zone, or the first. A day that is closed stays closed, whatever date the new zone has (DOSE-28); nudges
    /// keep their distance.
    /// </summary>
    public static void MoveTo(Turn turn, string zone)
    {
        var state = turn.State;
        if (state.Zone == zone)
            return;
        var closed = !turn.Dose.IsOpenOn(turn.Today) || state.NoSessionOn == turn.Today;
        var today = LocalClock.DayOf(LocalClock.Local(turn.Now, DateTimeZoneProviders.Tzdb[zone]));
        var book = state.Reminders;
        turn.State = state with
        {
            Zone = zone,
            NoSessionOn = closed ? today : state.NoSessionOn,
            Reminders = book with
            {
                NotBefore = book.NudgedAt + AroundMove,
                OddHours = new OddHours(),
                All = [.. book.All.Select(reminder => reminder with { Snoozed = false })],
            },
        };
        if (state.Zone is null)
            turn.DateAnew();
        ArrangeAll(turn);
    }

    /// <summary>Switched off together, or on again: then from now on.</summary>
    public static void Switch(Turn turn, bool off)
    {
        var book = turn.State.Reminders;
        turn.State = turn.State with
        {
            Reminders = book with
            {
                Off = off,
                All = [.. book.All.Where(reminder => reminder.Wish is not ReminderWish.ThisWorkout)
                    .Select(reminder => off ? reminder : Revived(reminder, turn.Now))],
            },
        };
        if (!off)
            ArrangeAll(turn);
    }

    /// <summary>The same wish from now on, with nothing held against it.</summary>
    public static Reminder Revived(Reminder reminder, DateTimeOffset now) => reminder with
    {
        Since = now,
        Snoozed = false,
        PausedUntil = null,
        Ignored = 0,
        Persistence = reminder.Persistence == Persistence.EveryOtherDay ? Persistence.EveryOtherDay : Persistence.Full,
        Newest = reminder.Newest is { } sent ? sent with { Answered = true } : null,
    };

    private static DateOnly? FirstDay(Reminder reminder)
    {
        var everyOther = reminder.Persistence is Persistence.Asked or Persistence.EveryOtherDay ? reminder.Newest?.Key.Day.AddDays(2) : null;
        return everyOther > reminder.PausedUntil || reminder.PausedUntil is null ? everyOther : reminder.PausedUntil;
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other, DateTimeOffset? third)
    {
        var latest = one > other ? one : other;
        return third > latest ? third.Value : latest;
    }
}
