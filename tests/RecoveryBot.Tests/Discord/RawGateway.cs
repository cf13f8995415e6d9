using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace RecoveryBot.Tests.Discord;

/// <summary>A bare WebSocket to the fake gateway.</summary>
internal sealed class RawGateway : IDisposable
{
    private const string Query = "/?v=10&encoding=json";

    private readonly ClientWebSocket _socket = new();
    private readonly string _token;

    private RawGateway(string token)
    {
        _token = token;
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
    }

    public string SessionId { get; private set; } = "";

    public string ResumeUrl { get; private set; } = "";

    /// <summary>The sequence number of the last event.</summary>
    public long Sequence { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Connects; nothing is read yet.</summary>
    public static async Task<RawGateway> OpenAsync(RawDiscord discord, string? url = null, string query = Query)
    {
        var gateway = new RawGateway(discord.Fake.Token);
        await gateway._socket.ConnectAsync(new Uri((url ?? discord.Fake.Gateway.Url) + query), Stop);
        return gateway;
    }

    /// <summary>Connects and reads hello.</summary>
    public static async Task<RawGateway> GreetedAsync(RawDiscord discord, string? url = null)
    {
        var gateway = await OpenAsync(discord, url);
        Assert.Equal(10, Op(await gateway.ReadAsync()));
        return gateway;
    }

    /// <summary>Connects, identifies and reads READY.</summary>
    public static async Task<RawGateway> ReadyAsync(RawDiscord discord, int intents = 4096, string more = "")
    {
        var gateway = await GreetedAsync(discord);
        await gateway.IdentifyAsync(intents, more);
        var ready = await gateway.ReadAsync();
        Assert.Equal("READY", Event(ready));
        gateway.SessionId = ready["d"]!["session_id"]!.ToString();
        gateway.ResumeUrl = ready["d"]!["resume_gateway_url"]!.ToString();
        return gateway;
    }

    public static int Op(JsonNode payload) => payload["op"]!.GetValue<int>();

    public static string? Event(JsonNode payload) => payload["t"]?.ToString();

    public Task IdentifyAsync(int intents = 4096, string more = "") => SendAsync(
        $$$"""{"op":2,"d":{"token":"{{{_token}}}","intents":{{{intents}}},"properties":{"os":"linux","browser":"b","device":"d"}{{{more}}}}}""");

    public Task ResumeAsync(string sessionId, long sequence) => SendAsync(
        $$$"""{"op":6,"d":{"token":"{{{_token}}}","session_id":"{{{sessionId}}}","seq":{{{sequence}}}}}""");

    public Task SendAsync(string json) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, Stop);

    /// <summary>The next payload; fails when the connection closes instead.</summary>
    public async Task<JsonObject> ReadAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[512];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, Stop);
            Assert.NotEqual(WebSocketMessageType.Close, part.MessageType);
            text.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            var payload = JsonNode.Parse(text.ToArray())!.AsObject();
            Sequence = payload["s"]?.GetValue<long>() ?? Sequence;
            return payload;
        }
    }

    /// <summary>The code that the connection is closed with, whatever comes before.</summary>
    public async Task<int> ClosedAsync()
    {
        var buffer = new byte[512];
        while ((await _socket.ReceiveAsync(buffer, Stop)).MessageType != WebSocketMessageType.Close)
        {
            // Payloads before the end do not matter here.
        }

        return (int)_socket.CloseStatus!.Value;
    }

    /// <summary>Reads on until the connection breaks.</summary>
    public async Task<WebSocketException> BrokenAsync() => await Assert.ThrowsAsync<WebSocketException>(ClosedAsync);

    /// <summary>Closes with a code of ours.</summary>
    public Task CloseAsync(int code) => _socket.CloseAsync((WebSocketCloseStatus)code, null, Stop);

    /// <summary>Breaks off without a word.</summary>
    public void Cut() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
