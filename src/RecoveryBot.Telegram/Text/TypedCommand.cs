using System.Text;

namespace RecoveryBot.Telegram.Text;

/// <summary>
/// A command as it was typed. Read from the text, because the wire's <c>bot_command</c> entity ends at a hyphen: of
/// <c>/start-session</c> it covers <c>/start</c> alone.
/// </summary>
/// <param name="Name">Lower case, without slash and bot name, hyphens as underscores: <c>start_session</c>.</param>
/// <param name="Argument">The rest, trimmed; empty where there is none.</param>
/// <param name="Bot">The bot it was addressed to with <c>@</c>; <see langword="null"/>: whoever listens.</param>
public sealed record TypedCommand(string Name, string Argument, string? Bot)
{
    /// <summary>The command that a message starts with; <see langword="null"/> where it starts with none.</summary>
    public static TypedCommand? TryParse(string text)
    {
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty || rest[0] != '/')
            return null;
        var end = rest.IndexOfAny(" \t\r\n\u00A0");
        var word = end < 0 ? rest[1..] : rest[1..end];
        var at = word.IndexOf('@');
        var name = NameOf(at < 0 ? word : word[..at]);
        return name.Length == 0
            ? null
            : new TypedCommand(
                name,
                end < 0 ? "" : rest[end..].Trim().ToString(),
                at < 0 ? null : word[(at + 1)..].ToString());
    }

    /// <summary>Whether it is meant for this bot: addressed to it, or to nobody.</summary>
    public bool IsFor(string botName) => Bot is null || Bot.Equals(botName, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Empty where the word is no name. Any dash is an underscore, for keyboards "improve" them; a full stop at the end
    /// is forgiven.
    /// </summary>
    private static string NameOf(ReadOnlySpan<char> word)
    {
        var name = new StringBuilder(word.Length);
        foreach (var letter in word.TrimEnd(".,!?:;"))
        {
            if (letter is '-' or '_' or (>= '\u2010' and <= '\u2015'))
                name.Append('_');
            else if (char.IsAsciiLetterOrDigit(letter))
                name.Append(char.ToLowerInvariant(letter));
            else
                return "";
        }

        return name.ToString();
    }
}
