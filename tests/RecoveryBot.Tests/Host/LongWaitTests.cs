using RecoveryBot.Outbox;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

/// <summary>A signal that gets lost here would leave a message unsent until the next one.</summary>
public sealed class LongWaitTests : IDisposable
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly Signal _signal = new();
    private readonly LongWait _work;

    public LongWaitTests() => _work = new LongWait(_signal, _time, Stop);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _signal.Dispose();

    [Fact]
    public async Task One_wait_goes_on_over_many_looks()
    {
        var wait = await _work.UntilAsync(null);
        _work.Look();

        Assert.Same(wait, await _work.UntilAsync(null));
        Assert.False(wait.IsCompleted);
        await _work.EndAsync();
    }

    [Fact]
    public async Task A_signal_after_the_last_look_is_there_for_whoever_waits_next()
    {
        var wait = await _work.UntilAsync(null);
        _signal.Set();
        await wait;

        await _work.EndAsync();

        Assert.True(_signal.WaitAsync(null, _time, Stop).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_signal_before_a_look_is_dealt_with_by_it()
    {
        var wait = await _work.UntilAsync(null);
        _signal.Set();
        await wait;

        _work.Look();

        Assert.False((await _work.UntilAsync(null)).IsCompleted);
        await _work.EndAsync();
    }

    [Fact]
    public async Task Another_instant_takes_the_place_of_the_wait()
    {
        await _work.UntilAsync(null);

        var wait = await _work.UntilAsync(_time.GetUtcNow().AddMinutes(1));
        _time.Advance(TimeSpan.FromMinutes(1));

        await wait;
        await _work.EndAsync();
    }
}
