using RecoveryBot.Storage.Rows;

namespace RecoveryBot;

/// <summary>The users seen last, as committed; used by the committer alone, so it takes no lock.</summary>
internal sealed class UserCache(int capacity)
{
    private readonly Dictionary<AccountKey, LinkedListNode<UserRow>> _users = [];
    private readonly LinkedList<UserRow> _byUse = new();

    public UserRow? Find(AccountKey account)
    {
        if (!_users.TryGetValue(account, out var node))
            return null;

        _byUse.Remove(node);
        _byUse.AddFirst(node);
        return node.Value;
    }

    public void Put(UserRow user)
    {
        Evict(user.Account);
        _users[user.Account] = _byUse.AddFirst(user);
        if (_users.Count > capacity)
            Evict(_byUse.Last!.Value.Account);
    }

    public void Evict(AccountKey account)
    {
        if (_users.Remove(account, out var node))
            _byUse.Remove(node);
    }
}
