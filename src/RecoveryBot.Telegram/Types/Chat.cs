using System.Text.Json.Serialization;

namespace RecoveryBot.Telegram.Types;

/// <summary>Where messages go.</summary>
public sealed record Chat
{
    /// <summary>Up to 52 significant bits; a private chat's equals its user's, groups are negative.</summary>
    public required long Id { get; init; }

    /// <summary><c>private</c>, <c>group</c>, <c>supergroup</c>, <c>channel</c>, or what is invented later.</summary>
    public required string Type { get; init; }

    [JsonIgnore]
    public bool IsPrivate => Type == "private";
}
