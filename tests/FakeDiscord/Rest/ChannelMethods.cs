using System.Globalization;
using System.Text.Json.Nodes;
using FakeDiscord.Checks;

namespace FakeDiscord.Rest;

/// <summary>The messages that the bot makes with its own token. [Message Resource]</summary>
internal sealed class ChannelMethods(
    FakeDiscordOptions options, Profile profile, Channels channels, MessageContent content, MessageEvents events, Snowflakes ids)
{
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset At, ulong MessageId)> _nonces = [];

    public Answer Do(Call call) => call.Operation.Id switch
    {
        "list_messages" => List(call),
        "get_message" => Answer.Of(Seen(call)),
        "create_message" => Create(call),
        "update_message" => Update(call),
        "delete_message" => Delete(call),
        "trigger_typing_indicator" => Typing(call),
        var id => throw new InvalidOperationException($"The fake does not do {id}."),
    };

    private Answer List(Call call)
    {
        var channel = channels.Require(call.ChannelId);
        var messages = channels.MessagesOf(channel.Id).Where(message => !Channels.IsEphemeral(message));
        if (IdIn(call, "before") is { } before)
            messages = messages.Where(message => message["id"].Id() < before);
        if (IdIn(call, "after") is { } after)
            messages = messages.Where(message => message["id"].Id() > after);
        var most = call.Query.TryGetValue("limit", out var limit) ? int.Parse(limit, CultureInfo.InvariantCulture) : 50;
        return Answer.Of(new JsonArray([.. messages.Reverse().Take(most)]));

        static ulong? IdIn(Call call, string name) =>
            call.Query.TryGetValue(name, out var text) && ulong.TryParse(text, out var id) ? id : null;
    }

    private Answer Create(Call call)
    {
        var body = call.Body!.AsObject();
        var channel = channels.RequireWritable(call.ChannelId);
        lock (_gate)
        {
            if (Repeated(channel, body) is { } first)
                return Answer.Of(first);
            var message = MessageContent.Empty(ids.Next(), channel.Id, profile.Bot(), options.Time.GetUtcNow());
            content.Apply(message, body, call.Files, MessageFlags.ForChannel);
            Refer(channel, message, body["message_reference"]);
            if (body["nonce"] is { } nonce)
                message["nonce"] = nonce.DeepClone();
            var shown = channels.Add(channel.Id, message);
            if (body["enforce_nonce"].IsTrue() && body["nonce"] is { } unique)
                _nonces[$"{channel.Id} {unique}"] = (options.Time.GetUtcNow(), shown["id"].Id()!.Value);
            events.Created(channel, shown);
            return Answer.Of(shown);
        }
    }

    /// <summary>The message that an enforced nonce made before, within a few minutes.</summary>
    private JsonObject? Repeated(Channel channel, JsonObject body)
    {
        if (!body["enforce_nonce"].IsTrue())
            return null;
        if (body["nonce"] is null)
            throw RefusalException.Form("nonce", "BASE_TYPE_REQUIRED", "This field is required");
        return _nonces.TryGetValue($"{channel.Id} {body["nonce"]}", out var known)
            && options.Time.GetUtcNow() - known.At < NonceLife
            ? channels.MessagesOf(channel.Id).FirstOrDefault(message => message["id"].Id() == known.MessageId)
            : null;
    }

    private void Refer(Channel channel, JsonObject message, JsonNode? reference)
    {
        if (reference is null)
            return;
        var isThere = channels.MessagesOf(channel.Id).Any(one => one["id"].Id() == reference["message_id"].Id());
        var mayBeGone = reference["fail_if_not_exists"] is { } fail && !fail.IsTrue();
        if (!isThere && !mayBeGone)
            throw RefusalException.Form("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        if (!isThere)
            return;
        message["type"] = 19;
        message["message_reference"] = new JsonObject
        {
            ["type"] = 0,
            ["channel_id"] = channel.Id.AsId(),
            ["message_id"] = reference["message_id"]!.DeepClone(),
        };
    }

    private Answer Update(Call call)
    {
        var channel = channels.RequireWritable(call.ChannelId);
        Seen(call);
        var shown = channels.Change(channel.Id, call.Id("message_id"), message =>
        {
            if (message["author"]!["id"].Id() != options.BotId)
                throw new RefusalException(403, 50005, "Cannot edit a message authored by another user", isOurs: true);
            content.Apply(message, call.Body!.AsObject(), call.Files, MessageFlags.ForChannel);
            message["edited_timestamp"] = options.Time.GetUtcNow().AsTimestamp();
        });
        events.Updated(channel, shown);
        return Answer.Of(shown);
    }

    private Answer Delete(Call call)
    {
        var channel = channels.Require(call.ChannelId);
        var message = Seen(call);
        if (message["author"]!["id"].Id() != options.BotId)
            throw new RefusalException(403, 50003, "Cannot execute action on a DM channel", isOurs: true);
        channels.Remove(channel.Id, call.Id("message_id"));
        events.Deleted(channel, message);
        return Answer.Nothing;
    }

    private Answer Typing(Call call)
    {
        channels.RequireWritable(call.ChannelId);
        return Answer.Nothing;
    }

    /// <summary>A message as the bot's token sees it: not those for one person alone.</summary>
    private JsonObject Seen(Call call)
    {
        var message = channels.Find(channels.Require(call.ChannelId).Id, call.Id("message_id"));
        return Channels.IsEphemeral(message) ? throw RefusalException.UnknownMessage() : message;
    }
}
