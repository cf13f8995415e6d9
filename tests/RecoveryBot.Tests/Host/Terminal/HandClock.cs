namespace RecoveryBot.Tests.Host.Terminal;

/// <summary>A clock moved by hand, for code that has one timer.</summary>
internal sealed class HandClock : TimeProvider
{
    private DateTimeOffset _now = Start;
    private Action? _fire;

    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>When the timer fires next; <see langword="null"/>: never.</summary>
    public DateTimeOffset? Due { get; private set; }

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _fire = () => callback(state);
        SetDue(dueTime);
        return new HandTimer(this);
    }

    /// <summary>Moves on and fires the timer at each instant it asks for on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var end = _now + by;
        while (Due is { } due && due <= end)
        {
            _now = due;
            Due = null;
            _fire?.Invoke();
        }

        _now = end;
    }

    private void SetDue(TimeSpan wait) => Due = wait == Timeout.InfiniteTimeSpan ? null : _now + wait;

    private sealed class HandTimer(HandClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.SetDue(dueTime);
            return true;
        }

        public void Dispose() => clock.SetDue(Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
