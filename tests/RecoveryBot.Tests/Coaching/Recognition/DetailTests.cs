using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Tests.Coaching.Recognition;

/// <summary>What comes with a sign, so that nothing looks at the words again.</summary>
public sealed class DetailTests
{
    [Theory]
    [Trait("Rule", "SAFE-28")]
    [InlineData("my feet are tingling", true)]
    [InlineData("pins and needles in both calves", true)]
    [InlineData("tingling", false)]
    public void Feet_or_legs_are_named(string text, bool expected) => Assert.Equal(expected, Highest(text).NamesLegs);

    [Theory]
    [Trait("Rule", "SAFE-25")]
    [InlineData("pressure behind my eyes", RedTopic.Eyes)]
    [InlineData("seeing stars", RedTopic.Eyes)]
    [InlineData("head feels full", RedTopic.Head)]
    [InlineData("slight headache", RedTopic.Head)]
    [InlineData("acid coming up", RedTopic.Acid)]
    [InlineData("bit of heartburn", RedTopic.Acid)]
    [InlineData("I feel sick", RedTopic.Unwell)]
    [InlineData("heart is racing", RedTopic.Unwell)]
    [InlineData("my hand is numb", RedTopic.Other)]
    public void An_ambiguous_sign_has_a_topic(string text, RedTopic expected) => Assert.Equal(expected, Highest(text).Topic);

    [Theory]
    [Trait("Rule", "SAFE-27")]
    [InlineData("cramp in my foot", true)]
    [InlineData("hamstring cramp", true)]
    [InlineData("my knee hurts", false)]
    public void A_cramp_outside_the_calf(string text, bool expected) => Assert.Equal(expected, Highest(text).Cramp);

    [Theory]
    [Trait("Rule", "DOSE-10")]
    [InlineData("tingling since minute 4", 4)]
    [InlineData("numb toes, started around 6 min", 6)]
    [InlineData("my toes went numb at about four minutes", 4)]
    [InlineData("tingles 5 mins in", 5)]
    [InlineData("feet numb after three minutes", 3)]
    [InlineData("tingling went away after two minutes", null)]
    [InlineData("tingling for 5 minutes now", null)]
    [InlineData("tingling at minute 4 or minute 6", null)]
    [InlineData("tingling", null)]
    public void The_minute_it_began(string text, int? expected) => Assert.Equal(expected, Highest(text).Minute);

    [Theory]
    [Trait("Rule", "SAFE-23")]
    [InlineData("hip pain 6/10", 6)]
    [InlineData("six out of ten pain in the hip", 6)]
    [InlineData("not much pain, 2 out of 10", 2)]
    [InlineData("my back hurts", null)]
    public void How_strong_in_numbers(string text, int? expected) => Assert.Equal(expected, Highest(text).Strength);

    [Theory]
    [InlineData("sharp pain in my hip", true)]
    [InlineData("shooting down my leg", true)]
    [InlineData("hip aches", false)]
    public void Sharp(string text, bool expected) => Assert.Equal(expected, Recogniser.Read(text).All.First(f => f.Sign == Sign.Pain).Sharp);

    [Theory]
    [InlineData("dizzy when I stood up", true)]
    [InlineData("dizzy", false)]
    public void On_rising(string text, bool expected) => Assert.Equal(expected, Highest(text).OnRising);

    [Theory]
    [Trait("Rule", "SAFE-30")]
    [InlineData("flashing lights in one eye", true)]
    [InlineData("like a curtain over my right eye", true)]
    [InlineData("my eye hurts", true)]
    [InlineData("double vision", false)]
    [InlineData("flashes in my eye and everything is blurry", false)]
    public void The_eye_alone(string text, bool expected) => Assert.Equal(expected, Highest(text).EyeOnly);

    [Fact]
    [Trait("Rule", "SAFE-31")]
    public void A_red_flag_that_has_gone_comes_before_what_is_milder()
    {
        var read = Recogniser.Read("chest pain has gone. feet are tingling");

        Assert.Equal((Sign.RedChest, Standing.Resolved), (read.Highest!.Sign, read.Highest.Standing));
        Assert.True(read.Has(Sign.Tingle));
    }

    private static Recognised Highest(string text) => Recogniser.Read(text).Highest!;
}
