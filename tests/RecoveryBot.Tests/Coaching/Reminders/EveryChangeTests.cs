using NodaTime;
using NodaTime.TimeZones;
using RecoveryBot.Tests.Coaching.Walking;

namespace RecoveryBot.Tests.Coaching.Reminders;

/// <summary>What the coach really sends around the changes of the clock: the whole decision, in every zone.</summary>
public sealed class EveryChangeTests
{
    private static readonly Instant From = Instant.FromUtc(2024, 1, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2038, 1, 1, 0, 0);
    private static readonly Duration Around = Duration.FromHours(60);

    /// <summary>Of two the first, in a gap the first instant after it (D9).</summary>
    private static readonly ZoneLocalMappingResolver Meant =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The gate takes every change, else one of twenty.</summary>
    private static int Stride => WalkProperties.Long ? 1 : 20;

    [Theory]
    [InlineData("evening 22:30", "21:30")]
    [InlineData("02:30", "02:30")]
    [InlineData("00:00", "00:00")]
    [Trait("Rule", "TIME-2")]
    [Trait("Rule", "TIME-4")]
    public void Each_date_has_one_nudge_and_at_its_time(string words, string time)
    {
        var changes = DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id])
            .SelectMany(zone => zone.GetZoneIntervals(From, To).Where(interval => interval.HasStart && interval.Start > From)
                .Select(interval => (zone, interval.Start)))
            .Where((_, i) => i % Stride == 0).ToList();

        Assert.True(changes.Count > 3_000 / Stride, $"only {changes.Count} changes");
        foreach (var (zone, change) in changes)
        {
            var nudges = NudgesAround(zone, change, words);
            Assert.True(Expected(zone, change, TimeOnly.Parse(time, null)).SequenceEqual(nudges), $"{zone.Id} {change}: {string.Join(", ", nudges)}");
        }
    }

    private static List<Instant> NudgesAround(DateTimeZone zone, Instant change, string words)
    {
        var talk = ReminderRig.At(zone.Id, "2024-01-01T12:00");
        talk.Now = change.Minus(Around).ToDateTimeOffset();
        talk.Say("/remind " + words);
        if (talk.State.Dialogue is not null)
            talk.Press("Yes, all the same");
        var until = change.Plus(Around).ToDateTimeOffset();
        while (talk.State.Reminders.Due.Single().Due is var due && due < until)
        {
            var before = talk.Nudges.Count;
            talk.Wait(due - talk.Now);
            if (talk.Nudges.Count > before)
                talk.Press("Not today");
        }

        return [.. talk.Nudges.Select(nudge => Instant.FromDateTimeOffset(nudge.At))];
    }

    /// <summary>Worked out by NodaTime's own rules, date by date.</summary>
    private static IEnumerable<Instant> Expected(DateTimeZone zone, Instant change, TimeOnly time)
    {
        var (from, until) = (change.Minus(Around), change.Plus(Around));
        for (var date = from.InZone(zone).Date.PlusDays(-1); date <= until.InZone(zone).Date; date = date.PlusDays(1))
        {
            var at = zone.ResolveLocal(date + LocalTime.FromTimeOnly(time), Meant).ToInstant();
            if (at >= from && at < until)
                yield return at;
        }
    }
}
