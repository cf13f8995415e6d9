using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Discord;

/// <summary>
/// A canary: whatever the runtime can be made to tell about the calls and the gateway, neither the bot's token nor an
/// interaction's is in it.
/// </summary>
public sealed class DiscordSecretTests
{
    private static readonly string[] Canaries = ["canary-part-of-the-token", RestRig.Click.Reveal()];

    private readonly ConcurrentQueue<string> _told = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task No_token_is_in_a_log_exception_trace_metric_or_event()
    {
        await using var api = await ScriptedApi.StartAsync();
        await using var gateway = await ScriptedGateway.StartAsync();
        await using var provider = ServicesFor(api, gateway);
        using var ears = new RuntimeEars(_told);
        var client = provider.GetRequiredService<DiscordRestClient>();
        var message = new CreateMessage { Nonce = "n", Content = "c" };

        foreach (var answer in Answers(RestRig.Token))
        {
            api.Default = answer;
            Tell(await Record.ExceptionAsync(() => client.CreateMessageAsync(RestRig.Ann, message, Stop)));
        }

        foreach (var answer in Answers(RestRig.Click.Reveal()))
        {
            api.Default = answer;
            Tell(await Record.ExceptionAsync(() => client.CreateInteractionResponseAsync(
                RestRig.App, RestRig.Click, new InteractionResponse.DeferUpdate(), Stop)));
            Tell(await Record.ExceptionAsync(() => client.CreateFollowupMessageAsync(
                RestRig.App, RestRig.Click, new InteractionMessage { Content = "c" }, Stop)));
        }

        await ListenAsync(provider.GetRequiredService<DiscordGateway>(), gateway);
        Tell(client);
        Tell(RestRig.Click);
        Tell(DiscordToken.TryParse(RestRig.Token));
        Tell(provider.GetRequiredService<DiscordGateway>());

        Assert.All(Canaries, canary => Assert.DoesNotContain(_told, line => line.Contains(canary, StringComparison.Ordinal)));
        Assert.Contains(_told, line => line.StartsWith("log", StringComparison.Ordinal) && line.Contains("is live", StringComparison.Ordinal));
        Assert.Contains(_told, line => line.Contains("http.client.request.duration", StringComparison.Ordinal));
        Assert.Contains(_told, line => line.StartsWith("event", StringComparison.Ordinal) && line.Contains("/callback", StringComparison.Ordinal));
    }

    private static async Task ListenAsync(DiscordGateway gateway, ScriptedGateway server)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var consumer = new KeepingDispatches { Failures = 1, Position = new GatewayPosition("s", server.Url, 1) };
        var running = gateway.RunAsync(consumer, end.Token);
        var peer = await server.AcceptAsync();
        await peer.HelloAsync();
        Assert.Equal(RestRig.Token, (string)(await peer.ReceiveAsync())!["d"]!["token"]!);
        await peer.EventAsync(2, "RESUMED");
        await peer.EventAsync(3, "INTERACTION_CREATE", $$"""{"id":"1","application_id":"1","type":2,"token":"{{RestRig.Click.Reveal()}}"}""");
        await peer.EventAsync(4, "INTERACTION_CREATE", $$"""{"id":[],"token":"{{RestRig.Click.Reveal()}}"}""");
        await peer.SendAsync($$"""{"op":"{{RestRig.Token}}"}""");
        await peer.SendAsync("""{"op":1}""");
        await peer.ReceiveAsync();
        await end.CancelAsync();
        await running;
    }

    /// <param name="secret">Echoed by the server.</param>
    private static IEnumerable<ApiAnswer> Answers(string secret) =>
    [
        ApiAnswer.Message,
        ApiAnswer.Error(400, 50035, $"Bad token {secret}"),
        new(502, $"<html>{secret}</html>"),
        new(200, $"<html>{secret}</html>"),
        ApiAnswer.Cut,
        ApiAnswer.Error(401, 50027),
    ];

    private void Tell(object? what) => _told.Enqueue(what?.ToString() ?? "");

    private ServiceProvider ServicesFor(ScriptedApi api, ScriptedGateway gateway)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = RestRig.Token,
            ["Discord:ApiBaseUrl"] = api.Url,
            ["Discord:GatewayUrl"] = gateway.Url,
        }).Build());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new RuntimeEars.Lines(_told)));
        services.AddDiscordClient();
        return services.BuildServiceProvider();
    }
}
