using System.Text.Json.Nodes;
using FakeDiscord.Checks;
using FakeDiscord.Rest;

namespace FakeDiscord;

/// <summary>The channels as people see them: every message in its present form.</summary>
public sealed class Channels
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, Channel> _channels = [];
    private readonly Dictionary<ulong, ulong> _dms = [];
    private readonly Dictionary<ulong, Reach> _reach = [];
    private readonly Snowflakes _ids;

    internal Channels(Snowflakes ids)
    {
        _ids = ids;
    }

    /// <summary>The messages of a channel, oldest first, those that one person alone sees among them.</summary>
    public IReadOnlyList<JsonObject> MessagesOf(ulong channelId)
    {
        lock (_gate)
        {
            var messages = _channels.GetValueOrDefault(channelId)?.Messages.Values.AsEnumerable() ?? [];
            return [.. messages.Select(message => message.DeepClone().AsObject())];
        }
    }

    /// <summary>The messages between the bot and a person, oldest first.</summary>
    public IReadOnlyList<JsonObject> MessagesWith(Person person) => MessagesOf(OpenDm(person).Id);

    /// <summary>The channel of the bot's direct messages with a person, always the same.</summary>
    public ulong DmWith(Person person) => OpenDm(person).Id;

    /// <summary>Whether the bot can write to a person from now on.</summary>
    public void SetReach(Person person, Reach reach)
    {
        lock (_gate)
            _reach[person.Id] = reach;
    }

    /// <summary>Whether only one person sees a message.</summary>
    public static bool IsEphemeral(JsonNode message) =>
        ((message["flags"].Number() ?? 0) & MessageFlags.Ephemeral) != 0;

    internal Channel OpenDm(Person person)
    {
        lock (_gate)
        {
            if (!_dms.TryGetValue(person.Id, out var id))
            {
                id = _ids.Next();
                _dms[person.Id] = id;
                _channels[id] = new Channel(id, Place.Dm, person);
            }

            return _channels[id];
        }
    }

    /// <summary>The channel of a place; a server has one only.</summary>
    internal Channel Open(Place place, Person person)
    {
        if (place.Context == 1)
            return OpenDm(person);
        lock (_gate)
        {
            var known = _channels.Values.FirstOrDefault(channel => channel.Place == place);
            if (known is null)
            {
                var id = place.Context == 2 ? place.Id : _ids.Next();
                _channels[id] = known = new Channel(id, place, person);
            }

            return known;
        }
    }

    /// <summary>A channel in which something happened already.</summary>
    internal Channel Known(ulong channelId)
    {
        lock (_gate)
            return _channels[channelId];
    }

    /// <exception cref="RefusalException">There is no such channel, or the bot is not in it.</exception>
    internal Channel Require(ulong? channelId)
    {
        lock (_gate)
        {
            if (channelId is null || !_channels.TryGetValue(channelId.Value, out var channel))
                throw RefusalException.UnknownChannel();
            return channel.Place.BotIsIn ? channel : throw RefusalException.MissingAccess();
        }
    }

    /// <exception cref="RefusalException">The person does not take messages.</exception>
    internal Channel RequireWritable(ulong? channelId)
    {
        var channel = Require(channelId);
        lock (_gate)
        {
            return (channel.Place.Context == 1 ? _reach.GetValueOrDefault(channel.Person.Id) : Reach.Open) switch
            {
                Reach.Closed => throw new RefusalException(403, 50007, "Cannot send messages to this user"),
                Reach.NoServer => throw new RefusalException(
                    403, 50278, "Cannot send messages to this user due to having no mutual guilds"),
                _ => channel,
            };
        }
    }

    internal JsonObject Add(ulong channelId, JsonObject message)
    {
        lock (_gate)
        {
            var channel = _channels[channelId];
            channel.Messages[message["id"].Id()!.Value] = message;
            channel.LastMessageId = message["id"]!.ToString();
            return message.DeepClone().AsObject();
        }
    }

    internal JsonObject Find(ulong channelId, ulong? messageId)
    {
        lock (_gate)
            return Stored(channelId, messageId).DeepClone().AsObject();
    }

    /// <summary>Changes a message; the change is made and seen as one, or not at all when it throws.</summary>
    internal JsonObject Change(ulong channelId, ulong? messageId, Action<JsonObject> change)
    {
        lock (_gate)
        {
            var changed = Stored(channelId, messageId).DeepClone().AsObject();
            change(changed);
            _channels[channelId].Messages[messageId!.Value] = changed;
            return changed.DeepClone().AsObject();
        }
    }

    internal void Remove(ulong channelId, ulong? messageId)
    {
        lock (_gate)
        {
            Stored(channelId, messageId);
            _channels[channelId].Messages.Remove(messageId!.Value);
        }
    }

    /// <summary>The newest message of any channel with this id.</summary>
    internal (Channel Channel, JsonObject Message) FindAnywhere(ulong messageId)
    {
        lock (_gate)
        {
            var channel = _channels.Values.FirstOrDefault(one => one.Messages.ContainsKey(messageId))
                ?? throw new ArgumentException($"No message {messageId}.", nameof(messageId));
            return (channel, channel.Messages[messageId].DeepClone().AsObject());
        }
    }

    private JsonObject Stored(ulong channelId, ulong? messageId) =>
        messageId is { } id && _channels.GetValueOrDefault(channelId)?.Messages.GetValueOrDefault(id) is { } message
            ? message
            : throw RefusalException.UnknownMessage();
}

/// <summary>One channel.</summary>
/// <param name="Person">The other one in direct messages; elsewhere who came first.</param>
internal sealed record Channel(ulong Id, Place Place, Person Person)
{
    private const int ServerText = 0;
    private const int Dm = 1;
    private const int GroupDm = 3;

    public SortedDictionary<ulong, JsonObject> Messages { get; } = [];

    /// <summary>It may be gone by now; <see langword="null"/>: there never was one.</summary>
    public string? LastMessageId { get; set; }

    /// <summary>Discord's number of the kind of channel.</summary>
    public int Type => Place.Context switch { 0 => ServerText, 1 => Dm, _ => GroupDm };

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id.AsId(), ["type"] = Type, ["last_message_id"] = LastMessageId, ["flags"] = 0 };
        switch (Type)
        {
            case ServerText:
                json["guild_id"] = Place.Id.AsId();
                json["name"] = "general";
                json["position"] = 0;
                json["permission_overwrites"] = new JsonArray();
                break;
            case Dm:
                json["recipients"] = new JsonArray(Person.ToJson());
                break;
            default:
                json["name"] = null;
                json["icon"] = null;
                json["owner_id"] = Person.Id.AsId();
                json["recipients"] = new JsonArray(Person.ToJson());
                break;
        }

        return json;
    }
}
