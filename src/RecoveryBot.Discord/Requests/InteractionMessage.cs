using System.Text.Json.Serialization;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Requests;

/// <summary>A message that answers or follows an interaction. There is no nonce here.</summary>
public sealed record InteractionMessage : IHasFiles
{
    /// <summary>Up to 2000 UTF-16 units.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<ActionRow>? Components { get; init; }

    /// <summary><see cref="MessageFlags.Ephemeral"/> and the like; <see langword="null"/>: none.</summary>
    public MessageFlags? Flags { get; init; }

    [JsonIgnore]
    public IReadOnlyList<FileUpload> Files { get; init; } = [];

    public AllowedMentions AllowedMentions { get; } = AllowedMentions.Nobody;

    public IReadOnlyList<Attachment>? Attachments => Files.AsAttachments();
}
