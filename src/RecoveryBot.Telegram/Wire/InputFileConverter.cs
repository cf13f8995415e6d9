using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Telegram.Wire;

/// <summary>
/// A known file is its id. An upload has no place in JSON: it is written empty and travels as a part of its own.
/// </summary>
internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new InputFile.Known(reader.GetString() ?? throw new JsonException("A file is never null."));

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value is InputFile.Known known ? known.FileId : "");
}
