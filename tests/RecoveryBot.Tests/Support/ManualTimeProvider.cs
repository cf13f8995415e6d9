namespace RecoveryBot.Tests.Support;

/// <summary>A clock that moves only by <see cref="Advance"/>, which also fires the timers that come due.</summary>
internal sealed class ManualTimeProvider(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        lock (_gate)
        {
            timer.Change(dueTime, period);
            _timers.Add(timer);
        }

        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (NextUntil(end) is { } timer)
            timer.Fire();
    }

    /// <summary>
    /// Moves the clock to the next timer or, if there is none, to the end. A timer that is made meanwhile is fired now or is
    /// due after the end: it is not forgotten between the two.
    /// </summary>
    private ManualTimer? NextUntil(DateTimeOffset end)
    {
        lock (_gate)
        {
            var timer = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (timer is null)
                _now = end;
            else if (timer.TakeDue() is var due && due > _now)
                _now = due;
            return timer;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider time, Action fire) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                _period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime;
            }

            return true;
        }

        /// <summary>When it is due now; from here on it is due a period later, or no more.</summary>
        public DateTimeOffset TakeDue()
        {
            var due = Due!.Value;
            Due = _period > TimeSpan.Zero ? due + _period : null;
            return due;
        }

        public void Fire() => fire();

        public void Dispose()
        {
            lock (time._gate)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
