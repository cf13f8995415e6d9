using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Telegram.Requests;

/// <summary>How a text is marked up.</summary>
public static class ParseMode
{
    /// <summary>A few tags; everything else goes through <see cref="Text.TelegramHtml.Escape"/>.</summary>
    public const string Html = "HTML";
}

/// <summary>Sends a text.</summary>
public sealed record SendMessage
{
    /// <summary>The longest <see cref="Text"/> after its markup is taken out, in UTF-16 units.</summary>
    public const int MaxTextLength = 4096;

    public required long ChatId { get; init; }

    /// <summary>1–4096 after markup.</summary>
    public required string Text { get; init; }

    /// <summary><see cref="Requests.ParseMode.Html"/>; <see langword="null"/>: as it stands.</summary>
    public string? ParseMode { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    /// <summary>Without a sound.</summary>
    public bool DisableNotification { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Sends a picture, by <c>file_id</c> or as an upload.</summary>
public sealed record SendPhoto
{
    /// <summary>The longest caption of anything after its markup is taken out, in UTF-16 units.</summary>
    public const int MaxCaptionLength = 1024;

    public required long ChatId { get; init; }

    public required InputFile Photo { get; init; }

    /// <summary>Up to 1024 after markup.</summary>
    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public bool DisableNotification { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Sends a file.</summary>
public sealed record SendDocument
{
    public required long ChatId { get; init; }

    public required InputFile Document { get; init; }

    /// <summary>Up to 1024 after markup.</summary>
    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public bool DisableNotification { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Shows "typing …" for 5 seconds or until the next message; for slow things only.</summary>
public sealed record SendChatAction
{
    public required long ChatId { get; init; }

    /// <summary><c>typing</c>, <c>upload_photo</c>, <c>upload_document</c> and others.</summary>
    public required string Action { get; init; }
}
