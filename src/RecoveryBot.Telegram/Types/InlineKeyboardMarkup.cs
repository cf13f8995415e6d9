namespace RecoveryBot.Telegram.Types;

/// <summary>The buttons under a message, row by row.</summary>
/// <param name="InlineKeyboard">Empty takes the buttons away.</param>
public sealed record InlineKeyboardMarkup(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard);

/// <summary>One button with exactly one action, <paramref name="CallbackData"/> or <paramref name="Url"/>.</summary>
/// <param name="Text">The label.</param>
/// <param name="CallbackData">Comes back when pressed; 1–64 bytes of UTF-8.</param>
/// <param name="Url">Opens when pressed.</param>
/// <param name="Style"><c>danger</c>, <c>success</c> or <c>primary</c>; <see langword="null"/>: the app's own.</param>
public sealed record InlineKeyboardButton(
    string Text, string? CallbackData = null, string? Url = null, string? Style = null)
{
    /// <summary>The longest <c>callback_data</c>, in bytes of UTF-8.</summary>
    public const int MaxDataBytes = 64;
}
