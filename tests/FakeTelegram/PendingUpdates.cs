using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>
/// The updates that wait for the bot. Only an offset confirms; a second poller ends the first; a poll that finds nothing
/// waits. Kept for 24 hours.
/// </summary>
public sealed class PendingUpdates(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly string[] OnlyWhenAsked = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _gate = new();
    private readonly List<(long Id, JsonObject Update, DateTimeOffset At)> _waiting = [];
    private readonly List<TaskCompletionSource> _polled = [];
    private long _nextId = 700_000_001;
    private TaskCompletionSource? _poll;
    private TaskCompletionSource _arrived = NewSignal();
    private IReadOnlyList<string> _allowed = [];

    /// <summary>Unconfirmed updates.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    public bool HasWebhook { get; set; }

    /// <summary>Adds an update of one kind.</summary>
    /// <returns>Its id; <see langword="null"/>: the bot did not ask for this kind.</returns>
    public long? Add(string kind, JsonNode content)
    {
        lock (_gate)
        {
            if (_allowed.Count == 0 ? OnlyWhenAsked.Contains(kind) : !_allowed.Contains(kind))
                return null;
            return AddUnderGate(new JsonObject { ["update_id"] = _nextId, [kind] = content });
        }
    }

    /// <summary>Adds an update as it stands, with an id of its own.</summary>
    public long AddRaw(JsonObject update)
    {
        lock (_gate)
        {
            update["update_id"] = _nextId;
            return AddUnderGate(update);
        }
    }

    /// <summary>Starts the ids anew, as Telegram does after a quiet week.</summary>
    public void RestartIdsAt(long id)
    {
        lock (_gate)
            _nextId = id;
    }

    /// <summary>Completes when a poll waits, now or next.</summary>
    public Task WhenPolledAsync()
    {
        lock (_gate)
        {
            if (_poll is not null)
                return Task.CompletedTask;
            var seen = NewSignal();
            _polled.Add(seen);
            return seen.Task;
        }
    }

    public void Drop()
    {
        lock (_gate)
            _waiting.Clear();
    }

    internal void Allow(JsonNode? kinds)
    {
        lock (_gate)
            if (kinds is JsonArray list)
                _allowed = [.. list.Select(kind => kind!.ToString())];
    }

    /// <exception cref="RefusalException">A webhook is set, or another poll came.</exception>
    internal async Task<JsonArray> PollAsync(long offset, int limit, int seconds, CancellationToken aborted)
    {
        TaskCompletionSource poll;
        lock (_gate)
        {
            if (HasWebhook)
                throw Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            _poll?.TrySetException(Conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running"));
            _poll = null;
            Confirm(offset);
            if (_waiting.Count > 0 || seconds <= 0)
                return Oldest(limit);
            _poll = poll = NewSignal();
            _polled.ForEach(seen => seen.TrySetResult());
            _polled.Clear();
        }

        await using var end = time.CreateTimer(
            _ => poll.TrySetResult(), null, TimeSpan.FromSeconds(Math.Min(seconds, 50)), Timeout.InfiniteTimeSpan);
        using var abort = aborted.Register(() => poll.TrySetCanceled(aborted));
        try
        {
            await poll.Task;
            lock (_gate)
                return Oldest(limit);
        }
        finally
        {
            lock (_gate)
                _poll = _poll == poll ? null : _poll;
        }
    }

    /// <summary>The oldest update once there is one, for posting; it stays until <see cref="Remove"/>.</summary>
    internal async Task<JsonObject> OldestAsync(CancellationToken stopped)
    {
        while (true)
        {
            Task arrived;
            lock (_gate)
            {
                if (_waiting.Count > 0)
                    return _waiting[0].Update.DeepClone().AsObject();
                arrived = _arrived.Task;
            }

            await arrived.WaitAsync(stopped);
        }
    }

    internal void Remove(long id)
    {
        lock (_gate)
            _waiting.RemoveAll(update => update.Id == id);
    }

    private static RefusalException Conflict(string what) => new(409, "Conflict: " + what);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long AddUnderGate(JsonObject update)
    {
        _waiting.Add((_nextId, update, time.GetUtcNow()));
        _poll?.TrySetResult();
        _arrived.TrySetResult();
        _arrived = NewSignal();
        return _nextId++;
    }

    /// <summary>An offset of another numbering, more than ten ahead, is not taken for a confirmation.</summary>
    private void Confirm(long offset)
    {
        _waiting.RemoveAll(update => time.GetUtcNow() - update.At >= Kept);
        if (offset < 0)
            _waiting.RemoveRange(0, Math.Max(0, _waiting.Count + (int)Math.Max(offset, -1000)));
        else if (offset <= _nextId + 10)
            _waiting.RemoveAll(update => update.Id < offset);
    }

    private JsonArray Oldest(int limit) =>
        [.. _waiting.Take(Math.Clamp(limit, 1, 100)).Select(update => update.Update.DeepClone())];
}
