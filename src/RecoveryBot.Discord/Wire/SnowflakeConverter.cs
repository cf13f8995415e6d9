using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Wire;

/// <summary>An id as a string of digits; a bare number is read too.</summary>
internal sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? new Snowflake(reader.GetUInt64())
            : Snowflake.TryParse(reader.GetString()) ?? throw new JsonException("Not an id.");

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
