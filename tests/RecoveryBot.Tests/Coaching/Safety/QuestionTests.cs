using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Safety;

/// <summary>The health questions before anything begins: screening, pre-check, consent (3.1 to 3.3).</summary>
public sealed class QuestionTests
{
    /// <summary>Each question of the table with its outcome; the first card's lead to their messages by their signs.</summary>
    public static TheoryData<string, string> Questions => new(ProtocolText.Cards.SelectMany(ids => ids)
        .Select(id => (id, ProtocolText.OutcomeOf[id])));

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_yes_leads_to_the_outcome_of_the_table(string id, string outcome)
    {
        var talk = Asked(id).Press("Yes");
        while (talk.State.Dialogue is not null)
        {
            if (talk.Asking.ExpectsNumber)
                talk.Say("2");
            else
                talk.Press(talk.Asking.Buttons.Any(b => b.Label == "No") ? "No" : "None of these");
        }

        Assert.Equal(outcome == "CAUTION", talk.State.Session is not null);
        Assert.Equal(outcome == "CAUTION", Screening.Evaluate(talk.State.Screening, new DateOnly(2026, 3, 2)).Outcome == Outcome.Caution);
        talk.Say("/start_session");
        Assert.DoesNotContain("Feet hip-width", talk.Texts);
    }

    [Theory]
    [InlineData("SCR-1", "Chest pain or tightness", "MSG-EMERGENCY")]
    [InlineData("SCR-2a", "One leg swollen or sore", "MSG-DVT")]
    [InlineData("SCR-4a", "Flashes, floaters or a curtain", "MSG-EYE-NOW")]
    [InlineData("SCR-13a", "Numb between legs, bladder, weak", "MSG-EMERGENCY")]
    [Trait("Rule", "SAFE-2")]
    [Trait("Rule", "SAFE-32")]
    public void A_sign_on_the_first_card_ends_the_asking_with_its_message(string id, string sign, string message)
    {
        var talk = Agreed().Press("One or more, or not sure").Press(sign);

        Assert.Contains(ProtocolText.Message(message), talk.Last.Text);
        Assert.True(talk.State.Dialogue is null, id);
    }

    [Theory]
    [InlineData("SCR-3", "MSG-EYE")]
    [InlineData("SCR-4b", "MSG-EYE")]
    [InlineData("SCR-5a", "MSG-CLEAR")]
    [InlineData("SCR-5b", "MSG-BP")]
    [InlineData("SCR-6", "MSG-CLEAR")]
    [InlineData("SCR-9a", "MSG-CLEAR")]
    [InlineData("SCR-10a", "MSG-PREG")]
    [InlineData("SCR-18", "MSG-ADULT")]
    [InlineData("SCR-19", "MSG-CLEAR")]
    [Trait("Rule", "SAFE-9a")]
    public void A_blocking_answer_is_answered_with_its_message(string id, string message)
    {
        var talk = Asked(id).Press("Yes");
        while (talk.State.Dialogue is not null)
            talk.Press(talk.Asking.Buttons.Any(b => b.Label == "No") ? "No" : "None of these");

        Assert.Contains(ProtocolText.Message(message), talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "SAFE-2")]
    [Trait("Rule", "SAFE-8")]
    public void Eight_cards_come_before_anything_else_in_their_order()
    {
        var talk = Agreed().None(8);

        var cards = talk.Said.Select(m => m.Text.IndexOf(" of 8 ·", StringComparison.Ordinal) is > 0 and var at ? m.Text[(at - 1)..at] : "");
        Assert.Equal("12345678", string.Concat(cards));
        Assert.IsType<SessionState.Precheck>(talk.State.Session);
    }

    [Fact]
    [Trait("Rule", "SAFE-2a")]
    public void A_card_names_every_condition_in_at_most_seven_hundred_characters()
    {
        var talk = Agreed().None(8);

        var cards = talk.Said.Where(m => m.Text.Contains(" of 8 ·")).ToList();
        Assert.All(cards, card => Assert.InRange(card.Text.Length, 1, 700));
        Assert.Contains(talk.Asking.Buttons, b => b.Label == "No to all");
        string[] named =
        [
            "chest pain", "drooping face", "swollen", "flashes", "numb between the legs", "glaucoma", "retina", "diabetic eye", "180/120",
            "pacemaker", "mini-stroke", "unexplained faint", "blood clot", "neuropathy", "foot ulcers", "Pregnant", "caesarean", "sciatica",
            "hip replacement", "floor", "hiatal hernia", "cancer", "brain shunt", "migraine", "thin the blood", "Under 18", "65 or over",
            "clinician",
        ];
        Assert.All(named, word => Assert.Contains(cards, card => card.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("Not sure")]
    [InlineData("maybe")]
    [InlineData("I think so, was told something once")]
    [Trait("Rule", "SAFE-4")]
    public void An_unclear_answer_counts_as_yes(string answer)
    {
        var talk = Asked("SCR-12a");

        if (answer == "Not sure")
            talk.Press(answer);
        else
            talk.Say(answer);

        Assert.Contains(talk.State.Screening.Answers, a => a is { Question: "SCR-12a", Yes: true });
    }

    [Fact]
    [Trait("Rule", "SAFE-4")]
    [Trait("Rule", "SAFE-34")]
    public void Unsure_about_the_first_card_gets_the_one_check_question()
    {
        var talk = Agreed().Press("One or more, or not sure").Press("Not sure");

        Assert.Contains("strong, sudden or getting worse", talk.Last.Text);
        talk.Press("Yes, or not sure");
        Assert.Contains(ProtocolText.Message("MSG-EMERGENCY"), talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "SAFE-5")]
    public void A_yes_is_corrected_once_in_other_words_and_both_answers_are_kept()
    {
        var talk = Asked("SCR-3").Press("Yes").Press("No").None(6).Say("/safety").Press("Correct an answer").Say("1");

        Assert.Contains("in other words", talk.Last.Text);
        talk.Press("No, none of it is true");
        var answer = Assert.Single(talk.State.Screening.Answers, a => a.Question == "SCR-3");
        Assert.Equal((false, new DateOnly(2026, 3, 2)), (answer.Yes, answer.CorrectedOn));
    }

    [Theory]
    [InlineData("SAFE-7", "SCR-3", true)]
    [InlineData("SAFE-7", "SCR-5b", false)]
    [InlineData("SAFE-7", "SCR-18", false)]
    public void A_blocked_user_is_offered_a_seated_rest_unless_it_is_urgent_or_a_child(string rule, string id, bool offered)
    {
        var talk = Asked(id).Press("Yes");
        while (talk.State.Dialogue is not null)
            talk.Press(talk.Asking.Buttons.Any(b => b.Label == "No") ? "No" : "None of these");

        Assert.True(offered == talk.Last.Text.Contains("seated rest", StringComparison.OrdinalIgnoreCase), rule);
    }

    [Fact]
    [Trait("Rule", "POSE-U10")]
    public void An_eye_answer_never_gets_the_forward_bend_not_even_after_clearance()
    {
        var cleared = new Clearance("SCR-3", "specialist", new DateOnly(2026, 3, 2), null, false, false);
        var record = new ScreeningRecord
        {
            AskedOn = new DateOnly(2026, 3, 2),
            Answers = [new GivenAnswer("SCR-3", true, new DateOnly(2026, 3, 2)), new GivenAnswer("SCR-13c", true, new DateOnly(2026, 3, 2))],
            Clearances = [cleared],
        };

        Assert.Equal(ForwardBend.Supine, Screening.Evaluate(record, new DateOnly(2026, 3, 2)).ForwardBend);
    }

    [Fact]
    [Trait("Rule", "SAFE-6")]
    [Trait("Rule", "SAFE-33")]
    public void A_clinicians_yes_is_asked_for_its_limits_and_starts_carefully()
    {
        var talk = Asked("SCR-3").Press("Yes").Press("No").None(6).Say("/safety").Press("A clinician has said yes").Say("1")
            .Press("The specialist for it").Press("In the last few days").Press("10 minutes").Press("The wall too").Press("Forward bend is fine").Press("No other limit");
        var clearance = Assert.Single(talk.State.Screening.Clearances);

        Assert.Equal(("SCR-3", 10), (clearance.About, clearance.LongestMinutes));
        Assert.Contains("1 of 8", talk.Texts);
    }

    [Fact]
    [Trait("Rule", "SAFE-3")]
    [Trait("Rule", "SAFE-3a")]
    public void The_full_set_comes_again_after_twenty_eight_days()
    {
        var talk = new TestConversation().ToPlan().Say("/stop").Minutes(27 * 24 * 60).Say("/start_session");

        Assert.DoesNotContain("1 of 8", talk.Last.Text);
        talk.Say("/stop").Minutes(24 * 60).Say("/start_session");
        Assert.Contains("1 of 8", talk.Last.Text);
    }

    [Theory]
    [InlineData("PRE-1", 0)]
    [InlineData("PRE-2", 1)]
    [InlineData("PRE-3", 2)]
    [InlineData("PRE-4", 3)]
    public void A_yes_in_the_pre_check_leads_no_pose_closer(string id, int question)
    {
        var talk = NextDay().Press("Something is new");
        for (var i = 0; i < question; i++)
            talk.Press("No");
        talk.Press(id == "PRE-4" ? "Dizzy" : "Yes");

        switch (id)
        {
            case "PRE-1": Assert.Contains("1 of 8", talk.Last.Text); break;
            case "PRE-2": Assert.StartsWith(ProtocolText.Message("MSG-EMERGENCY"), talk.Last.Text); break;
            case "PRE-3": Assert.StartsWith(ProtocolText.Message("MSG-DVT"), talk.Last.Text); break;
            default: Assert.Equal(new DoseStatus.Paused(PauseReason.LightheadedUnresolved), talk.Dose.Status); break;
        }
    }

    [Fact]
    [Trait("Rule", "PRE-5")]
    [Trait("Rule", "TIME-9")]
    public void After_a_meal_the_earliest_time_is_offered()
    {
        var talk = Agreed().None(8).Press("One of these").Press("A meal").Press("About an hour ago");

        Assert.Contains("We can start from 21:30", talk.Last.Text);
        Assert.Null(talk.State.Session);
    }

    [Theory]
    [InlineData("Yes, within call", true)]
    [InlineData("No, or not sure", false)]
    [Trait("Rule", "PRE-6")]
    public void With_a_buddy_rule_only_a_clear_yes_goes_on(string answer, bool goesOn)
    {
        var talk = Asked("SCR-17").Press("Yes").None(2).Press("No to all");

        Assert.Contains("within call", talk.Last.Text);
        talk.Press(answer);
        Assert.Equal(goesOn, talk.State.Session is SessionState.AskingMinutes);
    }

    [Fact]
    [Trait("Rule", "SAFE-11")]
    public void After_five_easy_days_the_pre_check_is_one_line()
    {
        var talk = new TestConversation();
        talk.State = talk.State with { DoseBase = talk.State.DoseBase with { CleanRun = 5 } };
        talk.ToPlan().Say("/stop").Minutes(24 * 60).Say("/start_session");

        Assert.StartsWith("Anything new today", talk.Last.Text);
        talk.Say("yes");
        Assert.Contains("Anything new since last time", talk.Last.Text);
    }

    [Fact]
    [Trait("Rule", "SEQ-20")]
    public void On_the_day_of_a_full_screening_the_pre_check_is_the_body_question_alone()
    {
        Assert.Contains("meal in the last 2 hours", Agreed().None(8).Last.Text);
        Assert.DoesNotContain("chest", Agreed().None(8).Last.Text);
        Assert.Contains("chest", NextDay().Last.Text);
    }

    [Fact]
    [Trait("Rule", "SEQ-21")]
    public void A_pre_check_of_an_hour_ago_is_asked_again_before_the_next_pose()
    {
        var talk = new TestConversation().ToPlan().Minutes(29).Press("Start").Press("I'm in position").Minutes(1).Press("I'm in position").Minutes(3);
        for (var i = 0; i < 20; i++)
            talk.Wait(TimeSpan.FromSeconds(110)).Press("Not up yet");

        talk.Press("Legs are up");
        Assert.IsNotType<Stage.Holding>(talk.Stage);
    }

    [Fact]
    [Trait("Rule", "SAFE-37")]
    public void A_guest_gets_all_questions_each_time_short_holds_and_is_forgotten_after_a_day()
    {
        var talk = new TestConversation(target: 8).Say("/start").Press("Use without saving").None(8).Press("No to all").Press("30 minutes");

        Assert.Contains("Legs up the wall 5", talk.Last.Text);
        talk.Minutes(24 * 60 - 1);
        Assert.False(talk.Erased);
        talk.Minutes(1);
        Assert.True(talk.Erased);
    }

    [Fact]
    [Trait("Rule", "SAFE-37")]
    public void Consent_says_that_the_person_is_an_adult() =>
        Assert.Contains(new TestConversation().Say("/start").Asking.Buttons, b => b.Label == "I'm 18 or over, I agree");

    private static TestConversation Agreed() => new TestConversation().Say("/start").Press("I'm 18 or over, I agree");

    private static TestConversation NextDay() => new TestConversation().ToPlan().Say("/stop").Minutes(24 * 60).Say("/start_session");

    /// <summary>On to one question asked by itself; what comes before it is a no.</summary>
    private static TestConversation Asked(string id)
    {
        var card = ProtocolText.Cards.ToList().FindIndex(ids => ids.Contains(id));
        var talk = Agreed().None(card).Press("One or more, or not sure");
        foreach (var _ in ProtocolText.Cards[card].TakeWhile(q => q != id))
            talk.Press("No");
        return talk;
    }
}
