using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Safety;

/// <summary>What a sign of the body does in a session and outside of one (3.4 to 3.6).</summary>
public sealed class SymptomTests
{
    public static TheoryData<string, string, string> RedFlags => new(
        ("RF-CHEST", "my chest hurts", "MSG-EMERGENCY"), ("RF-BREATH", "I can't catch my breath", "MSG-EMERGENCY"),
        ("RF-HEADACHE", "worst headache of my life", "MSG-EMERGENCY"), ("RF-VISION", "my vision went blurry", "MSG-EMERGENCY"),
        ("RF-VISION", "flashing lights in one eye", "MSG-EYE-NOW"), ("RF-FAINT", "I fainted", "MSG-EMERGENCY"),
        ("RF-STROKE", "one side of my face is numb", "MSG-EMERGENCY"), ("RF-CALF", "my left calf is swollen and hot", "MSG-DVT"),
        ("RF-CES", "numb between my legs", "MSG-EMERGENCY"), ("RF-FOOT", "my foot stays white and cold and it hurts", "MSG-EMERGENCY"));

    [Theory]
    [MemberData(nameof(RedFlags))]
    [Trait("Rule", "SAFE-30")]
    [Trait("Rule", "DOSE-21")]
    public void A_red_flag_ends_the_session_with_its_message_and_blocks(string id, string words, string message)
    {
        var talk = new TestConversation().ToHold().Minutes(3).Say(words);

        Assert.Contains(ProtocolText.Message(message), talk.Last.Text);
        Assert.True(talk.Last.Sound, id);
        Assert.Null(talk.State.Session);
        Assert.Null(talk.State.WakeAt);
        Assert.Equal(new DoseStatus.Blocked(BlockReason.RedFlag), talk.Dose.Status);
        talk.Minutes(24 * 60).Say("/start_session");
        Assert.DoesNotContain("Feet hip-width", talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "SAFE-31")]
    public void A_red_flag_that_has_gone_is_still_one()
    {
        var talk = new TestConversation().ToHold().Say("chest pain has gone");

        Assert.Contains(ProtocolText.Message("MSG-EMERGENCY"), talk.Last.Text);
        Assert.DoesNotContain(talk.Last.Buttons, b => b.Label == "Not a symptom");
        Assert.Equal(new DoseStatus.Blocked(BlockReason.RedFlag), talk.Dose.Status);
    }

    [Fact]
    [Trait("Rule", "SAFE-13")]
    [Trait("Rule", "SAFE-14")]
    public void After_tingling_the_way_back_waits_until_the_feet_are_normal()
    {
        var talk = new TestConversation().ToHold().Minutes(4).Say("my feet are tingling").Minutes(5);

        Assert.IsType<Stage.StandingStill>(talk.Stage);
        talk.Press("Normal again");
        Assert.Contains("Side rest, 1 minute", talk.Last.Text);
        Assert.Equal(3, talk.Dose.Target);
    }

    [Fact]
    [Trait("Rule", "SAFE-16")]
    public void The_feet_are_asked_after_at_two_ten_and_thirty_minutes_whatever_else_happens()
    {
        var talk = new TestConversation().ToHold().Minutes(4).Say("my feet are tingling").Minutes(2);

        Assert.StartsWith("How are your feet now?", talk.Last.Text);
        talk.Press("Still tingling").Say("/stop").Minutes(8);
        Assert.StartsWith("How are your feet now?", talk.Last.Text);
        talk.Press("Still tingling");
        Assert.StartsWith(ProtocolText.Message("MSG-TINGLE-10"), talk.Last.Text);
        Assert.Null(talk.State.Session);
        talk.Minutes(20).Press("Still tingling");
        Assert.StartsWith(ProtocolText.Message("MSG-TINGLE-30"), talk.Last.Text);
        Assert.Equal(new DoseStatus.Paused(PauseReason.TinglingUnresolved), talk.Dose.Status);
    }

    [Fact]
    [Trait("Rule", "SAFE-16a")]
    public void A_late_answer_is_asked_since_when()
    {
        var talk = new TestConversation().ToHold().Minutes(4).Say("my feet are tingling").Minutes(20).Press("Normal again");

        Assert.Contains(talk.Last.Buttons, b => b.Label == "10 to 30 minutes");
        talk.Press("Within 10 minutes");
        Assert.Equal(3, talk.Dose.Target);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Rule", "SAFE-18")]
    [Trait("Rule", "DOSE-13")]
    public void Tingling_by_minute_two_pauses_and_says_why(int minute)
    {
        var talk = new TestConversation().ToHold().Minutes(minute).Say("my feet are tingling");

        Assert.StartsWith("That's our signal to come out. Bend your knees, bring your legs down", talk.Last.Text);
        Assert.EndsWith(ProtocolText.Message("MSG-TINGLE-EARLY"), talk.Last.Text);
        Assert.Equal(new DoseStatus.Paused(PauseReason.TinglingEarly), talk.Dose.Status);
    }

    [Fact]
    [Trait("Rule", "SAFE-15")]
    public void What_tingling_is_may_be_said_but_not_of_the_person()
    {
        var talk = new TestConversation().ToPlan().Say("is it normal to get tingling?");

        Assert.Contains("usually comes from", talk.Texts);
        Assert.DoesNotContain("you have tingling", talk.Texts);
    }

    [Fact]
    [Trait("Rule", "SAFE-21a")]
    [Trait("Rule", "SAFE-20")]
    public void Clear_again_after_dizziness_means_two_minutes_on_the_side_and_back_support()
    {
        var talk = new TestConversation().ToHold().Minutes(3).Press("Dizzy").Minutes(2).Press("My head is clear");

        Assert.Contains("Side rest, 2 minutes", talk.Last.Text);
        talk.Minutes(2);
        Assert.Contains(ProtocolText.Cue("CUE-E-EXT")[0], talk.Last.Text);
        Assert.True(talk.Dose.ExtendedRise);
    }

    [Fact]
    [Trait("Rule", "SAFE-22")]
    public void Nearly_fainting_asks_for_another_adult_next_time()
    {
        var talk = new TestConversation().ToSideRest().Minutes(1).Say("almost passed out getting up");

        Assert.StartsWith(ProtocolText.Message("MSG-LIGHT"), talk.Last.Text);
        Assert.True(talk.Dose.Buddy);
    }

    [Fact]
    [Trait("Rule", "SAFE-24")]
    public void A_pull_goes_on_and_is_made_easier()
    {
        var talk = new TestConversation().ToHold().Minutes(1).Press("Pain").Press("A pull, 1 to 3");

        Assert.IsType<Stage.Holding>(talk.Stage);
        Assert.Contains(ProtocolText.Cue("CUE-V-EASE")[0], talk.Last.Text);
        talk.Minutes(4).Press("I'm on my side").Home(5);
        Assert.Equal(1, talk.Dose.CleanRun);
    }

    [Fact]
    [Trait("Rule", "SAFE-25")]
    public void Pressure_behind_the_eyes_blocks_until_an_eye_professional_has_been_asked()
    {
        var talk = new TestConversation().ToHold().Minutes(1).Say("pressure behind my eyes").Press("No, none of that");

        Assert.Contains(talk.State.Screening.Answers, a => a is { Question: "SCR-4b", Yes: true });
        talk.Minutes(9).Press("Yes, 1 minute").Press("None");
        Assert.DoesNotContain("Your next hold", talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "SAFE-26")]
    public void A_pounding_heart_is_asked_again_after_five_minutes_and_not_gone_is_a_red_flag()
    {
        var talk = new TestConversation().ToHold().Minutes(1).Say("heart is racing").Press("No, none of that").Minutes(5);

        Assert.Contains(talk.Asking.Buttons, b => b.Label == "Not gone");
        talk.Press("Not gone");
        Assert.Contains(ProtocolText.Message("MSG-EMERGENCY"), talk.Last.Text);
    }

    [Theory]
    [InlineData("cramp in my right calf")]
    [InlineData("my calf is sore")]
    [Trait("Rule", "SAFE-27")]
    [Trait("Rule", "SAFE-34")]
    public void A_sore_calf_comes_down_first_and_is_asked_about(string words)
    {
        var talk = new TestConversation().ToHold().Minutes(2).Say(words);

        Assert.Matches("swollen, warm, discoloured.* or sore when you press it", talk.Last.Text);
        Assert.StartsWith(ProtocolText.Cue("CUE-V-OUT")[0], talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "SAFE-35")]
    [Trait("Rule", "TXT-8")]
    public void Somebody_elses_red_flag_gets_advice_and_changes_nothing()
    {
        var talk = new TestConversation().ToHold().Say("my dad has chest pain");

        Assert.Contains("emergency number", talk.Texts);
        Assert.IsType<Stage.Holding>(talk.Stage);
        Assert.IsType<DoseStatus.Active>(talk.Dose.Status);
    }

    [Fact]
    [Trait("Rule", "SAFE-36")]
    public void Words_about_dying_stop_the_coaching_with_the_way_out()
    {
        var talk = new TestConversation().ToHold().Say("I want to die");

        Assert.StartsWith(ProtocolText.Message("MSG-CRISIS"), talk.Last.Text);
        Assert.Contains(ProtocolText.Cue("CUE-V-OUT")[0], talk.Last.Text);
        Assert.Null(talk.State.Session);
    }

    [Fact]
    [Trait("Rule", "SAFE-32")]
    [Trait("Rule", "TONE-4")]
    public void Emergency_advice_names_the_local_number_first_and_no_likelihood()
    {
        var advice = new TestConversation().ToHold().Say("my chest hurts").Last.Text;

        Assert.Contains("local emergency number now (for example 112, 999, 911 or 000)", advice);
        Assert.DoesNotMatch("probably|likely|doctor", advice);
    }

    [Fact]
    [Trait("Rule", "DOSE-10a")]
    public void A_symptom_counts_from_the_press_even_if_the_report_is_never_told()
    {
        var talk = new TestConversation().ToHold().Minutes(4).Press("Tingling or numb").Minutes(26 * 60);

        Assert.Equal(2, talk.Dose.Target);
        Assert.Equal(new DateOnly(2026, 3, 4), talk.Dose.RestUntil);
        talk.Say("/start_session");
        Assert.Contains("feet", talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "DOSE-28")]
    public void After_a_symptom_there_is_no_hold_that_day()
    {
        var talk = new TestConversation().ToHold().Minutes(4).Say("my feet are tingling").Minutes(2).Press("Normal again")
            .Home(4).Minutes(120).Say("/start_session");

        Assert.Null(talk.State.Session);
        Assert.DoesNotContain(talk.Asking.Buttons, b => b.Label == "Short break");
    }

    [Fact]
    [Trait("Rule", "DV-49")]
    [Trait("Rule", "SAFE-29")]
    public void Tingling_in_the_forward_bend_leaves_the_hold_of_that_session_in_place()
    {
        var talk = new TestConversation(target: 8).ToPlan().Press("Start").Press("I'm in position").Minutes(1)
            .Press("Tingling or pain").Press("Tingling, feet or legs");

        Assert.Equal(8, talk.Dose.Target);
        Assert.Equal(8, DoseRules.PlannedHold(talk.Dose, new DateOnly(2026, 3, 2)));
        Assert.IsType<Stage.SettingUp>(talk.Stage);
    }

    [Fact]
    [Trait("Rule", "POSE-E8")]
    [Trait("Rule", "SAFE-29")]
    public void Tingling_that_began_in_the_easy_pose_does_not_change_the_dose()
    {
        var talk = new TestConversation(target: 8).ToSideRest().Minutes(1).Press("Tingling or pain").Press("Tingling, feet or legs")
            .Press("No, it began here");

        Assert.Equal(8, talk.Dose.Target);
        Assert.Null(talk.Report.Tingling);
        Assert.NotEqual(OtherPoseSymptom.None, talk.Report.OtherPose);
    }

    [Theory]
    [InlineData("TXT-6", "is it normal to get tingling?", "Is it happening now?")]
    [InlineData("TXT-7", "I had chest pain last year", "health questions again")]
    public void A_question_is_answered_and_history_reopens_the_questions(string rule, string words, string answer)
    {
        var talk = new TestConversation().ToHold().Say(words);

        Assert.True(talk.Texts.Contains(answer), rule);
        Assert.IsType<DoseStatus.Active>(talk.Dose.Status);
    }

    [Fact]
    [Trait("Rule", "TXT-14")]
    [Trait("Rule", "TXT-13")]
    public void Outside_a_pose_the_session_of_the_day_takes_the_symptom()
    {
        var talk = new TestConversation().ToSideRest().Home(5).Minutes(60).Say("my feet tingled");

        Assert.Contains("Is it now, or was it in your last session?", talk.Last.Text);
        talk.Press("In my last session").Say("4").Press("Within 10 minutes");
        Assert.Equal(3, talk.Dose.Target);
    }

    [Fact]
    [Trait("Rule", "TXT-14")]
    public void Without_a_session_to_take_it_tingling_is_asked_as_a_health_question()
    {
        var talk = new TestConversation().ToPlan().Say("/stop").Say("my feet are tingling").Press("Now");

        Assert.Contains("neuropathy", talk.Last.Text);
        talk.Press("Yes, or not sure");
        Assert.Contains(talk.State.Screening.Answers, a => a is { Question: "SCR-12a", Yes: true });
    }

    [Theory]
    [InlineData("which exercise is good for my abs?")]
    [InlineData("what about a diet?")]
    [Trait("Rule", "TONE-8")]
    public void What_is_outside_the_protocol_is_said_to_be_outside(string words) =>
        Assert.Contains("outside what I coach", new TestConversation().ToPlan().Say("/stop").Say(words).Texts);

    [Theory]
    [InlineData("I was prescribed a new medicine")]
    [InlineData("I'm pregnant")]
    [InlineData("I had an operation last week")]
    [InlineData("I was diagnosed with diabetes")]
    [Trait("Rule", "SAFE-3")]
    public void Something_new_about_the_health_reopens_the_questions(string words)
    {
        var talk = new TestConversation().ToPlan().Say("/stop").Say(words).Say("/start_session");

        Assert.Contains("1 of 8", talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "TONE-10")]
    public void The_coach_says_that_it_is_software()
    {
        var talk = new TestConversation().Say("/start");
        Assert.Contains("software coach", talk.Texts);

        Assert.Contains("software, not a person", new TestConversation().ToPlan().Say("are you human?").Texts);
    }

    [Fact]
    [Trait("Rule", "TONE-1")]
    public void First_contact_and_settings_carry_the_disclaimer()
    {
        Assert.Contains(ProtocolText.Message("MSG-DISCLAIMER"), new TestConversation().Say("/start").Texts);
        Assert.Contains(ProtocolText.Message("MSG-DISCLAIMER"), new TestConversation().ToPlan().Say("/stop").Say("/settings").Said[^2].Text);
    }

    [Fact]
    [Trait("Rule", "TONE-9")]
    public void What_is_stored_is_told_and_can_be_erased()
    {
        var talk = new TestConversation().ToPlan().Say("/stop").Say("/privacy");

        Assert.Contains("advertising", talk.Texts);
        Assert.True(talk.Say("/delete").Press("Erase everything").Erased);
    }
}
