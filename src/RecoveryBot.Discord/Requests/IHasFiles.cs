using RecoveryBot.Discord.Types;
using RecoveryBot.Discord.Wire;

namespace RecoveryBot.Discord.Requests;

/// <summary>A request that can bring files, and then travels in parts.</summary>
internal interface IHasFiles
{
    IReadOnlyList<FileUpload> Files { get; }
}

internal static class Attachments
{
    /// <summary>The files by their place, after the ids of those that stay; <see langword="null"/>: nothing to say.</summary>
    /// <param name="kept"><see langword="null"/>: not decided.</param>
    public static IReadOnlyList<Attachment>? AsAttachments(
        this IReadOnlyList<FileUpload> files, IReadOnlyList<Snowflake>? kept = null) =>
        kept is null && files.Count == 0
            ? null
            : [
                .. (kept ?? []).Select(id => new Attachment(id)),
                .. files.Select((file, index) => new Attachment(new Snowflake((ulong)index))
                {
                    Filename = DiscordContent.SafeName(file.Name),
                    Description = file.Description,
                }),
            ];
}
