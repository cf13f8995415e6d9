using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>
/// The published list of methods and types: what a request may hold (<c>bot-api.json</c>, without descriptions).
/// </summary>
public sealed class BotApiSchema
{
    private readonly JsonObject _types;
    private readonly Dictionary<string, (string Name, JsonObject Fields)> _methods;

    private BotApiSchema(JsonObject root)
    {
        Root = root;
        _types = root["types"]!.AsObject();
        _methods = root["methods"]!.AsObject().ToDictionary(
            method => method.Key, method => (method.Key, method.Value!.AsObject()), StringComparer.OrdinalIgnoreCase);
    }

    public static BotApiSchema Instance { get; } = Load();

    /// <summary>The data itself, for comparison with where it came from.</summary>
    public JsonObject Root { get; }

    /// <summary>The method's own spelling, or <see langword="null"/> where there is none.</summary>
    public string? MethodNamed(string name) => _methods.TryGetValue(name, out var method) ? method.Name : null;

    /// <summary>The types a parameter may have, or <see langword="null"/> for an unknown one.</summary>
    public IReadOnlyList<string>? ParameterTypes(string method, string parameter)
    {
        var fields = _methods[method].Fields;
        return (fields[parameter] ?? fields[parameter + "?"])?.ToString().Split(' ');
    }

    /// <summary>What is wrong with a request, in words; empty: nothing.</summary>
    /// <param name="files">The parameters that came as a file.</param>
    public IReadOnlyList<string> ProblemsOf(string method, JsonObject parameters, IEnumerable<string> files)
    {
        var problems = new List<string>();
        CheckFields(method, _methods[method].Fields, parameters, [.. files], problems);
        return problems;
    }

    /// <summary>What is wrong with an object of a named type.</summary>
    public IReadOnlyList<string> ProblemsOf(string type, JsonNode value)
    {
        var problems = new List<string>();
        CheckType(type, type, value, problems);
        return problems;
    }

    private static BotApiSchema Load()
    {
        using var json = typeof(BotApiSchema).Assembly.GetManifestResourceStream("bot-api.json")!;
        return new BotApiSchema(JsonNode.Parse(json)!.AsObject());
    }

    private void CheckFields(
        string path, JsonObject fields, JsonObject value, HashSet<string> files, List<string> problems)
    {
        foreach (var field in fields)
        {
            var name = field.Key.TrimEnd('?');
            var types = field.Value!.ToString().Split(' ');
            if (files.Contains(name))
            {
                if (!types.Contains("InputFile"))
                    problems.Add($"{path}.{name} cannot be a file");
            }
            else if (!value.ContainsKey(name))
            {
                if (!field.Key.EndsWith('?'))
                    problems.Add($"{path}.{name} is missing");
            }
            else
            {
                CheckAny($"{path}.{name}", types, value[name], problems);
            }
        }

        problems.AddRange(value.Select(field => field.Key).Concat(files).Distinct()
            .Where(name => !fields.ContainsKey(name) && !fields.ContainsKey(name + "?"))
            .Select(name => $"{path}.{name} is unknown"));
    }

    private void CheckAny(string path, string[] types, JsonNode? value, List<string> problems)
    {
        var attempts = types.Select(type =>
        {
            var found = new List<string>();
            CheckType(path, type, value, found);
            return found;
        }).ToList();
        if (attempts.TrueForAll(found => found.Count > 0))
            problems.AddRange(attempts.MinBy(found => found.Count)!);
    }

    private void CheckType(string path, string type, JsonNode? value, List<string> problems)
    {
        if (type.StartsWith("[]", StringComparison.Ordinal))
        {
            if (value is not JsonArray items)
                problems.Add($"{path} is not an array");
            else
                foreach (var (item, index) in items.Select((item, index) => (item, index)))
                    CheckType($"{path}[{index}]", type[2..], item, problems);
        }
        else if (_types[type] is JsonObject { } known && type != "InputFile")
        {
            CheckObject(path, type, known, value, problems);
        }
        else if (!IsScalar(type, value))
        {
            problems.Add($"{path} is not {type}");
        }
        else if (Enumerations.Refuses(path, value!))
        {
            problems.Add($"{path} cannot be '{value}'");
        }
    }

    private void CheckObject(string path, string type, JsonObject known, JsonNode? value, List<string> problems)
    {
        if (value is not JsonObject fields)
            problems.Add($"{path} is not {type}");
        else if (known["subtypes"] is JsonArray subtypes)
            CheckAny(path, [.. subtypes.Select(subtype => subtype!.ToString())], value, problems);
        else
            CheckFields(path, known["fields"]?.AsObject() ?? [], fields, [], problems);
    }

    private static bool IsScalar(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("String", JsonValueKind.String) => true,
        ("Boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("True", JsonValueKind.True) => true,
        ("Integer", JsonValueKind.Number) => long.TryParse(value!.ToJsonString(), out _),
        ("Float", JsonValueKind.Number) => true,
        _ => false,
    };
}
