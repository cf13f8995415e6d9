using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>What an app sends when a person uses a command, and what it would not let them send.</summary>
internal static class CommandUse
{
    private const int SubCommand = 1;
    private const int SubCommandGroup = 2;

    /// <param name="focused">The option being typed; then nothing else is required yet.</param>
    public static JsonObject Of(JsonObject command, string path, JsonObject values, string? focused)
    {
        var data = new JsonObject { ["id"] = command["id"]!.ToString(), ["name"] = command["name"]!.ToString(), ["type"] = 1 };
        var (parent, offered) = (data, command);
        foreach (var name in path.Split(' ').Skip(1))
        {
            offered = offered["options"].Items().FirstOrDefault(option => option["name"].Text() == name)
                ?? throw new ArgumentException($"No sub-command '{path}'.", nameof(path));
            var inner = new JsonObject { ["name"] = name, ["type"] = offered["type"]!.DeepClone() };
            parent["options"] = new JsonArray(inner);
            parent = inner;
        }

        if (offered["options"].Items().FirstOrDefault(IsSub) is { } sub)
            throw new ArgumentException($"'/{path}' needs a sub-command such as '{sub["name"]}'.", nameof(path));
        var options = Options(offered, values, focused);
        if (options.Count > 0)
            parent["options"] = options;
        return data;
    }

    private static bool IsSub(JsonObject option) => option["type"].Number() is SubCommand or SubCommandGroup;

    private static JsonArray Options(JsonObject offered, JsonObject values, string? focused)
    {
        var options = offered["options"].Items().ToList();
        var names = options.Select(option => option["name"].Text()).ToList();
        if (values.Select(value => value.Key).FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw new ArgumentException($"No option '{unknown}'.", nameof(values));
        var used = new JsonArray();
        foreach (var option in options)
        {
            var name = option["name"]!.ToString();
            if (values[name] is not { } value)
            {
                if (option["required"].IsTrue() && focused is null)
                    throw new ArgumentException($"Option '{name}' is missing.", nameof(values));
                continue;
            }

            if (focused is null)
                RequireFits(option, value);
            var entry = new JsonObject { ["name"] = name, ["type"] = option["type"]!.DeepClone(), ["value"] = value.DeepClone() };
            if (focused == name)
                entry["focused"] = true;
            used.Add(entry);
        }

        return used;
    }

    private static void RequireFits(JsonObject option, JsonNode value)
    {
        var fits = option["type"].Number() switch
        {
            3 => value.Text() is { } text && InRange(text.Length, "min_length", "max_length"),
            4 => value.Number() is { } number && InRange(number, "min_value", "max_value"),
            5 => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            10 => value.GetValueKind() == JsonValueKind.Number,
            _ => value.Text() is not null,
        };
        var choices = option["choices"].Items().ToList();
        if (!fits || (choices.Count > 0 && !choices.Exists(choice => JsonNode.DeepEquals(choice["value"], value))))
            throw new ArgumentException($"Option '{option["name"]}' cannot be {value.ToJsonString()}.", nameof(value));

        bool InRange(long number, string least, string most) =>
            number >= (option[least].Number() ?? long.MinValue) && number <= (option[most].Number() ?? long.MaxValue);
    }
}
