using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace FakeDiscord.Gateway;

/// <summary>One WebSocket: what goes in and out, in order.</summary>
internal sealed class GatewayConnection(
    int number, bool isResumeUrl, WebSocket socket, HttpContext context, GatewayLog log, TimeProvider time)
{
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
    /// <param name="closed">What to do when it ends, before anybody can know; with the code that the bot closes with.</param>
    public async Task RunAsync(Action<byte[]> handle, Action<int?> closed, CancellationToken stopped)
    {
        Log(FrameKind.Opened);
        var writing = WriteAsync();
        try
        {
            await ReadAsync(handle, closed, stopped);
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException)
        {
            closed(null);
            if (!_isClosing)
                Log(FrameKind.Cut);
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            await writing;
        }
    }

    /// <summary>Counts a payload of the bot.</summary>
    /// <returns>Whether it is one too many.</returns>
    public bool IsOverWithThis()
    {
        var now = time.GetUtcNow();
        _received.Enqueue(now);
        while (now - _received.Peek() >= TimeSpan.FromMinutes(1))
            _received.Dequeue();
        return _received.Count > PayloadsPerMinute;
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
                await socket.SendAsync(
                    piece, WebSocketMessageType.Text, at + FrameBytes >= bytes.Length, CancellationToken.None);
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

    public void LogReceived(JsonObject payload)
    {
        var kept = payload.DeepClone().AsObject();
        if (kept["d"] is JsonObject data && data.ContainsKey("token"))
            data["token"] = "***";
        Log(FrameKind.Received, kept);
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var send in _outgoing.Reader.ReadAllAsync())
                await send();
        }
        catch (Exception broken) when (broken
            is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The reader sees it as well.
        }
    }

    private async Task ReadAsync(Action<byte[]> handle, Action<int?> closed, CancellationToken stopped)
    {
        var buffer = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(FrameBytes), stopped);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await ClosedAsync(closed, stopped);
                return;
            }

            buffer.Advance(part.Count);
            if (!part.EndOfMessage)
                continue;
            if (!_isClosing)
                handle(buffer.WrittenSpan.ToArray());
            buffer.Clear();
        }
    }

    private async Task ClosedAsync(Action<int?> closed, CancellationToken stopped)
    {
        if (_isClosing)
            return;
        var code = (int?)socket.CloseStatus;
        _isClosing = true;
        if (!IsSilent)
            closed(code);
        Log(FrameKind.ClosedByBot, code: code);
        if (IsSilent)
            await Task.Delay(Timeout.Infinite, stopped);
        await socket.CloseOutputAsync(
            socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private void Log(FrameKind kind, JsonObject? payload = null, int? code = null) =>
        log.Add(new GatewayFrame(number, kind, isResumeUrl, time.GetUtcNow(), payload?.DeepClone().AsObject(), code));
}
