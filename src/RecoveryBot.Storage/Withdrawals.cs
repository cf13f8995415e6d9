using RecoveryBot.Coaching;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Storage;

/// <summary>
/// What commits have made obsolete since the worker last looked into the outbox: it may hold such a row in its hand, and
/// must not begin to send it any more (design 3.3).
/// </summary>
internal sealed class Withdrawals
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Platform, long UserId), (long Session, long Cosmetic)> _upTo = [];
    private readonly Dictionary<(string Platform, long UserId), long> _nudgesUpTo = [];

    /// <summary>
    /// To be called before the commit, so that there is no instant at which it is durable and not yet known here; a commit
    /// that fails costs the worker one more look.
    /// </summary>
    /// <param name="lastMessage">The highest id in the outbox before this commit.</param>
    /// <param name="session">Session messages as well; cosmetic ones are over with any newer message.</param>
    public void Add(string platform, long userId, long lastMessage, bool session)
    {
        lock (_gate)
        {
            var before = _upTo.GetValueOrDefault((platform, userId));
            _upTo[(platform, userId)] = (session ? lastMessage : before.Session, lastMessage);
        }
    }

    /// <summary>The same for nudges, which nothing but this makes obsolete.</summary>
    public void AddNudges(string platform, long userId, long lastMessage)
    {
        lock (_gate)
            _nudgesUpTo[(platform, userId)] = lastMessage;
    }

    public bool Covers(OutboxRow row)
    {
        if (row.UserId is not { } userId)
            return false;

        lock (_gate)
        {
            if (row.Message.Class == DeliveryClass.Nudge)
                return _nudgesUpTo.TryGetValue((row.Platform, userId), out var nudges) && row.Id <= nudges;
            if (row.Message.Class is not (DeliveryClass.Session or DeliveryClass.Cosmetic))
                return false;
            return _upTo.TryGetValue((row.Platform, userId), out var upTo)
                && row.Id <= (row.Message.Class == DeliveryClass.Cosmetic ? upTo.Cosmetic : upTo.Session);
        }
    }

    /// <summary>A new look into a platform's part has begun, behind every commit so far.</summary>
    public void Clear(string platform)
    {
        lock (_gate)
        {
            foreach (var key in _upTo.Keys.Where(key => key.Platform == platform).ToList())
                _upTo.Remove(key);
            foreach (var key in _nudgesUpTo.Keys.Where(key => key.Platform == platform).ToList())
                _nudgesUpTo.Remove(key);
        }
    }
}
