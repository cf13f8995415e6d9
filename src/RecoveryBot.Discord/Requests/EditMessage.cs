using System.Text.Json.Serialization;
using RecoveryBot.Discord.Types;
using RecoveryBot.Discord.Wire;

namespace RecoveryBot.Discord.Requests;

/// <summary>Changes one of our own messages. What is <see langword="null"/> stays as it is; what is empty is taken away.</summary>
public sealed record EditMessage : IHasFiles
{
    /// <summary>Up to 2000 UTF-16 units; empty takes the text away.</summary>
    [JsonConverter(typeof(EmptyIsNullConverter))]
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<ActionRow>? Components { get; init; }

    /// <summary>Which of its files stay; <see langword="null"/>: all of them, unless <see cref="Files"/> come.</summary>
    [JsonIgnore]
    public IReadOnlyList<Snowflake>? KeptAttachments { get; init; }

    /// <summary>New ones.</summary>
    [JsonIgnore]
    public IReadOnlyList<FileUpload> Files { get; init; } = [];

    public AllowedMentions AllowedMentions { get; } = AllowedMentions.Nobody;

    public IReadOnlyList<Attachment>? Attachments => Files.AsAttachments(KeptAttachments);
}
