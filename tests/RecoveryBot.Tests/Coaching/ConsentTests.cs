using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching;

/// <summary>What is agreed to is a text of a version; another text is asked about before anything else.</summary>
[Trait("Rule", "TONE-9")]
public sealed class ConsentTests
{
    private const string Changed = "What I keep, and how, has changed since you agreed.";

    [Theory]
    [InlineData("/start_session")]
    [InlineData("/progress")]
    [InlineData("/start")]
    [InlineData("/settings")]
    [InlineData("hello")]
    [InlineData("gobbledygook")]
    public void Another_text_is_asked_about_before_anything_else(string words)
    {
        var talk = WithOldConsent().Say(words);

        Assert.StartsWith(Changed, talk.Last.Text);
        Assert.Equal(["I agree", "Erase it all", "What is stored?"], talk.Last.Buttons.Select(button => button.Label));
        talk.Say(words);
        Assert.StartsWith(Changed, talk.Last.Text);
    }

    [Theory]
    [InlineData("my chest hurts", "Stop now.")]
    [InlineData("my feet are tingling", null)]
    [InlineData("/tingling", null)]
    [InlineData("I want to die", "I'm really glad you told me.")]
    public void What_is_felt_is_answered_first(string words, string? answer)
    {
        var talk = WithOldConsent().Say(words);

        Assert.DoesNotContain(Changed, talk.Texts);
        if (answer is not null)
            Assert.StartsWith(answer, talk.Last.Text);
    }

    [Theory]
    [InlineData("/export", "Here is all that I keep about you")]
    [InlineData("/privacy", "What I keep, sealed with a key of whoever runs me")]
    [InlineData("/delete", "Erase everything I keep about you")]
    public void Data_can_be_taken_read_about_and_erased_all_the_same(string words, string answer)
    {
        Assert.Contains(WithOldConsent().Say(words).Said, said => said.Text.StartsWith(answer, StringComparison.Ordinal));
    }

    [Fact]
    public void Agreeing_goes_on_with_what_was_asked_for()
    {
        var talk = WithOldConsent().Say("/start_session").Press("What is stored?").Press("I agree");

        Assert.Equal(Consent.PresentVersion, talk.State.Consent!.Version);
        Assert.Equal("No to all", talk.Last.Buttons[0].Label);
    }

    [Fact]
    public void Whoever_does_not_agree_can_erase_it_all()
    {
        var talk = WithOldConsent().Say("hello").Press("Erase it all").Press("Erase everything");

        Assert.True(talk.Erased);
    }

    [Theory]
    [InlineData("delete my data")]
    [InlineData("Erase everything.")]
    [InlineData("delete my account")]
    [InlineData("forget me")]
    public void Plain_words_ask_for_erasing_too(string words)
    {
        var talk = WithOldConsent();
        talk.State = talk.State with { Consent = talk.State.Consent! with { Version = Consent.PresentVersion } };

        Assert.StartsWith("Erase everything I keep about you", talk.Say(words).Last.Text);
    }

    [Theory]
    [InlineData("privacy")]
    [InlineData("What is stored?")]
    public void Plain_words_ask_what_is_stored_too(string words)
    {
        var talk = WithOldConsent();
        talk.State = talk.State with { Consent = talk.State.Consent! with { Version = Consent.PresentVersion } };

        Assert.StartsWith("What I keep, sealed with a key", talk.Say(words).Last.Text);
    }

    [Fact]
    public void Erasing_pressed_twice_is_told_again_and_leaves_nobody_behind()
    {
        var talk = WithOldConsent().Say("/delete");
        var yes = ButtonId.TryParse(talk.Last.Buttons.Single(button => button.Label == "Erase everything").Id)!.Value;
        talk.Press("Erase everything");

        var again = Coach.Decide(new UserState(), new CoachInput.Press(yes), talk.Now);

        Assert.True(again.Erases);
        Assert.Equal(talk.Last.Text, Assert.Single(again.Replies.Select(reply => Words.English.Render(reply, null, talk.Now))).Text);
    }

    [Fact]
    public void An_old_button_asks_too_and_a_forged_guest_press_changes_nothing()
    {
        var talk = WithOldConsent().Say("hello");
        var old = talk.Last.Buttons[0];

        talk.Hear(new CoachInput.Press(new ButtonId("edu-sleep", talk.State.SessionNumber, talk.State.Step)));
        Assert.StartsWith(Changed, talk.Last.Text);
        talk.Hear(new CoachInput.Press(ButtonId.TryParse(old.Id)!.Value with { Verb = "con-guest", Step = talk.State.Step }));

        Assert.False(talk.State.Consent!.Guest);
        Assert.True(talk.State.Consent.IsOutdated);
    }

    [Fact]
    public void A_session_comes_to_its_end_first()
    {
        var talk = new TestConversation().ToHold();
        talk.State = talk.State with { Consent = talk.State.Consent! with { Version = 0 } };

        talk.Minutes(5);
        Assert.StartsWith("Time's up", talk.Last.Text);
        talk.Press("I'm on my side").Home(5);

        Assert.Contains("Nicely done: 5 minutes, no symptoms.", talk.Texts);
        Assert.StartsWith(Changed, talk.Say("/why").Last.Text);
    }

    private static TestConversation WithOldConsent()
    {
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").None(8).Say("/cancel");
        talk.State = talk.State with { Consent = talk.State.Consent! with { Version = 0 } };
        talk.Said.Clear();
        return talk;
    }
}
