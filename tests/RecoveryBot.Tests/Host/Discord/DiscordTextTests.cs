using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using RecoveryBot.Channels.Discord;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord.Types;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>Words become markdown that an app shows as they were written; buttons become rows that Discord takes.</summary>
public sealed class DiscordTextTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("legs up", "legs up")]
    [InlineData("*not bold* _nor this_ ~~or~~ `that` ||hidden||", @"\*not bold\* \_nor this\_ \~\~or\~\~ \`that\` \|\|hidden\|\|")]
    [InlineData("<@1> <t:1:R> [a](b)", @"\<@1> \<t:1:R> \[a](b)")]
    [InlineData(@"C:\x", @"C:\\x")]
    [InlineData("# big\n> said\n- one\n  - two\n+ three\n1. four\n12) five", "\\# big\n\\> said\n\\- one\n  \\- two\n\\+ three\n1\\. four\n12\\) five")]
    [InlineData("a # b > c - d + e 1. f", "a # b > c - d + e 1. f")]
    [InlineData("Write /start_session or /tingling.", "Write /start-session or /tingling.")]
    public void What_would_be_markup_is_escaped(string words, string markdown)
    {
        Assert.Equal(markdown, DiscordText.Escape(words));
        Assert.Equal(words.Replace("start_session", "start-session", StringComparison.Ordinal), Markdown.Plain(markdown));
    }

    [Fact]
    public void Any_words_are_shown_as_they_were_written()
    {
        var letters = Gen.Elements([.. "ab 1.)#>+-*_~`|<[]\\\n\t/(@é·".ToCharArray()]);

        Prop.ForAll(letters.ArrayOf().ToArbitrary(), some =>
        {
            var words = new string(some);
            var markdown = DiscordText.Escape(words);
            return Markdown.Plain(markdown) == Respelled(words) && !Markup().IsMatch(markdown);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void Every_line_of_the_coach_is_shown_as_it_was_written()
    {
        var lines = 0;
        var coach = typeof(Coach).Assembly;
        foreach (var shelf in coach.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal)))
        {
            var resources = new ResourceManager(shelf[..^".resources".Length], coach);
            var set = resources.GetResourceSet(CultureInfo.InvariantCulture, true, true)!;
            foreach (System.Collections.DictionaryEntry entry in set)
            {
                var markdown = DiscordText.Escape((string)entry.Value!);
                Assert.Equal(Respelled((string)entry.Value!), Markdown.Plain(markdown));
                Assert.DoesNotMatch(Markup(), markdown);
                Assert.InRange(markdown.Length, 1, Message.MaxContentLength);
                lines++;
            }
        }

        Assert.True(lines > 500, $"{lines}");
    }

    [Fact]
    public void A_clock_time_counts_down_where_it_is_the_end_of_the_pose()
    {
        var message = new ChatMessage
        {
            Text = "until 12:05 (5 minutes), done at 12:30",
            Times =
            [
                new TextTime(6, 5, Noon.AddMinutes(5)) { FromNow = "in 5 minutes" },
                new TextTime(33, 5, Noon.AddMinutes(30)) { FromNow = "in 30 minutes" },
            ],
            Countdown = Noon.AddMinutes(5),
        };

        Assert.Equal("until 12:05, <t:1772453100:R> (5 minutes), done at 12:30", DiscordText.ToMarkdown(message));
    }

    [Fact]
    public void Where_the_zone_is_not_known_the_app_tells_the_clock_time()
    {
        var message = new ChatMessage
        {
            Text = "until in 5 minutes.",
            Times = [new TextTime(6, 12, Noon.AddMinutes(5)) { FromNow = "in 5 minutes" }],
            Countdown = Noon.AddMinutes(5),
        };

        Assert.Equal("until <t:1772453100:t>, <t:1772453100:R>.", DiscordText.ToMarkdown(message));
    }

    [Theory]
    [InlineData(1, 10, 1)]
    [InlineData(3, 10, 1)]
    [InlineData(4, 10, 2)]
    [InlineData(3, 40, 3)]
    [InlineData(6, 40, 3)]
    [InlineData(25, 40, 5)]
    public void Buttons_share_rows_as_far_as_a_phone_shows_them_and_never_more_than_five(int buttons, int length, int rows)
    {
        var made = DiscordButtons.Of([.. Enumerable.Range(1, buttons).Select(n => Button(n, length, ButtonTone.Alarm))]);

        Assert.Equal(rows, made.Count);
        Assert.All(made, row => Assert.InRange(row.Components.Count, 1, ActionRow.MaxButtons));
        Assert.Equal(
            Enumerable.Range(1, buttons).Select(n => $"v1:x:0-{n}"),
            made.SelectMany(row => row.Components).Select(button => ((RecoveryBot.Discord.Types.Button)button).CustomId));
    }

    [Fact]
    public void More_than_six_are_a_list_unless_one_of_them_warns()
    {
        var plain = Enumerable.Range(1, 7).Select(n => Button(n, 10, ButtonTone.Plain)).ToList();

        var list = Assert.IsType<StringSelect>(Assert.Single(Assert.Single(DiscordButtons.Of(plain)).Components));
        Assert.Equal(plain.Select(button => (button.Id, button.Label)), list.Options.Select(option => (option.Value, option.Label)));
        Assert.Equal(3, DiscordButtons.Of([.. plain.Skip(1), Button(9, 10, ButtonTone.Alarm)]).Count);
        Assert.Equal(new ButtonId("x", 0, 3), DiscordButtons.Pressed(new InteractionData { CustomId = list.CustomId, Values = ["v1:x:0-3"] }));
        Assert.Null(DiscordButtons.Pressed(new InteractionData { CustomId = list.CustomId, Values = ["v1:x:0-3", "v1:x:0-4"] }));
    }

    private static ChatButton Button(int number, int length, ButtonTone tone) => new($"v1:x:0-{number}", new string('x', length), tone);

    private static string Respelled(string words) => Regex.Replace(words, "/[a-z]+(_[a-z]+)+", found => found.Value.Replace('_', '-'));

    /// <summary>A mark that no backslash takes the meaning of.</summary>
    private static Regex Markup() => new(
        @"(?<!\\)(?:\\\\)*[*_~`|<\[]|^[ \t]*(?:[#>+-]|[0-9]+[.)])", RegexOptions.Multiline);
}
