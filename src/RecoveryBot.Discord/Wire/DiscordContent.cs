using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Wire;

/// <summary>The two ways a request's body travels.</summary>
internal static partial class DiscordContent
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>As JSON, or in parts where there are files.</summary>
    public static HttpContent Of<T>(T request, JsonTypeInfo<T> type, IReadOnlyList<FileUpload>? files = null)
    {
        var json = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, type));
        json.Headers.ContentType = JsonType;
        if (files is not { Count: > 0 })
            return json;

        var form = new MultipartFormDataContent { Part(json, "payload_json") };
        for (var index = 0; index < files.Count; index++)
        {
            var content = new ReadOnlyMemoryContent(files[index].Content);
            content.Headers.ContentType = new MediaTypeHeaderValue(files[index].ContentType);
            form.Add(Part(content, FormattableString.Invariant($"files[{index}]"), SafeName(files[index].Name)));
        }

        return form;
    }

    /// <summary>What a quoted header can hold, and what Discord leaves as it is.</summary>
    public static string SafeName(string name) => Unsafe.Replace(name, "_") is { Length: > 0 } safe ? safe : "file";

    /// <summary>Quoted by hand: .NET would add an encoded second file name, and leave the others bare.</summary>
    private static HttpContent Part(HttpContent content, string name, string? fileName = null)
    {
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = $"\"{name}\"",
            FileName = fileName is null ? null : $"\"{fileName}\"",
        };
        return content;
    }

    [GeneratedRegex("[^A-Za-z0-9._-]", RegexOptions.CultureInvariant)]
    private static partial Regex Unsafe { get; }
}
