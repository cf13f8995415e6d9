namespace RecoveryBot.Telegram;

/// <summary>
/// What a refusal asks for. Told by the code first, then by a short part of the description, which may change.
/// </summary>
public enum TelegramErrorKind
{
    /// <summary>None of those below: a fault of ours, or news of theirs.</summary>
    Other,

    /// <summary>An edit that changes nothing: as good as done.</summary>
    NotModified,

    /// <summary>A press was answered too late or twice: nothing to do.</summary>
    QueryTooOld,

    /// <summary>The message cannot be edited any more: send a new one.</summary>
    MessageGone,

    /// <summary>Broken markup, nothing was sent: send without <c>parse_mode</c>.</summary>
    MarkupRefused,

    /// <summary>The group has a new id (<see cref="TelegramApiException.MigrateToChatId"/>): send there.</summary>
    ChatMigrated,

    /// <summary>Blocked, kicked, never started or gone: stop writing until the person is heard from again.</summary>
    ChatUnreachable,

    /// <summary>Too many requests: not before <see cref="TelegramApiException.RetryAfter"/>.</summary>
    TooManyRequests,

    /// <summary>The token is wrong or revoked: stop the process.</summary>
    TokenRefused,

    /// <summary>Another process polls with this token.</summary>
    PolledElsewhere,

    /// <summary>A webhook stands in the way of polling.</summary>
    WebhookActive,

    /// <summary>Telegram is in trouble: later.</summary>
    ServerFailed,
}
