using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Coaching.Wording;

/// <summary>Every sentence of the coach against the rules of tone (recovery protocol, section 6).</summary>
public sealed class LintTests
{
    /// <summary>Texts that may have 700 characters: cards, /why, /privacy, the list of commands.</summary>
    private static readonly HashSet<string> Long = ["Talk.Help", "Talk.Stored", "Talk.SettingsMenu"];

    /// <summary>A page of a file, no message.</summary>
    private static readonly HashSet<string> InFiles = ["Export.Readme"];

    private static readonly Assembly Coaching = typeof(Coach).Assembly;

    public static TheoryData<string> Shelves() => [.. Coaching.GetManifestResourceNames()
        .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
        .Select(name => name.Replace("RecoveryBot.Coaching.Wording.", "").Replace(".resources", ""))];

    public static TheoryData<string> Banned() =>
    [
        @"\bcur(e|es|ed|ing)\b", @"\bheal(s|ed|ing)?\b", @"\btreat(s|ed|ing|ment)?\b", @"\bdetox", @"\bflush(es)? toxins", @"\bguarantee",
        @"\bproven to\b", @"\bboosts? immunity", @"\b(reset|balance)s? hormones", @"\bdrains? lymph", @"\bmelt", @"\bburns? fat",
        @"\bfix your\b", @"\blowers? blood pressure", @"\blowers? cortisol", @"\bcures insomnia", @"\bpush(es)? through",
        @"\bno pain no gain", @"\bprobably nothing", @"\bdon't worry about it",
    ];

    [Theory]
    [MemberData(nameof(Banned))]
    [Trait("Rule", "TONE-11")]
    public void No_sentence_uses_a_banned_phrase(string banned)
    {
        var found = Sentences().Where(s => s.Shelf != "Screening" && Regex.IsMatch(s.Text, banned, RegexOptions.IgnoreCase));

        Assert.Empty(found.Select(s => $"{s.Shelf}.{s.Name}: {s.Text}"));
    }

    [Theory]
    [InlineData(@"\bstreak")]
    [InlineData(@"\b(you|you've) (missed|skipped|forgot|haven't|didn't|failed)\b")]
    [InlineData(@"\bdon't (give up|break|lose|forget|miss|stop)\b")]
    [InlineData(@"\b(should|must|have to|need to|sorry|disappoint\w*|lazy|excuses?|fail\w*|finally|at last)\b")]
    [InlineData("!")]
    [Trait("Rule", "TIME-4")]
    [Trait("Rule", "TONE-5")]
    public void No_sentence_about_reminders_has_guilt_or_a_threat(string banned)
    {
        var found = Sentences().Where(s => s.Shelf == "Reminders" && s.Name is not "NotForGuests" && Regex.IsMatch(s.Text, banned, RegexOptions.IgnoreCase));

        Assert.Empty(found.Select(s => $"{s.Name}: {s.Text}"));
    }

    [Fact]
    [Trait("Rule", "TONE-5")]
    public void No_sentence_is_longer_than_a_chat_message_should_be()
    {
        var found = Sentences().Where(s => !InFiles.Contains(s.Id) && s.Text.Length > (s.Shelf == "Screening" || Long.Contains(s.Id) ? 700 : 400));

        Assert.Empty(found.Select(s => $"{s.Id}: {s.Text.Length}"));
    }

    [Fact]
    public void No_sentence_has_more_than_one_emoji_or_one_alone()
    {
        var found = Sentences().Where(s =>
        {
            var emoji = s.Text.EnumerateRunes().Count(r => r.Value > 0x1F000);
            return emoji > 1 || (emoji == 1 && !s.Text.Any(char.IsLetter));
        });

        Assert.Empty(found.Select(s => s.Id));
    }

    [Theory]
    [MemberData(nameof(Shelves))]
    public void Every_line_has_a_sentence_and_every_sentence_a_line(string shelf)
    {
        // Units are found by number, pictures by name (DrawingTests).
        if (shelf is "Units" or "Pictures")
            return;
        var accessor = Coaching.GetTypes().Single(t => t.IsAbstract && t.IsSealed
            && (string?)t.GetField("Shelf", BindingFlags.NonPublic | BindingFlags.Static)?.GetRawConstantValue() == shelf);
        var lines = accessor.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m.ReturnType == typeof(Line)).ToDictionary(m => m.Name, m => m.GetParameters().Length);
        var sentences = Sentences().Where(s => s.Shelf == shelf).ToList();

        Assert.Equal(lines.Keys.Order(StringComparer.Ordinal), sentences.Select(s => s.Name).Order(StringComparer.Ordinal));
        Assert.All(sentences, s =>
        {
            var places = Regex.Matches(s.Text, @"\{(\d+)(:\w+)?\}").Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
            Assert.True(places.All(p => p < lines[s.Name]), s.Id);
        });
    }

    [Fact]
    public void The_catalogue_stands_word_for_word()
    {
        var protocol = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "protocol.md"));
        var catalogue = protocol.Select(line => Regex.Match(line, @"^\| (MSG-[A-Z0-9-]+) \| (.*) \|$")).Where(m => m.Success).ToList();
        var sentences = Sentences().Where(s => s.Shelf == "Catalogue").ToDictionary(s => s.Name.ToUpperInvariant(), s => s.Text);

        Assert.True(catalogue.Count >= 30);
        Assert.All(catalogue, m => Assert.Equal(
            Plain(m.Groups[2].Value), Plain(sentences[m.Groups[1].Value.Replace("-", "")])));
    }

    [Fact]
    [Trait("Rule", "POSE-6")]
    public void The_cue_cards_stand_word_for_word()
    {
        var protocol = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "protocol.md"));
        var cards = protocol.Select(line => Regex.Match(line, @"^\| (CUE-[A-Z-]+) \| [^|]* \| (.*) \|$")).Where(m => m.Success).ToList();
        var sentences = Sentences().Where(s => s.Shelf == "Cues").ToDictionary(s => "CUE" + s.Name.ToUpperInvariant(), s => s.Text);

        Assert.Equal(25, cards.Count);
        Assert.All(cards, card => Assert.Equal(
            card.Groups[2].Value.Replace(" · ", " "), sentences[card.Groups[1].Value.Replace("-", "")].ReplaceLineEndings(" ")));
    }

    [Theory]
    [InlineData("SAFE-9", @"completely safe|safe for everyone|perfectly safe|always safe")]
    [InlineData("SEQ-18", @"\breps?\b|repetitions|strength|intens|workout plan")]
    [InlineData("TONE-2", @"\byou (probably|likely|may) have\b|sounds like (a|an)\b|diagnos(e|is) (you|of)")]
    [InlineData("TONE-3", @"(stop|start|skip|change) (taking|your) (medicine|tablet|pill|drug)")]
    [InlineData("TONE-6", @"\b(you|it|this) will (feel|be|help|get|sleep|grow|ease|lower)\b")]
    public void No_sentence_says_what_the_rule_forbids(string rule, string words) => Assert.Empty(Sentences()
        .Where(s => Regex.IsMatch(s.Text, words, RegexOptions.IgnoreCase)).Select(s => $"{rule} {s.Id}: {s.Text}"));

    private static string Plain(string text) => Regex.Replace(text, @"\{[^}]*\}", "{}");

    private static List<(string Shelf, string Name, string Id, string Text)> Sentences()
    {
        var all = new List<(string, string, string, string)>();
        foreach (var shelf in Shelves().Select(row => row.Data))
        {
            var set = new ResourceManager("RecoveryBot.Coaching.Wording." + shelf, Coaching)
                .GetResourceSet(CultureInfo.InvariantCulture, true, true)!;
            foreach (System.Collections.DictionaryEntry entry in set)
                all.Add((shelf, (string)entry.Key, shelf + "." + entry.Key, (string)entry.Value!));
        }

        return all;
    }
}
