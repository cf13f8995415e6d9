using RecoveryBot.Coaching;

namespace RecoveryBot.Outbox;

/// <summary>How long a failed message waits: twice as long each time, less up to a half by chance.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>Somebody may be lying with their legs up.</summary>
    private static readonly TimeSpan LongestForSafety = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="attempts">Failed attempts before this one, from 0.</param>
    /// <param name="chance">From 0 up to 1; spreads those who failed together.</param>
    public static TimeSpan After(int attempts, DeliveryClass kind, double chance)
    {
        var longest = kind == DeliveryClass.Safety ? LongestForSafety : Longest;
        var wait = First * Math.Pow(2, Math.Min(attempts, 10));
        return (wait < longest ? wait : longest) * (1 - chance / 2);
    }
}
