using System.Text;

namespace RecoveryBot.Channels.Terminal;

/// <summary>Text that cannot drive a terminal: a pasted ESC stays a character to look at.</summary>
public static class TerminalText
{
    /// <summary>The lines of a text, cleaned; line ends after the last word are dropped.</summary>
    /// <remarks>Unicode's line separators end a line as well, so that no line is one to us and two to a reader.</remarks>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = text.Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None);
        var last = lines.Length;
        while (last > 1 && string.IsNullOrWhiteSpace(lines[last - 1]))
            last--;
        return [.. lines.Take(last).Select(Clean)];
    }

    /// <summary>The whole text on one line, cleaned.</summary>
    public static string OneLine(string text) => string.Join(' ', Lines(text));

    /// <summary>
    /// Tabs become a space; every other control character (C0, DEL, C1) and every half of a surrogate pair U+FFFD.
    /// </summary>
    private static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Value == '\t')
                clean.Append(' ');
            else
                clean.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }
}
