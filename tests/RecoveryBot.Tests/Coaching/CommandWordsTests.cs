using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Reminders.Places;

namespace RecoveryBot.Tests.Coaching;

/// <summary>What is suggested is understood when it comes back.</summary>
public sealed class CommandWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_letter_brings_cities_that_can_be_read_and_are_few()
    {
        foreach (var letter in "abcdefghijklmnopqrstuvwyz")
        {
            var places = CommandWords.Places($"{letter}").ToList();

            Assert.InRange(places.Count, 1, 25);
            Assert.All(places, place => Assert.InRange(place.Length, 1, 100));
            Assert.All(places, place => Assert.NotEmpty(PlaceReader.Read(place, Now).Choices));
        }
    }

    [Theory]
    [InlineData("new y", "New York City, New York")]
    [InlineData("MÜNC", "Munich, Germany")]
    [InlineData("lond", "London, United Kingdom")]
    [InlineData("toky", "Tokyo, Japan")]
    [InlineData("ista", "Istanbul, Turkey")]
    public void The_largest_comes_first(string typed, string first) => Assert.Equal(first, CommandWords.Places(typed).First());

    [Fact]
    public void Other_spellings_come_behind_the_names_that_are_shown() =>
        Assert.All(CommandWords.Places("b").Take(20), place => Assert.StartsWith("B", place, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("!?")]
    [InlineData("qqqq")]
    public void Nothing_typed_or_known_is_no_suggestion(string typed) => Assert.Empty(CommandWords.Places(typed));
}
