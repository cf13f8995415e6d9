using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RecoveryBot.Channels;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Jobs;
using RecoveryBot.Outbox;
using RecoveryBot.Storage;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Transcripts;

/// <summary>The real services from one start of the program to its end, with a terminal that writes into a text.</summary>
internal sealed class TranscriptHost : IChatChannel, IDisposable
{
    private const string Chat = "local";
    private readonly Signals _signals = new();
    private readonly TerminalInput _input = new();
    private readonly PlainScreen _screen;
    private readonly ManualTimeProvider _time;
    private readonly CoachStore _store;
    private readonly Conversation _conversation;
    private readonly WakeLoop _wake;
    private readonly ReminderSweep _sweep;
    private readonly DeliveryWorker _worker;
    private readonly string _start = Guid.NewGuid().ToString("N");
    private int _updates;

    private readonly Func<Outgoing, Task<ChatMessage>>? _platform;

    /// <param name="platform">
    /// Where a message passes through before it is written down, as it is seen there; <see langword="null"/>: nowhere.
    /// </param>
    public TranscriptHost(
        StorageOptions storage, ManualTimeProvider time, TextWriter output, Func<Outgoing, Task<ChatMessage>>? platform = null)
    {
        _platform = platform;
        _time = time;
        _screen = new PlainScreen(output);
        _store = CoachStore.Open(storage);
        var access = new Access(
            Options.Create(new AccessOptions()), Options.Create(new OperatorOptions()), [this], time, NullLogger<Access>.Instance);
        _conversation = new Conversation(
            _store, Options.Create(new CoachingOptions()), time, _signals, access, NullLogger<Conversation>.Instance, InBerlin);
        _wake = new WakeLoop(_store, _conversation, time, _signals, NullLogger<WakeLoop>.Instance);
        _sweep = new ReminderSweep(_store, _conversation, time, NullLogger<ReminderSweep>.Instance);
        _worker = new DeliveryWorker(_store, [this], time, _signals, NullLogger<DeliveryWorker>.Instance);
    }

    public string Platform => "transcript";

    /// <summary>Minutes that a user's target stands at when the coach first hears of them; 5 unless told otherwise.</summary>
    public int FirstTarget { get; set; } = DoseLimits.Start;

    public async Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var message = _platform is null ? outgoing.Message : await _platform(outgoing);
        _screen.Show(message.Sound ? message with { Text = "♪ " + message.Text } : message);
        _input.Shown(message);
        return new Delivery.Sent("newest");
    }

    /// <summary>What came due while the program was down, and then what a terminal does that is opened.</summary>
    public async Task OpenAsync()
    {
        await _wake.FireDueAsync(CancellationToken.None);
        await _sweep.SweepAsync(CancellationToken.None);
        await HearAsync(new CoachInput.Opened());
    }

    public Task TypeAsync(string line) => HearAsync(_input.Read(line, _time.GetUtcNow()));

    /// <summary>Lets time pass; every timer and every reminder fires at its instant.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        var end = _time.GetUtcNow() + time;
        for (var last = DateTimeOffset.MinValue; await NextAsync() is { } due && due <= end; last = due)
        {
            if (due <= last)
                throw new InvalidOperationException($"A timer stays due at {due:O}.");
            if (due > _time.GetUtcNow())
                _time.Advance(due - _time.GetUtcNow());
            await _wake.FireDueAsync(CancellationToken.None);
            await _sweep.SweepAsync(CancellationToken.None);
            await _worker.DrainAsync(CancellationToken.None);
        }

        _time.Advance(end - _time.GetUtcNow());
    }

    public void Dispose()
    {
        _wake.Dispose();
        _worker.Dispose();
        _conversation.Dispose();
        _store.Dispose();
        _signals.Dispose();
    }

    /// <summary>A terminal is in the zone of its machine; every transcript is in Berlin.</summary>
    private Decision InBerlin(UserState state, CoachInput input, DateTimeOffset now) => Coach.Decide(
        state.Zone is null
            ? state with { Zone = "Europe/Berlin", DoseBase = state.DoseBase with { Target = FirstTarget } }
            : state,
        input, now);

    private async Task<DateTimeOffset?> NextAsync()
    {
        var timer = await _store.NextDueAsync(CancellationToken.None);
        var reminder = await _store.DueRemindersAsync(DateTimeOffset.MaxValue, 1, CancellationToken.None);
        return reminder is [var first] && !(timer < first.Due) ? first.Due : timer;
    }

    private async Task HearAsync(CoachInput input)
    {
        await _conversation.HandleAsync(
            new IncomingUpdate(Platform, Chat, Chat, $"{_start}-{++_updates}", input), CancellationToken.None);
        await _worker.DrainAsync(CancellationToken.None);
    }
}
