using System.Text.RegularExpressions;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Session;

/// <summary>The poses from the plan to the report (1.1, 1.2, 2).</summary>
public sealed class SequenceTests
{
    [Fact]
    [Trait("Rule", "SEQ-9")]
    public void A_hold_of_one_minute_is_followed_by_the_whole_way_back()
    {
        var talk = new TestConversation().ToHold().Minutes(1).Press("Come out now").Press("I'm on my side").Minutes(9);

        Assert.All(["Side rest", "Easy pose", "Corpse pose"], pose => Assert.Contains(pose, talk.Texts));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Rule", "SEQ-10")]
    public void On_the_way_back_a_stop_is_refused_once_and_the_second_word_counts(int minutes)
    {
        var talk = new TestConversation().ToSideRest().Minutes(minutes).Say("stop");

        Assert.StartsWith(ProtocolText.Message("MSG-SKIP-COUNTER"), talk.Last.Text);
        talk.Say("stop");
        Assert.Contains("Wriggle fingers and toes.", talk.Last.Text);
        talk.Press("Yes, 5 minutes").Press("None");
        Assert.True(talk.Report.CounterSkipped);
        Assert.Equal(0, talk.Dose.CleanRun);
    }

    [Fact]
    [Trait("Rule", "SEQ-10")]
    public void A_pose_past_its_minimum_counts_as_done()
    {
        var talk = new TestConversation().ToSideRest().Minutes(2 + 3).Say("stop").Press("Yes, 5 minutes").Press("None");

        Assert.False(talk.Report.CounterSkipped);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("out")]
    [InlineData("enough, thanks")]
    [InlineData("done")]
    [InlineData("get me out")]
    [InlineData("coming down")]
    [Trait("Rule", "SEQ-22")]
    [Trait("Rule", "TXT-13")]
    public void A_stop_word_ends_the_hold_at_once(string words)
    {
        var talk = new TestConversation().ToHold().Minutes(1).Say(words);

        Assert.IsType<Stage.ComingOut>(talk.Stage);
        Assert.Contains(ProtocolText.Cue("CUE-V-OUT")[0], talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "SEQ-11")]
    public void From_the_wall_to_sitting_it_is_knees_side_pause_hands_head()
    {
        var talk = new TestConversation().ToHold().Minutes(5).Press("I'm on my side").Minutes(1);

        string[] steps =
        [
            "Bend your knees, slide your feet down", "Roll to a side and stay there", "Side rest", "push up with your hands",
            "head come up last", "Sit on something firm",
        ];
        Assert.Matches(new Regex(string.Join(".*", steps), RegexOptions.Singleline), talk.Texts);
    }

    [Fact]
    [Trait("Rule", "SEQ-12")]
    public void A_chair_counts_for_the_easy_pose() =>
        Assert.Contains("or use a chair", new TestConversation().ToSideRest().Minutes(1).Last.Text);

    [Fact]
    [Trait("Rule", "SEQ-13")]
    public void Dizzy_on_sitting_up_means_lying_down_again_at_once()
    {
        var talk = new TestConversation().ToSideRest().Minutes(1).Press("Dizzy");

        Assert.StartsWith(ProtocolText.Message("MSG-LIGHT"), talk.Last.Text);
        Assert.IsType<Stage.StandingStill>(talk.Stage);
    }

    [Fact]
    [Trait("Rule", "SEQ-14")]
    public void The_last_rise_is_slow_too()
    {
        var talk = new TestConversation().ToSideRest().Minutes(6);

        Assert.All(ProtocolText.Cue("CUE-C-OUT"), line => Assert.Contains(line, talk.Last.Text));
    }

    [Theory]
    [InlineData("SCR-5c", "CUE-U-ALT")]
    [InlineData("SCR-16", "CUE-U-IN")]
    [InlineData("SCR-15b", "CUE-U-SUP")]
    [Trait("Rule", "SEQ-15")]
    [Trait("Rule", "FIT-8")]
    public void Screening_says_what_stands_in_for_the_forward_bend(string id, string cue)
    {
        var talk = Cautious(id).Press("20 minutes").Press("Start");

        Assert.Contains(ProtocolText.Cue(cue)[0], talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "SEQ-16")]
    [Trait("Rule", "SAFE-29")]
    public void Pain_in_the_bound_angle_leaves_it_out_from_now_on()
    {
        var talk = new TestConversation().ToPlan().Press("Start").Press("I'm in position").Minutes(1).Press("I'm in position")
            .Press("Tingling or pain").Press("4 or more, or sharp");

        Assert.True(talk.Dose.WithoutS);
        Assert.Equal(5, talk.Dose.Target);
    }

    [Fact]
    [Trait("Rule", "SEQ-17")]
    public void A_bit_of_wall_and_a_pillow_are_all_that_is_asked_for() =>
        Assert.Contains("a bit of free wall and a pillow", new TestConversation().ToPlan().Last.Text);

    [Fact]
    [Trait("Rule", "SEQ-23")]
    public void The_hold_is_checked_at_two_and_five_minutes_and_then_every_three()
    {
        var talk = new TestConversation(target: 13).ToHold();
        var began = talk.Now;
        var minutes = new List<int>();
        for (var minute = 1; minute < 13; minute++)
        {
            var said = talk.Said.Count;
            talk.Minutes(1);
            if (talk.Said.Count > said)
                minutes.Add((int)(talk.Now - began).TotalMinutes);
        }

        Assert.Equal([2, 5, 8, 11], minutes);
        Assert.Contains(talk.Said, m => m.Text.Contains(ProtocolText.Cue("CUE-V-CHECK")[0]));
    }

    [Fact]
    [Trait("Rule", "SEQ-25")]
    public void The_report_asks_minutes_and_symptoms_and_any_yes_opens_its_questions()
    {
        var talk = new TestConversation().ToSideRest().Minutes(6).Press("Yes, 5 minutes");

        Assert.Equal(["None", "Tingling or numb", "Dizzy", "Pain", "Something else"], talk.Last.Buttons.Select(b => b.Label));
        talk.Press("Tingling or numb").Say("4").Press("Within 10 minutes")
            .Press("Dizzy").Press("On sitting or standing up").Press("Within 10 minutes")
            .Press("Pain").Say("2").Press("No, not sharp").Press("Something else").Say("just tired");
        Assert.Equal(4, talk.Report.Tingling!.Onset);
        Assert.NotNull(talk.Report.Lightheaded);
        Assert.Equal(2, talk.Report.Pain);
        Assert.True(talk.Report.SomethingElse);
    }

    [Theory]
    [InlineData(35, 1)]
    [InlineData(40, 0)]
    [Trait("Rule", "SEQ-26")]
    public void An_unreported_session_told_within_thirty_six_hours_still_counts(int hours, int clean)
    {
        var talk = new TestConversation().ToSideRest().Minutes(6).Minutes(60);

        Assert.Equal(0, talk.Dose.CleanRun);
        talk.Minutes((hours - 1) * 60).Say("/start_session").Press("Yes, 5 minutes").Press("None");
        Assert.Equal(clean, talk.Dose.CleanRun);
    }

    [Fact]
    [Trait("Rule", "SEQ-27")]
    public void Hands_free_each_pose_starts_forty_five_seconds_after_its_card()
    {
        var talk = new TestConversation();
        talk.State = talk.State with { Settings = talk.State.Settings with { Pacing = Pacing.HandsFree } };
        talk.ToPlan().Press("Start").Wait(TimeSpan.FromSeconds(44));

        Assert.IsType<Stage.SettingUp>(talk.Stage);
        Assert.IsType<Stage.Holding>(talk.Wait(TimeSpan.FromSeconds(1)).Stage);
    }

    [Fact]
    [Trait("Rule", "FIT-11")]
    [Trait("Rule", "DOSE-24")]
    public void A_short_plan_says_what_is_shorter_and_that_short_counts()
    {
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").None(8).Press("No to all").Say("8");

        Assert.Contains("8 minutes gives us 3 minutes up the wall", talk.Last.Text);
        Assert.Contains("Short counts.", talk.Last.Text);
    }

    [Theory]
    [InlineData("skipped")]
    [InlineData("20 s")]
    [InlineData("40 s")]
    [Trait("Rule", "FIT-13")]
    public void Without_the_forward_bend_the_hold_is_short_and_that_is_told_first(string bend)
    {
        var talk = new TestConversation(target: 10).ToPlan().Press("Start");
        if (bend == "skipped")
            talk.Press("Skip this one");
        else
            talk.Press("I'm in position").Wait(TimeSpan.FromSeconds(bend == "20 s" ? 20 : 40)).Press("Done early");

        Assert.Equal(bend != "40 s", talk.Last.Text.Contains("6 minutes"));
    }

    [Fact]
    [Trait("Rule", "TONE-7")]
    public void Messages_in_the_hold_have_two_lines_and_cue_cards_three()
    {
        var talk = new TestConversation(target: 13).ToHold();
        var first = talk.Said.Count - 1;
        talk.Minutes(12);

        Assert.All(talk.Said.Skip(first), m => Assert.InRange(m.Text.Split('\n').Length, 1, 3));
    }

    [Fact]
    [Trait("Rule", "POSE-V2")]
    [Trait("Rule", "DOSE-5a")]
    public void The_chair_is_one_tap_away_and_of_full_value()
    {
        var talk = new TestConversation().ToSetUp().Press("Use the chair").Press("Legs are up").Minutes(5);

        Assert.Contains(ProtocolText.Cue("CUE-V-CHAIR")[0], talk.Texts);
        Assert.Contains(ProtocolText.Cue("CUE-V-CHAIR-OUT")[0], talk.Last.Text);
        talk.Press("I'm on my side").Home(5);
        Assert.Equal(1, talk.Dose.CleanRun);
    }

    [Fact]
    [Trait("Rule", "POSE-6")]
    public void Every_cue_that_is_said_is_one_of_the_cards()
    {
        var talk = new TestConversation().ToHold().Minutes(5).Press("I'm on my side").Minutes(6);

        string[] cues =
        [
            "CUE-U-IN", "CUE-U-HOLD", "CUE-U-OUT", "CUE-S-IN", "CUE-S-HOLD", "CUE-S-OUT", "CUE-V-IN", "CUE-V-HOLD", "CUE-V-OUT", "CUE-X",
            "CUE-E-IN", "CUE-C-IN", "CUE-C-OUT",
        ];
        foreach (var cue in cues)
            Assert.True(ProtocolText.Cue(cue).Count(line => talk.Texts.Contains(line)) >= 2, cue);
    }

    [Fact]
    public void A_first_session_takes_at_most_fourteen_new_messages_and_seven_with_sound()
    {
        var talk = new TestConversation().ToPlan();
        var before = talk.Said.Count;
        talk.Press("Start").Press("I'm in position").Minutes(1).Press("I'm in position").Minutes(3).Press("Legs are up").Minutes(5)
            .Press("I'm on my side").Home(5);

        var said = talk.Said.Skip(before).ToList();
        Assert.InRange(said.Count(m => m.Placement == Placement.New), 1, 14);
        Assert.InRange(said.Count(m => m.Sound), 1, 7);
        Assert.All(said, m => Assert.InRange(m.Text.Length, 1, 400));
    }

    [Fact]
    [Trait("Rule", "TIME-8")]
    [Trait("Rule", "DOSE-19")]
    public void A_second_session_of_the_day_is_a_short_break_with_side_rest_and_easy_pose()
    {
        var talk = new TestConversation().ToSideRest().Home(5).Minutes(70).Say("/start_session").Press("Short break");
        var before = talk.Said.Count;
        talk.Press("No to all").Press("Start").Press("Legs are up").Minutes(5).Press("I'm on my side").Minutes(2);

        var words = string.Join('\n', talk.Said.Skip(before).Select(m => m.Text));
        Assert.Contains("Easy pose", words);
        Assert.DoesNotContain("Corpse pose", words);
        Assert.Matches(new Regex("Any tingling, dizziness or pain"), talk.Last.Text);
    }

    private static TestConversation Cautious(string id)
    {
        var card = ProtocolText.Cards.ToList().FindIndex(ids => ids.Contains(id));
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").None(card).Press("One or more, or not sure");
        foreach (var question in ProtocolText.Cards[card])
            talk.Press(question == id ? "Yes" : "No");
        return talk.None(7 - card).Press("No to all");
    }
}
