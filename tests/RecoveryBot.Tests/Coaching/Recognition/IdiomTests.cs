using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Tests.Coaching.Recognition;

/// <summary>What is said of something else is no sign, and what sounds like it and is one is not lost (TXT-11).</summary>
public sealed class IdiomTests
{
    /// <summary>A manner of speaking, the true sign that is nearest to it, and what that one is.</summary>
    public static TheoryData<string, string, string> Pairs => new()
    {
        { "on pins and needles waiting", "pins and needles for ten minutes", "TINGLE" },
        { "my heart stopped when I saw the price", "my heart stopped for a second", "ASK-RED" },
        { "my heart skipped a beat when he smiled", "my heart skipped a beat when I stood up", "ASK-RED" },
        { "grateful with all my heart", "pressure at my heart", "RED-CHEST" },
        { "got cold feet", "got cold feet, white and they hurt", "RED-FOOT" },
        { "had to get it off my chest", "can't get this weight off my chest", "RED-CHEST" },
        { "a truck passed outside", "like a truck on my chest", "RED-CHEST" },
        { "gasping for a cuppa", "gasping for a breath", "RED-BREATH" },
        { "he is a pain in the neck", "pain in my neck and it is getting worse", "PAIN" },
        { "passed out leaflets", "passed out the minute I stood up", "RED-FAINT" },
        { "the tent collapsed", "got off the couch and collapsed", "RED-FAINT" },
        { "my left hand man", "numb down my left hand side", "RED-STROKE" },
        { "the power button", "no power in my left arm", "RED-STROKE" },
        { "I can't see the skip button", "I can't see with my left eye", "RED-VISION" },
        { "drew the curtains", "like someone drew a curtain across my eye", "RED-VISION" },
        { "not seeing any improvement", "not seeing anything on the left", "RED-VISION" },
        { "went swimming today", "head swimming today", "LIGHT" },
        { "a spinning record", "room spinning like a washing machine", "LIGHT" },
        { "the screen went dark", "the room went dark when I stood", "LIGHT-NEAR" },
        { "cramped flat", "my foot cramped", "PAIN" },
        { "this song is sick", "I was sick", "ASK-RED" },
        { "my bum is close to the wall", "numb bum the whole time", "RED-CES" },
        { "the view is to die for", "ready to die for real", "CRISIS" },
        { "something burning in the kitchen", "something burning in my chest", "RED-CHEST" },
        { "tight squeeze in this flat", "tight squeeze in my chest", "RED-CHEST" },
        { "a headache for everyone", "headache for the last hour", "ASK-RED" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    [Trait("Rule", "TXT-11")]
    public void An_idiom_hides_no_sign_that_sounds_like_it(string idiom, string sign, string expected)
    {
        Assert.Equal("NONE", TextVectorTests.NameOf(Recogniser.Read(idiom)));
        Assert.Equal(expected, TextVectorTests.NameOf(Recogniser.Read(sign)));
    }
}
