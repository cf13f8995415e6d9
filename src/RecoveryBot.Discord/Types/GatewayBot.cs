namespace RecoveryBot.Discord.Types;

/// <summary>Where the gateway is and how it may be used.</summary>
public sealed record GatewayBot
{
    /// <summary>Without a query or slash.</summary>
    public required string Url { get; init; }

    /// <summary>How many shards Discord advises.</summary>
    public int Shards { get; init; } = 1;

    public SessionStartLimit? SessionStartLimit { get; init; }
}

/// <summary>How many sessions may be begun.</summary>
public sealed record SessionStartLimit
{
    /// <summary>Identifies left until the reset.</summary>
    public int Remaining { get; init; }

    /// <summary>Milliseconds until the reset.</summary>
    public long ResetAfter { get; init; }

    /// <summary>Identifies every 5 s.</summary>
    public int MaxConcurrency { get; init; } = 1;
}
