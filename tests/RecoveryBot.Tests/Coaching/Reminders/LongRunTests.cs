using NodaTime;
using NodaTime.Extensions;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Reminders;

/// <summary>Years of evenings, random outages and moves, through the whole decision.</summary>
public sealed class LongRunTests
{
    private const int Seed = 20_260_105;

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Sydney")]
    [InlineData("Pacific/Apia")]
    [Trait("Rule", "TIME-4")]
    public void In_365_evenings_there_are_365_nudges_each_at_its_time(string zone)
    {
        var talk = ReminderRig.In(zone).Say("/remind evening 22:30");
        for (var evening = 0; evening < 365; evening++)
        {
            talk.Wait(TimeSpan.FromHours(12));
            Assert.Equal(evening + 1, talk.Nudges.Count);
            talk.Press("Not today");
            // To noon of the next day, whatever the clock did.
            var next = LocalClock.Local(talk.Now, DateTimeZoneProviders.Tzdb[zone]).Date.PlusDays(LocalClock.TimeOf(talk.Now, DateTimeZoneProviders.Tzdb[zone]).Hour < 12 ? 0 : 1);
            talk.Wait(LocalClock.InstantOf(next + new LocalTime(12, 0), DateTimeZoneProviders.Tzdb[zone])!.Value - talk.Now);
        }

        Assert.All(talk.Local(talk.Nudges.Select(n => n.At)), at => Assert.Equal(new LocalTime(21, 30), at.TimeOfDay));
        Assert.Equal(365, talk.Local(talk.Nudges.Select(n => n.At)).Select(at => at.Date).Distinct().Count());
    }

    [Fact]
    [Trait("Rule", "TIME-4")]
    public void In_a_year_no_nudge_comes_on_a_day_that_has_its_session()
    {
        var chance = new Random(Seed);
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind evening 22:30");
        var done = new HashSet<DateOnly>();
        for (var date = new DateOnly(2026, 1, 5); date < new DateOnly(2027, 1, 5); date = date.AddDays(1))
        {
            // From noon to noon, whatever the clock does at night.
            talk.Now = LocalClock.InstantOf(date.ToLocalDate() + new LocalTime(12, 0), DateTimeZoneProviders.Tzdb["Europe/Berlin"])!.Value;
            if (chance.Next(2) == 0)
            {
                done.Add(date);
                var report = new SessionReport { Day = date, VRan = true, Held = 5 };
                talk.State = talk.State with { Events = [.. talk.State.Events, new DoseEvent.Reported(talk.Now, date, done.Count, talk.Now, report)] };
            }

            var before = talk.Nudges.Count;
            talk.Wait(TimeSpan.FromHours(11.9));
            Assert.Equal(done.Contains(date) ? before : before + 1, talk.Nudges.Count);
            if (talk.Nudges.Count > before)
                talk.Press("Not today");
        }

        Assert.InRange(done.Count, 150, 215);
    }

    [Fact]
    [Trait("Rule", "TIME-11")]
    public void Through_random_outages_and_clock_jumps_no_nudge_is_outside_what_was_asked_for()
    {
        var chance = new Random(Seed);
        for (var life = 0; life < 40; life++)
        {
            var zone = new[] { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia" }[life % 5];
            var talk = ReminderRig.At(zone, $"2026-0{chance.Next(1, 9)}-1{chance.Next(0, 9)}T12:00").Say("/remind evening 22:30").Say("/remind mon,wed,fri 18:45")
                .Say("/remind workout tue,thu 19:00").Say("/remind desk weekdays 9-17");
            for (var step = 0; step < 150; step++)
            {
                var before = talk.Nudges.Count;
                if (chance.Next(3) == 0)
                    talk.BeDown(TimeSpan.FromMinutes(chance.Next(1, 4_000)));
                else
                    talk.Wait(TimeSpan.FromMinutes(chance.Next(1, 1_500)));
                if (talk.Nudges.Count > before && chance.Next(3) > 0)
                    talk.Press(talk.Asking.Buttons[^1]);
                // A clock that goes back, or rings twice.
                if (chance.Next(10) == 0)
                    talk.Now -= TimeSpan.FromMinutes(chance.Next(1, 600));
                talk.Hear(new CoachInput.ReminderDue(ReminderKind.Fixed)).Hear(new CoachInput.ReminderDue(ReminderKind.Desk));
            }

            AssertAskedFor(talk);
        }
    }

    [Fact]
    [Trait("Rule", "TIME-4")]
    public void Between_a_thousand_pairs_of_zones_nudges_stay_half_a_day_apart()
    {
        var chance = new Random(Seed);
        var zones = DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/') && !id.StartsWith("Etc", StringComparison.Ordinal)).ToList();
        for (var pair = 0; pair < 1_000; pair++)
        {
            var (from, to) = (zones[chance.Next(zones.Count)], zones[chance.Next(zones.Count)]);
            var talk = ReminderRig.At(from, $"2026-{chance.Next(1, 13):00}-{chance.Next(1, 28):00}T12:00").Say("/remind evening 22:30")
                .Wait(TimeSpan.FromMinutes(chance.Next(1, 2_000)));
            talk.Say("/settings").Press("Time zone").Say(to);
            Assert.Equal(to, talk.State.Zone);
            talk.Wait(TimeSpan.FromDays(3));

            var gaps = talk.Nudges.Zip(talk.Nudges.Skip(1), (a, b) => b.At - a.At);
            Assert.All(gaps, gap => Assert.True(gap >= TimeSpan.FromHours(12), $"{from} {to}: {gap}"));
            Assert.True(talk.Nudges.Count >= 2, $"{from} {to}");
            Assert.Equal(new LocalTime(21, 30), talk.Local([talk.Nudges[^1].At]).Single().TimeOfDay);
        }
    }

    /// <summary>One of its day (two at the desk), not before its time, and not after it was of use.</summary>
    private static void AssertAskedFor(TestConversation talk)
    {
        var daily = new HashSet<LocalDate>();
        var desk = new List<LocalDate>();
        foreach (var (message, at) in talk.Nudges)
        {
            var local = talk.Local([at]).Single();
            var told = $"{talk.State.Zone} {local} {message.Text}";
            Assert.True(IsAskedFor(local), told);
            if (message.Buttons.Count == 0)
                continue; // The reminder says that it is off.
            if (message.Buttons[0].Id.Contains($"-{(int)ReminderKind.Desk}:", StringComparison.Ordinal))
                desk.Add(local.Date);
            else
                Assert.True(daily.Add(local.Date), told + " is the second of its day");
        }

        Assert.NotEmpty(daily);
        Assert.NotEmpty(desk);
        Assert.All(desk.GroupBy(date => date), day => Assert.InRange(day.Count(), 1, 2));
    }

    private static bool IsAskedFor(LocalDateTime local)
    {
        var isWorkday = local.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
        return Within(21, 30, minutes: 8)
            || (Within(18, 45, minutes: 120) && local.DayOfWeek is IsoDayOfWeek.Monday or IsoDayOfWeek.Wednesday or IsoDayOfWeek.Friday)
            || (Within(19, 15, minutes: 120) && local.DayOfWeek is IsoDayOfWeek.Tuesday or IsoDayOfWeek.Thursday)
            || (isWorkday && (Within(11, 40, minutes: 120) || Within(14, 20, minutes: 120)));

        bool Within(int hour, int minute, int minutes) =>
            local.TimeOfDay >= new LocalTime(hour, minute) && local.TimeOfDay <= new LocalTime(hour, minute).PlusMinutes(minutes);
    }
}
