using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Tests.Coaching.Recognition;

public sealed class NumberTests
{
    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("about 7", 7)]
    [InlineData("7ish", 7)]
    [InlineData("7 mins", 7)]
    [InlineData("seven minutes", 7)]
    [InlineData("Seven.", 7)]
    [InlineData("10m", 10)]
    [InlineData("half an hour", 30)]
    [InlineData("a quarter of an hour", 15)]
    [InlineData("an hour", 60)]
    [InlineData("twenty five", 25)]
    [InlineData("around eight I think", 8)]
    [InlineData("12 mins done!", 12)]
    [InlineData("six-7", null)]
    [InlineData("6-7", null)]
    [InlineData("6 or 7", null)]
    [InlineData("-3", null)]
    [InlineData("7.5", null)]
    [InlineData("7½", null)]
    [InlineData("", null)]
    [InlineData("a while", null)]
    [InlineData("99999", null)]
    [InlineData("eleventy", null)]
    public void The_one_number_of_a_short_answer(string text, int? expected) =>
        Assert.Equal(expected, Numbers.ReadMinutes(text));
}
