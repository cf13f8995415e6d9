using System.Text.Json;
using System.Text.Json.Nodes;
using FakeDiscord.Checks;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FakeDiscord.Rest;

/// <summary>Reads a request: JSON, or multipart with files. [API Reference: Uploading Files]</summary>
internal static class CallReader
{
    private const int LargestFile = 10 * 1024 * 1024;
    private const int LargestRequest = 25 * 1024 * 1024;

    /// <returns>The call, and what is wrong with its body; the call can be logged in any case.</returns>
    public static async Task<(Call Call, RefusalException? Wrong)> ReadAsync(
        HttpContext context, Operation operation, DateTimeOffset now)
    {
        var request = context.Request;
        var ids = request.RouteValues.ToDictionary(value => value.Key, value => value.Value!.ToString()!);
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        JsonNode? body = null;
        var files = new Dictionary<string, UploadedFile>();
        RefusalException? wrong = null;
        try
        {
            body = operation.Body is null ? null : await ReadBodyAsync(request, files);
        }
        catch (RefusalException refusal)
        {
            wrong = refusal;
        }

        var authorization = request.Headers.Authorization.Count > 0 ? request.Headers.Authorization.ToString() : null;
        return (new Call(operation, ids, query, body, files, authorization, request.Headers.UserAgent.ToString(), now), wrong);
    }

    private static async Task<JsonNode?> ReadBodyAsync(HttpRequest request, Dictionary<string, UploadedFile> files)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            throw WrongContentType();
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return Parse(await BytesOfAsync(request.Body, LargestRequest));
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || type.Boundary.Length == 0)
            throw WrongContentType();
        return await ReadPartsAsync(
            new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body), files);
    }

    private static async Task<JsonNode?> ReadPartsAsync(MultipartReader reader, Dictionary<string, UploadedFile> files)
    {
        JsonNode? body = new JsonObject();
        while (await reader.ReadNextSectionAsync() is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                throw RefusalException.Form(
                    "", "UNKNOWN_FIELD", "A part has no name that can be read; brackets want quotes.");
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (name == "payload_json")
                body = Parse(await BytesOfAsync(part.Body, LargestRequest));
            else if (!name.StartsWith("files[", StringComparison.Ordinal) || !name.EndsWith(']'))
                throw RefusalException.Form(name, "UNKNOWN_FIELD", "No part has this name.");
            else if (disposition.FileName.Length == 0)
                throw RefusalException.Form(
                    name, "BASE_TYPE_REQUIRED", "A file needs a filename, filename* is not enough.");
            else
                files[name] = new UploadedFile(
                    HeaderUtilities.RemoveQuotes(disposition.FileName).ToString(), part.ContentType,
                    await BytesOfAsync(part.Body, LargestFile));
        }

        return files.Values.Sum(file => (long)file.Content.Length) <= LargestRequest ? body : throw TooLarge();
    }

    private static JsonNode? Parse(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            throw new RefusalException(400, 50109, "The request body contains invalid JSON.", isOurs: true);
        }
    }

    private static async Task<byte[]> BytesOfAsync(Stream stream, int most)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.Length <= most
            ? content.ToArray()
            : throw TooLarge();
    }

    private static RefusalException TooLarge() => new(413, 40005, "Request entity too large", isOurs: true);

    private static RefusalException WrongContentType() => RefusalException.Form(
        "", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.");
}
