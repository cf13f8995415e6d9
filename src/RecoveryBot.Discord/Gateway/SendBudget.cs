using System.Collections.Immutable;

namespace RecoveryBot.Discord.Gateway;

/// <summary>What one connection has sent in the last minute. Discord allows 120 payloads; more end it with 4008.</summary>
internal sealed record SendBudget(ImmutableQueue<DateTimeOffset> Sent)
{
    private const int PerMinute = 120;

    /// <summary>Kept for the heartbeats that are due.</summary>
    private const int ForHeartbeats = 5;

    public static SendBudget Full { get; } = new(ImmutableQueue<DateTimeOffset>.Empty);

    /// <summary>Whether a heartbeat that is due may go.</summary>
    public bool AllowsHeartbeat(DateTimeOffset now) => Recent(now).Count() < PerMinute;

    /// <summary>Whether anything else may go, also a heartbeat out of turn.</summary>
    public bool Allows(DateTimeOffset now) => Recent(now).Count() < PerMinute - ForHeartbeats;

    public SendBudget Spend(DateTimeOffset now)
    {
        var kept = Sent;
        while (!kept.IsEmpty && !IsRecent(kept.Peek(), now))
            kept = kept.Dequeue();
        return new SendBudget(kept.Enqueue(now));
    }

    private IEnumerable<DateTimeOffset> Recent(DateTimeOffset now) => Sent.Where(at => IsRecent(at, now));

    private static bool IsRecent(DateTimeOffset at, DateTimeOffset now) => now - at < TimeSpan.FromMinutes(1);
}
