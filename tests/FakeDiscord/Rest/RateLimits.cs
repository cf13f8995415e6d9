using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FakeDiscord.Rest;

/// <summary>A route's rate.</summary>
/// <param name="Bucket">Routes with the same name share the rate; <see langword="null"/>: the route has its own.</param>
public sealed record RouteLimit(int Limit, TimeSpan Window, string? Bucket = null);

/// <summary>
/// The buckets, one to a route and channel or webhook, and 50 requests a second over all bot routes. [Rate Limits]
/// </summary>
public sealed class RateLimits
{
    private const int GlobalPerSecond = 50;
    private static readonly RouteLimit Usual = new(5, TimeSpan.FromSeconds(5));

    private readonly Lock _gate = new();
    private readonly Dictionary<string, RouteLimit> _routes = [];
    private readonly Dictionary<string, Window> _windows = [];
    private readonly Window _global = new();
    private readonly bool _enforced;

    internal RateLimits(bool enforced)
    {
        _enforced = enforced;
    }

    /// <summary>Answers with 401, 403 or 429, the shared ones left out: 10,000 in ten minutes would ban the address.</summary>
    public int InvalidRequests { get; private set; }

    /// <summary>Gives a route a rate, held to from now on.</summary>
    /// <param name="route">As in <c>POST /channels/{channel_id}/messages</c>.</param>
    public void Set(string route, RouteLimit limit)
    {
        lock (_gate)
            _routes[route] = limit;
    }

    internal RateAnswer Take(Call call, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_enforced && call.Operation.NeedsBotToken
                && !_global.Take(GlobalPerSecond, TimeSpan.FromSeconds(1), now))
                return new RateAnswer(GlobalPerSecond, 0, _global.End, now, "", IsOver: true, IsGlobal: true);
            var isEnforced = _routes.TryGetValue(call.Route, out var limit) || _enforced;
            limit ??= Usual;
            var bucket = Hash(limit.Bucket ?? call.Route);
            if (!isEnforced)
                return new RateAnswer(limit.Limit, limit.Limit - 1, now + limit.Window, now, bucket);
            if (!_windows.TryGetValue($"{bucket} {call.Major}", out var window))
                _windows[$"{bucket} {call.Major}"] = window = new Window();
            var passes = window.Take(limit.Limit, limit.Window, now);
            return new RateAnswer(limit.Limit, limit.Limit - window.Taken, window.End, now, bucket, IsOver: !passes);
        }
    }

    internal void CountInvalid(int status, string? scope)
    {
        lock (_gate)
            if (status is 401 or 403 || (status == 429 && scope != "shared"))
                InvalidRequests++;
    }

    private static string Hash(string bucket) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bucket)))[..32];

    private sealed class Window
    {
        public DateTimeOffset End { get; private set; }

        public int Taken { get; private set; }

        public bool Take(int limit, TimeSpan length, DateTimeOffset now)
        {
            if (now >= End)
                (End, Taken) = (now + length, 0);
            if (Taken >= limit)
                return false;
            Taken++;
            return true;
        }
    }
}

/// <summary>What the headers say after a request was counted.</summary>
internal sealed record RateAnswer(
    int Limit, int Remaining, DateTimeOffset End, DateTimeOffset Now, string Bucket, bool IsOver = false, bool IsGlobal = false)
{
    public double ResetAfter => Math.Round((End - Now).TotalSeconds, 3);

    public void WriteTo(IHeaderDictionary headers)
    {
        if (IsGlobal)
            return;
        headers["X-RateLimit-Limit"] = Text(Limit);
        headers["X-RateLimit-Remaining"] = Text(Remaining);
        headers["X-RateLimit-Reset"] = Text(End.ToUnixTimeMilliseconds() / 1000.0);
        headers["X-RateLimit-Reset-After"] = Text(ResetAfter);
        headers["X-RateLimit-Bucket"] = Bucket;
    }

    /// <summary>The refusal that Discord would send, as a fault.</summary>
    public Fault TooMany() => new(FaultKind.TooMany) { RetryAfter = ResetAfter, Scope = IsGlobal ? "global" : "user" };

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
