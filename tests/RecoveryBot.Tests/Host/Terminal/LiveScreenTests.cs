using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using Spectre.Console;

namespace RecoveryBot.Tests.Host.Terminal;

public sealed class LiveScreenTests : IDisposable
{
    private const string Row = "\r\u001b[2K";
    private readonly HandClock _clock = new();
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_message_with_sound_rings_once_and_a_silent_one_does_not()
    {
        using var screen = Screen();

        screen.Show(new ChatMessage { Text = "Rest." });
        Assert.DoesNotContain('\a', _output.ToString());

        screen.Show(new ChatMessage { Text = "Time's up.", Sound = true });
        Assert.Single(_output.ToString(), c => c == '\a');
    }

    [Fact]
    public void Text_and_buttons_stand_in_a_panel_and_cannot_drive_the_terminal()
    {
        using var screen = Screen();

        screen.Show(new ChatMessage { Text = "[red]x[/]\u001b[2J", Buttons = Buttons.Of("Done") });

        Assert.Contains("[red]x[/]\ufffd[2J", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("[1] Done", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_is_drawn_in_bars_of_characters_that_tell_what_was_felt_without_their_colour()
    {
        using var screen = Screen();

        screen.Show(new ChatMessage
        {
            Text = "Four weeks.",
            Chart = new ChatChart("<svg/>", "", "Minutes held:", [new("Mon 2 Mar", 5, 7, "", false), new("Tue [3]\u001b Mar, tingling", 10, 9, "", true)], 15),
        });

        var lines = _output.ToString().Split('\n');
        var (first, second) = (lines.Single(line => line.Contains("Mon 2 Mar", StringComparison.Ordinal)), lines.Single(line => line.Contains("Tue [3]\ufffd Mar, tingling", StringComparison.Ordinal)));
        Assert.True(first.Count(c => c == '█') is > 5 and var five && Math.Abs(second.Count(c => c == '█') - (2 * five)) <= 1);
        Assert.Contains("░░ 5 of 7 ", first, StringComparison.Ordinal);
        Assert.Contains("█ 10 of 9 ", second, StringComparison.Ordinal);
        Assert.Contains("Minutes held:", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("svg", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_wide_terminal_lines_end_where_they_are_easy_to_read()
    {
        using var screen = Screen(width: 200);

        screen.Show(new ChatMessage { Text = string.Join(' ', Enumerable.Repeat("word", 100)), Buttons = Buttons.Of("Done") });

        Assert.All(_output.ToString().Split('\n').Where(line => line.Contains("word", StringComparison.Ordinal)), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(200)]
    public void The_bars_of_the_longest_holds_stay_in_their_row(int width)
    {
        using var screen = Screen(width: width);

        screen.Show(new ChatMessage { Text = "", Chart = new ChatChart("<svg/>", "", "Minutes held:", [new("Mon 2 Mar", 15, 15, "", false), new("Tue 3 Mar", 2, 15, "", true)], 15) });

        Assert.Equal(2, _output.ToString().Split('\n').Count(line => line.Contains(" of 15", StringComparison.Ordinal) && line.Contains('█')));
    }

    [Fact]
    public void The_time_left_ticks_by_the_second_and_is_gone_at_the_end()
    {
        using var screen = Screen();
        screen.Show(new ChatMessage { Text = "Hold.", Countdown = HandClock.Start.AddSeconds(62.5) });
        Assert.Equal("1:03 left > ", LastRow);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("1:02 left > ", LastRow);

        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("0:01 left > ", LastRow);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("> ", LastRow);
        Assert.Null(_clock.Due);
    }

    [Fact]
    public void A_plain_answer_leaves_the_time_running_and_the_next_step_ends_it()
    {
        using var screen = Screen();
        screen.Show(new ChatMessage { Text = "Hold.", Countdown = HandClock.Start.AddMinutes(5) });

        screen.Show(new ChatMessage { Text = "Because …", Class = DeliveryClass.Reply });
        Assert.Equal("5:00 left > ", LastRow);

        screen.Show(new ChatMessage { Text = "Come out.", Class = DeliveryClass.Safety });
        Assert.Equal("> ", LastRow);
    }

    [Fact]
    public void A_message_in_the_middle_of_a_word_leaves_the_word_whole()
    {
        using var screen = Screen();
        screen.Type("ting");

        screen.Show(new ChatMessage { Text = "One more minute." });

        Assert.Equal("> ting", LastRow);
    }

    [Fact]
    public void The_row_never_wraps()
    {
        using var screen = Screen();

        screen.Type(new string('x', 500) + "end");

        Assert.EndsWith("xend", LastRow, StringComparison.Ordinal);
        Assert.InRange(LastRow.Length, 60, 79);
    }

    [Fact]
    public void Without_colour_no_colour_is_sent()
    {
        using var screen = Screen();

        screen.Show(new ChatMessage
        {
            Text = "Hold.",
            Class = DeliveryClass.Safety,
            Buttons = [new ChatButton("v1:stop:1-1", "Stop", ButtonTone.Alarm)],
        });

        Assert.DoesNotMatch("\u001b\\[[0-9;]*3[0-9]", _output.ToString());
    }

    [Fact]
    public void With_colour_an_alarm_stands_out()
    {
        using var screen = Screen(ColorSystemSupport.Standard);

        screen.Show(new ChatMessage { Text = "Hold.", Buttons = [new ChatButton("v1:stop:1-1", "Stop", ButtonTone.Alarm)] });

        Assert.Matches("\u001b\\[[0-9;]*m\\[1\\] Stop", _output.ToString());
    }

    [Fact]
    public void A_closed_screen_stays_as_it_was()
    {
        var screen = Screen();
        screen.Show(new ChatMessage { Text = "Hold.", Countdown = HandClock.Start.AddMinutes(5) });
        screen.Dispose();
        var left = _output.ToString();

        screen.Show(new ChatMessage { Text = "Late." });
        screen.Type("late");
        screen.Said();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(left, _output.ToString());
        Assert.EndsWith(Row, left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tin\bg\r", "tig")]
    [InlineData("\b\bok\r", "ok")]
    [InlineData("\ud83e\uddb5\b!\r", "!")]
    [InlineData("a\u001bb\r", "ab")]
    public void Keys_become_a_line(string keys, string line)
    {
        using var screen = Screen();
        var next = 0;

        var reader = new KeyLine(() => Key(keys[next++]), screen);

        Assert.Equal(line, reader.ReadLine());
        Assert.Equal("> ", LastRow);
    }

    [Fact]
    public void Control_D_ends_the_input_on_an_empty_line_only()
    {
        using var screen = Screen();
        var keys = new Queue<ConsoleKeyInfo>([Key('a'), ControlD, Key('\r'), ControlD]);
        var reader = new KeyLine(keys.Dequeue, screen);

        Assert.Equal("a", reader.ReadLine());
        Assert.Null(reader.ReadLine());
    }

    [Theory]
    [InlineData(false, false, "xterm", false)]
    [InlineData(true, false, "xterm", true)]
    [InlineData(false, true, "xterm", true)]
    [InlineData(false, false, "dumb", true)]
    [InlineData(false, false, null, false)]
    public void Plain_mode_is_asked_for_or_the_only_one_possible(bool asked, bool redirected, string? term, bool plain) =>
        Assert.Equal(plain, TerminalDevice.IsPlain(asked, redirected, term));

    private static ConsoleKeyInfo ControlD => new('\u0004', ConsoleKey.D, shift: false, alt: false, control: true);

    private string LastRow => _output.ToString().Split(Row)[^1];

    private static ConsoleKeyInfo Key(char c) => new(
        c,
        c switch { '\b' => ConsoleKey.Backspace, '\r' => ConsoleKey.Enter, '\u001b' => ConsoleKey.Escape, _ => ConsoleKey.None },
        shift: false,
        alt: false,
        control: false);

    private LiveScreen Screen(ColorSystemSupport colours = ColorSystemSupport.NoColors, int width = 80)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = colours,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_output),
        });
        console.Profile.Width = width;
        return new LiveScreen(console, _clock);
    }
}
