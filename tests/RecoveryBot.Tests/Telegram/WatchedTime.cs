using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Telegram;

/// <summary>A manual clock that tells when somebody starts and ends to wait, so that a test can let that time pass.</summary>
internal sealed class WatchedTime(ManualTimeProvider time) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Seen)> _watchers = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Over)> _open = [];

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var timer = time.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            _open.Add((dueTime, over));
            _waits.Add(dueTime);
            foreach (var watcher in _watchers.FindAll(watcher => watcher.Wait == dueTime))
            {
                _watchers.Remove(watcher);
                watcher.Seen.SetResult();
            }
        }

        return new WatchedTimer(timer, () => End(over));
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

    /// <summary>Completes when all that were begun so far and last this long are given up or over.</summary>
    public Task WhenNobodyWaitsAsync(TimeSpan wait)
    {
        lock (_gate)
            return Task.WhenAll(_open.Where(timer => timer.Wait == wait).Select(timer => timer.Over.Task));
    }

    private void End(TaskCompletionSource over)
    {
        lock (_gate)
            _open.RemoveAll(timer => timer.Over == over);
        over.TrySetResult();
    }

    private sealed class WatchedTimer(ITimer timer, Action end) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            end();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
