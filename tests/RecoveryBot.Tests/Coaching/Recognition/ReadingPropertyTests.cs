using FsCheck;
using FsCheck.Fluent;
using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Tests.Coaching.Recognition;

/// <summary>What holds for every text, whatever it says.</summary>
public sealed class ReadingPropertyTests
{
    private static readonly string[] Red =
    [
        "my chest hurts", "I can't breathe", "worst headache of my life", "my vision is blurry", "I passed out", "my face is drooping",
        "my left calf is swollen", "numb between my legs", "my foot is white, cold and painful", "I want to die", "my speech is slurred",
        "I am coughing blood", "sudden terrible headache", "seeing double", "I wet myself", "I can't move my left leg",
    ];

    private static readonly string[] Chatter =
    [
        "the music is lovely", "the cushion was a present", "it rained all day here", "thanks for the reminder", "we had soup for dinner",
        "that took seven minutes to set up", "my neighbour is mowing the lawn",
    ];

    private static readonly string[] Plain =
    [
        "tingling", "numbness", "dizziness", "chest pain", "headache", "pain", "shortness of breath", "nausea", "blurred vision", "swelling",
        "palpitations", "heartburn", "pins and needles", "cramp",
    ];

    public static TheoryData<string> RedTexts => [.. Red];

    [Fact]
    public void Reading_never_throws() => Prop.ForAll<string?>(text =>
    {
        var read = text ?? "";
        Recogniser.Read(read);
        Answers.Read(read);
        Numbers.ReadMinutes(read);
        Recogniser.IsStopWord(read);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_never_throws_for_words_of_the_files_in_any_order()
    {
        var word = Gen.Elements([.. Red.Concat(Plain).Concat(Chatter).SelectMany(t => t.Split(' ')), "not", "no", ",", ".", "?", "if", "but", "gone", "still", "mum"]);
        Prop.ForAll(word.ArrayOf().ToArbitrary(), words => { Recogniser.Read(string.Join(' ', words)); }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(RedTexts))]
    [Trait("Rule", "TXT-10")]
    public void A_red_flag_survives_what_stands_around_it(string text)
    {
        var wrapped = Chatter.SelectMany(c => new[] { $"{c}. {text}", $"{text}. {c}", $"{c}, {text}", $"{c} but {text}", $"{c}\n{text}\n{c}" });
        string[] dressed = [text.ToUpperInvariant(), $"  {text}  ", text.Replace(" ", "   ", StringComparison.Ordinal), $"{text} \U0001F62D\U0001F62D", $"{text}!!!", $"help {text}"];

        Assert.All(wrapped.Concat(dressed), t => Assert.True(IsRed(t), t));
    }

    [Theory]
    [MemberData(nameof(RedTexts))]
    [Trait("Rule", "TXT-1")]
    public void A_red_flag_survives_one_letter_too_many(string text)
    {
        var doubled = Enumerable.Range(0, text.Length).Where(i => char.IsLetter(text[i])).Select(i => text.Insert(i, text[i].ToString())).ToList();

        Assert.All(doubled, t => Assert.True(IsRed(t), t));
    }

    [Fact]
    [Trait("Rule", "TXT-3")]
    public void What_is_plainly_denied_is_never_there()
    {
        string[] forms = ["no {0}", "No {0}!", "no {0} today", "I have no {0}", "I don't have any {0}", "without {0}", "{0}? no", "{0}: none", "zero {0}", "not any {0}", "never any {0}", "NO {0}"];

        Assert.All(forms.SelectMany(f => Plain.Select(p => f.Replace("{0}", p, StringComparison.Ordinal))),
            t => Assert.DoesNotContain(Recogniser.Read(t).All, f => f.Standing == Standing.Present));
    }

    [Fact]
    public void Space_between_words_changes_nothing()
    {
        Assert.All(Red.Concat(Plain).Concat(Chatter), t =>
            Assert.Equal(Recogniser.Read(t).All, Recogniser.Read($" \t{t.Replace(" ", "  ", StringComparison.Ordinal)}  ").All));
    }

    [Fact]
    public void The_work_grows_with_the_text_alone()
    {
        const string Sentence = "my legs feel fine and the chest pain is gone, no tingling but dizzzy ";
        Recogniser.Read(Sentence);

        var once = Marks(Sentence, 100);
        var tenfold = Marks(Sentence, 1000);

        Assert.InRange(tenfold, once * 9, once * 11);
    }

    /// <summary>What stands in the chart of a text: the measure of the work done, and no clock.</summary>
    private static int Marks(string sentence, int times)
    {
        var reading = new Reading(Language.English, string.Concat(Enumerable.Repeat(sentence, times)));
        return Enumerable.Range(0, reading.Count).Sum(i => reading.Chart.At(i).Count);
    }

    private static bool IsRed(string text) =>
        Recogniser.Read(text).Highest is { Standing: Standing.Present or Standing.Resolved, Sign: < Sign.AskRed };
}
