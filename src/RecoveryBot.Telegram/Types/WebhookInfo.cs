using System.Text.Json.Serialization;
using RecoveryBot.Telegram.Wire;

namespace RecoveryBot.Telegram.Types;

/// <summary>What Telegram knows of the webhook; for a health report.</summary>
public sealed record WebhookInfo
{
    /// <summary>Empty: none is set.</summary>
    public required string Url { get; init; }

    public int PendingUpdateCount { get; init; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? LastErrorDate { get; init; }

    public string? LastErrorMessage { get; init; }
}
