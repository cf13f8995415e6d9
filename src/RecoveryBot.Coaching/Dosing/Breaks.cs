namespace RecoveryBot.Coaching.Dosing;

/// <summary>How often a leg-up break may be taken (DOSE-19). The numbers are our own.</summary>
public static class Breaks
{
    /// <summary>At most so many breaks a day.</summary>
    public const int MostInADay = 2;

    /// <summary>From one break to the next at least this long.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(60);

    /// <summary>When the next break may start; <see langword="null"/>: not today any more.</summary>
    /// <param name="today">The starts of this day's breaks, in any order.</param>
    public static DateTimeOffset? Next(IReadOnlyCollection<DateTimeOffset> today, DateTimeOffset now)
    {
        if (today.Count >= MostInADay)
            return null;
        var free = today.Count == 0 ? now : today.Max() + Apart;
        return free > now ? free : now;
    }
}
