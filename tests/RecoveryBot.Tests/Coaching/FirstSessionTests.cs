using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching;

/// <summary>Sessions from the first word to the summary.</summary>
public sealed class FirstSessionTests
{
    [Fact]
    [Trait("Rule", "SEQ-1")]
    [Trait("Rule", "SAFE-2")]
    public void A_healthy_adult_is_led_through_five_poses_in_order()
    {
        var talk = new TestConversation().ToHold().Minutes(5).Press("I'm on my side").Minutes(1).Minutes(1).Minutes(4)
            .Press("Yes, 5 minutes").Press("None");

        var poses = talk.Said.Where(m => m.Countdown is not null).Select(m => m.Text.Split('\n')[0].Split(',')[0]).Distinct();
        Assert.Contains("Nicely done: 5 minutes, no symptoms.", talk.Last.Text);
        Assert.Contains("We stay at 5 minutes; on 2 days more like this one it becomes 6", talk.Last.Text);
        Assert.Null(talk.State.Session);
        Assert.Equal(1, talk.State.SessionNumber);
        Assert.NotEmpty(poses);
    }

    [Fact]
    [Trait("Rule", "SAFE-10")]
    public void Tingling_at_minute_four_ends_the_hold_and_shortens_the_next()
    {
        var talk = new TestConversation().ToHold().Minutes(4).Say("my feet are tingling");

        Assert.StartsWith("That's our signal to come out.", talk.Last.Text);
        Assert.True(talk.Last.Sound);
        Assert.IsType<Stage.StandingStill>(((SessionState.Live)talk.State.Session!).Stage);

        talk.Minutes(2).Press("Normal again").Minutes(1).Minutes(1).Minutes(4)
            .Press("Yes, 4 minutes").Press("None");

        Assert.Contains("Next time: 3 minutes.", talk.Last.Text);
        talk.Say("/why");
        Assert.Contains("tingling today at minute 4", talk.Last.Text);
    }

    [Theory]
    [Trait("Rule", "DOSE-10")]
    [InlineData(1)]
    [InlineData(3)]
    public void Words_that_come_late_count_from_when_they_were_written(int late)
    {
        var talk = new TestConversation().ToHold().Minutes(4);
        var written = talk.Now;

        talk.Minutes(late).Hear(new CoachInput.Text("my feet are tingling", written));

        Assert.Equal(4, talk.Report.Tingling!.Onset);
        Assert.Equal(written, Assert.Single(talk.State.Settlings).Since);
    }

    [Fact]
    [Trait("Rule", "DOSE-10")]
    public void A_press_that_may_have_waited_is_asked_for_its_minute_in_the_report()
    {
        var talk = new TestConversation().ToHold().Minutes(4);
        var tingling = talk.Last.Buttons.First(button => button.Label == "Tingling or numb");

        talk.Hear(new CoachInput.Press(ButtonId.TryParse(tingling.Id)!.Value) { MayBeLate = true });
        Assert.StartsWith("That's our signal to come out.", talk.Last.Text);
        Assert.Null(talk.Report.Tingling!.Onset);

        talk.Press("Feet or legs").Minutes(2).Press("Normal again").Minutes(1).Minutes(1).Minutes(4).Press("Yes, 4 minutes");
        Assert.StartsWith("From which minute did it tingle?", talk.Last.Text);
        talk.Say("2");

        Assert.Equal(2, talk.Report.Tingling!.Onset);
        Assert.IsType<SettleTime.Gone>(talk.Report.Tingling.Settled);
        Assert.Contains(talk.Last.Buttons, button => button.Label == "Something else");
    }

    [Fact]
    [Trait("Rule", "SAFE-30")]
    [Trait("Rule", "INV-8")]
    public void A_red_flag_in_the_hold_ends_everything_and_blocks()
    {
        var talk = new TestConversation().ToHold().Minutes(3).Say("my chest hurts");

        Assert.StartsWith("Stop now.", talk.Last.Text);
        Assert.Null(talk.State.Session);
        Assert.Null(talk.State.WakeAt);
        talk.Say("/start_session");
        Assert.DoesNotContain("in position", talk.Last.Text);
        Assert.Null(talk.State.Session);
    }

    [Fact]
    [Trait("Rule", "SEQ-24")]
    public void Silence_at_the_end_of_the_hold_rings_three_times_and_then_asks()
    {
        var talk = new TestConversation().ToHold().Minutes(5 + 5);

        Assert.Equal(3, talk.Said.Count(m => m.Text.StartsWith("Time's up.\n", StringComparison.Ordinal) && m.Sound));
        Assert.StartsWith("Time's up. If your legs are still up", talk.Last.Text);
        talk.Minutes(120).Say("hello");
        Assert.Equal("Are your legs down?", talk.Last.Text);
        talk.Press("No, not yet").Press("I'm on my side").Minutes(1).Minutes(1).Minutes(4);
        Assert.Contains("Your legs were up for 5 minutes by my clock", talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "SCR-3")]
    public void A_yes_to_the_eye_question_never_shows_a_pose()
    {
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").Press("None of these")
            .Press("One or more, or not sure").Press("Yes").Press("No");
        for (var card = 2; card < 8; card++)
            talk.Press("None of these");

        Assert.Contains("eye specialist", talk.Last.Text);
        talk.Say("/start_session");
        Assert.DoesNotContain(talk.Said, m => m.Countdown is not null || m.Text.Contains("in position", StringComparison.Ordinal));
        Assert.Null(talk.State.Session);
    }
}
