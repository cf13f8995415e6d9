using System.Text;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Channels.Terminal;

/// <summary>
/// Plain mode, for screen readers and scripts: a message is <c>coach> </c> and its text, an edit <c>coach~ </c> and the
/// whole new text; further lines are indented by two spaces, a chart's rows and the buttons follow one a line. No colour, no sound, no
/// wrapping, no echo, and <c>\n</c> ends a line on every system.
/// </summary>
public sealed class PlainScreen(TextWriter output) : ITerminalScreen
{
    private readonly Lock _whole = new();

    public void Show(ChatMessage message)
    {
        var text = Format(message);
        lock (_whole)
        {
            output.Write(text);
            output.Flush();
        }
    }

    private static string Format(ChatMessage message)
    {
        var text = new StringBuilder(message.Placement == Placement.Edit ? "coach~ " : "coach> ");
        text.AppendJoin("\n  ", TerminalText.Lines(message.Text)).Append('\n');
        if (message.Chart is { Bars.Count: > 0 } chart)
            text.Append("  ").AppendJoin("\n  ", chart.Bars.Select(bar => bar.Row).Prepend(chart.Title).Select(TerminalText.OneLine)).Append('\n');
        foreach (var (label, _) in TerminalInput.Labels(message))
            text.Append("  ").Append(label).Append('\n');
        return text.ToString();
    }
}
