namespace RecoveryBot.Discord.Rest;

/// <summary>
/// One limit as it was learnt from answers. Until the first answer one call at a time, then as many as remain. Callers go in
/// the order in which they came, and nobody waits long: see <see cref="EnterAsync"/>.
/// </summary>
internal sealed class RateLimitBucket(TimeProvider time)
{
    /// <summary>Added to Discord's reset.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly LinkedList<object> _line = [];
    private TaskCompletionSource _changed = NewSignal();
    private DateTimeOffset _usedAt = time.GetUtcNow();
    private DateTimeOffset _resetAt;
    private DateTimeOffset _blockedUntil;
    private int _inFlight;
    private int? _limit;
    private int _remaining;
    private bool _isFree;

    /// <summary>It is about to be used: not idle.</summary>
    public void Touch()
    {
        lock (_gate)
            _usedAt = time.GetUtcNow();
    }

    /// <summary>Whether it can be forgotten: nobody in it, its window over, and long unused.</summary>
    public bool IsIdle(DateTimeOffset now, TimeSpan since)
    {
        lock (_gate)
            return _inFlight == 0 && _line.Count == 0 && now >= _resetAt && now >= _blockedUntil && now - _usedAt >= since;
    }

    /// <summary>Takes a place, until <see cref="Leave"/> or <see cref="GiveBack"/>.</summary>
    /// <param name="patience">The longest wait for it.</param>
    /// <returns><see langword="null"/>: in; else how long it would take, and nothing was taken.</returns>
    public async Task<TimeSpan?> EnterAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + patience;
        var ticket = new object();
        lock (_gate)
            _line.AddLast(ticket);
        try
        {
            while (true)
            {
                var (wait, changed) = TryTake(ticket);
                if (wait is not { } needed)
                    return null;

                var left = deadline - time.GetUtcNow();
                if (left <= TimeSpan.Zero || needed.IsKnown && needed.For > left)
                    return needed.For;
                var pause = needed.IsKnown ? needed.For : left;
                using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                await Task.WhenAny(changed, Task.Delay(pause, time, end.Token)).ConfigureAwait(false);
                await end.CancelAsync().ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            lock (_gate)
            {
                if (_line.Remove(ticket))
                    Signal();
            }
        }
    }

    /// <summary>Learns from an answer.</summary>
    /// <param name="succeeded">An answer that succeeds and names no limit means that there is none.</param>
    public void Learn(RateLimitHeaders headers, bool succeeded)
    {
        lock (_gate)
        {
            if (headers is { Limit: { } limit, Remaining: { } remaining, ResetAfter: { } resetAfter })
            {
                _isFree = false;
                _limit = limit;
                _remaining = Math.Max(0, Math.Min(limit, remaining) - (_inFlight - 1)); // The others may not be counted yet.
                _resetAt = time.GetUtcNow() + resetAfter + Slack;
            }
            else if (succeeded && _limit is null)
            {
                _isFree = true;
            }

            Signal();
        }
    }

    /// <summary>Lets nobody in until then.</summary>
    public void Block(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + wait + Slack;
            _blockedUntil = until > _blockedUntil ? until : _blockedUntil;
        }
    }

    /// <summary>After the call.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _inFlight--;
            _usedAt = time.GetUtcNow();
            Signal();
        }
    }

    /// <summary>There was no call after all.</summary>
    public void GiveBack()
    {
        lock (_gate)
        {
            _inFlight--;
            _remaining++;
            Signal();
        }
    }

    private ((TimeSpan For, bool IsKnown)? Wait, Task Changed) TryTake(object ticket)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (Needed(now) is { } needed)
                return (needed, _changed.Task);
            if (_line.First!.Value != ticket)
                return ((Guess, false), _changed.Task);

            if (_limit is not null)
                _remaining--;
            _inFlight++;
            _line.RemoveFirst();
            Signal();
            return (null, Task.CompletedTask);
        }
    }

    /// <summary>How long until there is a place; unknown where it depends on an answer. <see langword="null"/>: now.</summary>
    private (TimeSpan For, bool IsKnown)? Needed(DateTimeOffset now)
    {
        if (now < _blockedUntil)
            return (_blockedUntil - now, true);
        if (_isFree)
            return null;
        if (_limit is not { } limit)
            return _inFlight == 0 ? null : (Guess, false);
        if (now >= _resetAt)
            _remaining = Math.Max(_remaining, limit - _inFlight);
        if (_remaining > 0)
            return null;
        return now < _resetAt ? (_resetAt - now, true) : (Guess, false);
    }

    /// <summary>Where it depends on an answer: about what one takes.</summary>
    private static TimeSpan Guess => TimeSpan.FromMilliseconds(250);

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
