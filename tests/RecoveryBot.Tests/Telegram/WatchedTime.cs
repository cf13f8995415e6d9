using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Telegram;

/// <summary>A manual clock that tells when somebody starts to wait, so that a test can let that time pass.</summary>
internal sealed class WatchedTime(ManualTimeProvider time) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Seen)> _watchers = [];

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = time.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            _waits.Add(dueTime);
            foreach (var watcher in _watchers.FindAll(watcher => watcher.Wait == dueTime))
            {
                _watchers.Remove(watcher);
                watcher.Seen.SetResult();
            }
        }

        return timer;
    }

    /// <summary>Completes when somebody waits this long, past or to come.</summary>
    public Task WhenWaitingAsync(TimeSpan wait)
    {
        lock (_gate)
        {
            if (_waits.Contains(wait))
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((wait, seen));
            return seen.Task;
        }
    }
}
