using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Host.Terminal;

public sealed class PlainScreenTests
{
    [Fact]
    public void A_message_is_the_coach_and_its_text() =>
        Assert.Equal("coach> Hello.\n", Shown(new ChatMessage { Text = "Hello." }));

    [Fact]
    public void Further_lines_are_indented_and_the_buttons_follow_one_a_line()
    {
        var message = new ChatMessage
        {
            Text = "Side rest, 1 minute.\nNothing to do.\n\nYour circulation catches up now.\n",
            Buttons = Buttons.Of("Dizzy", "Tingling or numb"),
            Sound = true,
        };

        Assert.Equal(
            "coach> Side rest, 1 minute.\n"
            + "  Nothing to do.\n"
            + "  \n"
            + "  Your circulation catches up now.\n"
            + "  [1] Dizzy\n"
            + "  [2] Tingling or numb\n",
            Shown(message));
    }

    [Fact]
    public void A_chart_is_its_rows_under_their_title()
    {
        var message = new ChatMessage
        {
            Text = "Four weeks.",
            Chart = new ChatChart("<svg/>", "A chart.", "Minutes held:", [new ChatBar("Mon", 5, 5, "Mon: 5 of 5", false)], 15),
            Buttons = Buttons.Of("Table as text"),
        };

        Assert.Equal("coach> Four weeks.\n  Minutes held:\n  Mon: 5 of 5\n  [1] Table as text\n", Shown(message));
    }

    [Fact]
    public void An_edit_is_printed_whole()
    {
        var edit = new ChatMessage
        {
            Text = "Legs up the wall, until 21:00.\nKnees soft.",
            Placement = Placement.Edit,
            Buttons = Buttons.Of("Come out now"),
        };

        Assert.Equal("coach~ Legs up the wall, until 21:00.\n  Knees soft.\n  [1] Come out now\n", Shown(edit));
    }

    [Fact]
    public void Where_a_number_is_the_answer_no_button_is_numbered()
    {
        var question = new ChatMessage
        {
            Text = "How bad is it, 0 to 10?",
            ExpectsNumber = true,
            Buttons = Buttons.Of("0", "1", "Not sure"),
        };

        Assert.Equal("coach> How bad is it, 0 to 10?\n  [Not sure]\n", Shown(question));
    }

    [Fact]
    public void A_long_text_is_not_wrapped()
    {
        var text = string.Join(' ', Enumerable.Repeat("slowly", 2_000));

        Assert.Equal($"coach> {text}\n", Shown(new ChatMessage { Text = text }));
    }

    [Theory]
    [InlineData("a\u001b[2Jb", "a\ufffd[2Jb")]
    [InlineData("a\u009b2Jb", "a\ufffd2Jb")]
    [InlineData("a\a\b\0\u007fb", "a\ufffd\ufffd\ufffd\ufffdb")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\U0001F9B5b", "a\U0001F9B5b")]
    [InlineData("a\rb\r\nc\u2028d\u0085e", "a\n  b\n  c\n  d\n  e")]
    public void A_control_character_cannot_drive_the_terminal(string text, string shown) =>
        Assert.Equal($"coach> {shown}\n", Shown(new ChatMessage { Text = text }));

    [Fact]
    public void Half_a_character_becomes_a_whole_one() =>
        Assert.Equal("coach> a\ufffdb\n", Shown(new ChatMessage { Text = "a\ud800b" }));

    [Fact]
    public void A_label_stays_on_its_line() =>
        Assert.Equal(
            "coach> Ready?\n  [1] Yes \ufffd[31m please\n",
            Shown(new ChatMessage { Text = "Ready?", Buttons = Buttons.Of("Yes\n\u001b[31m please") }));

    [Fact]
    public void Messages_of_several_threads_stay_whole()
    {
        using var output = new StringWriter();
        var screen = new PlainScreen(output);

        Parallel.For(0, 200, _ => screen.Show(new ChatMessage { Text = "one\ntwo", Buttons = Buttons.Of("three") }));

        Assert.Equal(string.Concat(Enumerable.Repeat("coach> one\n  two\n  [1] three\n", 200)), output.ToString());
    }

    private static string Shown(ChatMessage message)
    {
        using var output = new StringWriter();
        new PlainScreen(output).Show(message);
        return output.ToString();
    }
}
