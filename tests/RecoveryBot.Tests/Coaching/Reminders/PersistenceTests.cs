using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Reminders;

/// <summary>Somebody who does not answer is asked once, then left in peace step by step (design 3.5).</summary>
public sealed class PersistenceTests
{
    [Theory]
    [InlineData("/remind evening 22:30")]
    [InlineData("/remind 20:30")]
    public void Sixty_days_of_silence_are_nine_messages_and_then_none(string words)
    {
        var talk = ReminderRig.In("Europe/Berlin").Say(words).Wait(TimeSpan.FromDays(60));

        var days = talk.Local(talk.Nudges.Select(n => n.At)).Select(at => at.Date.ToDateOnly().DayNumber).ToList();
        Assert.Equal(9, days.Count);
        Assert.Equal([1, 1, 1, 2, 2, 2, 2, 2], days.Zip(days.Skip(1), (a, b) => b - a));
        Assert.StartsWith("Three reminders without an answer", talk.Nudges[3].Message.Text, StringComparison.Ordinal);
        Assert.StartsWith("No answer for a while", talk.Nudges[8].Message.Text, StringComparison.Ordinal);
        Assert.Empty(talk.State.Reminders.Due);
    }

    [Fact]
    public void Any_answer_begins_the_count_anew()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30");
        for (var week = 0; week < 10; week++)
            talk.UntilNudge().UntilNudge().UntilNudge().Press("Not today");

        Assert.Equal(30, talk.Nudges.Count);
        Assert.DoesNotContain(talk.Nudges, n => n.Message.Text.StartsWith("Three", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_other_day_by_choice_goes_on()
    {
        var talk = Asked().Press("Every other day");
        Assert.StartsWith("Every other day, then. Next: Sat", talk.Last.Text, StringComparison.Ordinal);

        var before = talk.Nudges.Count;
        for (var n = 0; n < 5; n++)
            talk.UntilNudge().Press("Not today");
        var days = talk.Local(talk.Nudges.Skip(before - 1).Select(n => n.At)).Select(at => at.Date.ToDateOnly().DayNumber).ToList();
        Assert.All(days.Zip(days.Skip(1), (a, b) => b - a), gap => Assert.Equal(2, gap));
    }

    [Fact]
    public void Another_time_asks_for_it_and_sets_it()
    {
        var talk = Asked().Press("Another time").Say("7pm");

        Assert.Contains("Every day at 19:00", talk.Last.Text, StringComparison.Ordinal);
        Assert.Equal("19:00", talk.UntilNudge().TimeNow());
    }

    [Fact]
    public void Stop_them_deletes_it()
    {
        var talk = Asked().Press("Stop them");

        Assert.Empty(talk.State.Reminders.All);
        Assert.Empty(talk.Wait(TimeSpan.FromDays(9)).Nudges.Skip(4));
    }

    [Fact]
    public void An_answer_while_it_comes_every_other_day_makes_it_daily_again()
    {
        var talk = Asked().UntilNudge().Press("Not today");
        var before = talk.Now;

        talk.UntilNudge();

        Assert.Equal(TimeSpan.FromDays(1), talk.Now - before);
    }

    [Fact]
    public void What_was_given_up_comes_back_when_it_is_set_again()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").Wait(TimeSpan.FromDays(60)).Say("/remind 20:30");

        Assert.Equal("20:30", talk.UntilNudge().TimeNow());
        Assert.Contains(talk.Last.Buttons, b => b.Label == "Start now");
    }

    private static TestConversation Asked() => ReminderRig.In("Europe/Berlin").Say("/remind 20:30").UntilNudge().UntilNudge().UntilNudge().UntilNudge();
}
