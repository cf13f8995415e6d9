using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FakeTelegram;

/// <summary>The bot's menus and descriptions, each by scope and language.</summary>
internal sealed partial class Profile
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, JsonArray> _commands = [];
    private readonly Dictionary<string, string> _texts = [];

    public JsonNode SetCommands(Call call)
    {
        var commands = call.Parameters["commands"]!.AsArray();
        if (commands.Count > 100)
            throw RefusalException.Bad("BOT_COMMANDS_TOO_MUCH");
        foreach (var command in commands)
        {
            if (!CommandName.IsMatch(command!["command"]!.ToString()))
                throw RefusalException.Bad("BOT_COMMAND_INVALID");
            if (command["description"]!.ToString().Length is 0 or > 256)
                throw RefusalException.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }

        lock (_gate)
            _commands[MenuOf(call)] = commands.DeepClone().AsArray();
        return true;
    }

    public JsonNode GetCommands(Call call)
    {
        lock (_gate)
            return _commands.GetValueOrDefault(MenuOf(call))?.DeepClone() ?? new JsonArray();
    }

    public JsonNode DeleteCommands(Call call)
    {
        lock (_gate)
            _commands.Remove(MenuOf(call));
        return true;
    }

    public JsonNode SetText(Call call, string field, int longest)
    {
        var text = call.Parameters[field]?.ToString() ?? "";
        if (text.Length > longest)
            throw RefusalException.Bad($"bot {field.Replace('_', ' ')} is too long");
        lock (_gate)
            _texts[field + LanguageOf(call)] = text;
        return true;
    }

    public JsonNode GetText(Call call, string field)
    {
        lock (_gate)
            return new JsonObject { [field] = _texts.GetValueOrDefault(field + LanguageOf(call)) ?? _texts.GetValueOrDefault(field) ?? "" };
    }

    private static string MenuOf(Call call) => (call.Parameters["scope"]?.ToJsonString() ?? """{"type":"default"}""") + LanguageOf(call);

    private static string LanguageOf(Call call)
    {
        var language = call.Parameters["language_code"]?.ToString() ?? "";
        return language.Length is 0 or 2 ? language : throw RefusalException.Bad("invalid language code specified");
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}\\z")]
    private static partial Regex CommandName { get; }
}
