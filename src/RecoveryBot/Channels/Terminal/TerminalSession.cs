using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Channels.Terminal;

/// <summary>The conversation at the terminal, from the greeting to the end of input.</summary>
public sealed class TerminalSession(ITerminalScreen screen, TerminalReader reader, TimeProvider clock)
{
    /// <summary>The user said <c>quit</c>, the input ended, or the program was asked to stop.</summary>
    public const int Ended = 0;

    /// <summary>The input ended before any line: a program started where nobody can type.</summary>
    public const int NobodyThere = 2;

    private readonly TerminalInput _input = new();
    private readonly Lock _oneMessage = new();
    private DateTimeOffset? _poseEnds;

    /// <summary>Something has been shown since the start of the program.</summary>
    public bool HasShown { get; private set; }

    /// <summary>Shows a message; from then on its buttons are the ones that a number means.</summary>
    public void Show(ChatMessage message)
    {
        lock (_oneMessage)
        {
            HasShown = true;
            _poseEnds = message.Countdown;
            screen.Show(message);
            _input.Shown(message);
        }
    }

    /// <summary>
    /// Opens the conversation and hands on line after line, each after the one before has been answered.
    /// </summary>
    /// <param name="hear">Completes when the input is decided, committed and its answers have been shown.</param>
    /// <returns>The exit code: <see cref="Ended"/> or <see cref="NobodyThere"/>.</returns>
    public async Task<int> RunAsync(Func<CoachInput, CancellationToken, Task> hear, CancellationToken cancellation)
    {
        try
        {
            await hear(new CoachInput.Opened(), cancellation);
            return await HearLinesAsync(hear, cancellation) ? Ended : NobodyThere;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Ended;
        }
    }

    /// <returns>Whether there was any line.</returns>
    private async Task<bool> HearLinesAsync(Func<CoachInput, CancellationToken, Task> hear, CancellationToken cancellation)
    {
        var anyone = false;
        var answered = clock.GetUtcNow();
        await foreach (var line in reader.ReadAllAsync(cancellation))
        {
            anyone = true;
            if (IsQuit(line.Words))
            {
                SayGoodbye();
                break;
            }

            if (string.IsNullOrWhiteSpace(line.Words))
                continue; // Enter by itself says nothing.

            // A line read ahead answers a message that came after it was read; it cannot count from before that.
            var said = line.TypedAt > answered ? line.TypedAt : answered;
            await hear(_input.Read(line.Words, said), cancellation);
            answered = clock.GetUtcNow();
        }

        return anyone;
    }

    /// <summary>Whoever quits in a pose hears the way out: no bell will ring.</summary>
    private void SayGoodbye()
    {
        if (_poseEnds > clock.GetUtcNow())
            Show(new ChatMessage { Text = Words.English.Text(ChannelLines.LeavingInPose()), Sound = true });
    }

    private static bool IsQuit(string words) =>
        words.AsSpan().Trim().TrimStart('/').Equals("quit", StringComparison.OrdinalIgnoreCase);
}
