using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Tests.Support;
using RecoveryBot.Tests.Telegram;

namespace RecoveryBot.Tests.Discord;

/// <summary>The gateway client beside a scripted server, by a manual clock and with chance in the test's hand.</summary>
internal sealed class GatewayRig : IAsyncDisposable
{
    public const string Token = RestRig.Token;

    private readonly CancellationTokenSource _stop = new();
    private readonly DiscordRestClient _rest;
    private readonly ManualTimeProvider _manual = new(SessionDriver.Noon);

    private GatewayRig(ScriptedGateway server, KeepingDispatches? consumer, int? shards)
    {
        Server = server;
        Consumer = consumer ?? new KeepingDispatches();
        Time = new WatchedTime(_manual);
        var options = new DiscordOptions { Token = Token, GatewayUrl = server.Url, Shards = shards };
        _rest = new DiscordRestClient(options, Time, Log, new HttpClientHandler());
        var gateway = new DiscordGateway(_rest, Options.Create(options), Time, Log) { Chance = () => Chance };
        Running = gateway.RunAsync(Consumer, _stop.Token);
    }

    public ScriptedGateway Server { get; }

    public KeepingDispatches Consumer { get; }

    public KeepingLog<DiscordGateway> Log { get; } = new();

    public WatchedTime Time { get; }

    public Task Running { get; }

    /// <summary>High where a heartbeat shall be far away, zero where a reconnect shall be at once.</summary>
    public double Chance { get; set; }

    public static async Task<GatewayRig> StartAsync(KeepingDispatches? consumer = null, int? shards = null, int refusals = 0) =>
        new(await ScriptedGateway.StartAsync(refusals), consumer, shards);

    /// <summary>Lets time pass, but not while something is being sent: its limit would be over at once.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        await Time.WhenNobodyWaitsAsync(GatewaySocket.SendLimit);
        _manual.Advance(by);
    }

    /// <summary>Lets exactly the time pass until a live connection's next heartbeat: limits of what follows start there.</summary>
    /// <param name="isFirst">Of a connection by <see cref="LiveAsync"/>.</param>
    public Task AdvanceToHeartbeatAsync(bool isFirst) => AdvanceAsync(
        isFirst ? (SessionDriver.Interval * 0.9) - TimeSpan.FromSeconds(10) : SessionDriver.Interval);

    /// <summary>Says hello to the next connection and returns what it asks for.</summary>
    public async Task<(GatewayPeer Peer, JsonObject Asked)> GreetAsync()
    {
        var peer = await Server.AcceptAsync();
        Chance = 0.9;
        await peer.HelloAsync();
        var asked = await peer.ReceiveAsync();
        Chance = 0;
        return (peer, asked!);
    }

    /// <summary>A connection that identified, is ready and has lived for a while; the next one needs no wait.</summary>
    public async Task<GatewayPeer> LiveAsync()
    {
        var (peer, _) = await GreetAsync();
        await peer.ReadyAsync(Server.Url);
        await Consumer.KeptAsync(1);
        await AdvanceAsync(TimeSpan.FromSeconds(10));
        return peer;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Running;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _rest.Dispose();
        await Server.DisposeAsync();
        _stop.Dispose();
    }
}
