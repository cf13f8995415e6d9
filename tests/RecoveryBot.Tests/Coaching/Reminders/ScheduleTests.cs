using NodaTime;
using RecoveryBot.Coaching.Reminders;

namespace RecoveryBot.Tests.Coaching.Reminders;

/// <summary>When a wish falls due, in every zone that there is, over every change of its clock.</summary>
public sealed class ScheduleTests
{
    private static readonly Instant From = Instant.FromUtc(2024, 1, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2038, 1, 1, 0, 0);

    public static TheoryData<string, string> Wishes() => new()
    {
        { "evening", "22:30" }, { "evening", "00:15" }, { "evening", "03:30" }, { "fixed", "02:30" }, { "fixed", "00:00" }, { "fixed", "23:45" }, { "fixed", "03:30" },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    [Trait("Rule", "TIME-4")]
    public void Around_every_change_of_the_clock_each_date_has_its_nudge_once_and_at_its_time(string kind, string time)
    {
        var wish = Wish(kind, time);
        var changes = 0;
        foreach (var zone in Zones())
        {
            foreach (var change in zone.GetZoneIntervals(From, To).Where(interval => interval.HasStart && interval.Start > From).Select(interval => interval.Start))
            {
                changes++;
                AssertEachDateOnce(zone, wish, change);
            }
        }

        Assert.True(changes > 3_000, $"only {changes} changes");
    }

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-31")]
    [InlineData("Pacific/Kwajalein", "1993-08-20", "1993-08-22")]
    [Trait("Rule", "TIME-4")]
    public void A_date_that_a_zone_does_not_have_has_no_nudge(string id, string before, string after)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        foreach (var wish in new[] { Wish("fixed", "20:30"), Wish("fixed", "00:00"), Wish("evening", "22:30") })
        {
            var start = zone.AtStartOfDay(LocalDate.FromDateOnly(DateOnly.Parse(before, null)).PlusDays(-3)).ToInstant().ToDateTimeOffset();
            var dates = TimesFrom(wish, zone, start, 6).Select(time => LocalClock.Local(time.At, zone).Date.ToDateOnly()).ToList();

            Assert.Contains(DateOnly.Parse(before, null), dates);
            Assert.Contains(DateOnly.Parse(after, null), dates);
            Assert.DoesNotContain(DateOnly.Parse(before, null).AddDays(1), dates);
            Assert.Equal(dates.Distinct(), dates);
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T12:00Z", "02:30", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24T12:00Z", "02:30", "2026-10-25T00:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T00:00Z", "02:10", "2026-10-03T15:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T00:00Z", "01:45", "2026-04-04T14:45Z")]
    [InlineData("America/Nuuk", "2026-03-28T12:00Z", "23:30", "2026-03-29T01:00Z")]
    [InlineData("Africa/Cairo", "2026-04-23T12:00Z", "00:00", "2026-04-23T22:00Z")]
    [InlineData("Asia/Kathmandu", "2026-04-23T12:00Z", "20:30", "2026-04-23T14:45Z")]
    [InlineData("Pacific/Chatham", "2026-04-23T12:00Z", "20:30", "2026-04-24T07:45Z")]
    public void In_a_gap_it_is_the_first_instant_after_it_and_of_two_the_first(string id, string from, string time, string due)
    {
        var next = Schedule.Next(Wish("fixed", time), Where(DateTimeZoneProviders.Tzdb[id]), null, DateTimeOffset.Parse(from, null));

        Assert.Equal(DateTimeOffset.Parse(due, null), next!.At);
    }

    [Theory]
    [InlineData("BV-1", "22:30", 20, 3, "21:30", "21:37")]
    [InlineData("BV-2", "22:30", 30, 3, "21:27", "21:32")]
    [InlineData("BV-5", "00:15", 15, 3, "23:15", "23:27")]
    [InlineData("BV-6", "22:30", 40, 3, "21:17", "21:22")]
    [Trait("Rule", "TIME-2")]
    public void The_evening_is_reminded_of_by_the_plan_and_useful_until_the_latest_start(
        string id, string bedtime, int minutes, int allowance, string due, string until)
    {
        Assert.StartsWith("BV-", id, StringComparison.Ordinal);
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

        var next = Schedule.Next(Wish("evening", bedtime), new Circumstances(berlin, minutes, allowance), null, DateTimeOffset.Parse("2026-01-07T12:00Z", null))!;

        Assert.Equal(new NudgeKey(new DateOnly(2026, 1, 7), 1), next.Key);
        Assert.Equal(TimeOnly.Parse(due, null), LocalClock.TimeOf(next.At, berlin));
        // At least five minutes, where the reminder is the latest start itself.
        Assert.Equal(TimeOnly.Parse(until, null), LocalClock.TimeOf(next.UsefulUntil, berlin));
    }

    [Fact]
    public void Workouts_are_reminded_of_a_quarter_of_an_hour_after_on_their_days_alone()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var wish = new ReminderWish.WorkoutDays(Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday, new TimeOnly(23, 50));

        var times = TimesFrom(wish, berlin, DateTimeOffset.Parse("2026-01-05T08:00Z", null), 7);

        Assert.Equal(["Mon 23:50", "Wed 23:50", "Fri 23:50"], times.Select(time => LocalClock.Local(time.At, berlin).PlusMinutes(-15).ToString("ddd HH:mm", null)));
        Assert.Equal([5, 7, 9], times.Select(time => time.Key.Day.Day));
    }

    [Theory]
    [InlineData("09:00", "17:00", "11:40 14:20")]
    [InlineData("09:00", "11:00", "10:00")]
    [InlineData("22:00", "06:00", "00:40 03:20")]
    [Trait("Rule", "TIME-7")]
    public void A_desk_day_has_two_breaks_at_most_inside_its_hours(string from, string to, string times)
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var wish = new ReminderWish.DeskDays(Weekdays.Workdays, TimeOnly.Parse(from, null), TimeOnly.Parse(to, null));

        var found = TimesFrom(wish, berlin, DateTimeOffset.Parse("2026-01-05T03:00Z", null), 1);

        Assert.Equal(times, string.Join(' ', found.Select(time => Text(LocalClock.TimeOf(time.At, berlin)))));
        Assert.Equal(Enumerable.Range(1, found.Count), found.Select(time => time.Key.Number));
        Assert.Single(found.Select(time => time.Key.Day).Distinct());
    }

    [Fact]
    public void Nothing_comes_before_the_day_that_a_pause_ends_and_nothing_twice()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var from = DateTimeOffset.Parse("2026-01-05T08:00Z", null);
        var wish = Wish("fixed", "20:30");

        Assert.Equal(new DateOnly(2026, 3, 1), Schedule.Next(wish, Where(berlin), null, from, new DateOnly(2026, 3, 1))!.Key.Day);
        Assert.Equal(new DateOnly(2026, 1, 6), Schedule.Next(wish, Where(berlin), new NudgeKey(new DateOnly(2026, 1, 5), 1), from)!.Key.Day);
    }

    private static void AssertEachDateOnce(DateTimeZone zone, ReminderWish wish, Instant change)
    {
        var start = change.Plus(-Duration.FromHours(60)).ToDateTimeOffset();
        var times = TimesFrom(wish, zone, start, 5);
        for (var i = 1; i < times.Count; i++)
            Assert.True(times[i - 1].At < times[i].At && times[i].Key.IsAfter(times[i - 1].Key), $"{zone.Id} {change} {wish}");

        foreach (var time in times)
        {
            var nominal = Nominal(wish, time);
            var map = zone.MapLocal(nominal);
            var right = map.Count > 0 ? map.First().ToInstant() : map.LateInterval.Start;
            Assert.True(right == Instant.FromDateTimeOffset(time.At), $"{zone.Id} {change} {wish}: {nominal} at {time.At}");
        }

        var days = times.Select(time => time.Key.Day.DayNumber).ToList();
        var skipped = Enumerable.Range(days[0], days[^1] - days[0] + 1).Except(days).Where(day => Exists(zone, wish, DateOnly.FromDayNumber(day)));
        Assert.True(!skipped.Any(), $"{zone.Id} {change} {wish}: no nudge on {string.Join(' ', skipped.Select(DateOnly.FromDayNumber))}");
    }

    /// <summary>The local time that was meant, worked out apart from the schedule.</summary>
    private static LocalDateTime Nominal(ReminderWish wish, Occurrence time)
    {
        var day = LocalDate.FromDateOnly(time.Key.Day);
        var clock = wish switch
        {
            ReminderWish.FixedTime at => LocalTime.FromTimeOnly(at.Time),
            ReminderWish.BeforeBed evening => LocalTime.FromTimeOnly(evening.Bedtime),
            _ => throw new ArgumentOutOfRangeException(nameof(wish)),
        };
        var local = (clock < new LocalTime(4, 0) ? day.PlusDays(1) : day) + clock;
        return wish is ReminderWish.BeforeBed ? local.PlusMinutes(-60) : local;
    }

    private static bool Exists(DateTimeZone zone, ReminderWish wish, DateOnly day)
    {
        var date = Nominal(wish, new Occurrence(default, new NudgeKey(day, 1), default)).Date;
        var map = zone.MapLocal(date.AtMidnight());
        return map.Count > 0 || map.LateInterval.IsoLocalStart < date.PlusDays(1).AtMidnight();
    }

    private static List<Occurrence> TimesFrom(ReminderWish wish, DateTimeZone zone, DateTimeOffset start, int days)
    {
        var times = new List<Occurrence>();
        while (Schedule.Next(wish, Where(zone), times.LastOrDefault()?.Key, start) is { } next && next.At < start.AddDays(days))
            times.Add(next);
        return times;
    }

    private static IEnumerable<DateTimeZone> Zones() => DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]);

    private static Circumstances Where(DateTimeZone zone) => new(zone, 20, 3);

    private static ReminderWish Wish(string kind, string time) => kind == "evening"
        ? new ReminderWish.BeforeBed(TimeOnly.Parse(time, null))
        : new ReminderWish.FixedTime(Weekdays.All, TimeOnly.Parse(time, null));

    private static string Text(TimeOnly time) => time.ToString("HH:mm", null);
}
