namespace RecoveryBot.Telegram.Polling;

/// <summary>How long to wait after failures in a row.</summary>
internal static class BackOff
{
    /// <summary>
    /// From 1 s doubling to a minute, between half and all of it by chance, so that many bots do not return at once.
    /// </summary>
    /// <param name="failures">At least 1.</param>
    /// <param name="chance">0–1.</param>
    public static TimeSpan Jittered(int failures, double chance) => Doubling(1, failures) * (0.5 + (chance / 2));

    /// <summary>From 3 s doubling to a minute: while another process takes over, or until it goes.</summary>
    /// <param name="conflicts">At least 1.</param>
    public static TimeSpan AfterConflict(int conflicts) => Doubling(3, conflicts);

    private static TimeSpan Doubling(double seconds, int times) =>
        TimeSpan.FromSeconds(Math.Min(60, seconds * Math.Pow(2, times - 1)));
}
