using Microsoft.Extensions.Logging;

namespace RecoveryBot.Discord.Rest;

/// <summary>
/// Who may call now. Limits are learnt from the answers, none is written down here. A route's first answer tells its bucket's
/// hash; from then on all routes with that hash and the same major id share one <see cref="RateLimitBucket"/>.
/// </summary>
internal sealed class RateLimits(TimeProvider time, ILogger log)
{
    /// <summary>The longest wait inside of the client.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Interaction tokens make new buckets without end; one unused for so long is forgotten.</summary>
    private static readonly TimeSpan IdleLife = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _hashes = [];
    private readonly Dictionary<(string Name, string Major), RateLimitBucket> _buckets = [];
    private readonly GlobalLimit _global = new(time);
    private readonly InvalidRequests _invalid = new(time, log);
    private DateTimeOffset _sweptAt = time.GetUtcNow();

    /// <summary>How many buckets are remembered.</summary>
    public int Buckets
    {
        get
        {
            lock (_gate)
                return _buckets.Count;
        }
    }

    /// <summary>Takes a place for one call; to be disposed after its answer.</summary>
    /// <exception cref="DiscordRateLimitedException">It would take longer than <see cref="Patience"/>.</exception>
    public async Task<Pass> EnterAsync(DiscordRoute route, CancellationToken cancellationToken)
    {
        if (_invalid.Wait() is var shut && shut > TimeSpan.Zero)
            throw new DiscordRateLimitedException(route.ToString(), shut, isForAll: true);
        if (route.Lane == Lane.Callback)
            return new Pass(this, route, bucket: null);

        var from = time.GetUtcNow();
        var bucket = Find(route);
        if (await bucket.EnterAsync(Patience, cancellationToken).ConfigureAwait(false) is { } wait)
            throw new DiscordRateLimitedException(route.ToString(), wait, isForAll: false);
        if (route.Lane == Lane.Bot)
        {
            var left = Patience - (time.GetUtcNow() - from);
            await EnterGlobalAsync(route, bucket, left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken)
                .ConfigureAwait(false);
        }

        return new Pass(this, route, bucket);
    }

    private async Task EnterGlobalAsync(
        DiscordRoute route, RateLimitBucket bucket, TimeSpan patience, CancellationToken cancellationToken)
    {
        var isIn = false;
        try
        {
            if (await _global.EnterAsync(patience, cancellationToken).ConfigureAwait(false) is { } wait)
                throw new DiscordRateLimitedException(route.ToString(), wait, isForAll: true);
            isIn = true;
        }
        finally
        {
            if (!isIn)
                bucket.GiveBack();
        }
    }

    private RateLimitBucket Find(DiscordRoute route)
    {
        lock (_gate)
        {
            Sweep();
            var name = route.ToString();
            var key = (_hashes.GetValueOrDefault(name, name), route.Major);
            if (!_buckets.TryGetValue(key, out var bucket))
                _buckets[key] = bucket = new RateLimitBucket(time);
            bucket.Touch();
            return bucket;
        }
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        if (now - _sweptAt < SweepEvery)
            return;
        _sweptAt = now;
        foreach (var (key, bucket) in _buckets.ToList())
        {
            if (bucket.IsIdle(now, IdleLife))
                _buckets.Remove(key);
        }
    }

    private void Learn(DiscordRoute route, RateLimitBucket bucket, RateLimitHeaders headers, bool succeeded)
    {
        bucket.Learn(headers, succeeded);
        if (headers.Bucket is not { } hash)
            return;
        lock (_gate)
        {
            _hashes[route.ToString()] = hash;
            _buckets.TryAdd((hash, route.Major), bucket);
        }
    }

    /// <summary>One call's place under the limits.</summary>
    internal sealed class Pass(RateLimits limits, DiscordRoute route, RateLimitBucket? bucket) : IDisposable
    {
        /// <summary>Learns from the answer's headers.</summary>
        public void Learn(RateLimitHeaders headers, int status)
        {
            if (bucket is not null)
                limits.Learn(route, bucket, headers, succeeded: status is >= 200 and < 300);
            if (status is 401 or 403 || (status == 429 && headers.Scope != "shared"))
                limits._invalid.Count();
        }

        /// <summary>Told to wait.</summary>
        /// <param name="isForAll">The whole bot; interactions have no part in that.</param>
        public void Block(TimeSpan wait, bool isForAll)
        {
            if (isForAll)
                limits._global.Block(wait);
            else
                bucket?.Block(wait);
        }

        public void Dispose() => bucket?.Leave();
    }
}
