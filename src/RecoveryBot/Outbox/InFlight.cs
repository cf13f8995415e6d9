using RecoveryBot.Coaching;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Outbox;

/// <summary>The calls under way: one for each chat and one more for safety, and not too many for one platform.</summary>
internal sealed class InFlight
{
    /// <summary>So many chats of one platform may be slow at once before its others wait; safety counts apart.</summary>
    private const int MostPerPlatform = 64;

    private readonly Dictionary<long, (OutboxRow Row, Task<Delivery> Result)> _calls = [];

    public int Count => _calls.Count;

    public IEnumerable<Task> Results => _calls.Values.Select(call => call.Result);

    /// <summary>How many rows to look at so that every call that may begin is among them.</summary>
    public int LookFor(string platform) => (2 * MostPerPlatform) + _calls.Values.Count(call => call.Row.Platform == platform);

    public bool MayGo(OutboxRow row)
    {
        var onPlatform = _calls.Values.Select(call => call.Row).Where(other => other.Platform == row.Platform).ToList();
        var inChat = onPlatform.Where(other => other.Chat == row.Chat);
        return (IsSafety(row) ? !inChat.Any(IsSafety) : !inChat.Any())
            && onPlatform.Count(other => IsSafety(other) == IsSafety(row)) < MostPerPlatform
            && !_calls.ContainsKey(row.Id);
    }

    public void Add(OutboxRow row, Task<Delivery> result) => _calls.Add(row.Id, (row, result));

    /// <summary>Those that have ended; they are no longer under way.</summary>
    public IReadOnlyList<(OutboxRow Row, Task<Delivery> Result)> TakeEnded()
    {
        var ended = _calls.Values.Where(call => call.Result.IsCompleted).ToList();
        foreach (var (row, _) in ended)
            _calls.Remove(row.Id);
        return ended;
    }

    private static bool IsSafety(OutboxRow row) => row.Message.Class == DeliveryClass.Safety;
}
