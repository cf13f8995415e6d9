using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching;

/// <summary>The zone is asked for when a local time is first needed; by then there may have been a session.</summary>
public sealed class FirstZoneTests
{
    /// <summary>20:10 of Monday, 2 March, in Los Angeles; in UTC it is Tuesday already.</summary>
    private static readonly DateTimeOffset Evening = new(2026, 3, 3, 4, 10, 0, TimeSpan.Zero);

    [Fact]
    public void The_session_of_this_evening_is_in_the_record_of_this_evening()
    {
        var talk = InLosAngeles().Say("/progress");

        Assert.StartsWith("In the last 28 days: 1 session on 1 day, 5 minutes with your legs up. Longest comfortable hold: 5 minutes, on Mon 2 Mar.", talk.Last.Text);
        Assert.Contains("since Mon 2 Mar, day 1 of 28", talk.Press("Summary so far").Texts);
    }

    [Fact]
    [Trait("Rule", "DOSE-4")]
    public void The_next_evening_has_its_own_session()
    {
        var talk = InLosAngeles().Wait(TimeSpan.FromDays(1)).Say("/start_session");

        Assert.Equal("No to all", talk.Last.Buttons[0].Label);
    }

    [Fact]
    [Trait("Rule", "DOSE-28")]
    public void A_day_that_is_closed_stays_closed()
    {
        var talk = InLosAngeles(t => t.Say("my feet tingle").Press("In my last session"));

        Assert.DoesNotContain(talk.Say("/start_session").Said.TakeLast(2), said => said.Buttons.Any(button => button.Label == "No to all"));
        Assert.All(talk.State.Events, happened => Assert.Equal(new DateOnly(2026, 3, 2), happened.Day));
    }

    [Fact]
    [Trait("Rule", "SEQ-26")]
    public void What_is_told_later_about_it_is_of_the_same_day()
    {
        var last = InLosAngeles().State.Last!;

        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2)), (last.Run.Day, last.Run.Report.Day));
    }

    [Fact]
    [Trait("Rule", "MEAS-1")]
    public void A_value_lies_on_the_day_on_which_it_was_taken()
    {
        var talk = InLosAngeles(t => t.Say("/measure").Press("Heavy legs").Say("5").Press("Heat").Press("Close"));

        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single(talk.State.Measures.Values).Day);
        Assert.Equal(new DateOnly(2026, 3, 2), talk.State.Measures.BlockFrom);
    }

    [Fact]
    public void Whoever_moves_later_has_lived_the_days_before_where_they_were()
    {
        var before = InLosAngeles();

        var after = before.State.Events;
        before.Say("/settings Tokyo");

        Assert.Equal("Asia/Tokyo", before.State.Zone);
        Assert.Equal(after, before.State.Events);
    }

    private static TestConversation InLosAngeles(Func<TestConversation, TestConversation>? before = null)
    {
        var talk = new TestConversation();
        talk.State = talk.State with { Zone = null };
        talk.Now = Evening;
        talk.ToSideRest().Home(5);
        before?.Invoke(talk);
        talk.Say("/settings Los Angeles");
        Assert.Equal("America/Los_Angeles", talk.State.Zone);
        return talk.Say("/cancel");
    }
}
