using System.Collections.Concurrent;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Host.Terminal;

public sealed class TerminalSessionTests : IDisposable
{
    private readonly List<CoachInput> _heard = [];
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task It_opens_unasked_and_input_that_ends_before_any_line_means_nobody_is_there()
    {
        Assert.Equal(TerminalSession.NobodyThere, await RunAsync(""));
        Assert.Equal([new CoachInput.Opened()], _heard);
    }

    [Theory]
    [InlineData("hello\n")]
    [InlineData("hello")]
    [InlineData("hello\r\nquit\r\nnever heard\r\n")]
    [InlineData("\n   \nhello\n QUIT \nnever heard\n")]
    [InlineData("hello\n/quit\nnever heard\n")]
    public async Task It_ends_well_once_what_was_said_is_answered(string typed)
    {
        Assert.Equal(TerminalSession.Ended, await RunAsync(typed));
        Assert.Equal(["hello"], Words);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("quit\n")]
    public async Task A_line_without_words_is_still_somebody(string typed)
    {
        Assert.Equal(TerminalSession.Ended, await RunAsync(typed));
        Assert.Equal([new CoachInput.Opened()], _heard);
    }

    [Fact]
    public async Task A_line_of_100_000_characters_arrives_whole()
    {
        var line = new string('x', 100_000);

        await RunAsync(line + "\nnext\n");

        Assert.Equal([line, "next"], Words);
    }

    [Fact]
    public async Task Each_line_is_read_against_the_answer_to_the_line_before()
    {
        TerminalSession session = null!;
        var step = 0;
        session = Session("1\n1\n1\n");

        await session.RunAsync(
            async (input, _) =>
            {
                _heard.Add(input);
                await Task.Yield();
                session.Show(new ChatMessage { Text = $"Step {++step}", Buttons = Buttons.OfStep(step, "Next") });
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(
            [Buttons.Id(1, 1), Buttons.Id(1, 2), Buttons.Id(1, 3)],
            _heard.OfType<CoachInput.Press>().Select(p => p.Button));
        Assert.Equal(
            string.Concat(Enumerable.Range(1, 4).Select(n => $"coach> Step {n}\n  [1] Next\n")),
            _output.ToString());
    }

    [Fact]
    public async Task A_line_read_ahead_does_not_count_from_before_the_question_was_there()
    {
        var clock = new HandClock();
        var session = new TerminalSession(
            new PlainScreen(_output), new TerminalReader(new StringReader("early\n").ReadLine, new HandClock()), clock);

        await session.RunAsync(
            (input, _) =>
            {
                _heard.Add(input);
                clock.Advance(TimeSpan.FromMinutes(1));
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(HandClock.Start.AddMinutes(1), Assert.IsType<CoachInput.Text>(_heard[1]).SentAt);
    }

    [Fact]
    public async Task An_interrupt_while_it_waits_for_a_line_ends_it_well()
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var keys = new BlockingCollection<string>();
        var reader = new TerminalReader(() => keys.Take(), TimeProvider.System);
        var session = new TerminalSession(new PlainScreen(_output), reader, TimeProvider.System);
        keys.Add("hello", TestContext.Current.CancellationToken);

        var code = await session.RunAsync(
            (input, _) => input is CoachInput.Text ? interrupt.CancelAsync() : Task.CompletedTask, interrupt.Token);
        keys.Add("unblock the reading thread", TestContext.Current.CancellationToken);

        Assert.Equal(TerminalSession.Ended, code);
    }

    [Fact]
    public async Task A_terminal_that_goes_away_is_an_end_of_input()
    {
        var reader = new TerminalReader(() => throw new IOException("gone"), TimeProvider.System);

        var code = await new TerminalSession(new PlainScreen(_output), reader, TimeProvider.System)
            .RunAsync(HearAsync, TestContext.Current.CancellationToken);

        Assert.Equal(TerminalSession.NobodyThere, code);
    }

    [Fact]
    public async Task A_fault_of_the_coach_reaches_the_top() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => Session("hello\n").RunAsync(
            (input, _) => throw new InvalidDataException(), TestContext.Current.CancellationToken));

    [Fact]
    public async Task More_lines_than_are_read_ahead_arrive_in_order()
    {
        await RunAsync(string.Concat(Enumerable.Range(0, 3_000).Select(n => $"line {n}\n")));

        Assert.Equal(Enumerable.Range(0, 3_000).Select(n => $"line {n}"), Words);
    }

    private IEnumerable<string> Words => _heard.OfType<CoachInput.Text>().Select(t => t.Words);

    private Task<int> RunAsync(string typed) =>
        Session(typed).RunAsync(HearAsync, TestContext.Current.CancellationToken);

    private TerminalSession Session(string typed) =>
        new(new PlainScreen(_output), new TerminalReader(new StringReader(typed).ReadLine, TimeProvider.System), TimeProvider.System);

    private Task HearAsync(CoachInput input, CancellationToken cancellation)
    {
        _heard.Add(input);
        return Task.CompletedTask;
    }
}
