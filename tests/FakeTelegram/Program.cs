using System.Globalization;
using FakeTelegram;

var options = new FakeTelegramOptions();
for (var i = 0; i < args.Length; i++)
{
    options = (args[i], args.ElementAtOrDefault(i + 1)) switch
    {
        ("--port", { } port) => options with { Port = int.Parse(port, CultureInfo.InvariantCulture) },
        ("--token", { } token) => options with { Token = token },
        ("--bot-name", { } name) => options with { BotName = name },
        ("--flood-limits", _) => options with { FloodLimits = true },
        _ => options,
    };
}

await using var server = await FakeTelegramServer.StartAsync(options);
Console.WriteLine($"Bot API for {server.Token} at {server.Address.OriginalString}; people and faults under /control.");
await server.WaitForShutdownAsync();
