namespace FakeTelegram;

/// <summary>What goes wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>A refusal in the Bot API's JSON.</summary>
    Refuse,

    /// <summary>A body of any kind, such as a proxy's page.</summary>
    Body,

    /// <summary>A body of 100 MB, for as long as somebody reads it.</summary>
    Flood,

    /// <summary>The connection breaks before anything is done.</summary>
    CutBefore,

    /// <summary>The call does its work, then the connection breaks.</summary>
    CutAfter,

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
    /// <summary><see langword="null"/>: any method but getUpdates.</summary>
    public string? Method { get; init; }

    /// <summary><see langword="null"/>: any chat.</summary>
    public long? ChatId { get; init; }

    public int Times { get; init; } = 1;

    public int Status { get; init; } = 500;

    /// <summary>The description of a refusal, or the body.</summary>
    public string Text { get; init; } = "Internal Server Error";

    public string ContentType { get; init; } = "text/html";

    /// <summary>Seconds in <c>parameters</c>; <see langword="null"/>: not there.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The value of a <c>Retry-After</c> header; <see langword="null"/>: not there.</summary>
    public string? RetryAfterHeader { get; init; }

    public long? MigrateToChatId { get; init; }

    public TimeSpan Delay { get; init; }
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
                (fault.Method is null
                    ? call.Method != "getUpdates"
                    : fault.Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
                && (fault.ChatId is null || fault.ChatId == call.ChatId));
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
