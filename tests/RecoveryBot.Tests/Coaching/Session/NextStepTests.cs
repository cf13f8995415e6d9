using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Session;

/// <summary>What the coach does next: the vectors of section 3.7. QV-15 comes with the reminders.</summary>
public sealed class NextStepTests
{
    [Fact]
    [Trait("Rule", "QV-1")]
    [Trait("Rule", "SEQ-27")]
    public void QV_1_a_set_up_without_an_answer_starts_the_clock_and_asks_for_the_minutes()
    {
        var talk = new TestConversation().ToSetUp().Minutes(2);

        Assert.IsType<Stage.Holding>(talk.Stage);
        talk.Minutes(5);
        Assert.Contains("Time's up", talk.Last.Text);
        talk.Press("I'm on my side").Minutes(9);
        Assert.True(talk.Last.ExpectsNumber);
        Assert.False(talk.Report.VRan);
        talk.Say("5").Press("None");
        Assert.True(talk.Report.VRan);
    }

    [Fact]
    [Trait("Rule", "QV-2")]
    [Trait("Rule", "SEQ-27")]
    public void QV_2_not_up_yet_starts_the_wait_again()
    {
        var talk = new TestConversation().ToSetUp().Wait(TimeSpan.FromSeconds(100)).Press("Not up yet");

        Assert.IsType<Stage.SettingUp>(talk.Wait(TimeSpan.FromSeconds(119)).Stage);
        Assert.IsType<Stage.Holding>(talk.Wait(TimeSpan.FromSeconds(1)).Stage);
    }

    [Fact]
    [Trait("Rule", "QV-3")]
    [Trait("Rule", "SEQ-24")]
    [Trait("Rule", "SEQ-26")]
    public void QV_3_two_hours_later_an_old_button_gets_are_your_legs_down()
    {
        var talk = new TestConversation().ToSetUp();
        var old = talk.Asking.Buttons.First(b => b.Label == "Legs are up");

        talk.Press("Legs are up").Minutes(5);
        Assert.Equal(1, talk.Said.Count(m => m.Text.StartsWith("Time's up", StringComparison.Ordinal)));
        talk.Minutes(2);
        Assert.Equal(3, talk.Said.Count(m => m.Text.StartsWith("Time's up", StringComparison.Ordinal) && m.Sound));
        talk.Minutes(3);
        Assert.StartsWith(ProtocolText.Message("MSG-WAKE"), talk.Last.Text);
        talk.Minutes(120).Press(old);
        Assert.Equal("Are your legs down?", talk.Last.Text);
        talk.Press("No, not yet");
        Assert.Contains("Bend your knees", talk.Last.Text);
        talk.Press("I'm on my side").Minutes(9);
        Assert.Contains("Side rest", talk.Texts);
        Assert.Contains("Easy pose", talk.Texts);
        Assert.Contains("Corpse pose", talk.Texts);
    }

    [Fact]
    [Trait("Rule", "QV-4")]
    [Trait("Rule", "SEQ-24a")]
    public void QV_4_hands_free_runs_to_the_end_without_a_sign_of_life()
    {
        var talk = new TestConversation();
        talk.State = talk.State with { Settings = talk.State.Settings with { Pacing = Pacing.HandsFree } };

        talk.ToPlan().Press("Start").Minutes(30);

        Assert.Equal(3, talk.Said.Count(m => m.Sound && m.Text.StartsWith("Time's up.\n", StringComparison.Ordinal)));
        Assert.All(["Side rest", "Easy pose", "Corpse pose"], pose => Assert.Contains(talk.Said, m => m.Sound && m.Text.Contains(pose)));
        Assert.StartsWith(ProtocolText.Message("MSG-WAKE"), talk.Last.Text);
        Assert.NotEmpty(talk.Last.Buttons);
    }

    [Fact]
    [Trait("Rule", "QV-5")]
    [Trait("Rule", "SEQ-28")]
    public void QV_5_erasing_in_the_hold_comes_after_the_way_back()
    {
        var talk = new TestConversation().ToHold().Minutes(4).Say("/delete");

        Assert.False(talk.Erased);
        Assert.Contains("Bend your knees", talk.Last.Text);
        talk.Press("I'm on my side").Minutes(9);
        Assert.True(talk.Erased);
        Assert.Contains("Corpse pose", talk.Texts);
    }

    [Fact]
    [Trait("Rule", "QV-5")]
    [Trait("Rule", "SEQ-28")]
    public void QV_5_the_second_word_erases_at_once_with_the_way_out()
    {
        var talk = new TestConversation().ToHold().Minutes(4).Say("/delete").Press("I'm on my side").Say("/delete");

        Assert.True(talk.Erased);
        Assert.Contains("erased", talk.Last.Text);
        Assert.Contains('\n', talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "QV-6")]
    [Trait("Rule", "SEQ-28")]
    public void QV_6_stop_at_the_plan_leaves_the_dialogue_without_a_pose_cue()
    {
        var talk = new TestConversation().ToPlan().Say("/stop");

        Assert.Null(talk.State.Session);
        Assert.DoesNotContain("Feet hip-width", talk.Texts);
    }

    [Fact]
    [Trait("Rule", "QV-7")]
    [Trait("Rule", "SEQ-29")]
    public void QV_7_a_plan_without_an_answer_closes_after_thirty_minutes_without_a_message()
    {
        var talk = new TestConversation().ToPlan();
        var said = talk.Said.Count;

        Assert.NotNull(talk.Minutes(29).State.Session);
        Assert.Null(talk.Minutes(1).State.Session);
        Assert.Equal(said, talk.Said.Count);
    }

    [Fact]
    [Trait("Rule", "QV-8")]
    [Trait("Rule", "SAFE-21a")]
    public void QV_8_dizzy_and_then_silent_is_paused_at_ten_minutes()
    {
        var talk = new TestConversation().ToHold().Minutes(3).Press("Dizzy");

        Assert.StartsWith(ProtocolText.Message("MSG-LIGHT-V"), talk.Last.Text);
        Assert.IsType<Stage.StandingStill>(talk.Minutes(9).Stage);
        talk.Minutes(1);
        Assert.Contains("I haven't heard from you. If you fainted, call your local emergency number.", talk.Last.Text);
        Assert.True(talk.Last.Sound);
        Assert.Equal(new DoseStatus.Paused(PauseReason.LightheadedUnresolved), talk.Dose.Status);
    }

    [Fact]
    [Trait("Rule", "QV-9")]
    [Trait("Rule", "SAFE-28")]
    public void QV_9_pain_and_sixty_seconds_of_silence_count_as_four_or_more()
    {
        var talk = new TestConversation().ToHold().Minutes(2).Press("Pain");

        Assert.StartsWith("Ease off, knees bent.", talk.Last.Text);
        talk.Minutes(1);
        Assert.Contains(ProtocolText.Message("MSG-PAIN"), talk.Last.Text);
        Assert.IsType<Stage.ComingOut>(talk.Stage);
        talk.Press("I'm on my side").Minutes(9);
        Assert.Equal(4, talk.Dose.Target);
    }

    [Fact]
    [Trait("Rule", "QV-10")]
    [Trait("Rule", "SAFE-28")]
    public void QV_10_tingling_comes_out_first_and_the_face_is_an_emergency()
    {
        var talk = new TestConversation().ToHold().Minutes(3).Press("Tingling or numb");

        Assert.StartsWith(ProtocolText.Message("MSG-TINGLE"), talk.Last.Text);
        talk.Press("Face, one side, between my legs");
        Assert.StartsWith(ProtocolText.Message("MSG-EMERGENCY"), talk.Last.Text);
        Assert.Equal(new DoseStatus.Blocked(BlockReason.RedFlag), talk.Dose.Status);
    }

    [Fact]
    [Trait("Rule", "QV-11")]
    [Trait("Rule", "SAFE-29")]
    public void QV_11_dizzy_in_the_forward_bend_means_no_hold_today()
    {
        var talk = new TestConversation().ToPlan().Press("Start").Press("I'm in position").Press("Dizzy");

        Assert.StartsWith("Hold the wall and sit down", talk.Last.Text);
        talk.Minutes(2).Press("My head is clear").Say("/start_session");
        Assert.Equal(3, talk.Dose.Target);
        Assert.Equal(0, DoseRules.PlannedHold(talk.Dose, new DateOnly(2026, 3, 2)));
        Assert.DoesNotContain("Legs are up", talk.Asking.Buttons.Select(b => b.Label));
    }

    [Fact]
    [Trait("Rule", "QV-12")]
    [Trait("Rule", "SAFE-29")]
    public void QV_12_tingling_in_the_side_rest_that_may_have_been_there_before_counts_from_the_last_minute()
    {
        var talk = new TestConversation(target: 8).ToSideRest().Press("Tingling or pain").Press("Tingling, feet or legs");

        Assert.Equal("Was it there with your legs up?", talk.Last.Text);
        talk.Press("Not sure");
        Assert.Equal(8, talk.Report.Tingling!.Onset);
        Assert.Contains(talk.State.Settlings, s => s.Kind == SettlingKind.Tingling);
    }

    [Fact]
    [Trait("Rule", "QV-13")]
    [Trait("Rule", "SAFE-33a")]
    public void QV_13_a_red_flag_that_was_none_is_taken_back_but_closes_the_day()
    {
        var talk = new TestConversation().ToHold().Say("my chest hurts").Press("Not a symptom").Press("No, I did not");

        Assert.IsType<DoseStatus.Active>(talk.Dose.Status);
        talk.Say("/start_session");
        Assert.Null(talk.State.Session);
        talk.Minutes(24 * 60).Say("/start_session");
        Assert.Contains("1 of 8", talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "QV-14")]
    [Trait("Rule", "SAFE-34")]
    public void QV_14_silence_after_the_check_question_ends_the_session_and_does_not_block()
    {
        var talk = new TestConversation().ToHold().Minutes(2).Say("heart is racing");

        Assert.StartsWith(ProtocolText.Message("MSG-ASK-RED"), talk.Last.Text);
        talk.Minutes(2);
        Assert.StartsWith(ProtocolText.Message("MSG-EMERGENCY"), talk.Last.Text);
        Assert.Null(talk.State.Session);
        Assert.IsType<DoseStatus.Active>(talk.Dose.Status);
        talk.Minutes(60).Say("no, nothing of that").Say("/start_session");
        Assert.Contains("1 of 8", talk.Last.Text);
    }
}
