using NodaTime;
using RecoveryBot.Coaching;
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
    [Trait("Rule", "TIME-11")]
    public void Through_random_outages_and_clock_jumps_no_nudge_is_outside_what_was_asked_for()
    {
        var chance = new Random(Seed);
        for (var life = 0; life < 40; life++)
        {
            var zone = new[] { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia" }[life % 5];
            var talk = ReminderRig.At(zone, $"2026-0{chance.Next(1, 9)}-1{chance.Next(0, 9)}T12:00").Say("/remind evening 22:30").Say("/remind mon,wed,fri 18:45");
            for (var step = 0; step < 150; step++)
            {
                var before = talk.Nudges.Count;
                if (chance.Next(3) == 0)
                    talk.BeDown(TimeSpan.FromMinutes(chance.Next(1, 4_000)));
                else
                    talk.Wait(TimeSpan.FromMinutes(chance.Next(1, 1_500)));
                if (talk.Nudges.Count > before && chance.Next(3) > 0)
                    talk.Press(talk.Asking.Buttons[^1]);
                // A clock that goes back a little, or rings twice.
                if (chance.Next(10) == 0)
                    talk.Now -= TimeSpan.FromMinutes(chance.Next(1, 50));
                talk.Hear(new CoachInput.ReminderDue(ReminderKind.Fixed));
            }

            AssertAskedFor(talk);
        }
    }

    [Fact]
    [Trait("Rule", "TIME-4")]
    public void Between_a_thousand_pairs_of_zones_nudges_stay_half_a_day_apart()
    {
        var chance = new Random(Seed);
        var zones = DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/') && !id.StartsWith("Etc", StringComparison.Ordinal)
            // Heard as a sign of the body first, like every word (3.6).
            && id != "Asia/Kuching").ToList();
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

    /// <summary>Each nudge on its own day once, not before its time, and not after it was of use.</summary>
    private static void AssertAskedFor(TestConversation talk)
    {
        var days = new HashSet<LocalDate>();
        foreach (var local in talk.Local(talk.Nudges.Select(n => n.At)))
        {
            var minute = local.TimeOfDay;
            var isEvening = minute >= new LocalTime(21, 30) && minute <= new LocalTime(21, 38);
            var isFixed = minute >= new LocalTime(18, 45) && minute <= new LocalTime(20, 45)
                && local.DayOfWeek is IsoDayOfWeek.Monday or IsoDayOfWeek.Wednesday or IsoDayOfWeek.Friday;
            Assert.True(isEvening || isFixed, $"{talk.State.Zone} {local}");
            Assert.True(days.Add(local.Date), $"{talk.State.Zone} {local} is the second of its day");
        }

        Assert.NotEmpty(days);
    }
}
