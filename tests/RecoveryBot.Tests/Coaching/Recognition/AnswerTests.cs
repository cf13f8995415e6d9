using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Tests.Coaching.Recognition;

/// <summary>What is a clear yes and a clear no, and what is neither (SAFE-4).</summary>
public sealed class AnswerTests
{
    [Theory]
    [Trait("Rule", "SAFE-4")]
    [InlineData("no")]
    [InlineData("No.")]
    [InlineData("NOPE")]
    [InlineData("nah all good")]
    [InlineData("no, I'm fine")]
    [InlineData("none of those")]
    [InlineData("None of those, thankfully")]
    [InlineData("not at all")]
    [InlineData("negative")]
    [InlineData("nothing like that")]
    [InlineData("no to all")]
    [InlineData("nothing to report, all good")]
    [InlineData("no probs")]
    [InlineData("no thanks")]
    [InlineData("naw")]
    [InlineData("no no no")]
    [InlineData("neither")]
    [InlineData("I don't")]
    [InlineData("no, nothing of that")]
    public void A_clear_no(string text) => Assert.Equal(Answer.ClearNo, Answers.Read(text));

    [Theory]
    [Trait("Rule", "SAFE-4")]
    [InlineData("yes")]
    [InlineData("Yep!")]
    [InlineData("yeah it is")]
    [InlineData("yes I do")]
    [InlineData("aye")]
    [InlineData("definitely")]
    public void A_clear_yes(string text) => Assert.Equal(Answer.ClearYes, Answers.Read(text));

    [Theory]
    [Trait("Rule", "SAFE-4")]
    [InlineData("")]
    [InlineData("not really")]
    [InlineData("I don't think so")]
    [InlineData("maybe")]
    [InlineData("kind of")]
    [InlineData("no idea")]
    [InlineData("not sure")]
    [InlineData("no but my arm feels odd")]
    [InlineData("no, a bit of chest pain though")]
    [InlineData("no?")]
    [InlineData("yes and no")]
    [InlineData("not yet")]
    [InlineData("no, just dizzy")]
    [InlineData("I'm not fine")]
    [InlineData("not good")]
    [InlineData("no more than usual")]
    [InlineData("nothing new except the tablets")]
    [InlineData("hardly")]
    [InlineData("no, only when I stand")]
    [InlineData("none, well, one")]
    [InlineData("what?")]
    [InlineData("not all of them")]
    [InlineData("dunno")]
    [InlineData("not just that")]
    [InlineData("no, it still hurts")]
    public void Neither(string text) => Assert.Equal(Answer.Unclear, Answers.Read(text));
}
