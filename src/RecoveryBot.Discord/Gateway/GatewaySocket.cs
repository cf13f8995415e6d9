using System.Buffers;
using System.Net.WebSockets;

namespace RecoveryBot.Discord.Gateway;

/// <summary>One WebSocket to the gateway: whole messages in, payloads out, and a way to leave that keeps the session.</summary>
internal sealed class GatewaySocket : IDisposable
{
    /// <summary>The longest message that is read, in bytes; a large server's description is below.</summary>
    public const int MaxMessageBytes = 16 * 1024 * 1024;

    /// <summary>How long a payload may take to be sent.</summary>
    public static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(5);

    private const int FirstBufferBytes = 16 * 1024;

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(1);

    private readonly ClientWebSocket _socket = new();
    private readonly TimeProvider _time;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);

    private GatewaySocket(TimeProvider time) => _time = time;

    /// <summary>The server's reason for closing; <see langword="null"/>: it gave none, or has not closed.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <exception cref="WebSocketException">No connection could be made.</exception>
    /// <exception cref="OperationCanceledException">Not in time, or cancelled.</exception>
    public static async Task<GatewaySocket> OpenAsync(string url, TimeProvider time, CancellationToken cancellationToken)
    {
        var socket = new GatewaySocket(time);
        try
        {
            socket._socket.Options.SetRequestHeader(UserAgent.Header, UserAgent.Value);
            socket._socket.Options.KeepAliveInterval = TimeSpan.Zero; // Heartbeats do that.
            using var overdue = new CancellationTokenSource(ConnectLimit, time);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
            await socket._socket.ConnectAsync(new Uri(url.TrimEnd('/') + "/?v=10&encoding=json"), ends.Token)
                .ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The next message, valid until the next call; empty: one that was too long and is skipped; <see langword="null"/>: the
    /// server has closed.
    /// </summary>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        var (length, tooLong) = (0, false);
        while (true)
        {
            if (length == _buffer.Length)
                tooLong |= !TryGrow();
            if (tooLong)
                length = 0; // The rest is read over the start of the buffer.
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                return tooLong ? ReadOnlyMemory<byte>.Empty : _buffer.AsMemory(0, length);
        }
    }

    /// <exception cref="WebSocketException">The connection is broken.</exception>
    /// <exception cref="OperationCanceledException">It took too long; the connection is of no use any more.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> payload)
    {
        using var overdue = new CancellationTokenSource(SendLimit, _time);
        await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, overdue.Token).ConfigureAwait(false);
    }

    /// <summary>Leaves with 4000 and does not wait for the other side: 1000 or 1001 would end the session.</summary>
    public async Task DropAsync()
    {
        try
        {
            using var overdue = new CancellationTokenSource(CloseLimit, _time);
            await _socket.CloseOutputAsync((WebSocketCloseStatus)GatewayCloseCode.UnknownError, null, overdue.Token)
                .ConfigureAwait(false);
        }
        catch (Exception failure) when (IsBroken(failure))
        {
            // Then it is cut, which keeps the session as well.
        }

        _socket.Abort();
    }

    /// <summary>Whether an exception says no more than that the connection is over.</summary>
    public static bool IsBroken(Exception failure) => failure is WebSocketException or OperationCanceledException
        or InvalidOperationException or IOException or HttpRequestException;

    /// <summary>Only when nothing receives any more: the buffer goes back to the pool.</summary>
    public void Dispose()
    {
        _socket.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private bool TryGrow()
    {
        if (_buffer.Length >= MaxMessageBytes)
            return false;
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        return true;
    }
}
