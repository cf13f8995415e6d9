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
    [InlineData("TXT-1", "this music is so soothing", "NONE")]
    [InlineData("TXT-1", "smelling the towels, brushing my teeth", "NONE")]
    [InlineData("TXT-1", "pulse is hammering away in my neck", "ASK-RED")]
    [InlineData("TXT-2", "no dizziness. toes tingle", "TINGLE")]
    [InlineData("TXT-2", "I can't feel my right foot very well", "TINGLE")]
    [InlineData("TXT-2", "not dizzy although my feet are numb", "TINGLE")]
    [InlineData("TXT-3", "without tingling", "NONE")]
    [InlineData("TXT-3", "never get pins and needles with knees bent", "NONE")]
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
    [InlineData("TXT-6", "why do people get dizzy after this?", "QUESTION:LIGHT")]
    [InlineData("TXT-6", "I can feel my heart pounding", "ASK-RED")]
    [InlineData("TXT-6", "can anyone help, I can't breathe", "RED-BREATH")]
    [InlineData("TXT-6", "what if I stand up, I might get dizzy", "QUESTION:LIGHT")]
    [InlineData("TXT-7", "my chest hurts but not as bad as last year", "RED-CHEST")]
    [InlineData("TXT-7", "I used to like this pose but I can't breathe", "RED-BREATH")]
    [InlineData("TXT-7", "I had chest pain years ago but it never came back", "HISTORY:RED-CHEST")]
    [InlineData("TXT-7", "had a stroke in '98", "HISTORY:RED-STROKE")]
    [InlineData("TXT-7", "I used to get chest pain", "HISTORY:RED-CHEST")]
    [InlineData("TXT-8", "my wife is dizzy", "THIRD:LIGHT")]
    [InlineData("TXT-8", "me nan's just fainted", "THIRD:RED-FAINT")]
    [InlineData("TXT-8", "its hurting me mate, chest is tight", "RED-CHEST")]
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
