using RecoveryBot.Coaching;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Outbox;

/// <summary>The calls under way: one for each chat and one more for safety, and not too many for one platform.</summary>
internal sealed class InFlight
{
    /// <summary>So many chats of one platform may be slow at once before its others wait; safety counts apart.</summary>
    private const int MostPerPlatform = 64;

    private readonly Dictionary<long, (OutboxRow Row, Task<Delivery> Result)> _calls = [];
    private readonly HashSet<(string Platform, string Chat, bool Safety)> _chats = [];
    private volatile TaskCompletionSource _anyEnded = NewSource();

    public int Count => _calls.Count;

    public IEnumerable<Task> Results => _calls.Values.Select(call => call.Result);

    /// <summary>Completes when a call has ended since <see cref="TakeEnded"/>.</summary>
    public Task AnyEnded => _anyEnded.Task;

    /// <summary>How many rows to look at so that every call that may begin is among them.</summary>
    public int LookFor(string platform) => (2 * MostPerPlatform) + _calls.Values.Count(call => call.Row.Platform == platform);

    public bool MayGo(SealedMessage message)
    {
        var safety = message.Class == DeliveryClass.Safety;
        return !_calls.ContainsKey(message.Id)
            && !_chats.Contains((message.Platform, message.Chat, safety))
            && (safety || !_chats.Contains((message.Platform, message.Chat, true)))
            && _chats.Count(call => call.Platform == message.Platform && call.Safety == safety) < MostPerPlatform;
    }

    public void Add(OutboxRow row, Task<Delivery> result)
    {
        _calls.Add(row.Id, (row, result));
        _chats.Add(PlaceOf(row));
        result.ContinueWith(_ => _anyEnded.TrySetResult(), TaskScheduler.Default);
    }

    /// <summary>Those that have ended; they are no longer under way.</summary>
    public IReadOnlyList<(OutboxRow Row, Task<Delivery> Result)> TakeEnded()
    {
        // First, so that a call which ends from here on is either seen below or told of by the new one.
        _anyEnded = NewSource();
        var ended = _calls.Values.Where(call => call.Result.IsCompleted).ToList();
        foreach (var (row, _) in ended)
        {
            _calls.Remove(row.Id);
            _chats.Remove(PlaceOf(row));
        }

        return ended;
    }

    private static (string, string, bool) PlaceOf(OutboxRow row) =>
        (row.Platform, row.Chat, row.Message.Class == DeliveryClass.Safety);

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
