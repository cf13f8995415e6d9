using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Telegram.Requests;

/// <summary>Changes the text of one of our own messages; without <see cref="ReplyMarkup"/> its buttons go.</summary>
public sealed record EditMessageText
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }

    /// <summary>1–4096 after markup.</summary>
    public required string Text { get; init; }

    public string? ParseMode { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Changes the words under one of our own pictures or files, which have no text to edit.</summary>
public sealed record EditMessageCaption
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }

    /// <summary>Up to 1024 after markup; <see langword="null"/> takes the caption away.</summary>
    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Changes or, without <see cref="ReplyMarkup"/>, takes away the buttons alone.</summary>
public sealed record EditMessageReplyMarkup
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}
