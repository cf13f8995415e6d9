namespace RecoveryBot;

/// <summary>Wakes one waiting loop; set while nobody waits, it wakes the next wait at once.</summary>
public sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);
    private readonly Lock _gate = new();

    public void Set()
    {
        lock (_gate)
        {
            if (_set.CurrentCount == 0)
                _set.Release();
        }
    }

    /// <summary>Completes when set, or at <paramref name="at"/>; timers may be early, so look at the clock afterwards.</summary>
    /// <param name="at"><see langword="null"/>: only when set.</param>
    public async Task WaitAsync(DateTimeOffset? at, TimeProvider time, CancellationToken cancellationToken)
    {
        if (at is not { } instant)
        {
            await _set.WaitAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var wait = instant - time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
            return;

        // A timer takes at most 49 days; the loop looks again after one.
        using var deadline = new CancellationTokenSource(wait < OneDay ? wait : OneDay, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await _set.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The instant has come.
        }
    }

    public void Dispose() => _set.Dispose();

    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);
}

/// <summary>What a commit wakes: the loops look only after it is durable.</summary>
public sealed class Signals : IDisposable
{
    public Signal Outbox { get; } = new();

    public Signal Timers { get; } = new();

    /// <summary>Somebody has reminders.</summary>
    public Signal Reminders { get; } = new();

    public void Dispose()
    {
        Outbox.Dispose();
        Timers.Dispose();
        Reminders.Dispose();
    }
}
