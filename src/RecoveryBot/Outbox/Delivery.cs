namespace RecoveryBot.Outbox;

/// <summary>How one attempt to deliver ended. Closed.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>It is on the screen.</summary>
    /// <param name="MessageId">The platform's id for later edits; <see langword="null"/>: it cannot be edited.</param>
    public sealed record Sent(string? MessageId) : Delivery;

    /// <summary>Not now, and certainly not shown: the chat is tried again after <paramref name="Wait"/>.</summary>
    /// <param name="WholePlatform">Nothing at all is sent on the platform until then.</param>
    public sealed record Later(TimeSpan Wait, bool WholePlatform = false) : Delivery;

    /// <summary>It may be shown or not: tried again soon, unless it must never be seen twice.</summary>
    /// <param name="Reason">For the log: no user's words.</param>
    public sealed record Unclear(string Reason) : Delivery;

    /// <summary>The platform will not take it; the message is given up.</summary>
    /// <param name="Reason">For the log: no user's words.</param>
    public sealed record Never(string Reason) : Delivery;

    /// <summary>The user does not want to hear from us (Telegram 403, Discord 50007): silence until they write again.</summary>
    public sealed record Blocked : Delivery;

    /// <summary>The chat goes on under another id (Telegram's <c>migrate_to_chat_id</c>): tried there at once.</summary>
    public sealed record Moved(string Chat) : Delivery;
}
