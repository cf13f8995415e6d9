namespace RecoveryBot.Discord.Gateway;

/// <summary>How long to wait after failures in a row.</summary>
internal static class BackOff
{
    /// <summary>
    /// After none within a second, then from 1 s doubling to a minute, between half and all of it by chance: many bots do
    /// not return at once. Connections cost nothing; identifies have a longer pause of their own.
    /// </summary>
    /// <param name="failures">0 or more.</param>
    /// <param name="chance">0–1.</param>
    public static TimeSpan Jittered(int failures, double chance) => failures == 0
        ? TimeSpan.FromSeconds(chance)
        : TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, failures - 1))) * (0.5 + (chance / 2));
}
