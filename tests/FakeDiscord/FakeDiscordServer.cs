using System.Net;
using FakeDiscord.Gateway;
using FakeDiscord.Rest;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FakeDiscord;

/// <summary>
/// Discord on loopback for one bot, REST and gateway, as strict as the real one and stricter where the real one is silent:
/// see <see cref="CallLog.Violations"/>. Nothing leaves the machine.
/// </summary>
public sealed class FakeDiscordServer : IAsyncDisposable
{
    private readonly FakeDiscordOptions _options;
    private readonly WebApplication _app;
    private readonly RestServer _rest;

    private FakeDiscordServer(FakeDiscordOptions options)
    {
        _options = options;
        var ids = new Snowflakes(options.Time);
        var profile = new Profile(options);
        Channels = new Channels(ids);
        Commands = new Commands(options, ids);
        Interactions = new Interactions(options, ids);
        RateLimits = new RateLimits(options.RateLimits);
        Gateway = new GatewayServer(options, profile, Log);
        var events = new MessageEvents(Gateway);
        var content = new MessageContent(ids, () => Address);
        People = new People(options, Channels, Interactions, Commands, Gateway, events, ids);
        var channelMethods = new ChannelMethods(options, profile, Channels, content, events, ids);
        _rest = new RestServer(
            options, Log, Faults, RateLimits, Gateway,
            new BotMethods(options, profile, Commands, channelMethods, Channels, People, Gateway),
            new InteractionMethods(options, profile, Channels, Interactions, content, events, ids));
        _app = Build();
    }

    /// <summary>Without a path; see <see cref="ApiBaseUrl"/>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What stands for <c>https://discord.com/api/v10</c>.</summary>
    public string ApiBaseUrl => $"{Address.OriginalString}/api/v10";

    public string Token => _options.Token;

    public CallLog Log { get; } = new();

    public Faults Faults { get; } = new();

    public RateLimits RateLimits { get; }

    public GatewayServer Gateway { get; }

    public Channels Channels { get; }

    public Commands Commands { get; }

    public Interactions Interactions { get; }

    public People People { get; }

    public static async Task<FakeDiscordServer> StartAsync(FakeDiscordOptions? options = null)
    {
        var server = new FakeDiscordServer(options ?? new FakeDiscordOptions());
        await server._app.StartAsync();
        var ports = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.Select(address => new Uri(address).Port).ToList();
        server.Address = new Uri($"http://127.0.0.1:{ports[0]}");
        server.Gateway.ListenAt(ports[0], ports[1]);
        return server;
    }

    /// <summary>Completes when the program is told to end.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null; // Discord's own limit is answered in its own words.
            kestrel.Listen(IPAddress.Loopback, _options.Port);
            kestrel.Listen(IPAddress.Loopback, 0); // For resuming.
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero); // Open sockets are cut.
        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.UseRouting();
        app.MapGet("/", (RequestDelegate)Gateway.AcceptAsync);
        _rest.Map(app);
        ControlEndpoints.Map(app, this);
        app.MapFallback((RequestDelegate)_rest.UnknownAsync);
        return app;
    }
}
