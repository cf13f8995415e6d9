using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Tests.Coaching.Recognition;

public sealed class StopWordTests
{
    [Theory]
    [Trait("Rule", "SEQ-22")]
    [InlineData("stop")]
    [InlineData("Stop!")]
    [InlineData("STOOOP")]
    [InlineData("ok stop")]
    [InlineData("please stop")]
    [InlineData("stop the session")]
    [InlineData("out")]
    [InlineData("get me out")]
    [InlineData("i want out")]
    [InlineData("coming down")]
    [InlineData("I'm coming down now")]
    [InlineData("that's enough")]
    [InlineData("enough")]
    [InlineData("I'm done")]
    [InlineData("done, felt great")]
    [InlineData("pause")]
    [InlineData("no more")]
    public void Ends_a_pose(string text) => Assert.True(Recogniser.IsStopWord(text));

    [Theory]
    [Trait("Rule", "SEQ-22")]
    [InlineData("")]
    [InlineData("out of breath")]
    [InlineData("stop reminding me at lunch")]
    [InlineData("stop the music")]
    [InlineData("this is lovely")]
    [InlineData("how many minutes are done")]
    [InlineData("don't stop")]
    [InlineData("no enough room here")]
    [InlineData("how long left")]
    public void Does_not(string text) => Assert.False(Recogniser.IsStopWord(text));
}
