using Microsoft.Extensions.Logging;

namespace RecoveryBot.Discord.Rest;

/// <summary>
/// The answers 401, 403 and 429 of the last ten minutes. At 10,000 Discord shuts out the whole address for a while; a warning
/// comes at 1,000, and at 4,000 nothing more is sent until there are fewer.
/// </summary>
internal sealed class InvalidRequests(TimeProvider time, ILogger log)
{
    public const int WarnAt = 1_000;
    public const int StopAt = 4_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _times = [];

    /// <summary>How long nothing may be sent; zero: it may.</summary>
    public TimeSpan Wait()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Forget(now);
            return _times.Count >= StopAt ? _times.Peek() + Window - now : TimeSpan.Zero;
        }
    }

    public void Count()
    {
        int count;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Forget(now);
            _times.Enqueue(now);
            count = _times.Count;
        }

        if (count == WarnAt)
            log.ManyInvalidRequests(count);
        else if (count == StopAt)
            log.TooManyInvalidRequests(count);
    }

    private void Forget(DateTimeOffset now)
    {
        while (_times.TryPeek(out var oldest) && now - oldest >= Window)
            _times.Dequeue();
    }
}
