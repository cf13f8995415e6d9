using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecoveryBot.Discord.Wire;

/// <summary>In a PATCH null clears. An absent value is not written at all; an empty one is written as null.</summary>
internal sealed class EmptyIsNullConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.Length == 0)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(value);
    }
}
