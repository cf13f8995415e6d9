using RecoveryBot.Outbox;

namespace RecoveryBot.Channels.Terminal;

/// <summary>The terminal as a chat channel: one fixed account, whose messages go to the screen.</summary>
public sealed class TerminalChannel(TerminalSession session) : IChatChannel
{
    /// <summary>The terminal's name in accounts and outbox rows.</summary>
    public const string Name = "terminal";

    /// <summary>The one account and the one chat of a terminal (D14).</summary>
    public const string Local = "local";

    /// <summary>There is one message to take the place of: the newest.</summary>
    private const string Newest = "newest";

    public string Platform => Name;

    public Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        session.Show(outgoing.File is { } file ? SavedFile.Under(outgoing.Message, file) : outgoing.Message);
        return Task.FromResult<Delivery>(new Delivery.Sent(Newest));
    }
}
