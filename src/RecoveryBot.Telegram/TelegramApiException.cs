namespace RecoveryBot.Telegram;

/// <summary>Telegram understood a call and refused it. Holds the wire's own words, never the token.</summary>
public sealed class TelegramApiException(
    string method, int errorCode, string description, TimeSpan? retryAfter = null, long? migrateToChatId = null)
    : Exception($"{method}: {errorCode} {description}")
{
    /// <summary>The method's wire name.</summary>
    public string Method { get; } = method;

    /// <summary>The wire's <c>error_code</c>, the same as the HTTP status.</summary>
    public int ErrorCode { get; } = errorCode;

    /// <summary>For people; may change.</summary>
    public string Description { get; } = description;

    /// <summary>How long to wait before the next try, at most a day; <see langword="null"/>: not said.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>The group's new id; <see langword="null"/>: it has not moved.</summary>
    public long? MigrateToChatId { get; } = migrateToChatId;

    public TelegramErrorKind Kind { get; } = KindOf(errorCode, description, migrateToChatId);

    private static TelegramErrorKind KindOf(int code, string description, long? migrateTo)
    {
        return (code, migrateTo) switch
        {
            (400, not null) => TelegramErrorKind.ChatMigrated,
            (400, _) when Says("message is not modified") => TelegramErrorKind.NotModified,
            (400, _) when Says("query is too old") || Says("query id is invalid") => TelegramErrorKind.QueryTooOld,
            (400, _) when Says("message to edit not found") || Says("message can't be edited")
                || Says("no text in the message") || Says("no caption in the message") => TelegramErrorKind.MessageGone,
            (400, _) when Says("can't parse entities") => TelegramErrorKind.MarkupRefused,
            (400, _) when Says("chat not found") || Says("group chat was upgraded")
                || Says("not enough rights") => TelegramErrorKind.ChatUnreachable,
            (401 or 404, _) => TelegramErrorKind.TokenRefused,
            (403, _) => TelegramErrorKind.ChatUnreachable,
            (409, _) when Says("webhook") => TelegramErrorKind.WebhookActive,
            (409, _) => TelegramErrorKind.PolledElsewhere,
            (429, _) => TelegramErrorKind.TooManyRequests,
            ( >= 500, _) => TelegramErrorKind.ServerFailed,
            _ => TelegramErrorKind.Other,
        };

        bool Says(string part) => description.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
