namespace RecoveryBot.Outbox;

/// <summary>A wait for a signal that goes on over many looks: to give one up after each would cost its exceptions.</summary>
internal sealed class LongWait(Signal signal, TimeProvider time, CancellationToken cancellationToken)
{
    private CancellationTokenSource? _enough;
    private Task? _wait;
    private DateTimeOffset? _until;

    /// <summary>A look follows, so a signal that has come is dealt with.</summary>
    public void Look()
    {
        if (_wait is { IsCompleted: true })
            Forget();
    }

    /// <param name="at">When it completes without a signal; <see langword="null"/>: never.</param>
    /// <returns>The wait that is under way, if it is the same or has ended since the look; else a new one.</returns>
    public async Task<Task> UntilAsync(DateTimeOffset? at)
    {
        if (_wait is { } wait && (wait.IsCompleted || _until == at))
            return wait;

        await EndAsync().ConfigureAwait(false);
        _enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _until = at;
        return _wait = signal.WaitAsync(at, time, _enough.Token);
    }

    /// <summary>Gives the wait up. A signal that it has taken since the look is set again.</summary>
    public async Task EndAsync()
    {
        if (_wait is null)
            return;

        await _enough!.CancelAsync().ConfigureAwait(false);
        await _wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_wait.IsCompletedSuccessfully)
            signal.Set();
        Forget();
    }

    private void Forget()
    {
        _enough?.Dispose();
        (_enough, _wait) = (null, null);
    }
}
