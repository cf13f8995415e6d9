using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Channels.Discord;

/// <summary>A message's words as Discord takes them: markdown escaped, clock times that each app tells in its own zone.</summary>
internal static partial class DiscordText
{
    /// <summary>
    /// The text as markdown. The end of the pose that runs also counts down: "until 20:51, in 5 minutes". Where the zone is
    /// not known, the app tells the clock time.
    /// </summary>
    public static string ToMarkdown(ChatMessage message)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var time in message.Times)
        {
            text.Append(Escape(message.Text[at..time.Start]));
            var words = message.Text.Substring(time.Start, time.Length);
            text.Append(words == time.FromNow ? Tag(time.Instant, 't') : Escape(words));
            if (time.Instant == message.Countdown)
                text.Append(", ").Append(Tag(time.Instant, 'R'));
            at = time.Start + time.Length;
        }

        return text.Append(Escape(message.Text[at..])).ToString();
    }

    /// <summary>A line of the catalogue as markdown.</summary>
    public static string Of(Line line) => Escape(Words.English.Text(line));

    /// <summary>Plain words as markdown; commands get the spelling of Discord's menu.</summary>
    public static string Escape(string words) =>
        Mark().Replace(CommandName().Replace(words, found => found.Value.Replace('_', '-')), @"\$0");

    private static string Tag(DateTimeOffset instant, char style) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{instant.ToUnixTimeSeconds()}:{style}>");

    [GeneratedRegex("/[a-z]+(_[a-z]+)+")]
    private static partial Regex CommandName();

    /// <summary>Bold, italics, code, spoilers, links, mentions, times; at the start of a line headings, quotes and lists.</summary>
    [GeneratedRegex(@"[\\*_~`|<\[]|(?<=^[ \t]*)[#>+-]|(?<=^[ \t]*[0-9]+)[.)]", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
