using RecoveryBot.Coaching.Session;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching;

/// <summary>What stands on a button may be typed, or just its beginning (design 3.3).</summary>
public sealed class TypedLabelTests
{
    [Theory]
    [InlineData("Come out now")]
    [InlineData("come out now!")]
    [InlineData("come out")]
    public void The_beginning_of_one_label_is_its_press(string words)
    {
        var talk = new TestConversation().ToHold().Minutes(1).Say(words);

        Assert.IsType<Stage.ComingOut>(talk.Stage);
    }

    [Fact]
    public void Words_that_begin_no_label_press_nothing()
    {
        var talk = new TestConversation().ToPlan().Say("time less");

        Assert.IsType<SessionState.Planned>(talk.State.Session);
        Assert.StartsWith("I didn't quite get that.", talk.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_15_after_a_workout_is_in_fifteen_minutes()
    {
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").None(8).Press("No to all").Say("/workout").Say("in 15");

        Assert.Contains("15 minutes", talk.Last.Text, StringComparison.Ordinal);
        Assert.Null(talk.State.Dialogue);
    }
}
