using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>Reads a request in any of the forms Telegram takes: query, form, multipart or JSON.</summary>
internal static class CallReader
{
    public static async Task<Call> ReadAsync(HttpRequest request, string method, DateTimeOffset now)
    {
        var parameters = new JsonObject();
        var files = new Dictionary<string, UploadedFile>();
        foreach (var (name, value) in request.Query)
            parameters[name] = FromText(method, name, value.ToString());
        if (request.HasFormContentType)
        {
            await ReadFormAsync(request, method, parameters, files);
            Attach(parameters, files);
        }
        else if (request.ContentLength is not (null or 0) || request.Headers.TransferEncoding.Count > 0)
            await ReadJsonAsync(request, parameters);
        return new Call(method, parameters, files, now);
    }

    private static async Task ReadFormAsync(
        HttpRequest request, string method, JsonObject parameters, Dictionary<string, UploadedFile> files)
    {
        var form = await request.ReadFormAsync();
        foreach (var (name, value) in form)
            parameters[name] = FromText(method, name, value.ToString());
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            files[file.Name] = new UploadedFile(file.FileName, content.ToArray());
        }
    }

    private static async Task ReadJsonAsync(HttpRequest request, JsonObject parameters)
    {
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw RefusalException.Bad("unsupported content type");
        try
        {
            var body = await JsonNode.ParseAsync(request.Body) as JsonObject ?? throw new JsonException();
            foreach (var (name, value) in body)
                parameters[name] = value?.DeepClone();
        }
        catch (JsonException)
        {
            throw RefusalException.Bad("can't parse request JSON object");
        }
    }

    /// <summary>A file may travel under a name of its own, <c>attach://name</c> standing in its place.</summary>
    private static void Attach(JsonObject parameters, Dictionary<string, UploadedFile> files)
    {
        foreach (var (parameter, value) in parameters.ToList())
        {
            if (value?.ToString() is { } text && text.StartsWith("attach://", StringComparison.Ordinal)
                && files.Remove(text["attach://".Length..], out var file))
            {
                files[parameter] = file;
                parameters.Remove(parameter);
            }
        }
    }

    /// <summary>Outside JSON all values are text; what they mean follows from the parameter's type.</summary>
    private static JsonNode? FromText(string method, string name, string text)
    {
        var types = BotApiSchema.Instance.ParameterTypes(method, name) ?? ["String"];
        if (types.Contains("Integer") && long.TryParse(text, out var number))
            return number;
        if (types.Contains("Boolean"))
            return text is "true" or "True" or "1";
        if (types.Contains("String"))
            return text;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
