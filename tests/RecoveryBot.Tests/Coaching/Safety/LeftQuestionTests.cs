using RecoveryBot.Coaching.Session;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Safety;

/// <summary>Health questions that were left halfway or answered too late: what was told is not lost, what was not asked is asked (INV-14).</summary>
public sealed class LeftQuestionTests
{
    [Fact]
    [Trait("Rule", "SAFE-5")]
    [Trait("Rule", "INV-14")]
    public void A_yes_of_an_asking_that_was_left_is_not_forgotten()
    {
        var talk = Agreed().None(1).Press("One or more, or not sure").Press("Yes").Say("/stop").Say("/start_session");

        for (var i = 0; i < 10 && talk.Asking.Buttons.Any(b => b.Label is "None of these" or "No"); i++)
            talk.Press(talk.Asking.Buttons.First(b => b.Label is "None of these" or "No").Label);

        Assert.Contains("in other words", talk.Last.Text);
    }

    [Theory]
    [InlineData("/cancel")]
    [InlineData("/settings")]
    [InlineData("/safety")]
    [InlineData("/remind off")]
    [InlineData("/measure")]
    [Trait("Rule", "SAFE-3")]
    [Trait("Rule", "PRE-1")]
    public void Whoever_leaves_the_questions_after_something_new_comes_back_to_them(string leaving)
    {
        var talk = NextDay().Press("Something is new").Press("Yes").Say(leaving).Say("/start_session");

        Assert.Contains("1 of 8", talk.Last.Text);
    }

    [Theory]
    [InlineData("I feel dizzy", "Now")]
    [InlineData("my feet are tingling", "Now", "No")]
    [Trait("Rule", "SAFE-3")]
    [Trait("Rule", "PRE-1")]
    public void A_sign_told_in_the_middle_of_the_questions_begins_them_anew(string sign, params string[] answers)
    {
        // Behind the last card, where an answer of before waits for its confirmation.
        var talk = Agreed().None(1).Press("One or more, or not sure").Press("Yes").Say("/stop").Say("/start_session");
        while (talk.Asking.Buttons.Any(button => button.Label == "None of these"))
            talk.Press("None of these");
        Assert.Contains("in other words", talk.Last.Text);

        talk.Say(sign);
        foreach (var answer in answers)
            talk.Press(answer);

        Assert.Contains("1 of 8", talk.Last.Text);
        Assert.Null(talk.State.Screening.AskedOn);
    }

    [Fact]
    [Trait("Rule", "SAFE-3")]
    public void Whoever_leaves_the_questions_after_news_in_words_comes_back_to_them()
    {
        var talk = NextDay().Say("I was diagnosed with glaucoma").Say("/settings").Say("/start_session");

        Assert.Contains("1 of 8", talk.Last.Text);
    }

    [Theory]
    [InlineData(0, "Yes", "what you pressed counts")]
    [InlineData(0, "Not sure", "what you pressed counts")]
    [InlineData(1, "Yes", "emergency help")]
    [InlineData(1, "Not sure", "is it strong")]
    [InlineData(2, "Yes", "today")]
    [Trait("Rule", "INV-14")]
    [Trait("Rule", "SAFE-4")]
    public void A_yes_to_the_pre_check_counts_also_when_it_comes_too_late(int question, string answer, string said)
    {
        var talk = NextDay().Press("Something is new");
        for (var i = 0; i < question; i++)
            talk.Press("No");
        var late = talk.Asking.Buttons.Single(button => button.Label == answer);

        var before = talk.Minutes(45).Said.Count;
        talk.Press(late);

        Assert.Contains(talk.Said.Skip(before), message => message.Text.Contains(said, StringComparison.Ordinal));
        talk.Say("/start_session");
        Assert.IsNotType<SessionState.Precheck>(talk.State.Session);
    }

    [Fact]
    [Trait("Rule", "SCR-10b")]
    [Trait("Rule", "SAFE-5")]
    [Trait("Rule", "INV-14")]
    public void A_pregnancy_whose_week_was_not_told_is_not_forgotten()
    {
        var talk = Agreed().None(4).Press("One or more, or not sure").Press("No").Press("Yes").Say("/settings");
        Assert.False(talk.State.Screening.AskedOn is not null);

        talk.Say("/start_session").None(8);
        Assert.Contains("Before, you said yes to this", talk.Last.Text);
        talk.Press("Yes, or maybe");

        Assert.Contains("trimester", talk.Last.Text, StringComparison.Ordinal);
        Assert.Null(talk.State.Session);
    }

    [Fact]
    [Trait("Rule", "SEQ-20")]
    public void Where_the_cards_took_longer_than_a_day_the_pre_check_asks_for_the_signs_again()
    {
        var talk = Agreed().None(1).Minutes(25 * 60).Press("None of these").None(6);

        Assert.Contains("chest pain", talk.Last.Text);
        Assert.Contains(talk.Last.Buttons, button => button.Label == "Something is new");
    }

    private static TestConversation Agreed() => new TestConversation().Say("/start").Press("I'm 18 or over, I agree");

    private static TestConversation NextDay() => new TestConversation().ToPlan().Say("/stop").Minutes(24 * 60).Say("/start_session");
}
