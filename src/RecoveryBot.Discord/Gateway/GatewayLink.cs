namespace RecoveryBot.Discord.Gateway;

/// <summary>Where the connection of a gateway session stands. Closed.</summary>
internal abstract record GatewayLink
{
    private GatewayLink()
    {
    }

    /// <summary>When time alone moves it on; <see langword="null"/>: never.</summary>
    public virtual DateTimeOffset? WakeAt => null;

    /// <summary>Not started yet.</summary>
    public sealed record None : GatewayLink;

    /// <summary>A socket is to be opened.</summary>
    public sealed record Connecting : GatewayLink;

    /// <summary>The socket is open and silent.</summary>
    public sealed record Open(DateTimeOffset HelloBy) : GatewayLink
    {
        public override DateTimeOffset? WakeAt => HelloBy;
    }

    /// <summary>After hello: hearts beat.</summary>
    public abstract record Greeted(Heartbeat Heart, SendBudget Sends) : GatewayLink
    {
        public override DateTimeOffset? WakeAt => Heart.DueAt;
    }

    /// <summary>It waits for its turn to identify.</summary>
    public sealed record Queued(Heartbeat Heart, SendBudget Sends, DateTimeOffset IdentifyAt) : Greeted(Heart, Sends)
    {
        public override DateTimeOffset? WakeAt => IdentifyAt < Heart.DueAt ? IdentifyAt : Heart.DueAt;
    }

    /// <summary>It has asked for a session, or for its old one, and waits for the answer.</summary>
    /// <param name="Resumes">For its old one.</param>
    /// <param name="AnswerBy">Later with each replayed dispatch.</param>
    public sealed record Asking(Heartbeat Heart, SendBudget Sends, bool Resumes, DateTimeOffset AnswerBy) : Greeted(Heart, Sends)
    {
        public override DateTimeOffset? WakeAt => AnswerBy < Heart.DueAt ? AnswerBy : Heart.DueAt;
    }

    /// <summary>READY or RESUMED has come.</summary>
    public sealed record Live(Heartbeat Heart, SendBudget Sends, DateTimeOffset Since) : Greeted(Heart, Sends);

    /// <summary>Over for good.</summary>
    public sealed record Ended : GatewayLink;
}
