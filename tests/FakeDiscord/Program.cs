using System.Globalization;
using System.Text.Json.Nodes;
using FakeDiscord;
using FakeDiscord.Checks;

if (args is ["--cut-schema", var published])
{
    Console.Write(OpenApiCut.Write(OpenApiCut.Of(JsonNode.Parse(File.ReadAllText(published))!.AsObject())));
    return;
}

var options = new FakeDiscordOptions();
for (var i = 0; i < args.Length; i++)
{
    options = (args[i], args.ElementAtOrDefault(i + 1)) switch
    {
        ("--port", { } port) => options with { Port = Number(port) },
        ("--token", { } token) => options with { Token = token },
        ("--bot-name", { } name) => options with { BotName = name },
        ("--rate-limits", _) => options with { RateLimits = true },
        ("--shards", { } shards) => options with { Shards = Number(shards) },
        ("--heartbeat-seconds", { } seconds) =>
            options with { HeartbeatInterval = TimeSpan.FromSeconds(Number(seconds)) },
        _ => options,
    };
}

await using var server = await FakeDiscordServer.StartAsync(options);
Console.WriteLine($"Discord for {server.Token} at {server.Address.OriginalString}; people and faults under /control.");
await server.WaitForShutdownAsync();

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
