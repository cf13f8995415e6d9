using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Channels.Telegram;

/// <summary>Buttons under a message: two short ones share a row, a long one has its own.</summary>
internal static class TelegramKeyboard
{
    /// <summary>So much fits into half the width of a phone.</summary>
    private const int Short = 16;

    /// <returns><see langword="null"/>: no buttons.</returns>
    public static InlineKeyboardMarkup? Of(IReadOnlyList<ChatButton> buttons)
    {
        if (buttons.Count == 0)
            return null;

        var rows = new List<IReadOnlyList<InlineKeyboardButton>>();
        for (var i = 0; i < buttons.Count; i++)
        {
            if (i + 1 < buttons.Count && buttons[i].Label.Length <= Short && buttons[i + 1].Label.Length <= Short)
                rows.Add([ButtonOf(buttons[i]), ButtonOf(buttons[++i])]);
            else
                rows.Add([ButtonOf(buttons[i])]);
        }

        return new InlineKeyboardMarkup(rows);
    }

    private static InlineKeyboardButton ButtonOf(ChatButton button) => new(button.Label, CallbackData: button.Id)
    {
        Style = button.Tone switch
        {
            ButtonTone.Primary => "primary",
            ButtonTone.Alarm => "danger",
            _ => null,
        },
    };
}
