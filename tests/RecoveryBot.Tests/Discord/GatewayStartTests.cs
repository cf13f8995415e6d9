using Microsoft.Extensions.Options;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Wire;
using RecoveryBot.Tests.Support;
using RecoveryBot.Tests.Telegram;

namespace RecoveryBot.Tests.Discord;

/// <summary>The gateway's address, shards and identify limit come from the API.</summary>
public sealed class GatewayStartTests
{
    /// <summary>A guard, never a wait.</summary>
    private const int Patience = 60_000;

    private readonly ManualTimeProvider _manual = new(SessionDriver.Noon);
    private readonly KeepingLog<DiscordGateway> _log = new();
    private readonly KeepingDispatches _consumer = new();
    private readonly WatchedTime _time;

    public GatewayStartTests() => _time = new WatchedTime(_manual);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = Patience)]
    public async Task The_advised_number_of_shards_is_started_at_the_advised_address()
    {
        await using var api = await ScriptedApi.StartAsync();
        await using var server = await ScriptedGateway.StartAsync();
        api.Answer(Advice(server.Url, shards: 2, remaining: 900));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var client = ClientOf(api);

        var running = GatewayOf(api, client).RunAsync(_consumer, end.Token);
        await server.AcceptAsync();
        await server.AcceptAsync();
        await end.CancelAsync();
        await running;

        Assert.Equal(["0/2", "1/2"], _consumer.Loaded.Select(shard => shard.ToString()).Order());
        Assert.Single(api.Calls);
    }

    [Fact(Timeout = Patience)]
    public async Task Where_no_identify_remains_it_waits_for_the_reset()
    {
        await using var api = await ScriptedApi.StartAsync();
        await using var server = await ScriptedGateway.StartAsync();
        api.Answer(Advice(server.Url, shards: 1, remaining: 0));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var client = ClientOf(api);

        var running = GatewayOf(api, client).RunAsync(_consumer, end.Token);
        await _time.WhenWaitingAsync(TimeSpan.FromMinutes(10));
        _manual.Advance(TimeSpan.FromMinutes(10));
        var peer = await server.AcceptAsync();
        await peer.HelloAsync();
        var asked = await peer.ReceiveAsync();
        await end.CancelAsync();
        await running;

        Assert.Equal(2, (int)asked!["op"]!);
        Assert.Contains(_log.Lines, line => line.Contains("no further identify for 600 s", StringComparison.Ordinal));
    }

    [Fact(Timeout = Patience)]
    public async Task A_dead_token_ends_it_with_a_plain_line()
    {
        await using var api = await ScriptedApi.StartAsync();
        api.Answer(ApiAnswer.Error(401, 0, "401: Unauthorized"));
        using var client = ClientOf(api);

        var refusal = await Assert.ThrowsAsync<DiscordRefusedException>(() => GatewayOf(api, client).RunAsync(_consumer, Stop));

        Assert.StartsWith("Discord refuses the bot token", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact(Timeout = Patience)]
    public async Task An_api_in_trouble_is_asked_again()
    {
        await using var api = await ScriptedApi.StartAsync();
        await using var server = await ScriptedGateway.StartAsync();
        api.Answer(ApiAnswer.Error(503, 0), Advice(server.Url, shards: 1, remaining: 900));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var client = ClientOf(api);

        var running = GatewayOf(api, client).RunAsync(_consumer, end.Token);
        await _time.WhenWaitingAsync(TimeSpan.FromSeconds(0.5));
        _manual.Advance(TimeSpan.FromSeconds(0.5));
        await server.AcceptAsync();
        await end.CancelAsync();
        await running;

        Assert.Contains(_log.Lines, line => line.StartsWith("Warning: The gateway cannot be started", StringComparison.Ordinal));
    }

    private static ApiAnswer Advice(string url, int shards, int remaining) => new(
        200,
        $$$"""{"url":"{{{url}}}","shards":{{{shards}}},"session_start_limit":{"total":1000,"remaining":{{{remaining}}},"reset_after":600000,"max_concurrency":1}}""");

    private static DiscordOptions OptionsOf(ScriptedApi api) => new() { Token = RestRig.Token, ApiBaseUrl = api.Url };

    private DiscordRestClient ClientOf(ScriptedApi api) => new(OptionsOf(api), _time, _log, DiscordConnections.Create());

    private DiscordGateway GatewayOf(ScriptedApi api, DiscordRestClient client) =>
        new(client, Options.Create(OptionsOf(api)), _time, _log) { Chance = () => 0 };
}
