using System.Text.Json.Serialization;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Requests;

/// <summary>A new message in a channel.</summary>
public sealed record CreateMessage : IHasFiles
{
    /// <summary>The longest <see cref="Nonce"/>.</summary>
    public const int MaxNonceLength = 25;

    /// <summary>
    /// 1–25, the same for each attempt at this message: one that arrived already is answered with the first, for some
    /// minutes.
    /// </summary>
    public required string Nonce { get; init; }

    /// <summary>Up to 2000 UTF-16 units of markdown; <see langword="null"/>: embeds or files alone.</summary>
    public string? Content { get; init; }

    /// <summary>Up to 10.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Up to 5.</summary>
    public IReadOnlyList<ActionRow>? Components { get; init; }

    /// <summary><see cref="MessageFlags.SuppressNotifications"/> and the like; <see langword="null"/>: none.</summary>
    public MessageFlags? Flags { get; init; }

    [JsonIgnore]
    public IReadOnlyList<FileUpload> Files { get; init; } = [];

    /// <summary>On: Discord looks for an earlier message with the same nonce.</summary>
    public bool EnforceNonce { get; } = true;

    public AllowedMentions AllowedMentions { get; } = AllowedMentions.Nobody;

    public IReadOnlyList<Attachment>? Attachments => Files.AsAttachments();
}
