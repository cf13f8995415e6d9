using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>The chats as people see them: who is there, and every message in its present form.</summary>
public sealed class Chats(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Chat> _chats = [];

    internal JsonObject AddMessage(long chatId, JsonObject from, JsonObject content)
    {
        lock (_gate)
        {
            var chat = _chats[chatId];
            var message = new JsonObject
            {
                ["message_id"] = ++chat.LastId,
                ["from"] = from.DeepClone(),
                ["chat"] = chat.Json.DeepClone(),
                ["date"] = time.GetUtcNow().ToUnixTimeSeconds(),
            };
            foreach (var (name, value) in content)
                message[name] = value?.DeepClone();
            chat.Messages[chat.LastId] = message;
            return message.DeepClone().AsObject();
        }
    }

    /// <summary>Changes a message; the change is made and seen as one.</summary>
    internal JsonObject Change(long chatId, long messageId, Action<JsonObject> change)
    {
        lock (_gate)
        {
            var message = _chats.GetValueOrDefault(chatId)?.Messages.GetValueOrDefault(messageId)
                ?? throw RefusalException.Bad("message to edit not found");
            change(message);
            return message.DeepClone().AsObject();
        }
    }

    /// <summary>The messages of a chat, oldest first.</summary>
    public IReadOnlyList<JsonObject> MessagesOf(long chatId)
    {
        lock (_gate)
        {
            var messages = _chats.GetValueOrDefault(chatId)?.Messages.Values.AsEnumerable() ?? [];
            return [.. messages.Select(message => message.DeepClone().AsObject())];
        }
    }

    internal void Open(long chatId, Func<JsonObject> chat)
    {
        lock (_gate)
            if (!_chats.ContainsKey(chatId))
                _chats[chatId] = new Chat(chat());
    }

    internal void Block(long chatId, bool blocked)
    {
        lock (_gate)
            _chats[chatId].Blocked = blocked;
    }

    internal void Migrate(long chatId, long newId)
    {
        lock (_gate)
            _chats[chatId].MigratedTo = newId;
    }

    internal void HeardFrom(long chatId)
    {
        lock (_gate)
            _chats[chatId].LastHeard = time.GetUtcNow();
    }

    /// <summary>Whether a message answers something that a person did in the last minute.</summary>
    internal bool IsAnswer(long chatId)
    {
        lock (_gate)
            return _chats.GetValueOrDefault(chatId)?.LastHeard is { } heard && time.GetUtcNow() - heard < TimeSpan.FromMinutes(1);
    }

    /// <exception cref="RefusalException">The bot cannot write there.</exception>
    internal void RequireWritable(long chatId)
    {
        lock (_gate)
        {
            if (!_chats.TryGetValue(chatId, out var chat))
                throw RefusalException.Bad("chat not found");
            if (chat.MigratedTo is { } newId)
                throw new RefusalException(
                    400, "Bad Request: group chat was upgraded to a supergroup chat",
                    new JsonObject { ["migrate_to_chat_id"] = newId });
            if (chat.Blocked)
                throw new RefusalException(403, chatId > 0
                    ? "Forbidden: bot was blocked by the user"
                    : "Forbidden: bot was kicked from the group chat");
        }
    }

    private sealed class Chat(JsonObject json)
    {
        public JsonObject Json { get; } = json;

        public SortedDictionary<long, JsonObject> Messages { get; } = [];

        public long LastId { get; set; }

        public bool Blocked { get; set; }

        public long? MigratedTo { get; set; }

        public DateTimeOffset? LastHeard { get; set; }
    }
}
