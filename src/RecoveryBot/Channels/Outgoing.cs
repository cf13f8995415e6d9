using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Channels;

/// <summary>One message on its way to a chat.</summary>
/// <param name="Chat">The platform's id of the chat.</param>
/// <param name="Key">The same for each attempt at this message and for no other: a nonce, where the platform takes one.</param>
public sealed record Outgoing(string Chat, ChatMessage Message, string Key)
{
    /// <summary>The platform's id of the message whose place it takes; <see langword="null"/>: it is a message of its own.</summary>
    public string? Edits { get; init; }

    /// <summary>The press that it answers, as the channel named it; <see langword="null"/>: none.</summary>
    public string? Callback { get; init; }

    /// <summary>The file that goes with it; <see langword="null"/>: none.</summary>
    public OutgoingFile? File { get; init; }
}

/// <summary>A file on its way to a chat.</summary>
/// <param name="Name">ASCII, with its ending.</param>
public sealed record OutgoingFile(string Name, ReadOnlyMemory<byte> Content);
