using System.Buffers;
using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>Someone who writes to the bot.</summary>
public sealed record Person(long Id, string FirstName = "Ann", string? LanguageCode = "en")
{
    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["is_bot"] = false, ["first_name"] = FirstName };
        if (LanguageCode is not null)
            json["language_code"] = LanguageCode;
        return json;
    }
}

/// <summary>What people do; each becomes an update. The private chat's id is the person's.</summary>
public sealed class People(Chats chats, PendingUpdates updates, CallbackQueries queries, JsonObject bot)
{
    /// <summary>Writes to the bot.</summary>
    /// <param name="group">The group it is written in; <see langword="null"/>: the private chat.</param>
    public long? Say(Person person, string text, long? group = null) => Send(person, group, Typed(text));

    /// <summary>Sends something that is no text.</summary>
    /// <param name="content">The fields beside the usual ones; <see langword="null"/>: a sticker.</param>
    public long? SendOther(Person person, JsonObject? content = null, long? group = null) => Send(person, group, content ?? new JsonObject
    {
        ["sticker"] = new JsonObject
        {
            ["file_id"] = "sticker",
            ["file_unique_id"] = "s",
            ["type"] = "regular",
            ["width"] = 512,
            ["height"] = 512,
            ["is_animated"] = false,
            ["is_video"] = false,
        },
    });

    /// <summary>Changes one of the person's own messages.</summary>
    public long? Edit(Person person, long messageId, string text, long? group = null)
    {
        var edited = chats.Change(group ?? person.Id, messageId, message =>
        {
            message.Remove("entities");
            foreach (var (name, value) in Typed(text))
                message[name] = value?.DeepClone();
            message["edit_date"] = message["date"]!.GetValue<long>() + 1;
        });
        return updates.Add("edited_message", edited);
    }

    /// <summary>Presses a button, or sends what a forger would.</summary>
    /// <param name="inaccessible">Whether the message under the button has become too old to be shown.</param>
    public long? Press(Person person, long messageId, string data, long? group = null, bool inaccessible = false)
    {
        var chatId = group ?? person.Id;
        var message = chats.MessagesOf(chatId).FirstOrDefault(message => message["message_id"]!.GetValue<long>() == messageId);
        if (message is null || inaccessible)
            message = new JsonObject { ["chat"] = ChatJson(chatId), ["message_id"] = messageId, ["date"] = 0 };
        Arrive(person, chatId);
        return updates.Add("callback_query", new JsonObject
        {
            ["id"] = queries.Add(),
            ["from"] = person.ToJson(),
            ["message"] = message,
            ["chat_instance"] = "1",
            ["data"] = data,
        });
    }

    /// <summary>Presses the newest button with this label.</summary>
    public long? PressLabel(Person person, string label, long? group = null)
    {
        foreach (var message in chats.MessagesOf(group ?? person.Id).Reverse())
        {
            var rows = message["reply_markup"]?["inline_keyboard"]?.AsArray() ?? [];
            if (rows.SelectMany(row => row!.AsArray()).FirstOrDefault(button => button!["text"]!.ToString() == label) is { } button)
                return Press(person, message["message_id"]!.GetValue<long>(), button["callback_data"]!.ToString(), group);
        }

        throw new ArgumentException($"No button '{label}'.", nameof(label));
    }

    /// <summary>Blocks the bot: sends get 403 from now on.</summary>
    public long? Block(Person person) => Member(person, blocked: true);

    public long? Unblock(Person person) => Member(person, blocked: false);

    /// <summary>Makes a group a supergroup: its id changes.</summary>
    public long? Migrate(Person person, long group, long newId)
    {
        Arrive(person, group);
        var update = Send(person, group, new JsonObject { ["migrate_to_chat_id"] = newId });
        chats.Open(newId, () => ChatJson(newId));
        chats.Migrate(group, newId);
        return update;
    }

    private long? Send(Person person, long? group, JsonObject content)
    {
        var chatId = group ?? person.Id;
        Arrive(person, chatId);
        return updates.Add("message", chats.AddMessage(chatId, person.ToJson(), content));
    }

    private void Arrive(Person person, long chatId)
    {
        chats.Open(chatId, () => ChatJson(chatId, person.FirstName));
        chats.HeardFrom(chatId);
    }

    private long? Member(Person person, bool blocked)
    {
        Arrive(person, person.Id);
        chats.Block(person.Id, blocked);
        return updates.Add("my_chat_member", new JsonObject
        {
            ["chat"] = ChatJson(person.Id, person.FirstName),
            ["from"] = person.ToJson(),
            ["date"] = 1_700_000_000,
            ["old_chat_member"] = Standing(!blocked),
            ["new_chat_member"] = Standing(blocked),
        });
    }

    private JsonObject Standing(bool kicked)
    {
        var json = new JsonObject { ["user"] = bot.DeepClone(), ["status"] = kicked ? "kicked" : "member" };
        if (kicked)
            json["until_date"] = 0;
        return json;
    }

    private static JsonObject ChatJson(long chatId, string firstName = "Ann") => chatId > 0
        ? new JsonObject { ["id"] = chatId, ["type"] = "private", ["first_name"] = firstName }
        : new JsonObject { ["id"] = chatId, ["type"] = chatId < -1_000_000_000_000 ? "supergroup" : "group", ["title"] = "Group" };

    /// <summary>
    /// As an app sends it: the entity covers letters, digits and underscores only, and stops at a hyphen.
    /// </summary>
    private static JsonObject Typed(string text)
    {
        var message = new JsonObject { ["text"] = text };
        if (text is ['/', _, ..])
        {
            var end = text.AsSpan(1).IndexOfAnyExcept(CommandLetters);
            var length = end < 0 ? text.Length : end + 1;
            if (length > 1)
                message["entities"] = new JsonArray(new JsonObject { ["type"] = "bot_command", ["offset"] = 0, ["length"] = length });
        }

        return message;
    }

    private static readonly SearchValues<char> CommandLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@");
}
