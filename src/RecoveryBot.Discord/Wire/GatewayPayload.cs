using System.Buffers;
using System.Text.Json;
using RecoveryBot.Discord.Gateway;

namespace RecoveryBot.Discord.Wire;

/// <summary>The three payloads that we send. The first two hold the token: they go to the socket and nowhere else.</summary>
internal static class GatewayPayload
{
    private const string Program = "recoverybot";

    public static ReadOnlyMemory<byte> Identify(DiscordToken token, Shard shard) => Frame(GatewayOpcode.Identify, json =>
    {
        json.WriteStartObject();
        token.Write(json);
        json.WriteNumber("intents", (int)GatewayIntents.Wanted);
        json.WriteStartObject("properties");
        json.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        json.WriteString("browser", Program);
        json.WriteString("device", Program);
        json.WriteEndObject();
        json.WriteStartArray("shard");
        json.WriteNumberValue(shard.Id);
        json.WriteNumberValue(shard.Count);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Resume(DiscordToken token, GatewayPosition position) =>
        Frame(GatewayOpcode.Resume, json =>
        {
            json.WriteStartObject();
            token.Write(json);
            json.WriteString("session_id", position.SessionId);
            json.WriteNumber("seq", position.Sequence);
            json.WriteEndObject();
        });

    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) => Frame(GatewayOpcode.Heartbeat, json =>
    {
        if (sequence is { } last)
            json.WriteNumberValue(last);
        else
            json.WriteNullValue();
    });

    private static ReadOnlyMemory<byte> Frame(GatewayOpcode op, Action<Utf8JsonWriter> writeData)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("op", (int)op);
        json.WritePropertyName("d");
        writeData(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
