using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Host.Terminal;

public sealed class TerminalInputTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1", 1)]
    [InlineData(" 3 ", 3)]
    [InlineData("02", 2)]
    [InlineData("Dizzy", 1)]
    [InlineData("  tingling OR numb ", 2)]
    [InlineData("5 minutes", 3)]
    public void A_number_or_a_label_presses_the_button(string line, int button)
    {
        var input = After(new ChatMessage { Text = "How is it?", Buttons = ThreeButtons });

        Assert.Equal(new CoachInput.Press(Buttons.Id(button), Noon), input.Read(line, Noon));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData("99999999999999999999")]
    [InlineData("dizzy again")]
    [InlineData("/why")]
    [InlineData("my feet are tingling")]
    public void Anything_else_is_words_as_typed(string line)
    {
        var input = After(new ChatMessage { Text = "How is it?", Buttons = ThreeButtons });

        Assert.Equal(new CoachInput.Text(line, Noon), input.Read(line, Noon));
    }

    [Fact]
    public void Where_a_number_is_the_answer_it_is_that_answer_and_a_label_still_presses()
    {
        var input = After(new ChatMessage { Text = "Minutes?", ExpectsNumber = true, Buttons = Buttons.Of("1", "Skip") });

        Assert.Equal(new CoachInput.Text("1", Noon), input.Read("1", Noon));
        Assert.Equal(new CoachInput.Press(Buttons.Id(2), Noon), input.Read("skip", Noon));
    }

    [Fact]
    public void A_number_asked_for_without_buttons_is_not_taken_for_an_older_button()
    {
        var input = After(
            new ChatMessage { Text = "How long?", Buttons = ThreeButtons },
            new ChatMessage { Text = "How many minutes?", ExpectsNumber = true });

        Assert.Equal(new CoachInput.Text("2", Noon), input.Read("2", Noon));
    }

    [Fact]
    public void A_number_means_the_newest_message_that_has_buttons()
    {
        var input = After(
            new ChatMessage { Text = "Old", Buttons = Buttons.OfStep(1, "Yes") },
            new ChatMessage { Text = "New", Buttons = Buttons.OfStep(2, "No"), Placement = Placement.Edit },
            new ChatMessage { Text = "Because the article says so." });

        Assert.Equal(new CoachInput.Press(Buttons.Id(1, step: 2), Noon), input.Read("1", Noon));
        Assert.Equal(new CoachInput.Text("Yes", Noon), input.Read("Yes", Noon));
    }

    [Fact]
    public void Before_any_message_a_number_is_words() =>
        Assert.Equal(new CoachInput.Text("1", Noon), After().Read("1", Noon));

    private static IReadOnlyList<ChatButton> ThreeButtons => Buttons.Of("Dizzy", "Tingling or numb", "5 minutes");

    private static TerminalInput After(params ChatMessage[] messages)
    {
        var input = new TerminalInput();
        foreach (var message in messages)
            input.Shown(message);
        return input;
    }
}
