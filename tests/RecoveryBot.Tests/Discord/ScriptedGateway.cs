using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace RecoveryBot.Tests.Discord;

/// <summary>A gateway that does nothing by itself: the test is the other side of each connection.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly Channel<GatewayPeer> _peers = Channel.CreateUnbounded<GatewayPeer>();
    private readonly List<GatewayPeer> _all = [];
    private LoopbackServer _server = null!;
    private int _refusals;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Url => _server.Address.Replace("http://", "ws://", StringComparison.Ordinal);

    /// <param name="refusals">How many connections fail before one is let in.</param>
    public static async Task<ScriptedGateway> StartAsync(int refusals = 0)
    {
        var gateway = new ScriptedGateway { _refusals = refusals };
        gateway._server = await LoopbackServer.StartAsync(gateway.ServeAsync);
        return gateway;
    }

    /// <summary>The next connection.</summary>
    public async Task<GatewayPeer> AcceptAsync() => await _peers.Reader.ReadAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        foreach (var peer in _all)
            peer.Cut();
        await _server.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (_refusals-- > 0)
        {
            context.Response.StatusCode = 502;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var peer = new GatewayPeer(socket, context);
        _all.Add(peer);
        _peers.Writer.TryWrite(peer);
        await peer.Over;
    }
}

/// <summary>The server's end of one connection.</summary>
internal sealed class GatewayPeer(WebSocket socket, HttpContext context)
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task Over => _over.Task;

    public string Query { get; } = context.Request.QueryString.Value!;

    public string Path { get; } = context.Request.Path.Value!;

    public string UserAgent { get; } = context.Request.Headers.UserAgent.ToString();

    public Task SendAsync(string json) => socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, Stop);

    /// <summary>Sends one message in frames of this many bytes.</summary>
    public async Task SendInPiecesAsync(string json, int bytes)
    {
        var all = Encoding.UTF8.GetBytes(json);
        for (var at = 0; at < all.Length; at += bytes)
        {
            var end = Math.Min(all.Length, at + bytes);
            await socket.SendAsync(all.AsMemory(at, end - at), WebSocketMessageType.Text, end == all.Length, Stop);
        }
    }

    public Task HelloAsync(int interval = 41_250) => SendAsync($$$"""{"op":10,"s":null,"t":null,"d":{"heartbeat_interval":{{{interval}}},"_trace":["x"]}}""");

    public Task ReadyAsync(string resumeUrl, string session = "session1", int sequence = 1) => SendAsync(
        $$$$"""
        {"op":0,"s":{{{{sequence}}}},"t":"READY","d":{"v":10,"user":{"id":"2","username":"coach","bot":true},"guilds":[],
        "session_id":"{{{{session}}}}","resume_gateway_url":"{{{{resumeUrl}}}}","application":{"id":"1","flags":0},"new_field":{}}}
        """);

    public Task EventAsync(int sequence, string name = "TYPING_START", string data = "{}") =>
        SendAsync($$$"""{"op":0,"s":{{{sequence}}},"t":"{{{name}}}","d":{{{data}}}}""");

    /// <summary>The next payload; <see langword="null"/>: the client has left.</summary>
    public async Task<JsonObject?> ReceiveAsync()
    {
        var buffer = new byte[8192];
        try
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), Stop);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            Assert.True(part.EndOfMessage && part.Count <= 4096, "A payload is too long.");
            return JsonNode.Parse(buffer.AsSpan(0, part.Count))!.AsObject();
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>Waits until the client leaves.</summary>
    /// <returns>Its close code; <see langword="null"/>: it just cut.</returns>
    public async Task<int?> LeftAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }

        _over.TrySetResult();
        return (int?)socket.CloseStatus;
    }

    public async Task CloseAsync(int code)
    {
        await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, Stop);
        await LeftAsync();
    }

    public void Cut()
    {
        if (_over.Task.IsCompleted)
            return; // Its context is gone.
        context.Abort();
        _over.TrySetResult();
    }
}
