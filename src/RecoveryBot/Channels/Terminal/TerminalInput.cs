using System.Globalization;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Channels.Terminal;

/// <summary>
/// Reads a typed line against what is on the screen: a button's number, its label, or words. The buttons are those of
/// the newest message that asks for anything, so an answer to <c>/why</c> in between does not take them away.
/// </summary>
public sealed class TerminalInput
{
    private volatile ChatMessage? _asking;

    /// <summary>A message is on the screen from now on.</summary>
    public void Shown(ChatMessage message)
    {
        if (message.Buttons.Count > 0 || message.ExpectsNumber)
            _asking = message;
    }

    /// <summary>What the user did by typing <paramref name="line"/>. What fits no button goes to the coach as words.</summary>
    public CoachInput Read(string line, DateTimeOffset typedAt) =>
        ButtonOf(line.Trim()) is { } button && ButtonId.TryParse(button.Id) is { } id
            ? new CoachInput.Press(id, typedAt)
            : new CoachInput.Text(line, typedAt);

    /// <summary>
    /// The buttons of a message as they are listed, in order: <c>[1] Label</c>. Where a number is the answer asked for,
    /// none is numbered (<c>[Label]</c>), and a button that is itself a number is left out: typing it is the answer.
    /// </summary>
    public static IEnumerable<(string Label, ButtonTone Tone)> Labels(ChatMessage message)
    {
        for (var i = 0; i < message.Buttons.Count; i++)
        {
            var label = TerminalText.OneLine(message.Buttons[i].Label);
            if (!message.ExpectsNumber)
                yield return (string.Create(CultureInfo.InvariantCulture, $"[{i + 1}] {label}"), message.Buttons[i].Tone);
            else if (!IsNumber(label))
                yield return ($"[{label}]", message.Buttons[i].Tone);
        }
    }

    private ChatButton? ButtonOf(string words)
    {
        if (_asking is not { } message)
            return null;

        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return !message.ExpectsNumber && number >= 1 && number <= message.Buttons.Count
                ? message.Buttons[number - 1]
                : null;
        }

        return message.Buttons.FirstOrDefault(b =>
            string.Equals(TerminalText.OneLine(b.Label).Trim(), words, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsNumber(string label) =>
        int.TryParse(label.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
