using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Wire;

/// <summary>Reads a token and never writes one.</summary>
internal sealed class InteractionTokenConverter : JsonConverter<InteractionToken>
{
    public override InteractionToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return new InteractionToken(reader.GetString() ?? "");
        }
        catch (ArgumentException)
        {
            throw new JsonException("Not an interaction token.");
        }
    }

    public override void Write(Utf8JsonWriter writer, InteractionToken value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
