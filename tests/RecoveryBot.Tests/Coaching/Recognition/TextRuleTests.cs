using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Tests.Coaching.Recognition;

/// <summary>How a text is read, rule by rule (3.6).</summary>
public sealed class TextRuleTests
{
    [Theory]
    [InlineData("TXT-1", "I CAN’T feel my toes", "TINGLE")]
    [InlineData("TXT-1", "light headed", "LIGHT")]
    [InlineData("TXT-1", "slight headache", "ASK-RED")]
    [InlineData("TXT-1", "soooo numb", "TINGLE")]
    [InlineData("TXT-2", "no dizziness. toes tingle", "TINGLE")]
    [InlineData("TXT-2", "not dizzy although my feet are numb", "TINGLE")]
    [InlineData("TXT-3", "without tingling", "NONE")]
    [InlineData("TXT-3", "no tingling, dizziness or pain", "NONE")]
    [InlineData("TXT-3", "no tingling and dizziness", "LIGHT")]
    [InlineData("TXT-3", "tingling? no", "NONE")]
    [InlineData("TXT-4", "not sure if it tingles", "TINGLE")]
    [InlineData("TXT-4", "hardly any tingling", "TINGLE")]
    [InlineData("TXT-4", "the dizziness won't go away", "LIGHT")]
    [InlineData("TXT-4", "no feeling in my toes", "TINGLE")]
    [InlineData("TXT-5", "tingling went away", "RESOLVED:TINGLE")]
    [InlineData("TXT-5", "tingling nearly gone", "TINGLE")]
    [InlineData("TXT-6", "should I worry about tingling?", "QUESTION:TINGLE")]
    [InlineData("TXT-7", "I used to get chest pain", "HISTORY:RED-CHEST")]
    [InlineData("TXT-8", "my wife is dizzy", "THIRD:LIGHT")]
    [InlineData("TXT-9", "my feet tingle and my chest hurts", "RED-CHEST")]
    [InlineData("TXT-11", "no pain no gain", "NONE")]
    [InlineData("TXT-11", "I can't see the timer", "NONE")]
    [InlineData("TXT-11", "I can't see the wall", "RED-VISION")]
    [InlineData("TXT-11", "a faint tingling", "TINGLE")]
    [InlineData("TXT-11a", "what number is it", "NONE")]
    [InlineData("TXT-11a", "painting", "NONE")]
    [InlineData("TXT-11a", "achieved it", "NONE")]
    [InlineData("TXT-11a", "numbish toes", "TINGLE")]
    public void A_text_is_read_by_the_rule(string rule, string text, string expected) =>
        Assert.Equal($"{rule} {expected}", $"{rule} {TextVectorTests.NameOf(Recogniser.Read(text))}");
}
