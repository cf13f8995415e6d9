using RecoveryBot.Outbox;

namespace RecoveryBot.Channels;

/// <summary>One place where people chat: Telegram, Discord, the terminal.</summary>
public interface IChatChannel
{
    /// <summary>Its name in accounts and outbox rows, lower case: <c>terminal</c>.</summary>
    string Platform { get; }

    /// <summary>
    /// Tries once to show a message. What goes wrong on the wire is an answer, not an exception. It does not wait for its
    /// turn under a rate limit (the message may be withdrawn meanwhile): it answers <see cref="Delivery.Later"/>.
    /// </summary>
    /// <param name="cancellationToken">Cancelled when the program cannot wait for the answer any more.</param>
    Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken);

    /// <summary>Takes a place for one message that nobody asked for; answers and sessions need none.</summary>
    /// <returns>How long until there is one; zero: it is taken.</returns>
    TimeSpan TakeUnasked() => TimeSpan.Zero;
}
