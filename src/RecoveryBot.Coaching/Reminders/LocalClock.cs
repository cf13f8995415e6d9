using NodaTime;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>From a local time to its instant (D9).</summary>
internal static class LocalClock
{
    /// <summary>The instant of a local time: the first of two; in a gap the first valid instant after it.</summary>
    /// <returns><see langword="null"/>: the zone has no such date at all.</returns>
    public static DateTimeOffset? InstantOf(LocalDateTime local, DateTimeZone zone)
    {
        var map = zone.MapLocal(local);
        if (map.Count > 0)
            return map.First().ToInstant().ToDateTimeOffset();
        var midnight = local.Date.AtMidnight();
        var skipped = map.EarlyInterval.IsoLocalEnd <= midnight && map.LateInterval.IsoLocalStart >= midnight.PlusDays(1);
        return skipped ? null : map.LateInterval.Start.ToDateTimeOffset();
    }

    public static LocalDateTime Local(DateTimeOffset instant, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(instant).InZone(zone).LocalDateTime;

    public static TimeOnly TimeOf(DateTimeOffset instant, DateTimeZone zone) => Local(instant, zone).TimeOfDay.ToTimeOnly();

    /// <summary>The user's day of a local time, which begins at 04:00.</summary>
    public static DateOnly DayOf(LocalDateTime local) => local.PlusHours(-4).Date.ToDateOnly();
}
