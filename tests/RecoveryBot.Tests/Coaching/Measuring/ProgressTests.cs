using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Measuring;

public sealed class ProgressTests
{
    [Theory]
    [InlineData("/progress")]
    [InlineData("/status")]
    [InlineData("progress")]
    [InlineData("How am I doing?")]
    public void Four_weeks_are_told_in_words_with_a_chart_beside_them(string asked)
    {
        var talk = AfterFourWeeks().Say(asked);

        Assert.Equal(
            "In the last 28 days: 23 sessions on 23 days, 146 minutes with your legs up. Longest comfortable hold: 9 minutes, on Mon 9 Mar. "
            + "After dizziness on Sun 22 Mar the hold went from 7 to 5 minutes; since then 6 easy days, and it is 6 now.",
            talk.Last.Text);
        Assert.Equal(14, talk.Last.Chart!.Bars.Count);
        Assert.Equal(["Table as text", "Four-week summary"], talk.Last.Buttons.Select(button => button.Label));
    }

    [Theory]
    [InlineData("table as text")]
    [InlineData(null)]
    public void The_table_has_the_last_sessions_in_rows(string? typed)
    {
        var talk = AfterFourWeeks().Say("/progress");

        _ = typed is null ? talk.Press("Table as text") : talk.Say(typed);

        var rows = talk.Last.Text.Split('\n');
        Assert.Equal("The last 14 of 23 sessions, minutes held of the minutes allowed:", rows[0]);
        Assert.Equal(14, rows.Length - 1);
        Assert.Contains("Sun 22 Mar: 7 of 7 minutes, dizziness", rows);
        Assert.InRange(talk.Last.Text.Length, 100, 700);
        Assert.Null(talk.Last.Chart);
    }

    [Fact]
    public void A_tingling_session_has_its_minute_in_its_row()
    {
        var talk = AfterFourWeeks(FourWeeks.First.AddDays(12)).Say("table");

        Assert.Matches(@"Tue 10 Mar: \d of \d minutes, tingling at minute \d", talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "TONE-5")]
    public void Whoever_has_not_begun_or_stayed_away_is_not_scolded()
    {
        var talk = AfterFourWeeks(FourWeeks.Last.AddDays(40)).Say("/progress");

        Assert.Equal(
            "No session in the last 28 days, and that is fine. /start_session begins one whenever you like.", talk.Last.Text);
        Assert.Null(talk.Last.Chart);
        Assert.Equal(talk.Last.Text, talk.Say("table as text").Last.Text);
    }

    [Fact]
    public void A_pause_is_told_instead_of_a_number()
    {
        var talk = AfterFourWeeks();
        talk.State = talk.State with
        {
            Events = [.. talk.State.Events, FourWeeks.Session(
                FourWeeks.Last, 99, 6, r => r with { Tingling = new TinglingReport(1, new SettleTime.Gone(3)) })],
        };

        Assert.Contains("Since tingling on Sun 29 Mar leg-up sessions are on pause.", talk.Say("/progress").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_streak_is_told_only_to_whoever_switched_it_on()
    {
        var talk = AfterFourWeeks().Say("/progress");
        Assert.DoesNotContain("streak", talk.Last.Text, StringComparison.OrdinalIgnoreCase);

        talk.Say("/settings").Press("Count a streak").Press("Close settings").Say("/progress");
        Assert.Contains("Your streak: 9 days. A day off in between does not end it.", talk.Last.Text, StringComparison.Ordinal);

        talk.Say("/settings").Press("Drop the streak").Press("Close settings").Say("/progress");
        Assert.DoesNotContain("streak", talk.Last.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Where_a_question_is_open_it_comes_again_under_the_picture()
    {
        var talk = AfterFourWeeks().Say("/delete");

        var before = talk.Said.Count;
        talk.Say("/progress");

        Assert.Equal([true, false], talk.Said[before..].Select(message => message.Chart is not null));
        Assert.Contains("Erase everything", talk.Last.Buttons.Select(button => button.Label));
        Assert.Contains("Table as text", talk.Said[before].Buttons.Select(button => button.Label));
    }

    [Fact]
    public void During_a_pose_the_words_stand_under_the_card_and_nothing_is_drawn()
    {
        var talk = new TestConversation(target: 8).ToHold();
        talk.State = talk.State with { Events = [.. talk.State.Events, FourWeeks.Session(new DateOnly(2026, 3, 1), 99, 5)] };

        var before = talk.Said.Count;
        talk.Say("/progress");

        Assert.Contains(talk.Said[before..], m => m.Text.StartsWith("In the last 28 days: 1 session on 1 day", StringComparison.Ordinal));
        Assert.DoesNotContain(talk.Said[before..], m => m.Chart is not null);
        Assert.Contains("Come out now", talk.Last.Buttons.Select(button => button.Label));
    }

    [Fact]
    public void Before_consent_the_welcome_comes_first()
    {
        var talk = new TestConversation().Say("/progress");

        Assert.Contains("I'm 18 or over, I agree", talk.Last.Buttons.Select(button => button.Label));
    }

    [Fact]
    [Trait("Rule", "TONE-6")]
    public void Whatever_the_history_the_words_fit_a_message_and_promise_nothing()
    {
        for (var day = 0; day < 40; day++)
        {
            var talk = AfterFourWeeks(FourWeeks.First.AddDays(day)).Say("/progress");

            Assert.InRange(talk.Last.Text.Length, 20, 400);
            Assert.DoesNotContain(" will ", talk.Last.Text, StringComparison.Ordinal);
            Assert.InRange(talk.Last.Chart?.Description.Length ?? 40, 40, 200);
        }
    }

    /// <summary>The made-up person, known for four weeks, on the evening of a day.</summary>
    private static TestConversation AfterFourWeeks(DateOnly? today = null)
    {
        var talk = new TestConversation();
        talk.Say("/start").Press("I'm 18 or over, I agree").None(8).Press("No to all").Say("/cancel");
        var day = today ?? FourWeeks.Last;
        talk.State = talk.State with { Events = [.. FourWeeks.Events.Where(e => e.Day <= day)], DoseBase = Dose.Start };
        return talk.Wait(new DateTimeOffset(day, new TimeOnly(20, 0), TimeSpan.Zero) - talk.Now);
    }
}
