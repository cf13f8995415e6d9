using System.Text.Json.Nodes;

namespace FakeDiscord.Gateway;

/// <summary>What happened on a gateway connection.</summary>
public enum FrameKind
{
    Opened,

    /// <summary>The bot sent it.</summary>
    Received,

    /// <summary>The fake sent it.</summary>
    Sent,
    ClosedByBot,
    ClosedByDiscord,

    /// <summary>It ended without a close frame, from either side.</summary>
    Cut,
}

/// <summary>One happening.</summary>
/// <param name="Connection">1 for the first connection.</param>
/// <param name="IsResumeUrl">Whether the connection came to the address for resuming.</param>
/// <param name="Payload"><c>{op, d, s, t}</c>, or <see langword="null"/>.</param>
/// <param name="CloseCode">Of a close frame; <see langword="null"/>: none, or an empty one.</param>
public sealed record GatewayFrame(
    int Connection, FrameKind Kind, bool IsResumeUrl, DateTimeOffset At, JsonObject? Payload = null, int? CloseCode = null)
{
    public int? Op => (int?)Payload?["op"].Number();

    /// <summary>The name of an event.</summary>
    public string? Event => Payload?["t"].Text();

    public bool IsFromBot(int op) => Kind == FrameKind.Received && Op == op;

    public bool IsEvent(string name) => Kind == FrameKind.Sent && Event == name;

    public JsonObject ToJson() => new()
    {
        ["connection"] = Connection,
        ["kind"] = Kind.ToString(),
        ["is_resume_url"] = IsResumeUrl,
        ["at"] = At,
        ["payload"] = Payload?.DeepClone(),
        ["close_code"] = CloseCode,
    };
}

/// <summary>Everything that went over the gateway, tokens left out.</summary>
public sealed class GatewayLog
{
    private readonly Lock _gate = new();
    private readonly List<GatewayFrame> _frames = [];
    private readonly List<(Func<GatewayFrame, bool> Wanted, int Times, TaskCompletionSource<GatewayFrame> Seen)> _watchers = [];

    public IReadOnlyList<GatewayFrame> Frames
    {
        get
        {
            lock (_gate)
                return [.. _frames];
        }
    }

    public int Connections => Count(frame => frame.Kind == FrameKind.Opened);

    public int Identifies => Count(frame => frame.IsFromBot(Opcodes.Identify));

    public int Resumes => Count(frame => frame.IsFromBot(Opcodes.Resume));

    public int Heartbeats => Count(frame => frame.IsFromBot(Opcodes.Heartbeat));

    /// <summary>The first frame that fits, past or to come; with <paramref name="times"/> the second, and so on.</summary>
    public Task<GatewayFrame> WhenAsync(Func<GatewayFrame, bool> wanted, int times = 1)
    {
        lock (_gate)
        {
            if (_frames.Where(wanted).ElementAtOrDefault(times - 1) is { } frame)
                return Task.FromResult(frame);
            var seen = new TaskCompletionSource<GatewayFrame>(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((wanted, times, seen));
            return seen.Task;
        }
    }

    internal void Add(GatewayFrame frame)
    {
        lock (_gate)
        {
            _frames.Add(frame);
            foreach (var watcher in _watchers.FindAll(
                watcher => watcher.Wanted(frame) && _frames.Count(watcher.Wanted) == watcher.Times))
            {
                _watchers.Remove(watcher);
                watcher.Seen.SetResult(frame);
            }
        }
    }

    private int Count(Func<GatewayFrame, bool> wanted)
    {
        lock (_gate)
            return _frames.Count(wanted);
    }
}
