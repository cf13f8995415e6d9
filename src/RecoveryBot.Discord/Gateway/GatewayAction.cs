namespace RecoveryBot.Discord.Gateway;

/// <summary>What is to be done about an input, in order. Closed.</summary>
internal abstract record GatewayAction
{
    private GatewayAction()
    {
    }

    /// <summary>Open a new socket; there is none any more.</summary>
    /// <param name="Url">Without a query.</param>
    /// <param name="Wait">Before it is opened.</param>
    public sealed record Connect(string Url, TimeSpan Wait) : GatewayAction;

    /// <summary>Leave the socket with 4000, so that the session stays.</summary>
    public sealed record Drop : GatewayAction;

    /// <summary>Make these durable before the next action.</summary>
    public sealed record KeepIdentifies(IReadOnlyList<DateTimeOffset> Identifies) : GatewayAction;

    public sealed record Identify : GatewayAction;

    public sealed record Resume(GatewayPosition Position) : GatewayAction;

    /// <param name="Sequence">Of the last dispatch; <see langword="null"/>: none in this session.</param>
    public sealed record Heartbeat(long? Sequence) : GatewayAction;

    /// <summary>Hand a new dispatch on.</summary>
    public sealed record Deliver(Dispatch Dispatch, GatewayPosition Position) : GatewayAction;

    /// <summary>Tell the operator.</summary>
    public sealed record Report(GatewayTrouble Trouble, int? CloseCode = null) : GatewayAction;

    /// <summary>No retry can help: give up.</summary>
    public sealed record GiveUp(GatewayCloseCode Code) : GatewayAction;
}

/// <summary>What the operator should know.</summary>
internal enum GatewayTrouble
{
    /// <summary>A heartbeat was not acknowledged: the connection is dead.</summary>
    Silent,

    /// <summary>The server says that we did something wrong.</summary>
    OurBug,

    /// <summary>The session cannot be resumed: what happened since is lost.</summary>
    SessionLost,
}
