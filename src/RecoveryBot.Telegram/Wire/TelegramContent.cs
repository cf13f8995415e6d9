using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Telegram.Wire;

/// <summary>The two ways a request's parameters travel.</summary>
internal static class TelegramContent
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    public static HttpContent Json<T>(T request, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, type));
        content.Headers.ContentType = JsonType;
        return content;
    }

    /// <summary>
    /// One part for each parameter, texts as they are and all else as JSON, and the bytes in place of the file.
    /// </summary>
    public static HttpContent Multipart<T>(T request, JsonTypeInfo<T> type, string field, InputFile.Upload file)
    {
        var form = new MultipartFormDataContent();
        foreach (var parameter in JsonSerializer.SerializeToElement(request, type).EnumerateObject())
        {
            if (parameter.NameEquals(field))
                form.Add(Part(new ReadOnlyMemoryContent(file.Content), field, file.Name));
            else
                form.Add(Part(new StringContent(InWords(parameter.Value)), parameter.Name));
        }

        return form;
    }

    private static string InWords(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

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
}
