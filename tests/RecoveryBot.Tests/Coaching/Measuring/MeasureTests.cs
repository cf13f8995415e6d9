using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Measuring;

public sealed class MeasureTests
{
    private const string DvtStart = "Let's not raise or rub that leg.";

    [Fact]
    [Trait("Rule", "MEAS-2")]
    public void The_left_side_is_always_first_and_another_time_of_day_is_told()
    {
        var talk = Known().Say("/measure").Press("Ankles");
        Assert.Contains("Left ankle first", talk.Last.Text, StringComparison.Ordinal);
        talk.Say("23").Say("23").Say("9").Press("Nothing special").Press("Close");

        talk.Wait(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(59)).Say("/measure").Press("Ankles");
        Assert.DoesNotContain("Last time", talk.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Tape at your mark, 9 cm above the floor", talk.Last.Text, StringComparison.Ordinal);

        talk.Press("Back to the list").Press("Close").Wait(TimeSpan.FromHours(5)).Say("/measure").Press("Ankles");
        Assert.StartsWith("Last time it was 20:30;", talk.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "MEAS-2")]
    public void After_a_session_the_day_before_the_session_is_advised()
    {
        var talk = Known();
        talk.State = talk.State with { Events = [FourWeeks.Session(new DateOnly(2026, 3, 2), 1, 5)] };

        Assert.StartsWith("You had your legs up today;", talk.Say("/measure").Press("Heavy legs").Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You had your legs up today", talk.Press("Back to the list").Press("Falling asleep").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "MEAS-2")]
    public void What_may_have_moved_a_value_is_kept_with_it()
    {
        var talk = Known().Say("/measure").Press("Ankles").Say("23.1").Say("22.8").Say("9").Press("Salty meal");

        Assert.Equal([MeasureNote.Salt, MeasureNote.Salt], talk.State.Measures.Values.Select(v => v.Note));
        Assert.Equal([1, 2], talk.State.Measures.Values.Select(v => v.Number));
    }

    [Fact]
    [Trait("Rule", "MEAS-3")]
    public void What_is_within_measuring_error_is_no_clear_change()
    {
        var talk = Known().Say("/measure").Press("Heavy legs").Say("6").Press("Nothing special");
        Assert.Equal("Heavy legs: 6 of 10, noted as your first value.", talk.Last.Text);

        talk.Wait(TimeSpan.FromDays(7)).Press("Heavy legs").Say("7").Press("Nothing special");
        Assert.Equal("Heavy legs: 7 of 10 now, 6 of 10 first (Mon 2 Mar), a difference of 1 point: no clear change.", talk.Last.Text);

        talk.Wait(TimeSpan.FromDays(7)).Press("Heavy legs").Say("3").Press("Nothing special");
        Assert.Equal("Heavy legs: 3 of 10 now, 6 of 10 first (Mon 2 Mar), 3 points less.", talk.Last.Text);
    }

    [Theory]
    [Trait("Rule", "MEAS-10")]
    [InlineData("Yes, or not sure", true)]
    [InlineData("No, none of that", false)]
    public void One_grown_ankle_asks_about_that_leg_before_anything_else(string answer, bool flagged)
    {
        var talk = Known().Say("/measure").Press("Ankles").Say("23").Say("23").Say("9").Press("Nothing special").Press("Close")
            .Wait(TimeSpan.FromDays(7)).Say("/measure").Press("Ankles").Say("24.5").Say("23");
        Assert.Contains("The left ankle has grown against the right one.", talk.Last.Text, StringComparison.Ordinal);
        Assert.Equal("First this one:", talk.Say("/start_session").Last.Text.Split('\n')[0]);

        talk.Press(answer);

        Assert.Equal(flagged, talk.Last.Text.Contains(DvtStart, StringComparison.Ordinal));
        Assert.Equal(flagged, talk.Dose.RedFlagged);
        Assert.DoesNotContain("We stop the pose", talk.Texts, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "MEAS-12")]
    public void Both_ankles_that_grow_from_week_to_week_reopen_the_health_questions()
    {
        var talk = Known();
        foreach (var (week, left, right) in ((int, string, string)[])[(0, "23.0", "22.0"), (1, "23.5", "22.6"), (2, "24.0", "23.2")])
        {
            talk.Say("/measure").Press("Ankles").Say(left).Say(right);
            _ = week == 0 ? talk.Say("9") : talk;
            _ = week < 2 ? talk.Press("Nothing special") : talk;
            Assert.Equal(week == 2, talk.Last.Text.Contains("Please show them to a clinician", StringComparison.Ordinal));
            Assert.Equal(week == 2, talk.State.Screening.AskedOn is null);
            talk.Press("Close").Wait(TimeSpan.FromDays(7));
        }
    }

    [Fact]
    [Trait("Rule", "MEAS-11")]
    public void Long_nights_over_three_months_are_worth_a_clinician_and_that_is_not_said_every_night()
    {
        var talk = Known();
        var told = 0;
        for (var day = 0; day < 130; day++)
        {
            if (day % 7 < 3)
            {
                talk.Say("/measure").Press("Falling asleep").Say("45");
                told += talk.Last.Text.Contains("worth talking about with a clinician", StringComparison.Ordinal) ? 1 : 0;
                talk.Press("Close");
                Assert.True(told == 0 || day >= 84);
            }

            talk.Wait(TimeSpan.FromDays(1));
        }

        Assert.Equal(2, told);
    }

    [Fact]
    [Trait("Rule", "MEAS-1")]
    public void The_list_says_what_is_due()
    {
        var talk = Known().Say("/measure");
        Assert.StartsWith("First values are best taken in the week before the first session", talk.Last.Text, StringComparison.Ordinal);

        talk.Press("Heavy legs").Say("5").Press("Heat").Press("Close").Say("/measure");
        Assert.StartsWith("Nothing is due before Mon 9 Mar.", talk.Last.Text, StringComparison.Ordinal);

        talk.Wait(TimeSpan.FromDays(7)).Say("/measure");
        Assert.StartsWith("Due this week: heavy legs.", talk.Last.Text, StringComparison.Ordinal);

        talk.State = talk.State with { Measures = talk.State.Measures with { BlockFrom = new DateOnly(2026, 2, 10) } };
        talk.Say("/measure");
        Assert.StartsWith("Four weeks are full. Time for their last values: heavy legs.", talk.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "TIME-5")]
    public void Four_weeks_begin_with_the_first_session_and_anew_after_a_long_gap()
    {
        var talk = new TestConversation().ToHold();
        Assert.Equal(new DateOnly(2026, 3, 2), talk.State.Measures.BlockFrom);
        Assert.False(MeasureLog.IsLastDay(talk.State.Measures.BlockFrom, new DateOnly(2026, 3, 28)));
        Assert.True(MeasureLog.IsLastDay(talk.State.Measures.BlockFrom, new DateOnly(2026, 3, 29)));

        talk.Minutes(5).Press("I'm on my side").Home(5).Wait(TimeSpan.FromDays(31)).Say("/start_session").None(8)
            .Press("No to all").Press("15 minutes").Press("Start");
        Assert.Equal(new DateOnly(2026, 4, 2), talk.State.Measures.BlockFrom);
    }

    [Fact]
    public void A_symptom_told_instead_of_a_number_is_answered_first()
    {
        var talk = Known().Say("/measure").Press("Ankles").Say("my feet are tingling");

        Assert.NotNull(talk.State.Check);
    }

    [Theory]
    [Trait("Rule", "MEAS-5")]
    [InlineData("7/10")]
    [InlineData("7 out of 10")]
    public void Heaviness_out_of_ten_is_a_value_and_no_pain(string words)
    {
        var talk = Known().Say("/measure").Press("Heavy legs").Say(words);

        Assert.Null(talk.State.Check);
        Assert.Equal(7, Assert.Single(talk.State.Measures.Values).Value);
    }

    [Theory]
    [Trait("Rule", "MEAS-5")]
    [InlineData("Heavy legs", "pain 7/10")]
    [InlineData("Ankles", "7/10")]
    public void Out_of_ten_is_read_as_a_sign_everywhere_else(string topic, string words)
    {
        var talk = Known().Say("/measure").Press(topic).Say(words);

        Assert.NotNull(talk.State.Check);
        Assert.Empty(talk.State.Measures.Values);
    }

    [Fact]
    public void Words_that_are_no_value_find_their_way_out()
    {
        var talk = Known().Say("/measure").Press("Falling asleep").Say("I don't know");
        Assert.Contains("Within an hour of getting up", talk.Last.Text, StringComparison.Ordinal);

        Assert.IsType<RecoveryBot.Coaching.Dialogue.Measuring>(talk.State.Dialogue);
        Assert.Null(talk.Say("cancel").State.Dialogue);
        Assert.Empty(talk.State.Measures.Values);
    }

    [Fact]
    public void Its_buttons_live_on_after_other_words()
    {
        var talk = Known().Say("/measure");
        var list = talk.Last;

        talk.Say("half an hour").Press(list.Buttons.Single(button => button.Label == "Heavy legs")).Say("6").Press("Nothing special");

        Assert.Equal("Heavy legs: 6 of 10, noted as your first value.", talk.Last.Text);
    }

    [Fact]
    public void In_a_pose_it_waits_until_after_the_session()
    {
        var talk = new TestConversation().ToHold().Say("/measure");

        Assert.Null(talk.State.Dialogue);
        Assert.Contains(talk.Said.TakeLast(2), m => m.Text.StartsWith("After the session.", StringComparison.Ordinal));
    }

    private static TestConversation Known()
    {
        var talk = new TestConversation();
        return talk.Say("/start").Press("I'm 18 or over, I agree").None(8).Press("No to all").Say("/cancel");
    }
}
