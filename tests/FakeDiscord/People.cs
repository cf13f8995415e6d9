using System.Text.Json.Nodes;
using FakeDiscord.Checks;
using FakeDiscord.Gateway;
using FakeDiscord.Rest;

namespace FakeDiscord;

/// <summary>What people do; each becomes an event on the gateway.</summary>
public sealed class People
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, Person> _known = [];
    private readonly Channels _channels;
    private readonly Interactions _interactions;
    private readonly Commands _commands;
    private readonly GatewayServer _gateway;
    private readonly MessageEvents _events;
    private readonly InteractionEvent _interactionEvent;
    private readonly Snowflakes _ids;
    private readonly TimeProvider _time;

    internal People(
        FakeDiscordOptions options, Channels channels, Interactions interactions, Commands commands, GatewayServer gateway,
        MessageEvents events, Snowflakes ids)
    {
        (_channels, _interactions, _commands, _gateway) = (channels, interactions, commands, gateway);
        (_events, _ids) = (events, ids);
        _interactionEvent = new InteractionEvent(options, channels);
        _time = options.Time;
    }

    /// <summary>Writes to the bot directly.</summary>
    /// <returns>The message's id.</returns>
    public ulong Say(Person person, string text) => SendOther(person, new JsonObject { ["content"] = text });

    /// <summary>Sends something that is no plain text, or that no person sent.</summary>
    /// <param name="fields">What differs from an empty message: <c>type</c>, <c>sticker_items</c>, <c>webhook_id</c>, <c>author</c> …</param>
    public ulong SendOther(Person person, JsonObject fields)
    {
        var channel = _channels.OpenDm(Meet(person));
        var message = MessageContent.Empty(_ids.Next(), channel.Id, person.ToJson(), _time.GetUtcNow());
        foreach (var (name, value) in fields)
            message[name] = value?.DeepClone();
        _events.Created(channel, _channels.Add(channel.Id, message));
        return message["id"].Id()!.Value;
    }

    /// <summary>Changes one of the person's own messages.</summary>
    public void Edit(Person person, ulong messageId, string text)
    {
        var channel = _channels.OpenDm(Meet(person));
        _events.Updated(channel, _channels.Change(channel.Id, messageId, message =>
        {
            message["content"] = text;
            message["edited_timestamp"] = _time.GetUtcNow().AsTimestamp();
        }));
    }

    /// <summary>Deletes one of the person's own messages.</summary>
    public void Delete(Person person, ulong messageId)
    {
        var channel = _channels.OpenDm(Meet(person));
        var message = _channels.Find(channel.Id, messageId);
        _channels.Remove(channel.Id, messageId);
        _events.Deleted(channel, message);
    }

    /// <summary>Uses a command.</summary>
    /// <param name="command">Its name, after it that of a sub-command if there is one: <c>reminder set</c>.</param>
    /// <param name="options">The values by the options' names.</param>
    /// <param name="place"><see langword="null"/>: the direct messages.</param>
    /// <exception cref="ArgumentException">The app would not offer it: not registered, not here, an option wrong or missing.</exception>
    public Interaction Command(Person person, string command, JsonObject? options = null, Place? place = null)
    {
        var here = place ?? Place.Dm;
        var data = CommandUse.Of(Offered(command, here), command, options ?? [], null);
        return Act(InteractionKind.Command, person, here, data, null);
    }

    /// <summary>Types into an option that offers completions.</summary>
    public Interaction Complete(Person person, string command, string option, string partial, Place? place = null)
    {
        var here = place ?? Place.Dm;
        var data = CommandUse.Of(Offered(command, here), command, new JsonObject { [option] = partial }, option);
        return Act(InteractionKind.Autocomplete, person, here, data, null);
    }

    /// <summary>Presses the newest button with this label that the person can see.</summary>
    public Interaction Press(Person person, string label, Place? place = null)
    {
        foreach (var message in _channels.MessagesOf(_channels.Open(place ?? Place.Dm, Meet(person)).Id).Reverse())
        {
            var button = ComponentRules.All(message["components"]).Select(found => found.Component).FirstOrDefault(component =>
                component["type"].Number() == ComponentRules.Button && component["label"].Text() == label
                && component["custom_id"] is not null && !component["disabled"].IsTrue());
            var id = message["id"].Id()!.Value;
            if (button is not null && (!Channels.IsEphemeral(message) || _interactions.IsFor(person, id)))
                return Press(person, id, button["custom_id"]!.ToString());
        }

        throw new ArgumentException($"No button '{label}'.", nameof(label));
    }

    /// <summary>
    /// Presses a button of a message, or sends what a forger would: the id need not be there, nor the person in the channel.
    /// </summary>
    public Interaction Press(Person person, ulong messageId, string customId) =>
        Use(person, messageId, customId, ComponentRules.Button, null);

    /// <summary>Chooses from a list.</summary>
    public Interaction Select(Person person, ulong messageId, string customId, params string[] values) =>
        Use(person, messageId, customId, ComponentRules.StringSelect, values);

    /// <summary>Sends the newest modal that the person was shown.</summary>
    /// <param name="values">By <c>custom_id</c>; what is left out keeps what the modal proposed.</param>
    /// <exception cref="ArgumentException">The app would not send it: a text missing, too short or too long.</exception>
    public Interaction Submit(Person person, JsonObject values)
    {
        var shown = _interactions.All.LastOrDefault(one => one.Person.Id == person.Id && one.AnswerType == CallbackRules.Modal)
            ?? throw new ArgumentException("No modal was shown.", nameof(person));
        var data = ModalUse.Of(shown.Answer!["data"]!.AsObject(), values);
        return Act(InteractionKind.ModalSubmit, person, shown.Place, data, shown.SourceMessageId);
    }

    /// <summary>Sends an interaction as it is given, as a forger or a newer Discord would.</summary>
    public Interaction Forge(
        Person person, InteractionKind kind, JsonObject data, Place? place = null, ulong? messageId = null) =>
        Act(kind, person, place ?? Place.Dm, data, messageId);

    internal Person Known(ulong id)
    {
        lock (_gate)
            return _known.GetValueOrDefault(id) ?? new Person(id);
    }

    private Interaction Use(Person person, ulong messageId, string customId, int type, string[]? values)
    {
        var (channel, message) = _channels.FindAnywhere(messageId);
        var component = ComponentRules.All(message["components"]).Select(found => found.Component)
            .FirstOrDefault(one => one["custom_id"].Text() == customId);
        var data = new JsonObject
        {
            ["custom_id"] = customId,
            ["component_type"] = component?["type"].Number() ?? type,
            ["id"] = component?["id"].Number() ?? 1,
        };
        if (values is not null)
            data["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        return Act(InteractionKind.Component, Meet(person), channel.Place, channel, data, messageId);
    }

    private Interaction Act(InteractionKind kind, Person person, Place place, JsonObject data, ulong? messageId) =>
        Act(kind, person, place, _channels.Open(place, Meet(person)), data, messageId);

    private Interaction Act(
        InteractionKind kind, Person person, Place place, Channel channel, JsonObject data, ulong? messageId)
    {
        if (place is { Context: 0, BotIsIn: true })
            _gateway.Join(place.Id);
        var interaction = _interactions.Add(kind, person, place, channel.Id, data, messageId);
        _gateway.Dispatch(
            "INTERACTION_CREATE", _interactionEvent.Of(interaction, channel), place.GuildId, Intents.None);
        return interaction;
    }

    private JsonObject Offered(string command, Place place)
    {
        var name = command.Split(' ')[0];
        var found = _commands.All
            .FirstOrDefault(one => CommandRules.KindOf(one) == CommandRules.Slash && one["name"].Text() == name)
            ?? throw new ArgumentException($"No command '/{name}'.", nameof(command));
        var isHere = found["contexts"] is not JsonArray contexts || contexts.Any(one => one.Number() == place.Context);
        var isInstalled = found["integration_types"]!.AsArray()
            .Any(one => one.Number() == (place.IsUserInstall ? 1 : 0));
        return isHere && isInstalled
            ? found
            : throw new ArgumentException($"'/{name}' is not offered here.", nameof(command));
    }

    private Person Meet(Person person)
    {
        lock (_gate)
            return _known[person.Id] = person;
    }
}
