using System.Net;
using RecoveryBot.Telegram.Text;

namespace RecoveryBot.Tests.Telegram;

/// <summary>What goes into a message, and how a command is found in one.</summary>
public sealed class TelegramTextTests
{
    [Theory]
    [InlineData("legs up", "legs up")]
    [InlineData("<b> & \"q\" 'a'", "&lt;b&gt; &amp; &quot;q&quot; 'a'")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("", "")]
    public void Peoples_words_are_never_markup(string words, string html)
    {
        Assert.Equal(html, TelegramHtml.Escape(words));
        Assert.Equal(words, WebUtility.HtmlDecode(html));
    }

    [Theory]
    [InlineData("<b>Time's up.</b>", 10)]
    [InlineData("a &lt; b &amp;&quot;", 8)]
    [InlineData("<tg-time unix=\"1\" format=\"r\">21:30</tg-time>", 5)]
    [InlineData("🦵", 2)]
    public void Length_counts_what_is_seen_in_utf16_units(string html, int length) =>
        Assert.Equal(length, TelegramHtml.LengthOf(html));

    [Fact]
    public void A_time_is_shown_in_the_readers_own_zone_with_words_for_old_apps()
    {
        var at = new DateTimeOffset(2026, 3, 2, 22, 30, 0, TimeSpan.FromHours(1));

        Assert.Equal("<tg-time unix=\"1772487000\" format=\"r\">22:30 &amp; then</tg-time>", TelegramHtml.Time(at, "22:30 & then"));
        Assert.Equal("<tg-time unix=\"1772487000\" format=\"wDT\">x</tg-time>", TelegramHtml.Time(at, "x", "wDT"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rt")]
    [InlineData("r\"")]
    [InlineData("tt")]
    public void A_format_that_telegram_would_refuse_is_refused_here(string format) =>
        Assert.Throws<ArgumentException>(() => TelegramHtml.Time(DateTimeOffset.UnixEpoch, "x", format));

    [Theory]
    [InlineData("/start", "start", "")]
    [InlineData("/start-session", "start_session", "")]
    [InlineData("/start_session 20", "start_session", "20")]
    [InlineData("/startsession", "startsession", "")]
    [InlineData("  /STOP  ", "stop", "")]
    [InlineData("/Start_Session@Recovery_Bot 20", "start_session", "20")]
    [InlineData("/start\u2011session", "start_session", "")]
    [InlineData("/start—session", "start_session", "")]
    [InlineData("/stop!", "stop", "")]
    [InlineData("/tingling\n7 minutes", "tingling", "7 minutes")]
    [InlineData("/start ref_42", "start", "ref_42")]
    public void A_command_is_read_from_the_text(string text, string name, string argument)
    {
        var command = TypedCommand.TryParse(text)!;

        Assert.Equal((name, argument), (command.Name, command.Argument));
        Assert.True(command.IsFor("recovery_bot"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("start")]
    [InlineData("/")]
    [InlineData("/ start")]
    [InlineData("//start")]
    [InlineData("/@recovery_bot")]
    [InlineData("/старт")]
    [InlineData("and/or")]
    [InlineData("/etc/passwd")]
    public void What_is_no_command_is_text(string text) => Assert.Null(TypedCommand.TryParse(text));

    [Fact]
    public void A_command_to_another_bot_is_not_for_us() =>
        Assert.False(TypedCommand.TryParse("/start@other_bot")!.IsFor("recovery_bot"));
}
