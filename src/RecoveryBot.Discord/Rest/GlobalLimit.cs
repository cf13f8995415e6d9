namespace RecoveryBot.Discord.Rest;

/// <summary>Discord's limit over everything that carries the bot's token: 50 calls a second, of which we use 45.</summary>
internal sealed class GlobalLimit(TimeProvider time)
{
    public const int PerSecond = 45;

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _starts = new(PerSecond);
    private DateTimeOffset _blockedUntil;

    /// <summary>Takes the next start, in the order of asking, if it is near enough, and waits for it.</summary>
    /// <returns><see langword="null"/>: in; else how long it would take, and nothing was taken.</returns>
    public async Task<TimeSpan?> EnterAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var start = now > _blockedUntil ? now : _blockedUntil;
            if (_starts.Count == PerSecond && _starts.Peek() + TimeSpan.FromSeconds(1) is var free && free > start)
                start = free;
            wait = start - now;
            if (wait > patience)
                return wait;
            if (_starts.Count == PerSecond)
                _starts.Dequeue();
            _starts.Enqueue(start);
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Lets nobody in until then.</summary>
    public void Block(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + wait;
            _blockedUntil = until > _blockedUntil ? until : _blockedUntil;
        }
    }
}
