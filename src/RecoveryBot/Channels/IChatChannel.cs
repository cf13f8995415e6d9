using RecoveryBot.Coaching.Wording;
using RecoveryBot.Outbox;

namespace RecoveryBot.Channels;

/// <summary>One place where people chat: Telegram, Discord, the terminal.</summary>
public interface IChatChannel
{
    /// <summary>Its name in accounts and outbox rows, lower case: <c>terminal</c>.</summary>
    string Platform { get; }

    /// <summary>Tries once to show a message. What goes wrong on the wire is an answer, not an exception.</summary>
    /// <param name="chat">The platform's id of the chat.</param>
    /// <param name="newestMessageId">
    /// What an edit takes the place of; <see langword="null"/>: nothing has been sent, so an edit becomes a new message.
    /// </param>
    Task<Delivery> DeliverAsync(
        string chat, ChatMessage message, string? newestMessageId, CancellationToken cancellationToken);
}
