using System.Globalization;
using System.Text.Json.Nodes;

namespace FakeDiscord.Rest;

/// <summary>What goes wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>A refusal in Discord's JSON.</summary>
    Refuse,

    /// <summary>A body of any kind, such as a proxy's page.</summary>
    Body,

    /// <summary>429 in Discord's JSON, with the headers that belong to its scope.</summary>
    TooMany,

    /// <summary>The connection breaks before anything is done.</summary>
    CutBefore,

    /// <summary>The call does its work, then the connection breaks.</summary>
    CutAfter,

    /// <summary>The call does its work; the connection breaks in the middle of the answer.</summary>
    CutInside,

    /// <summary>The call does its work; its answer breaks off in the middle, properly ended.</summary>
    Truncate,

    /// <summary>Nothing is done and nothing answered until the caller gives up.</summary>
    Stall,

    /// <summary>The answer comes, late.</summary>
    Slow,
}

/// <summary>A scripted fault for the next calls that fit.</summary>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>As in <c>POST /channels/{channel_id}/messages</c>; <see langword="null"/>: any.</summary>
    public string? Route { get; init; }

    /// <summary><see langword="null"/>: any channel.</summary>
    public ulong? ChannelId { get; init; }

    public int Times { get; init; } = 1;

    public int Status { get; init; } = 500;

    /// <summary>Discord's number of a refusal.</summary>
    public int Code { get; init; }

    /// <summary>The message of a refusal, or the body.</summary>
    public string Text { get; init; } = "500: Internal Server Error";

    public string ContentType { get; init; } = "text/html";

    /// <summary>Of <see cref="FaultKind.TooMany"/>: <c>user</c>, <c>shared</c> or <c>global</c>.</summary>
    public string Scope { get; init; } = "user";

    /// <summary>Seconds to wait.</summary>
    public double RetryAfter { get; init; } = 1;

    /// <summary>Headers of the answer, beside or instead of the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public TimeSpan Delay { get; init; }

    /// <summary>Cloudflare's page instead of Discord's answer: no JSON, no limit's headers.</summary>
    /// <param name="status">429 or 403.</param>
    /// <param name="retryAfter">Whole seconds; <see langword="null"/>: not said.</param>
    public static Fault Cloudflare(int status, int? retryAfter = null) => new(FaultKind.Body)
    {
        Status = status,
        Text = $"<!DOCTYPE html><html><head><title>Error {(status == 429 ? 1015 : 1020)}</title></head></html>",
        Headers = retryAfter is { } seconds
            ? new Dictionary<string, string> { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) }
            : [],
    };

    internal JsonObject TooManyBody() => new()
    {
        ["message"] = Scope == "shared" ? "The resource is being rate limited." : "You are being rate limited.",
        ["retry_after"] = RetryAfter,
        ["global"] = Scope == "global",
    };
}

/// <summary>The faults still to come, in the order they were set.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _coming = [];

    public void Add(Fault fault)
    {
        lock (_gate)
            _coming.Add(fault);
    }

    public void Clear()
    {
        lock (_gate)
            _coming.Clear();
    }

    internal Fault? Take(Call call)
    {
        lock (_gate)
        {
            var index = _coming.FindIndex(fault =>
                (fault.Route is null || fault.Route == call.Route)
                && (fault.ChannelId is null || fault.ChannelId == call.ChannelId));
            if (index < 0)
                return null;
            var fault = _coming[index];
            if (fault.Times > 1)
                _coming[index] = fault with { Times = fault.Times - 1 };
            else
                _coming.RemoveAt(index);
            return fault;
        }
    }
}
