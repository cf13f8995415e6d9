namespace RecoveryBot.Discord.Gateway;

/// <summary>The shards' turns to identify: <c>max_concurrency</c> of them every 5 s.</summary>
/// <param name="concurrency">From the API, at least 1.</param>
internal sealed class IdentifyTurns(int concurrency, TimeProvider time)
{
    /// <summary>A little more than 5 s, because Discord counts from the arrival.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5.5);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, DateTimeOffset> _free = [];

    /// <summary>Takes the shard's next turn.</summary>
    /// <returns>How long until then.</returns>
    public TimeSpan Take(Shard shard)
    {
        var key = shard.Id % concurrency;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var turn = _free.TryGetValue(key, out var free) && free > now ? free : now;
            _free[key] = turn + Spacing;
            return turn - now;
        }
    }
}
