using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Measuring;

/// <summary>The review of the week: off by default, on the day the person likes, and silent where nudges are (TIME-11).</summary>
public sealed class WeekReviewTests
{
    private static readonly DateTimeOffset Sunday = new(2026, 3, 8, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nobody_has_one_who_has_not_asked_for_it()
    {
        var talk = Known().Say("/settings");

        Assert.EndsWith("Weekly review: off", talk.Last.Text);
        Assert.Null(talk.State.Reminders.Of(ReminderKind.Review));
    }

    [Fact]
    public void On_the_day_that_was_chosen_the_week_is_told_once()
    {
        var talk = Chosen();
        Assert.EndsWith("Weekly review: Sunday, 18:00", talk.Last.Text);
        Assert.Equal(Sunday, talk.State.Reminders.Of(ReminderKind.Review)!.DueAt);

        Due(talk);

        Assert.Equal(
            "Your last seven days: 5 sessions on 5 days, 37 minutes with the legs up. Longest comfortable hold: 8 minutes, on Thu 5 Mar.\n"
            + "No symptom was reported. The hold is 8 minutes now. /progress shows more, /settings ends this review.",
            talk.Last.Text);
        Assert.Equal(DeliveryClass.Nudge, talk.Last.Class);
        Assert.InRange(talk.Last.Text.Length, 100, 400);
        Assert.Equal(Sunday.AddDays(7), talk.State.Reminders.Of(ReminderKind.Review)!.DueAt);
        var said = talk.Said.Count;
        talk.Hear(new CoachInput.ReminderDue(ReminderKind.Review));
        Assert.Equal(said, talk.Said.Count);
    }

    [Fact]
    public void Where_the_zone_has_to_be_told_first_the_day_is_asked_after_it()
    {
        var talk = Known();
        talk.State = talk.State with { Zone = null };

        talk.Say("/settings").Press("Weekly review").Say("Berlin").Press("Sunday").Press("Close settings").Say("/remind");

        Assert.Contains("\nWeekly review, Sunday at 18:00: ", talk.Last.Text);
    }

    [Fact]
    public void Where_quiet_hours_keep_it_back_the_settings_say_so()
    {
        var talk = Chosen().Press("Quiet hours").Say("17:00 to 19:00");

        Assert.EndsWith("Weekly review: Sunday, 18:00, which your quiet hours keep back", talk.Last.Text);
    }

    [Fact]
    public void It_is_silent_about_a_week_without_a_session()
    {
        var talk = Chosen();
        talk.State = talk.State with { Events = [] };
        var said = talk.Said.Count;

        Due(talk);

        Assert.Equal(said, talk.Said.Count);
        Assert.Equal(Sunday.AddDays(7), talk.State.Reminders.Of(ReminderKind.Review)!.DueAt);
    }

    [Theory]
    [Trait("Rule", "TIME-11")]
    [InlineData("/start_session")]
    [InlineData("my chest hurts")]
    public void It_does_not_come_into_a_session_or_a_pause(string words)
    {
        var talk = Chosen();
        talk.Wait(Sunday.AddMinutes(-1) - talk.Now).Say(words);
        var said = talk.Said.Count;

        talk.Wait(TimeSpan.FromMinutes(1)).Hear(new CoachInput.ReminderDue(ReminderKind.Review));

        Assert.DoesNotContain(talk.Said.Skip(said), message => message.Text.StartsWith("Your last seven days", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("No review")]
    [InlineData("Back to settings")]
    public void It_can_be_switched_off_again(string label)
    {
        var talk = Chosen().Press("Weekly review").Press(label);

        Assert.Equal(label == "No review", talk.State.Reminders.Of(ReminderKind.Review) is null);
    }

    [Fact]
    public void Reminders_that_are_off_stay_off()
    {
        var talk = Known().Say("/remind 20:30").Say("/stop").Say("/stop");
        Assert.True(talk.State.Reminders.Off);

        talk.Say("/settings").Press("Weekly review").Press("Sunday");

        Assert.True(talk.State.Reminders.Off);
    }

    private static void Due(TestConversation talk)
    {
        talk.Wait(Sunday - talk.Now);
        talk.Hear(new CoachInput.ReminderDue(ReminderKind.Review));
    }

    private static TestConversation Chosen() => Known().Say("/settings").Press("Weekly review").Press("Sunday");

    private static TestConversation Known()
    {
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").None(8).Say("/cancel");
        talk.State = talk.State with { Events = [.. FourWeeks.Events.Where(happened => happened.Day < new DateOnly(2026, 3, 8))] };
        return talk;
    }
}
