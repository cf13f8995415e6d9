using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching;

/// <summary>What the learning cards say is held to the evidence section of the protocol, claim by claim.</summary>
public sealed partial class LearnTests
{
    private static readonly IReadOnlyList<string> Protocol = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "protocol.md"));

    /// <summary>How sure a grade is, in the words that a card must have one of.</summary>
    private static readonly Dictionary<string, string> GradeWords = new()
    {
        ["S"] = "settled",
        ["M"] = "several studies|often",
        ["L"] = "limited",
        ["P"] = "not well tested",
        ["N"] = "not supported",
        ["history"] = "history",
        ["opinion"] = "opinion",
        ["reasonable"] = "reasonable",
    };

    /// <summary>Each claim: its id, its grade, and what may be said of it.</summary>
    public static TheoryData<string, string, string> Claims()
    {
        var claims = new TheoryData<string, string, string>();
        foreach (var cells in Protocol.Select(line => line.Split(" | ")).Where(cells => cells.Length == 5 && cells[0].StartsWith("| EDU-", StringComparison.Ordinal)))
        {
            if (cells[3] != "not used")
                claims.Add(cells[0][2..], cells[2], cells[3]);
        }

        return claims;
    }

    [Fact]
    public void The_protocol_is_read() => Assert.Equal(23, Claims().Count);

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_card_says_what_may_be_said_and_how_sure_it_is(string claim, string grade, string may)
    {
        var card = LearnFlow.Cards.Single(known => known.Rules.Contains(claim));
        var text = Words.English.Text(card.Text());

        foreach (Match quote in Quoted().Matches(may))
            Assert.Contains(Bare(quote.Groups[1].Value), Bare(text), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("How sure: ", text);
        var sure = text[text.IndexOf("How sure: ", StringComparison.Ordinal)..];
        foreach (Match mark in Grade().Matches(grade))
            Assert.Matches(GradeWords[mark.Value], mark.Value is "M" or "reasonable" ? text : sure);
    }

    [Theory]
    [InlineData("EDU-0", @"\b(proven|always works|certainly|without doubt)\b")]
    [InlineData("EDU-2", @"repairs? (the )?valves|better circulation|improves? (your )?circulation")]
    [InlineData("EDU-4", @"detox|immun")]
    [InlineData("EDU-5", @"flush|toxin|lactic acid")]
    [InlineData("EDU-6", @"resets? (the|your) nerv")]
    [InlineData("EDU-9", @"lengthens? (the |your )?muscle|prevents? injur|deadlift")]
    [InlineData("EDU-10", @"remodel|fascia|collagen")]
    [InlineData("EDU-11", @"deeper sleep|more deep sleep|insomnia")]
    [InlineData("EDU-13", @"resets? (your|the) body clock")]
    [InlineData("EDU-14", @"safe for everyone")]
    [InlineData("EDU-15", @"lose \d|you will lose")]
    [InlineData("EDU-16", @"instead of (leg )?raises|replaces? (leg )?raises")]
    [InlineData("EDU-18", @"harmless for (your |the )?eyes")]
    [InlineData("EDU-21", @"replaces? (sleep|food|medical)|in the place of (sleep|medical)")]
    [InlineData("EDU-22", @"longevity|live longer|lifespan|performance|invest")]
    [InlineData("EDU-24", @"inflammation")]
    [InlineData("EDU-31", @"weight loss|lose weight|calorie|\bton(e|ing)\b|challenge")]
    public void No_sentence_says_what_must_not_be_said(string rule, string words) =>
        Assert.Empty(Sentences().Where(text => Regex.IsMatch(text, words, RegexOptions.IgnoreCase)).Select(text => $"{rule}: {text}"));

    [Fact]
    [Trait("Rule", "EDU-1")]
    [Trait("Rule", "EDU-20")]
    [Trait("Rule", "TONE-2")]
    public void Old_texts_prove_nothing_and_tingling_is_no_diagnosis()
    {
        Assert.EndsWith("Old texts show no effect.", TextOf("edu-name"));
        Assert.DoesNotMatch(@"\b(you have|neuropathy|syndrome|disease)\b", TextOf("edu-tingling"));
    }

    [Theory]
    [Trait("Rule", "EDU-30")]
    [InlineData("does it lower cortisol?", "edu-stress")]
    [InlineData("what about my blood pressure", "edu-pressure")]
    [InlineData("what is the best time for it?", "edu-time")]
    [InlineData("are 100 leg raises the same?", "edu-raises")]
    [InlineData("who should not do it?", "edu-who")]
    public void The_five_frequent_questions_have_their_fixed_answers(string question, string verb)
    {
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").None(8).Say("/cancel");

        Assert.Equal(TextOf(verb), talk.Say(question).Last.Text);
        Assert.Contains(LearnFlow.Cards.Take(5), card => card.Verb == verb);
    }

    [Fact]
    [Trait("Rule", "EDU-30")]
    public void Who_should_not_is_told_in_the_order_of_the_rule()
    {
        var text = TextOf("edu-who");

        string[] order = ["Eye pressure", "untreated high blood pressure", "hiatal hernia", "pregnancy", "heart disease", "The health questions cover the rest."];
        Assert.Equal(order, order.OrderBy(part => text.IndexOf(part, StringComparison.Ordinal)));
        Assert.All(order, part => Assert.Contains(part, text));
    }

    [Fact]
    [Trait("Rule", "EDU-0")]
    public void Asked_whether_it_works_the_coach_names_the_grades_in_plain_words()
    {
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").None(8).Say("/cancel").Say("Does it work?");

        Assert.All(["settled", "several studies", "limited", "not well tested"], grade => Assert.Contains(grade, talk.Last.Text));
    }

    [Fact]
    [Trait("Rule", "EDU-32")]
    public void Every_figure_of_a_study_stands_in_the_protocol_and_small_ones_are_called_small()
    {
        var section = string.Join('\n', Protocol.SkipWhile(line => !line.StartsWith("### 5.3", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("## 6", StringComparison.Ordinal)));
        foreach (var text in Sentences().Where(text => Regex.IsMatch(text, @"\b(study|trial)\b") && Regex.IsMatch(text, @"\d")))
        {
            Assert.Contains("small study", text);
            Assert.All(Regex.Matches(text, @"\d+(\.\d+)?").Select(m => m.Value), figure => Assert.Matches($@"(?<![\d.]){Regex.Escape(figure)}(?![\d.])", section));
        }
    }

    [Fact]
    [Trait("Rule", "SAFE-4")]
    public void An_old_list_leaves_the_question_that_waits_the_newest()
    {
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").Say("/learn");
        var old = talk.Asking.Buttons[0];
        talk.Say("/start_session").Press(old);

        Assert.Contains("stress markers", talk.Said[^2].Text + talk.Last.Text);
        Assert.Contains("1 of 8", talk.Last.Text);
        Assert.Equal("None of these", talk.Last.Buttons[0].Label);
    }

    [Fact]
    public void Each_card_is_shown_over_the_list_it_was_chosen_from()
    {
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").None(8).Say("/cancel").Say("/learn");
        foreach (var card in LearnFlow.Cards.Where(card => card.IsFrequent))
            Assert.Equal(Words.English.Text(card.Text()), talk.Press(Words.English.Text(card.Topic())).Last.Text);

        talk.Press("More topics");
        foreach (var card in LearnFlow.Cards.Where(card => !card.IsFrequent))
            Assert.Equal(Words.English.Text(card.Text()), talk.Press(Words.English.Text(card.Topic())).Last.Text);

        Assert.Equal("Frequent questions", talk.Last.Buttons[^1].Label);
        Assert.Equal("Stress and cortisol", talk.Press("Frequent questions").Last.Buttons[0].Label);
    }

    private static string TextOf(string verb) => Words.English.Text(LearnFlow.Cards.Single(card => card.Verb == verb).Text());

    private static string Bare(string text) => text.Trim().TrimEnd('.').Replace("**", "", StringComparison.Ordinal);

    private static IEnumerable<string> Sentences()
    {
        var coaching = typeof(Coach).Assembly;
        foreach (var shelf in coaching.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal) && !name.EndsWith("Screening.resources", StringComparison.Ordinal)))
        {
            var set = new ResourceManager(shelf[..^".resources".Length], coaching).GetResourceSet(CultureInfo.InvariantCulture, true, true)!;
            foreach (System.Collections.DictionaryEntry entry in set)
                yield return (string)entry.Value!;
        }
    }

    [GeneratedRegex("[\"“]([^\"”]+)[\"”]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[SMLPN]\b|history|opinion|reasonable")]
    private static partial Regex Grade();
}
