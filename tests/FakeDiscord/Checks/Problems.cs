using System.Text.Json.Nodes;

namespace FakeDiscord.Checks;

/// <summary>What is wrong with a body, each in its place.</summary>
internal sealed class Problems
{
    private readonly List<(string Path, string Code, string Message)> _found = [];

    public int Count => _found.Count;

    public IReadOnlyList<string> Texts => [.. _found.Select(problem =>
        $"{(problem.Path.Length == 0 ? "body" : problem.Path)}: {problem.Message} ({problem.Code})")];

    /// <param name="path">Names and indices with slashes between them, e.g. <c>components/0/label</c>; empty: the whole.</param>
    public void Add(string path, string code, string message) => _found.Add((path, code, message));

    public void Add(Problems others) => _found.AddRange(others._found);

    /// <summary>Adds what was found in a part of the whole.</summary>
    public void AddUnder(string path, Problems inside) =>
        _found.AddRange(inside._found.Select(problem => (At(path, problem.Path), problem.Code, problem.Message)));

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void TooLong(string path, int most) =>
        Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");

    /// <summary>The tree as Discord nests it, with <c>_errors</c> at the leaves.</summary>
    public JsonObject ToJson()
    {
        var root = new JsonObject();
        foreach (var (path, code, message) in _found)
        {
            var place = root;
            foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
                place = (place[name] ??= new JsonObject()).AsObject();
            var errors = (place["_errors"] ??= new JsonArray()).AsArray();
            errors.Add(new JsonObject { ["code"] = code, ["message"] = message });
        }

        return root;
    }

    public static string At(string path, string name) =>
        path.Length == 0 || name.Length == 0 ? path + name : $"{path}/{name}";

    public static string At(string path, int index) => At(path, $"{index}");
}
