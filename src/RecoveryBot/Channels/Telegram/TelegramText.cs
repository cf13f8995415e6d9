using System.Globalization;
using System.Text;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Text;

namespace RecoveryBot.Channels.Telegram;

/// <summary>A message's words as Telegram takes them: escaped, with clock times that each app tells in its own zone.</summary>
internal static class TelegramText
{
    /// <summary>
    /// The text as HTML. The end of the pose that runs also counts down: "until 20:51, in 5 minutes".
    /// </summary>
    public static string ToHtml(ChatMessage message)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var time in message.Times)
        {
            html.Append(TelegramHtml.Escape(message.Text[at..time.Start]));
            var words = message.Text.Substring(time.Start, time.Length);
            // An app that does not know the tag shows its words, and the sentence wants a clock: "done by about …".
            html.Append(TelegramHtml.Time(time.Instant, words == time.FromNow ? InUtc(time.Instant) : words, "t"));
            if (time.Instant == message.Countdown && time.FromNow.Length > 0)
                html.Append(", ").Append(TelegramHtml.Time(time.Instant, time.FromNow));
            at = time.Start + time.Length;
        }

        return html.Append(TelegramHtml.Escape(message.Text[at..])).ToString();
    }

    /// <summary>
    /// The message in pieces that Telegram takes, cut at paragraph ends; the buttons stay under the last. The coach's own
    /// texts are far shorter.
    /// </summary>
    public static IReadOnlyList<ChatMessage> Split(ChatMessage message)
    {
        var pieces = new List<ChatMessage>();
        var at = 0;
        // Clock times may take a little more room than their words.
        const int Longest = SendMessage.MaxTextLength - 96;
        while (message.Text.Length - at > Longest)
        {
            var cut = message.Text.LastIndexOf('\n', at + Longest - 1, Longest);
            var end = cut > at ? cut : at + Longest - (char.IsHighSurrogate(message.Text[at + Longest - 1]) ? 1 : 0);
            pieces.Add(PieceOf(message, at, end) with { Buttons = [] });
            at = cut > at ? cut + 1 : end;
        }

        pieces.Add(at == 0 ? message : PieceOf(message, at, message.Text.Length) with { Sound = false });
        return pieces;
    }

    private static ChatMessage PieceOf(ChatMessage message, int start, int end) => message with
    {
        Text = message.Text[start..end],
        Times = [.. message.Times.Where(time => time.Start >= start && time.Start + time.Length <= end)
            .Select(time => time with { Start = time.Start - start })],
    };

    private static string InUtc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
