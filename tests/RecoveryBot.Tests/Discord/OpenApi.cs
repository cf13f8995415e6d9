using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RecoveryBot.Tests.Discord;

/// <summary>
/// Discord's published OpenAPI document, and what a request has against it. Stricter than JSON Schema in one thing: a name that
/// the schema does not list is a problem, for a misspelt field would pass otherwise.
/// </summary>
internal sealed class OpenApi(JsonObject document)
{
    private const string File = "discord-openapi.json";

    /// <summary>Beside the repository, or beside whatever holds it; <see langword="null"/>: it is not here.</summary>
    public static OpenApi? Find()
    {
        for (var home = new DirectoryInfo(AppContext.BaseDirectory); home is not null; home = home.Parent)
        {
            var file = Path.Combine(home.FullName, "shared", "protocol", File);
            if (System.IO.File.Exists(file))
                return new OpenApi(JsonNode.Parse(System.IO.File.ReadAllText(file))!.AsObject());
        }

        return null;
    }

    /// <param name="path">Below the version, without a query.</param>
    /// <param name="query">The names of its parameters.</param>
    /// <param name="body">What was sent as JSON, or as the part <c>payload_json</c>; <see langword="null"/>: nothing.</param>
    public IReadOnlyList<string> Problems(string method, string path, IEnumerable<string> query, JsonNode? body)
    {
        if (Operation(method, path) is not { } operation)
            return [$"There is no {method} {path}."];
        var known = (operation["parameters"]?.AsArray() ?? []).Select(parameter => (string)parameter!["name"]!);
        var problems = query.Except(known).Select(name => $"?{name} is unknown").ToList();
        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        if (schema is null)
            return body is null ? problems : [.. problems, "It takes no body."];
        Check(schema.AsObject(), body, "$", problems);
        return problems;
    }

    private JsonObject? Operation(string method, string path)
    {
        var segments = path.Split('/');
        return document["paths"]!.AsObject()
            .Where(entry => Fits(entry.Key.Split('/'), segments))
            .OrderBy(entry => entry.Key.Count(letter => letter == '{'))
            .Select(entry => entry.Value![method.ToLowerInvariant()]?.AsObject())
            .FirstOrDefault(operation => operation is not null);
    }

    private static bool Fits(string[] template, string[] path) => template.Length == path.Length
        && template.Zip(path).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);

    private void Check(JsonObject schema, JsonNode? value, string at, List<string> problems)
    {
        if (schema["$ref"] is { } reference)
            Check(document["components"]!["schemas"]![((string)reference!).Split('/')[^1]]!.AsObject(), value, at, problems);
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
            Check(part!.AsObject(), value, at, problems);
        if ((schema["oneOf"] ?? schema["anyOf"]) is { } branches)
            CheckBranches([.. branches.AsArray().Select(branch => branch!.AsObject())], schema["oneOf"] is not null, value, at, problems);
        if (schema["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
            problems.Add($"{at} is not {constant}");
        if (schema["enum"] is JsonArray listed && !listed.Any(each => JsonNode.DeepEquals(each, value)))
            problems.Add($"{at} is none of {listed.ToJsonString()}");
        if (schema["type"] is { } type && !HasType(type, value))
            problems.Add($"{at} is not of type {type.ToJsonString()}");
        else if (value is JsonObject node)
            CheckObject(schema, node, at, problems);
        else if (value is JsonArray array)
            CheckArray(schema, array, at, problems);
        else if (value is JsonValue single)
            CheckValue(schema, single, at, problems);
    }

    /// <summary>Where the branches tell themselves apart by their type, only that one's problems are of interest.</summary>
    private void CheckBranches(List<JsonObject> branches, bool exactlyOne, JsonNode? value, string at, List<string> problems)
    {
        var all = branches.ConvertAll(branch =>
        {
            var own = new List<string>();
            Check(branch, value, at, own);
            return own;
        });
        var fitting = all.Count(own => own.Count == 0);
        if (fitting == 1 || (fitting > 1 && !exactlyOne))
            return;
        var nearest = all.Where(own => !own.Exists(problem => problem.StartsWith($"{at}.type ", StringComparison.Ordinal)))
            .MinBy(own => own.Count);
        problems.AddRange(fitting == 0 && nearest is { Count: > 0 } ? nearest : [$"{at} fits {fitting} branches"]);
    }

    private void CheckObject(JsonObject schema, JsonObject value, string at, List<string> problems)
    {
        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            if (!value.ContainsKey((string)required!))
                problems.Add($"{at}.{required} is missing");
        }

        Range(schema, "Properties", value.Count, at, problems);
        if (schema["properties"] is null && schema["additionalProperties"] is null)
            return;
        foreach (var (name, property) in value)
        {
            if ((schema["properties"]?[name] ?? schema["additionalProperties"]) is JsonObject known)
                Check(known, property, $"{at}.{name}", problems);
            else
                problems.Add($"{at}.{name} is unknown");
        }
    }

    private void CheckArray(JsonObject schema, JsonArray value, string at, List<string> problems)
    {
        Range(schema, "Items", value.Count, at, problems);
        if ((bool?)schema["uniqueItems"] == true && value.Select(item => item?.ToJsonString()).Distinct().Count() != value.Count)
            problems.Add($"{at} has the same twice");
        for (var i = 0; schema["items"] is JsonObject items && i < value.Count; i++)
            Check(items, value[i], $"{at}[{i}]", problems);
    }

    private static void CheckValue(JsonObject schema, JsonValue value, string at, List<string> problems)
    {
        if (value.TryGetValue<string>(out var text))
        {
            Range(schema, "Length", text.Length, at, problems);
            if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, (string)pattern!))
                problems.Add($"{at} does not match {pattern}");
        }
        else if (value.GetValueKind() == JsonValueKind.Number)
        {
            var number = double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
            if (number < (double?)schema["minimum"] || number > (double?)schema["maximum"])
                problems.Add($"{at} is out of range");
        }
    }

    private static void Range(JsonObject schema, string what, int count, string at, List<string> problems)
    {
        if (count < (int?)schema["min" + what] || count > (int?)schema["max" + what])
            problems.Add($"{at} has {count} {what.ToLowerInvariant()}");
    }

    private static bool HasType(JsonNode type, JsonNode? value) => type is JsonArray several
        ? several.Any(each => HasType((string)each!, value))
        : HasType((string)type!, value);

    private static bool HasType(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("null", null or JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => !value!.ToJsonString().Contains('.'),
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        _ => false,
    };
}
