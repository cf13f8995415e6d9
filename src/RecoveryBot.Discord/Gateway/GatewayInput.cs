namespace RecoveryBot.Discord.Gateway;

/// <summary>Something that happened to a gateway session. Closed.</summary>
internal abstract record GatewayInput
{
    private GatewayInput()
    {
    }

    /// <summary>The process begins.</summary>
    public sealed record Started : GatewayInput;

    /// <summary>The process ends, or hands over to the next.</summary>
    public sealed record Stopped : GatewayInput;

    /// <summary>The socket is open.</summary>
    public sealed record Connected : GatewayInput;

    /// <summary>The socket could not be opened.</summary>
    public sealed record NotConnected : GatewayInput;

    /// <summary>The socket is closed.</summary>
    /// <param name="Code">The server's; <see langword="null"/>: it was cut.</param>
    public sealed record Closed(int? Code) : GatewayInput;

    /// <summary>An instant that the state waits for has come.</summary>
    public sealed record TimeUp : GatewayInput;

    /// <summary>Op 10.</summary>
    /// <param name="Interval">Between heartbeats.</param>
    /// <param name="Turn">How long until this shard may identify, should it have to.</param>
    public sealed record Hello(TimeSpan Interval, TimeSpan Turn) : GatewayInput;

    /// <summary>Op 0.</summary>
    public sealed record Dispatched(Dispatch Dispatch, long Sequence) : GatewayInput;

    /// <summary>Op 1.</summary>
    public sealed record HeartbeatAsked : GatewayInput;

    /// <summary>Op 11.</summary>
    public sealed record Acknowledged : GatewayInput;

    /// <summary>Op 7.</summary>
    public sealed record ReconnectAsked : GatewayInput;

    /// <summary>Op 9.</summary>
    public sealed record SessionInvalid(bool Resumable) : GatewayInput;
}
