using System.Text.Json.Nodes;

namespace FakeDiscord.Gateway;

/// <summary>What becomes of an identify.</summary>
internal enum IdentifyVerdict
{
    Passes,

    /// <summary>Sooner than the pace allows; counted nevertheless.</summary>
    TooEarly,

    /// <summary>Beyond the day's number.</summary>
    UsedUp,
}

/// <summary>How often a bot may identify: so many in 5 seconds, so many in a day. [Gateway: Session Start Limit]</summary>
internal sealed class IdentifyLimits(FakeDiscordOptions options)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Dictionary<int, DateTimeOffset> _last = [];
    private DateTimeOffset _dayEnds;
    private int _used;

    public IdentifyVerdict Take(int shard)
    {
        var now = options.Time.GetUtcNow();
        if (now >= _dayEnds)
            (_dayEnds, _used) = (now + Day, 0);
        if (_used >= options.IdentifiesPerDay)
            return IdentifyVerdict.UsedUp;
        _used++;
        var key = shard % options.MaxConcurrency;
        var isEarly = _last.TryGetValue(key, out var last) && now - last < Pace;
        _last[key] = now;
        return isEarly ? IdentifyVerdict.TooEarly : IdentifyVerdict.Passes;
    }

    public JsonObject ToJson()
    {
        var left = _dayEnds - options.Time.GetUtcNow();
        return new JsonObject
        {
            ["total"] = options.IdentifiesPerDay,
            ["remaining"] = left > TimeSpan.Zero ? options.IdentifiesPerDay - _used : options.IdentifiesPerDay,
            ["reset_after"] = left > TimeSpan.Zero ? (long)left.TotalMilliseconds : 0,
            ["max_concurrency"] = options.MaxConcurrency,
        };
    }
}
