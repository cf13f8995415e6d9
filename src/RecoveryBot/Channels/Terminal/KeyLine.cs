using System.Text;

namespace RecoveryBot.Channels.Terminal;

/// <summary>
/// The one input reader of a real terminal: keys become a line on the screen's own row, so that a message arriving in
/// the middle of a word leaves the word whole.
/// </summary>
/// <param name="readKey">Blocks for the next key and does not print it.</param>
public sealed class KeyLine(Func<ConsoleKeyInfo> readKey, LiveScreen screen)
{
    /// <summary>More than any row shows; a line itself may have any length.</summary>
    private const int Shown = 512;

    /// <summary>The next line; <see langword="null"/>: Ctrl-D on an empty one, or the terminal is gone.</summary>
    public string? ReadLine()
    {
        var typed = new StringBuilder();
        screen.Type("");
        while (NextKey() is { } key)
        {
            if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n')
            {
                screen.Said();
                return typed.ToString();
            }

            if (IsControl(key, ConsoleKey.D) && typed.Length == 0)
                return null;

            Apply(key, typed);
            screen.Type(typed.ToString(Math.Max(0, typed.Length - Shown), Math.Min(typed.Length, Shown)));
        }

        return null;
    }

    private static void Apply(ConsoleKeyInfo key, StringBuilder typed)
    {
        if (key.Key == ConsoleKey.Backspace)
            typed.Length -= EndsInPair(typed) ? 2 : Math.Min(1, typed.Length);
        else if (IsControl(key, ConsoleKey.U))
            typed.Clear();
        else if (!char.IsControl(key.KeyChar))
            typed.Append(key.KeyChar);
    }

    private ConsoleKeyInfo? NextKey()
    {
        try
        {
            return readKey();
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            return null; // The terminal was closed under us.
        }
    }

    private static bool IsControl(ConsoleKeyInfo key, ConsoleKey letter) =>
        key.Key == letter && key.Modifiers.HasFlag(ConsoleModifiers.Control);

    private static bool EndsInPair(StringBuilder typed) => typed.Length > 1 && char.IsLowSurrogate(typed[^1]);
}
