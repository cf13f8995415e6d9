using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FakeDiscord.Checks;

/// <summary>
/// JSON Schema as far as Discord's document uses it, with two differences: a field without a description is refused, and
/// a union of objects that each fix their <c>type</c> is checked against the one of that type.
/// </summary>
internal sealed class SchemaCheck(JsonObject schemas)
{
    public void Check(JsonObject schema, JsonNode? value, string path, Problems problems)
    {
        schema = Resolve(schema);
        var kind = KindOf(value);
        if (TypesOf(schema) is { } types && !types.Contains(kind) && !(kind == "integer" && types.Contains("number")))
        {
            WrongKind(types, kind, path, problems);
            return;
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray union)
            CheckUnion([.. union.OfType<JsonObject>().Select(Resolve)], value, path, problems);
        if (schema["enum"] is JsonArray choices && value is not null
            && !choices.Any(choice => JsonNode.DeepEquals(choice, value)))
            NotAChoice(choices, path, problems);
        foreach (var part in schema["allOf"].Items())
            Check(part, value, path, problems);
        switch (value)
        {
            case JsonObject fields:
                CheckObject(schema, fields, path, problems);
                break;
            case JsonArray items:
                CheckArray(schema, items, path, problems);
                break;
            case not null when kind == "string":
                CheckString(schema, value.GetValue<string>(), path, problems);
                break;
            case not null when kind is "integer" or "number":
                CheckNumber(schema, value, path, problems);
                break;
        }
    }

    private void CheckUnion(List<JsonObject> branches, JsonNode? value, string path, Problems problems)
    {
        if (branches.TrueForAll(branch => branch["const"] is not null))
        {
            if (!branches.Exists(branch => JsonNode.DeepEquals(branch["const"], value)))
                NotAChoice(branches.Select(branch => branch["const"]), path, problems);
            return;
        }

        if (value is JsonObject fields && fields["type"].Number() is { } type
            && branches.Exists(branch => FixesType(branch) is not null))
        {
            if (branches.Find(branch => FixesType(branch)?.Contains(type) == true) is { } named)
                Check(named, value, path, problems);
            else
                problems.Add(Problems.At(path, "type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of "
                    + $"({string.Join(", ", branches.SelectMany(branch => FixesType(branch) ?? []))}).");
            return;
        }

        var ofItsKind = branches.FindAll(branch => TypesOf(branch)?.Contains(KindOf(value)) == true);
        var attempts = (ofItsKind.Count > 0 ? ofItsKind : branches).Select(branch =>
        {
            var found = new Problems();
            Check(branch, value, path, found);
            return found;
        }).ToList();
        if (attempts.TrueForAll(found => found.Count > 0))
            problems.Add(attempts.MinBy(found => found.Count)!);
    }

    /// <summary>The numbers that a schema allows for its <c>type</c>; <see langword="null"/>: it does not say.</summary>
    private static IReadOnlyList<long>? FixesType(JsonObject branch) =>
        branch["properties"]?["type"]?["enum"] is JsonArray allowed
            ? [.. allowed.Select(one => one.Number() ?? -1)]
            : null;

    private void CheckObject(JsonObject schema, JsonObject fields, string path, Problems problems)
    {
        if (schema["properties"] is null && schema["additionalProperties"] is null)
            return;
        var known = schema["properties"]?.AsObject() ?? [];
        foreach (var name in schema["required"]?.AsArray() ?? [])
            if (!fields.ContainsKey(name!.ToString()))
                problems.Required(Problems.At(path, name.ToString()));
        if (schema["maxProperties"].Number() is { } most && fields.Count > most)
            problems.TooLong(path, (int)most);
        foreach (var (name, value) in fields)
        {
            if (known[name] is JsonObject field)
                Check(field, value, Problems.At(path, name), problems);
            else if (schema["additionalProperties"] is JsonObject others)
                Check(others, value, Problems.At(path, name), problems);
            else if (!schema.ContainsKey("additionalProperties") && !SaysNothing(name, value))
                problems.Add(Problems.At(path, name), "UNKNOWN_FIELD", "No field has this name.");
        }
    }

    /// <summary>discord.js sends these where the schema does not know them; false at least does no harm.</summary>
    private static bool SaysNothing(string name, JsonNode? value) =>
        name is "tts" or "enforce_nonce" or "nsfw" && value?.GetValueKind() == JsonValueKind.False;

    private void CheckArray(JsonObject schema, JsonArray items, string path, Problems problems)
    {
        Length(schema, "Items", items.Count, path, problems);
        for (var i = 0; i < items.Count && schema["items"] is JsonObject item; i++)
            Check(item, items[i], Problems.At(path, i), problems);
        if (schema["uniqueItems"].IsTrue()
            && items.Select(item => item?.ToJsonString()).Distinct().Count() < items.Count)
            problems.Add(path, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
    }

    /// <summary>Lengths are UTF-16 units, the strictest way to count.</summary>
    private static void CheckString(JsonObject schema, string text, string path, Problems problems)
    {
        Length(schema, "Length", text.Length, path, problems);
        if (schema["pattern"]?.ToString() is { } pattern && !Regex.IsMatch(text, pattern))
            problems.Add(path, "STRING_TYPE_REGEX", $"String value did not match validation regex {pattern}.");
        var fits = schema["format"]?.ToString() switch
        {
            "snowflake" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!fits)
            problems.Add(path, NotOf(schema["format"]!.ToString()), $"Not a {schema["format"]}.");

        static string NotOf(string format) => format == "uri" ? "URL_TYPE_INVALID_URL" : "STRING_TYPE_CONVERT";
    }

    private static void CheckNumber(JsonObject schema, JsonNode value, string path, Problems problems)
    {
        var number = decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (Bound(schema["minimum"]) is { } least && number < least)
            problems.Add(path, "NUMBER_TYPE_MIN", $"Value should be greater than or equal to {least}.");
        if (Bound(schema["maximum"]) is { } most && number > most)
            problems.Add(path, "NUMBER_TYPE_MAX", $"Value should be less than or equal to {most}.");
        if (schema["format"]?.ToString() == "int32" && number is < int.MinValue or > int.MaxValue)
            problems.Add(path, "NUMBER_TYPE_MAX", "Value is no int32.");

        static decimal? Bound(JsonNode? node) =>
            node is null ? null : decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static void Length(JsonObject schema, string of, int length, string path, Problems problems)
    {
        var (least, most) = (schema["min" + of].Number() ?? 0, schema["max" + of].Number() ?? long.MaxValue);
        if (length >= least && length <= most)
            return;
        if (least == 0)
            problems.TooLong(path, (int)most);
        else
            problems.Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
    }

    private static void WrongKind(string[] types, string kind, string path, Problems problems)
    {
        if (kind == "null")
        {
            problems.Required(path);
            return;
        }

        var (code, message) = types[0] switch
        {
            "string" => ("STRING_TYPE_CONVERT", "Could not interpret the value as string."),
            "boolean" => ("BOOLEAN_TYPE_CONVERT", "Must be either true or false."),
            "array" => ("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"),
            "object" => ("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType"),
            var type => ("NUMBER_TYPE_COERCE", $"Value is not {type}."),
        };
        problems.Add(path, code, message);
    }

    private static void NotAChoice(IEnumerable<JsonNode?> choices, string path, Problems problems) => problems.Add(
        path, "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", choices.Select(choice => choice?.ToJsonString()))}}}.");

    private static string[]? TypesOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.ToString())],
        { } one => [one.ToString()],
        null => null,
    };

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => value!.Number() is null ? "number" : "integer",
    };

    private JsonObject Resolve(JsonObject schema)
    {
        while (schema["$ref"]?.ToString() is { } name)
            schema = schemas[name]!.AsObject();
        return schema;
    }
}
