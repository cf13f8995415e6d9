using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RecoveryBot.Discord.Gateway;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Wire;

/// <summary>What travels over the gateway, both ways.</summary>
internal sealed record GatewayFrame
{
    public required int Op { get; init; }

    public JsonElement D { get; init; }

    /// <summary>Only with a dispatch.</summary>
    public long? S { get; init; }

    /// <summary>The event's name, only with a dispatch.</summary>
    public string? T { get; init; }

    /// <summary>What the frame says; <see langword="null"/>: nothing that we know.</summary>
    /// <param name="turn">Asked at a hello: how long until this shard may identify.</param>
    /// <exception cref="JsonException">It is no frame.</exception>
    public static GatewayInput? Read(ReadOnlySpan<byte> json, Func<TimeSpan> turn)
    {
        var frame = JsonSerializer.Deserialize(json, DiscordJson.Default.GatewayFrame)
            ?? throw new JsonException("A frame is never null.");
        return (GatewayOpcode)frame.Op switch
        {
            GatewayOpcode.Dispatch when frame is { S: { } sequence, T: { } name } =>
                new GatewayInput.Dispatched(DispatchOf(name, frame.D), sequence),
            GatewayOpcode.Heartbeat => new GatewayInput.HeartbeatAsked(),
            GatewayOpcode.Reconnect => new GatewayInput.ReconnectAsked(),
            GatewayOpcode.InvalidSession => new GatewayInput.SessionInvalid(frame.D.ValueKind == JsonValueKind.True),
            GatewayOpcode.Hello => new GatewayInput.Hello(IntervalOf(frame.D), turn()),
            GatewayOpcode.HeartbeatAck => new GatewayInput.Acknowledged(),
            _ => null,
        };
    }

    private static TimeSpan IntervalOf(JsonElement hello) => TimeSpan.FromMilliseconds(
        hello.ValueKind == JsonValueKind.Object && hello.TryGetProperty("heartbeat_interval", out var interval)
        && interval.ValueKind == JsonValueKind.Number && interval.TryGetInt32(out var milliseconds)
            ? milliseconds
            : throw new JsonException("A hello without an interval."));

    private static Dispatch DispatchOf(string name, JsonElement data)
    {
        try
        {
            return name switch
            {
                "READY" => ReadyOf(To(data, DiscordJson.Default.ReadyData)),
                "RESUMED" => new Dispatch.Resumed(),
                "INTERACTION_CREATE" => new Dispatch.InteractionCreate(To(data, DiscordJson.Default.Interaction)),
                "MESSAGE_CREATE" => new Dispatch.MessageCreate(To(data, DiscordJson.Default.Message)),
                "MESSAGE_UPDATE" => new Dispatch.MessageUpdate(To(data, DiscordJson.Default.Message)),
                "GUILD_CREATE" => new Dispatch.GuildCreate(To(data, DiscordJson.Default.GuildData).Id),
                "GUILD_DELETE" when To(data, DiscordJson.Default.GuildData) is var guild =>
                    new Dispatch.GuildDelete(guild.Id, guild.Unavailable),
                _ => new Dispatch.Other(name),
            };
        }
        catch (JsonException)
        {
            return new Dispatch.Undecodable(name, data.ValueKind == JsonValueKind.Undefined ? "" : data.GetRawText());
        }
    }

    private static T To<T>(JsonElement data, JsonTypeInfo<T> type) =>
        data.ValueKind == JsonValueKind.Object && data.Deserialize(type) is { } value
            ? value
            : throw new JsonException("An event's data is an object.");

    private static Dispatch.Ready ReadyOf(ReadyData ready) => new(
        ready.SessionId is { Length: > 0 } id && !id.Contains(' ') ? id : throw new JsonException("Not a session id."),
        ready.ResumeGatewayUrl ?? "", ready.Application?.Id ?? default, ready.User?.Id ?? default);
}

/// <summary>READY's data.</summary>
internal sealed record ReadyData
{
    public required string SessionId { get; init; }

    public string? ResumeGatewayUrl { get; init; }

    public HasId? Application { get; init; }

    public User? User { get; init; }
}

/// <summary>What has an id that matters, and no more.</summary>
internal sealed record HasId(Snowflake Id);

/// <summary>GUILD_CREATE's and GUILD_DELETE's data.</summary>
internal sealed record GuildData(Snowflake Id, bool Unavailable = false);
