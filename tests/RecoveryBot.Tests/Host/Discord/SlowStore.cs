using RecoveryBot.Coaching;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>A coach that stands still, and with it the commit that waits for it.</summary>
internal sealed class SlowStore : IDisposable
{
    private readonly ManualResetEventSlim _open = new(true);
    private TaskCompletionSource _stopped = new();

    public Decision Decide(UserState state, CoachInput input, DateTimeOffset now)
    {
        if (!_open.IsSet)
            _stopped.TrySetResult();
        _open.Wait(TestContext.Current.CancellationToken);
        return Coach.Decide(state, input, now);
    }

    public Task WhenStoppedAsync() => _stopped.Task;

    public void Stop()
    {
        _stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _open.Reset();
    }

    public void GoOn() => _open.Set();

    public void Dispose()
    {
        _open.Set();
        _open.Dispose();
    }
}
