using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// A message's words where Discord shows them: in one message or several. A summary's first line stands in the text, which
/// the phone's notice shows; the rest is set apart below.
/// </summary>
/// <param name="Pieces">At least one.</param>
/// <param name="Embeds">Under the last; mostly none.</param>
internal sealed record DiscordBody(IReadOnlyList<string> Pieces, IReadOnlyList<Embed> Embeds)
{
    /// <summary>The stripe beside it: the calm green of the drawings.</summary>
    private const int Green = 0x5B8C7A;

    public bool IsWhole => Pieces.Count == 1;

    public static DiscordBody Of(ChatMessage message)
    {
        var markdown = DiscordText.ToMarkdown(message);
        var headline = markdown.IndexOf('\n', StringComparison.Ordinal);
        if (!message.IsSummary || headline <= 0 || markdown.Length > Message.MaxContentLength)
            return new DiscordBody(DiscordText.Split(markdown), []);
        return new DiscordBody([markdown[..headline]], [new Embed { Description = markdown[(headline + 1)..].Trim(), Color = Green }]);
    }
}
