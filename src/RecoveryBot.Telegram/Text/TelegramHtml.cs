using System.Globalization;
using System.Text.RegularExpressions;

namespace RecoveryBot.Telegram.Text;

/// <summary>The little HTML that messages may hold (Bot API, "Formatting options").</summary>
public static partial class TelegramHtml
{
    /// <summary>
    /// Makes any text safe between tags and in attributes; whatever a person or a resource says goes through it.
    /// </summary>
    public static string Escape(string text) => text.AsSpan().IndexOfAny("&<>\"") < 0
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A time that each app shows in its own zone and language, or counts down to.</summary>
    /// <param name="words">What apps that do not know the tag show instead; plain text.</param>
    /// <param name="format"><c>r</c>: relative ("in 5 minutes"); else any of <c>w</c> weekday, <c>d D</c> date, <c>t T</c> time.</param>
    /// <exception cref="ArgumentException">Telegram knows no such format.</exception>
    public static string Time(DateTimeOffset at, string words, string format = "r")
    {
        if (format.Length == 0 || !TimeFormat.IsMatch(format))
            throw new ArgumentException("Not a format of tg-time: " + format, nameof(format));
        var unix = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"<tg-time unix=\"{unix}\" format=\"{format}\">{Escape(words)}</tg-time>";
    }

    /// <summary>
    /// What Telegram's length limits count: UTF-16 units after tags are taken out and entities replaced.
    /// </summary>
    public static int LengthOf(string html) => TagOrEntity.Replace(html, match => match.ValueSpan[0] == '<' ? "" : "x").Length;

    [GeneratedRegex(@"^(r|w?[dD]?[tT]?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimeFormat { get; }

    [GeneratedRegex("<[^>]*>|&(lt|gt|amp|quot);", RegexOptions.CultureInvariant)]
    private static partial Regex TagOrEntity { get; }
}
