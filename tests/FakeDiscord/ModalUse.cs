using System.Text.Json.Nodes;
using FakeDiscord.Checks;

namespace FakeDiscord;

/// <summary>What an app sends when a person sends a modal, in the form in which the modal was made.</summary>
internal static class ModalUse
{
    public static JsonObject Of(JsonObject modal, JsonObject values)
    {
        var next = 1;
        var components = new JsonArray();
        foreach (var part in modal["components"].Items())
        {
            if (part["type"].Number() == ComponentRules.TextDisplay)
                components.Add(new JsonObject { ["type"] = ComponentRules.TextDisplay, ["id"] = next++ });
            else if (part["component"] is JsonObject inner)
                components.Add(new JsonObject
                {
                    ["type"] = ComponentRules.Label,
                    ["id"] = next++,
                    ["component"] = Filled(inner, values, next++),
                });
            else
                components.Add(new JsonObject
                {
                    ["type"] = ComponentRules.Row,
                    ["id"] = next++,
                    ["components"] = new JsonArray(
                        [.. part["components"].Items().Select(input => Filled(input, values, next++))]),
                });
        }

        return new JsonObject { ["custom_id"] = modal["custom_id"]!.ToString(), ["components"] = components };
    }

    private static JsonObject Filled(JsonObject input, JsonObject values, int id)
    {
        var customId = input["custom_id"]!.ToString();
        var filled = new JsonObject { ["type"] = input["type"]!.DeepClone(), ["id"] = id, ["custom_id"] = customId };
        if (input["type"].Number() != ComponentRules.TextInput)
        {
            filled["values"] = values[customId]?.DeepClone() ?? new JsonArray();
            return filled;
        }

        var text = values[customId].Text() ?? input["value"].Text() ?? "";
        var isRequired = input["required"] is null || input["required"].IsTrue();
        var (least, most) = (input["min_length"].Number() ?? 0, input["max_length"].Number() ?? 4000);
        if ((text.Length == 0 && isRequired) || (text.Length > 0 && text.Length < least) || text.Length > most)
            throw new ArgumentException($"'{customId}' cannot be sent with {text.Length} characters.", nameof(values));
        filled["value"] = text;
        return filled;
    }
}
