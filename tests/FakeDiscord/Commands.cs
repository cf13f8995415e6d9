using System.Text.Json.Nodes;
using FakeDiscord.Checks;
using FakeDiscord.Rest;

namespace FakeDiscord;

/// <summary>The commands that the bot has registered for everywhere. [Application Commands]</summary>
public sealed class Commands
{
    private const int CreationsPerDay = 200;

    private readonly Lock _gate = new();
    private readonly List<JsonObject> _commands = [];
    private readonly List<DateTimeOffset> _creations = [];
    private readonly FakeDiscordOptions _options;
    private readonly Snowflakes _ids;

    internal Commands(FakeDiscordOptions options, Snowflakes ids)
    {
        (_options, _ids) = (options, ids);
    }

    public IReadOnlyList<JsonObject> All
    {
        get
        {
            lock (_gate)
                return [.. _commands.Select(command => command.DeepClone().AsObject())];
        }
    }

    /// <summary>How many commands were new when they were set; what stays the same is not counted.</summary>
    public int Creations
    {
        get
        {
            lock (_gate)
                return _creations.Count;
        }
    }

    internal JsonArray Replace(JsonArray wanted)
    {
        lock (_gate)
        {
            var set = wanted.Items().Select(Upsert).ToList();
            _commands.Clear();
            _commands.AddRange(set);
            return [.. set.Select(command => command.DeepClone())];
        }
    }

    /// <returns>The command, and whether there was none of its name.</returns>
    internal (JsonObject Command, bool IsNew) Set(JsonObject wanted)
    {
        lock (_gate)
        {
            var old = SameName(wanted);
            var command = Upsert(wanted);
            if (old is not null)
                _commands.Remove(old);
            _commands.Add(command);
            return (command.DeepClone().AsObject(), old is null);
        }
    }

    internal JsonObject Find(ulong? id)
    {
        lock (_gate)
            return Stored(id).DeepClone().AsObject();
    }

    internal void Remove(ulong? id)
    {
        lock (_gate)
            _commands.Remove(Stored(id));
    }

    private JsonObject Stored(ulong? id) =>
        _commands.Find(command => command["id"].Id() == id)
        ?? throw new RefusalException(404, 10063, "Unknown application command");

    private JsonObject? SameName(JsonObject wanted) => _commands.Find(command =>
        CommandRules.KindOf(command) == CommandRules.KindOf(wanted) && command["name"].Text() == wanted["name"].Text());

    /// <summary>Keeps the id of a name, and the version as well when nothing changes.</summary>
    private JsonObject Upsert(JsonObject wanted)
    {
        var old = SameName(wanted);
        if (old is null)
            CountCreation();
        var id = old?["id"].Id() ?? _ids.Next();
        var command = AsStored(wanted);
        command["id"] = id.AsId();
        command["version"] = old?["version"]!.ToString() ?? id.AsId();
        if (old is not null && !JsonNode.DeepEquals(old, command))
            command["version"] = _ids.Next().AsId();
        return command;
    }

    /// <summary>As Discord gives it back: with its defaults, without what is null or false.</summary>
    private JsonObject AsStored(JsonObject wanted)
    {
        var command = new JsonObject
        {
            ["application_id"] = _options.ApplicationId.AsId(),
            ["type"] = CommandRules.KindOf(wanted),
            ["name"] = wanted["name"]!.ToString(),
            ["name_localizations"] = wanted["name_localizations"]?.DeepClone(),
            ["description"] = wanted["description"].Text() ?? "",
            ["description_localizations"] = wanted["description_localizations"]?.DeepClone(),
            ["default_member_permissions"] = wanted["default_member_permissions"]?.ToString(),
            ["dm_permission"] = true,
            ["contexts"] = wanted["contexts"]?.DeepClone(),
            ["integration_types"] = wanted["integration_types"]?.DeepClone() ?? new JsonArray(0),
            ["nsfw"] = wanted["nsfw"].IsTrue(),
        };
        if (wanted["options"] is JsonArray { Count: > 0 } options)
            command["options"] = new JsonArray([.. options.Select(option => WithoutFalse(option!.WithoutNulls()))]);
        return command;
    }

    private static JsonNode WithoutFalse(JsonNode option)
    {
        foreach (var name in new[] { "required", "autocomplete" })
            if (option[name] is not null && !option[name].IsTrue())
                option.AsObject().Remove(name);
        foreach (var inner in option["options"].Items())
            WithoutFalse(inner);
        return option;
    }

    private void CountCreation()
    {
        var now = _options.Time.GetUtcNow();
        if (_creations.Count(at => now - at < TimeSpan.FromDays(1)) >= CreationsPerDay)
            throw new RefusalException(
                400, 30034, $"Max number of daily application command creates has been reached ({CreationsPerDay})",
                isOurs: true);
        _creations.Add(now);
    }
}
