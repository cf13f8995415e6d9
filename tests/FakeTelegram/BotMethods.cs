using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>What each method does, once its request has passed the schema.</summary>
internal sealed class BotMethods(Chats chats, PendingUpdates updates, CallbackQueries queries, Webhook webhook, JsonObject bot)
{
    private readonly Profile _profile = new();
    private readonly Uploads _uploads = new();

    public async Task<JsonNode> DoAsync(Call call, CancellationToken aborted) => call.Method switch
    {
        "getMe" => bot.DeepClone(),
        "getUpdates" => await GetUpdatesAsync(call, aborted),
        "setWebhook" => webhook.Set(call),
        "deleteWebhook" => webhook.Delete(call),
        "getWebhookInfo" => webhook.Info(),
        "sendMessage" => Send(call, TextOf(call, "text", 4096)),
        "sendPhoto" => Send(call, With(TextOf(call, "caption", 1024), "photo", _uploads.Photo(call))),
        "sendDocument" => Send(call, With(TextOf(call, "caption", 1024), "document", _uploads.Document(call))),
        "sendChatAction" => InChat(call, () => true),
        "editMessageText" => Edit(call, TextOf(call, "text", 4096), "text", "entities"),
        "editMessageCaption" => Edit(call, TextOf(call, "caption", 1024), "caption", "caption_entities"),
        "editMessageReplyMarkup" => Edit(call, []),
        "answerCallbackQuery" => Answer(call),
        "setMyCommands" => _profile.SetCommands(call),
        "getMyCommands" => _profile.GetCommands(call),
        "deleteMyCommands" => _profile.DeleteCommands(call),
        "setMyDescription" => _profile.SetText(call, "description", 512),
        "getMyDescription" => _profile.GetText(call, "description"),
        "setMyShortDescription" => _profile.SetText(call, "short_description", 120),
        "getMyShortDescription" => _profile.GetText(call, "short_description"),
        var method => throw RefusalException.Bad($"the fake does not do {method}"),
    };

    private async Task<JsonNode> GetUpdatesAsync(Call call, CancellationToken aborted)
    {
        updates.Allow(call.Parameters["allowed_updates"]);
        return await updates.PollAsync(NumberOr("offset", 0), (int)NumberOr("limit", 100), (int)NumberOr("timeout", 0), aborted);

        long NumberOr(string name, long other) => call.Has(name) ? call.Number(name) : other;
    }

    private JsonNode Answer(Call call)
    {
        if (call.Text?.Length > 200)
            throw RefusalException.Bad("MESSAGE_TOO_LONG");
        queries.Answer(call.Parameters["callback_query_id"]!.ToString());
        return true;
    }

    private JsonNode InChat(Call call, Func<JsonNode> act)
    {
        chats.RequireWritable(call.ChatId ?? throw RefusalException.Bad("chat not found"));
        return act();
    }

    private JsonNode Send(Call call, JsonObject content) => InChat(call, () =>
    {
        Keyboard.Check(call.Parameters["reply_markup"]);
        RequireAnswered(call);
        if (call.Parameters["reply_markup"]?["inline_keyboard"] is not null)
            content["reply_markup"] = call.Parameters["reply_markup"]!.DeepClone();
        return chats.AddMessage(call.ChatId!.Value, bot, content);
    });

    private void RequireAnswered(Call call)
    {
        if (call.Parameters["reply_parameters"] is { } reply
            && reply["allow_sending_without_reply"]?.GetValue<bool>() != true
            && !chats.MessagesOf(call.ChatId!.Value).Any(message => JsonNode.DeepEquals(message["message_id"], reply["message_id"])))
            throw RefusalException.Bad("message to be replied not found");
    }

    /// <summary>Replaces the named fields, and the keyboard always: left out, it goes.</summary>
    private JsonNode Edit(Call call, JsonObject content, params string[] fields) => InChat(call, () =>
    {
        if (!call.Has("message_id"))
            throw RefusalException.Bad("message identifier is not specified");
        Keyboard.Check(call.Parameters["reply_markup"]);
        return chats.Change(call.ChatId!.Value, call.Number("message_id"), message =>
        {
            if (message["from"]!["id"]!.GetValue<long>() != bot["id"]!.GetValue<long>())
                throw RefusalException.Bad("message can't be edited");
            if (fields is ["text", ..] && !message.ContainsKey("text"))
                throw RefusalException.Bad("there is no text in the message to edit");
            if (fields is ["caption", ..] && message.ContainsKey("text"))
                throw RefusalException.Bad("there is no caption in the message to edit");
            var before = message.DeepClone();
            foreach (var name in fields)
                Replace(message, name, content[name]);
            Replace(message, "reply_markup", call.Parameters["reply_markup"]);
            if (JsonNode.DeepEquals(before, message))
                throw RefusalException.Bad(
                    "message is not modified: specified new message content and reply markup are exactly the same as a "
                    + "current content and reply markup of the message");
            message["edit_date"] = message["date"]!.DeepClone();
        });
    });

    private static void Replace(JsonObject message, string name, JsonNode? value)
    {
        message.Remove(name);
        if (value is not null)
            message[name] = value.DeepClone();
    }

    private static JsonObject With(JsonObject content, string name, JsonNode value)
    {
        content[name] = value;
        return content;
    }

    /// <summary>
    /// The text after its markup, with its entities; both limits are Telegram's, counted in UTF-16 units.
    /// </summary>
    private static JsonObject TextOf(Call call, string field, int longest)
    {
        var text = call.Parameters[field]?.ToString() ?? "";
        var entities = call.Parameters[field == "text" ? "entities" : "caption_entities"]?.DeepClone().AsArray() ?? [];
        if (call.Parameters["parse_mode"]?.ToString() == "HTML")
            (text, entities) = HtmlMarkup.Parse(text);
        if (field == "text" && string.IsNullOrWhiteSpace(text))
            throw RefusalException.Bad("message text is empty");
        if (text.Length > longest)
            throw RefusalException.Bad(field == "text" ? "message is too long" : "message caption is too long");
        var content = new JsonObject();
        if (text.Length > 0)
            content[field] = text;
        if (entities.Count > 0)
            content[field == "text" ? "entities" : "caption_entities"] = entities;
        return content;
    }
}
