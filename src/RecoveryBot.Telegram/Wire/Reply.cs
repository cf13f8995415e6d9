using System.Text.Json.Serialization;

namespace RecoveryBot.Telegram.Wire;

/// <summary>What every call answers.</summary>
internal sealed record Reply<TResult>
{
    public bool? Ok { get; init; }

    public TResult? Result { get; init; }

    public int? ErrorCode { get; init; }

    public string? Description { get; init; }

    public ResponseParameters? Parameters { get; init; }
}

/// <summary>Hints that come with some failures.</summary>
internal sealed record ResponseParameters
{
    public long? MigrateToChatId { get; init; }

    /// <summary>Whole seconds by the book; fractions and text have been seen behind proxies.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public double? RetryAfter { get; init; }
}
