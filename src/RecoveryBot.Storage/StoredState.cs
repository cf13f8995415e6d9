using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Storage;

/// <summary>A user's state as it is stored: JSON with the version of its shape.</summary>
public static class StoredState
{
    /// <summary>Grows when an older document can no longer be read as it stands.</summary>
    public const int PresentVersion = 1;

    public static byte[] Write(UserState state) =>
        JsonSerializer.SerializeToUtf8Bytes(new Document(PresentVersion, state), StoredJson.Default.Document);

    /// <exception cref="StorageException">Written by a newer program.</exception>
    public static UserState Read(ReadOnlySpan<byte> json)
    {
        var document = JsonSerializer.Deserialize(json, StoredJson.Default.Document)
            ?? throw new JsonException("A stored state is empty.");
        return document.Version <= PresentVersion
            ? document.State
            : throw new StorageException(
                $"A stored state has version {document.Version}, this program knows {PresentVersion}: start the newer program.");
    }

    internal sealed record Document(int Version, UserState State);
}

/// <summary>How stored values become JSON, generated at build time: no reflection at run time.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(StoredState.Document))]
[JsonSerializable(typeof(ChatMessage))]
[JsonSerializable(typeof(SessionRecord))]
[JsonSerializable(typeof(ReportRecord))]
[JsonSerializable(typeof(Measurement))]
internal sealed partial class StoredJson : JsonSerializerContext;
