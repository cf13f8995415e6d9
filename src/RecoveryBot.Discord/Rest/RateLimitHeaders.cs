using System.Globalization;
using System.Net.Http.Headers;

namespace RecoveryBot.Discord.Rest;

/// <summary>What an answer says about limits; what it does not say is <see langword="null"/>.</summary>
/// <param name="Bucket">The hash under which several routes may share a limit.</param>
/// <param name="ResetAfter">Until the window is over: relative, for clocks differ.</param>
/// <param name="Scope"><c>user</c>, <c>shared</c> or <c>global</c>; with a 429 only.</param>
internal sealed record RateLimitHeaders(
    string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter, string? Scope, TimeSpan? RetryAfter)
{
    /// <summary>No wait is longer, so that a broken number cannot silence a channel for ever.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static RateLimitHeaders Of(HttpResponseMessage response)
    {
        var headers = response.Headers;
        return new RateLimitHeaders(
            Text(headers, "X-RateLimit-Bucket"),
            Number(headers, "X-RateLimit-Limit") is { } limit ? (int)Math.Clamp(limit, 1, 100_000) : null,
            Number(headers, "X-RateLimit-Remaining") is { } remaining ? (int)Math.Clamp(remaining, 0, 100_000) : null,
            Seconds(Number(headers, "X-RateLimit-Reset-After")),
            Text(headers, "X-RateLimit-Scope") ?? (Text(headers, "X-RateLimit-Global") is null ? null : "global"),
            Seconds(Number(headers, "Retry-After")));
    }

    public static TimeSpan? Seconds(double? seconds) =>
        seconds is { } value && !double.IsNaN(value)
            ? TimeSpan.FromSeconds(Math.Clamp(value, 0, LongestWait.TotalSeconds))
            : null;

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 } value ? value : null;

    private static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
