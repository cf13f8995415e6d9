namespace RecoveryBot.Telegram.Types;

/// <summary>
/// A press on an inline button. Buttons live for ever: it may come from an ended session or an older version.
/// </summary>
public sealed record CallbackQuery
{
    /// <summary>Names the press in answerCallbackQuery, once and for a short time.</summary>
    public required string Id { get; init; }

    public required User From { get; init; }

    /// <summary>
    /// The message with the button, perhaps an inaccessible one; <see langword="null"/> for inline mode.
    /// </summary>
    public Message? Message { get; init; }

    /// <summary>The button's <c>callback_data</c>. It comes from the client and may be forged.</summary>
    public string? Data { get; init; }
}
