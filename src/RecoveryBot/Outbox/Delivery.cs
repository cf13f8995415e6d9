namespace RecoveryBot.Outbox;

/// <summary>How one attempt to deliver ended. Closed.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>It is on the screen.</summary>
    /// <param name="MessageId">The platform's id for later edits; <see langword="null"/>: it has none.</param>
    public sealed record Sent(string? MessageId) : Delivery;

    /// <summary>Not now: the chat is tried again after <paramref name="Wait"/>.</summary>
    public sealed record Later(TimeSpan Wait) : Delivery;

    /// <summary>The platform will not take it; the message is given up.</summary>
    /// <param name="Reason">For the log: no user's words.</param>
    public sealed record Never(string Reason) : Delivery;
}
