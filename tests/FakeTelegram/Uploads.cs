using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>Files that came once and can be sent again by their id.</summary>
internal sealed class Uploads
{
    private const int Mega = 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = [];

    public JsonNode Photo(Call call)
    {
        var id = Take(call, "photo", 10 * Mega, content =>
            content is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, ..] ? null : "IMAGE_PROCESS_FAILED");
        return new JsonArray(new JsonObject { ["file_id"] = id, ["file_unique_id"] = "u" + id, ["width"] = 960, ["height"] = 540 });
    }

    public JsonNode Document(Call call)
    {
        var id = Take(call, "document", 50 * Mega, _ => null);
        return new JsonObject { ["file_id"] = id, ["file_unique_id"] = "u" + id };
    }

    private string Take(Call call, string field, int largest, Func<byte[], string?> problem)
    {
        lock (_gate)
        {
            if (!call.Files.TryGetValue(field, out var file))
            {
                var id = call.Parameters[field]!.ToString();
                return _known.Contains(field + id) ? id : throw RefusalException.Bad("wrong file identifier/HTTP URL specified");
            }

            if (file.Content.IsEmpty)
                throw RefusalException.Bad("file must be non-empty");
            if (file.Content.Length > largest)
                throw new RefusalException(413, "Request Entity Too Large");
            if (problem(file.Content.ToArray()) is { } what)
                throw RefusalException.Bad(what);
            var fresh = $"{field}-{_known.Count + 1}";
            _known.Add(field + fresh);
            return fresh;
        }
    }
}
