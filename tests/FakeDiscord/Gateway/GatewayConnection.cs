using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace FakeDiscord.Gateway;

/// <summary>One WebSocket: what goes in and out, in order.</summary>
internal sealed class GatewayConnection(int number, bool isResumeUrl, WebSocket socket, HttpContext context, GatewayLog log, TimeProvider time)
{
    private const int LargestPayload = 4096;
    private const int PayloadsPerMinute = 120;

    /// <summary>Payloads go out in pieces of this size, as large ones do on the real gateway.</summary>
    private const int FrameBytes = 1024;

    private readonly System.Threading.Channels.Channel<Func<Task>> _outgoing =
        System.Threading.Channels.Channel.CreateUnbounded<Func<Task>>();

    private readonly Queue<DateTimeOffset> _received = [];
    private bool _isClosing;

    public int Number => number;

    /// <summary>Nothing is sent any more, as on a dead line.</summary>
    public bool IsSilent { get; set; }

    public GatewaySession? Session { get; set; }

    /// <summary>What happens when the bot identifies or resumes.</summary>
    public GatewayFault? FaultAtStart { get; set; }

    /// <summary>Reads until the end.</summary>
    /// <param name="handle">What to do with a payload.</param>
    /// <returns>The code that the bot closed with; <see langword="null"/>: it was cut, or the fake closed it.</returns>
    public async Task<int?> RunAsync(Action<JsonObject> handle, CancellationToken stopped)
    {
        Log(FrameKind.Opened);
        var writing = WriteAsync();
        try
        {
            return await ReadAsync(handle, stopped);
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException)
        {
            if (!_isClosing)
                Log(FrameKind.Cut);
            return null;
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            await writing;
        }
    }

    public void Send(JsonObject payload)
    {
        if (IsSilent)
            return;
        _outgoing.Writer.TryWrite(async () =>
        {
            Log(FrameKind.Sent, payload);
            var bytes = Encoding.UTF8.GetBytes(payload.ToJsonString());
            for (var at = 0; at < bytes.Length; at += FrameBytes)
            {
                var piece = bytes.AsMemory(at, Math.Min(FrameBytes, bytes.Length - at));
                await socket.SendAsync(piece, WebSocketMessageType.Text, at + FrameBytes >= bytes.Length, CancellationToken.None);
            }
        });
    }

    public void Close(int code, string reason)
    {
        _outgoing.Writer.TryWrite(async () =>
        {
            _isClosing = true;
            Log(FrameKind.ClosedByDiscord, code: code);
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, CancellationToken.None);
        });
        _outgoing.Writer.TryComplete();
    }

    /// <summary>Ends the connection with no close frame.</summary>
    public void Cut() => context.Abort();

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var send in _outgoing.Reader.ReadAllAsync())
                await send();
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The reader sees it as well.
        }
    }

    private async Task<int?> ReadAsync(Action<JsonObject> handle, CancellationToken stopped)
    {
        var buffer = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(FrameBytes), stopped);
            if (part.MessageType == WebSocketMessageType.Close)
                return await ClosedAsync(stopped);
            buffer.Advance(part.Count);
            if (!part.EndOfMessage)
                continue;
            if (!_isClosing)
                Take(buffer.WrittenSpan, handle);
            buffer.Clear();
        }
    }

    private async Task<int?> ClosedAsync(CancellationToken stopped)
    {
        if (_isClosing)
            return null;
        var code = (int?)socket.CloseStatus;
        Log(FrameKind.ClosedByBot, code: code);
        _isClosing = true;
        if (IsSilent)
            await Task.Delay(Timeout.Infinite, stopped);
        else
            await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return code;
    }

    private void Take(ReadOnlySpan<byte> bytes, Action<JsonObject> handle)
    {
        var now = time.GetUtcNow();
        _received.Enqueue(now);
        while (now - _received.Peek() >= TimeSpan.FromMinutes(1))
            _received.Dequeue();
        if (_received.Count > PayloadsPerMinute)
            Close(CloseCodes.RateLimited, "You are being rate limited.");
        else if (bytes.Length > LargestPayload || Parse(bytes) is not { } payload)
            Close(CloseCodes.DecodeError, "Error while decoding payload.");
        else
            handle(payload);
    }

    private static JsonObject? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    public void LogReceived(JsonObject payload)
    {
        var kept = payload.DeepClone().AsObject();
        if (kept["d"] is JsonObject data && data.ContainsKey("token"))
            data["token"] = "***";
        Log(FrameKind.Received, kept);
    }

    private void Log(FrameKind kind, JsonObject? payload = null, int? code = null) =>
        log.Add(new GatewayFrame(number, kind, isResumeUrl, time.GetUtcNow(), payload?.DeepClone().AsObject(), code));
}
