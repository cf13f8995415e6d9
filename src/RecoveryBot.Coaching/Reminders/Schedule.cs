using NodaTime;
using NodaTime.Extensions;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>One time at which a reminder wants to be heard.</summary>
/// <param name="UsefulUntil">After this it is missed: the latest start in the evening, two hours otherwise.</param>
public sealed record Occurrence(DateTimeOffset At, NudgeKey Key, DateTimeOffset UsefulUntil);

/// <summary>Where the user lives and what an evening session takes.</summary>
/// <param name="Minutes">T: minutes of a session, spare ones too.</param>
/// <param name="Allowance">a: minutes for changing position (FIT-10).</param>
public sealed record Circumstances(DateTimeZone Zone, int Minutes, int Allowance);

/// <summary>When a wish falls due: local dates and times, then their instants. Every date that exists has its time once.</summary>
public static class Schedule
{
    /// <summary>A nudge goes out at least this long after its time, however near the latest start is. Our own number.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <summary>How long a nudge that has no latest start is worth sending (design 3.5).</summary>
    public static readonly TimeSpan Useful = TimeSpan.FromHours(2);

    /// <summary>After the end of a workout (design 3.5); SAFE-12 asks for 5 minutes of walking at least.</summary>
    public const int MinutesAfterWorkout = 15;

    /// <summary>A desk day shorter than this has one nudge. Our own number.</summary>
    private const int ShortDeskMinutes = 180;

    /// <summary>Longer than any wish is silent: a week, and every other of its days.</summary>
    private const int DaysAhead = 16;

    /// <summary>The next time of a wish.</summary>
    /// <param name="after">What is settled already; <see langword="null"/>: nothing.</param>
    /// <param name="from">Nothing before this instant.</param>
    /// <param name="notBefore">Nothing for a day before this one; <see langword="null"/>: any day.</param>
    /// <returns><see langword="null"/>: never by itself.</returns>
    public static Occurrence? Next(
        ReminderWish wish, Circumstances where, NudgeKey? after, DateTimeOffset from, DateOnly? notBefore = null)
    {
        var date = LocalClock.Local(from, where.Zone).Date.PlusDays(-2);
        if (notBefore is { } first && first.ToLocalDate() > date)
            date = first.ToLocalDate();
        for (var last = date.PlusDays(DaysAhead); date <= last; date = date.PlusDays(1))
        {
            foreach (var time in On(date, wish, where))
            {
                if (time.At >= from && time.Key.IsAfter(after) && !(time.Key.Day < notBefore))
                    return time;
            }
        }

        return null;
    }

    /// <summary>The times of a wish on one date, in their order.</summary>
    private static IEnumerable<Occurrence> On(LocalDate date, ReminderWish wish, Circumstances where) => wish switch
    {
        ReminderWish.BeforeBed evening => BeforeBed(date, evening, where),
        ReminderWish.WorkoutDays workout when workout.Days.Has(date.DayOfWeek) => Once(
            (date + workout.End.ToLocalTime()).PlusMinutes(MinutesAfterWorkout),
            LocalClock.DayOf(date + workout.End.ToLocalTime()), where.Zone),
        ReminderWish.FixedTime at when at.Days.Has(date.DayOfWeek) => Once(
            date + at.Time.ToLocalTime(), LocalClock.DayOf(date + at.Time.ToLocalTime()), where.Zone),
        ReminderWish.WeekReview review when review.Day.Has(date.DayOfWeek) => Once(
            date + ReminderWish.WeekReview.Time.ToLocalTime(), date.ToDateOnly(), where.Zone),
        ReminderWish.DeskDays desk when desk.Days.Has(date.DayOfWeek) => AtDesk(date, desk, where.Zone),
        _ => [],
    };

    private static IEnumerable<Occurrence> BeforeBed(LocalDate day, ReminderWish.BeforeBed evening, Circumstances where)
    {
        var times = Evening.TimesFor(Evening.BedtimeOf(day, evening.Bedtime.ToLocalTime()), where.Minutes, where.Allowance);
        if (LocalClock.InstantOf(times.Remind, where.Zone) is not { } at)
            yield break;
        var latest = LocalClock.InstantOf(times.LatestStart, where.Zone) ?? at;
        yield return new Occurrence(at, new NudgeKey(day.ToDateOnly(), 1), Later(latest, at + Grace));
    }

    private static IEnumerable<Occurrence> Once(LocalDateTime local, DateOnly day, DateTimeZone zone)
    {
        if (LocalClock.InstantOf(local, zone) is { } at)
            yield return new Occurrence(at, new NudgeKey(day, 1), at + Useful);
    }

    private static IEnumerable<Occurrence> AtDesk(LocalDate date, ReminderWish.DeskDays desk, DateTimeZone zone)
    {
        var from = date + desk.From.ToLocalTime();
        var to = (desk.To > desk.From ? date : date.PlusDays(1)) + desk.To.ToLocalTime();
        var minutes = (int)Period.Between(from, to, PeriodUnits.Minutes).Minutes;
        var parts = minutes < ShortDeskMinutes ? 2 : 3;
        var end = LocalClock.InstantOf(to, zone);
        for (var number = 1; number < parts; number++)
        {
            if (LocalClock.InstantOf(from.PlusMinutes(minutes * number / parts), zone) is { } at)
                yield return new Occurrence(at, new NudgeKey(LocalClock.DayOf(from), number), Earlier(at + Useful, end ?? at));
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
