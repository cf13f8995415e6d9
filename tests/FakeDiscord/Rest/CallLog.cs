namespace FakeDiscord.Rest;

/// <summary>Everything the bot asked, and everything it did wrong.</summary>
public sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly List<Call> _calls = [];
    private readonly List<string> _violations = [];
    private readonly List<(Func<Call, bool> Wanted, TaskCompletionSource<Call> Seen)> _watchers = [];

    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    /// <summary>What a strict server holds against the bot, whether or not the real one would refuse it.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_gate)
                return [.. _violations];
        }
    }

    /// <param name="route">As in <c>POST /channels/{channel_id}/messages</c>.</param>
    public IReadOnlyList<Call> Of(string route) => [.. Calls.Where(call => call.Route == route)];

    /// <summary>The first call that fits, past or to come, when it is answered.</summary>
    public Task<Call> WhenAsync(Func<Call, bool> wanted)
    {
        lock (_gate)
        {
            if (_calls.Find(call => wanted(call)) is { } call)
                return Task.FromResult(call);
            var seen = new TaskCompletionSource<Call>(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((wanted, seen));
            return seen.Task;
        }
    }

    public void Violation(string where, string what)
    {
        lock (_gate)
            _violations.Add($"{where}: {what}");
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _violations.Clear();
        }
    }

    internal void Add(Call call)
    {
        lock (_gate)
        {
            if (!_calls.Exists(known => ReferenceEquals(known, call)))
                _calls.Add(call);
            foreach (var watcher in _watchers.FindAll(watcher => watcher.Wanted(call)))
            {
                _watchers.Remove(watcher);
                watcher.Seen.SetResult(call);
            }
        }
    }
}
