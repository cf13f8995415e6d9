namespace RecoveryBot.Discord.Types;

/// <summary>A file to send with a message; at most 10, 10 MiB each, 25 MiB together.</summary>
/// <param name="Name">What people see and <c>attachment://</c> names: letters, digits, <c>. _ -</c>; others are replaced.</param>
/// <param name="ContentType"><c>image/png</c> and the like.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Description">What a picture shows, for screen readers, up to 1024; <see langword="null"/>: none.</param>
public sealed record FileUpload(
    string Name, string ContentType, ReadOnlyMemory<byte> Content, string? Description = null)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;
}

/// <summary>A file of a message on the wire: one that is sent along, by its place, or one that is kept, by its id.</summary>
public sealed record Attachment(Snowflake Id)
{
    public string? Filename { get; init; }

    public string? Description { get; init; }
}
