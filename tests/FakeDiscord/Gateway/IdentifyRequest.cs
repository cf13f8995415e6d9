using System.Text.Json.Nodes;

namespace FakeDiscord.Gateway;

/// <summary>What an identify asks for, and what is wrong with it.</summary>
/// <param name="CloseCode">How it is refused; <see langword="null"/>: it passes.</param>
internal sealed record IdentifyRequest(int Shard, int Shards, int Intents, int? CloseCode, IReadOnlyList<string> Problems)
{
    private static readonly string[] Fields =
        ["token", "intents", "properties", "shard", "presence", "large_threshold", "compress"];

    public static IdentifyRequest Read(JsonObject? data, FakeDiscordOptions options)
    {
        var shards = (data?["shard"] as JsonArray)?.Select(one => (int)(one.Number() ?? -1)).ToList();
        var (shard, count) = shards is [var first, var second] ? (first, second) : (0, 1);
        var intents = data?["intents"].Number() ?? -1;
        var unknown = (data ?? []).Where(field => !Fields.Contains(field.Key))
            .Select(field => $"identify.{field.Key} is unknown");
        (int Code, string What)? refusal = data switch
        {
            null => (CloseCodes.DecodeError, "identify without data"),
            _ when data["token"].Text() != options.Token =>
                (CloseCodes.AuthenticationFailed, "identify with a wrong token"),
            _ when !HasProperties(data["properties"]) =>
                (CloseCodes.DecodeError, "identify.properties needs os, browser and device"),
            _ when intents < 0 || (intents & ~Gateway.Intents.All) != 0 =>
                (CloseCodes.InvalidIntents, "identify.intents is invalid"),
            _ when (intents & Gateway.Intents.Privileged & ~options.PrivilegedIntents) != 0 =>
                (CloseCodes.DisallowedIntents, "identify.intents asks for what was not granted"),
            _ when data["shard"] is not null && (shards is not [_, _] || shard < 0 || shard >= count) =>
                (CloseCodes.InvalidShard, "identify.shard is invalid"),
            _ when count < options.Shards => (CloseCodes.ShardingRequired, "identify needs more shards"),
            _ => null,
        };
        return new IdentifyRequest(
            shard, count, (int)intents, refusal?.Code, [.. unknown, .. refusal is { } wrong ? new[] { wrong.What } : []]);
    }

    private static bool HasProperties(JsonNode? properties) =>
        new[] { "os", "browser", "device" }
            .All(name => properties is JsonObject && properties[name].Text() is not null);
}
