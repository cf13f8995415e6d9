using System.Text.Json;
using Microsoft.Extensions.Logging;
using RecoveryBot.Discord.Wire;

namespace RecoveryBot.Discord.Gateway;

/// <summary>
/// One shard's connection. It decides nothing: what happens goes into <see cref="GatewaySession"/>, and what comes out is
/// done, one input at a time.
/// </summary>
internal sealed class GatewayClient(
    Shard shard,
    GatewaySessionState start,
    DiscordToken token,
    IDispatchConsumer consumer,
    DispatchBacklog backlog,
    IdentifyTurns turns,
    Func<double> chance,
    TimeProvider time,
    ILogger log) : IDisposable
{
    private static readonly TimeSpan KeepLimit = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SemaphoreSlim _due = new(0);
    private GatewaySessionState _state = start;
    private ITimer? _timer;
    private GatewayAction.Connect? _next;
    private GatewayCloseCode? _refusal;

    /// <summary>Stays connected until cancelled; then leaves in a way that a new process can resume from.</summary>
    /// <exception cref="DiscordRefusedException">Discord will not have this bot as it is set up.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var timer = time.CreateTimer(
            _ => _due.Release(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer = timer;
        await ApplyAsync(new GatewayInput.Started(), socket: null, cancellationToken).ConfigureAwait(false);
        while (_next is { } connect)
        {
            _next = null;
            await Task.Delay(connect.Wait, time, cancellationToken).ConfigureAwait(false);
            if (await OpenAsync(connect.Url, cancellationToken).ConfigureAwait(false) is { } socket)
            {
                using (socket)
                    await ServeAsync(socket, cancellationToken).ConfigureAwait(false);
            }
        }

        if (_refusal is { } code)
            throw Refusal(code);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        _gate.Dispose();
        _due.Dispose();
    }

    private async Task<GatewaySocket?> OpenAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            var socket = await GatewaySocket.OpenAsync(url, time, cancellationToken).ConfigureAwait(false);
            await ApplyAsync(new GatewayInput.Connected(), socket, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch (Exception failure) when (
            (GatewaySocket.IsBroken(failure) || failure is UriFormatException) && !cancellationToken.IsCancellationRequested)
        {
            log.NotConnected(shard.ToString(), failure.Message);
            await ApplyAsync(new GatewayInput.NotConnected(), socket: null, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task ServeAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(socket, over.Token);
        var waking = WakeAsync(socket, over.Token);
        await Task.WhenAny(reading, waking, Task.Delay(Timeout.Infinite, over.Token)).ConfigureAwait(false);
        if (cancellationToken.IsCancellationRequested)
            await ApplyAsync(new GatewayInput.Stopped(), socket, CancellationToken.None).ConfigureAwait(false);
        else if (IsOpen)
            await socket.DropAsync().ConfigureAwait(false); // One of the two threw: no use for the other.
        await over.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(reading, waking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await reading.ConfigureAwait(false);
        if (waking.IsFaulted)
            await waking.ConfigureAwait(false);
    }

    private bool IsOpen => _state.Link is not (GatewayLink.Connecting or GatewayLink.Ended);

    private async Task WakeAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _due.WaitAsync(cancellationToken).ConfigureAwait(false);
            await ApplyAsync(new GatewayInput.TimeUp(), socket, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReadAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        while (IsOpen)
        {
            await backlog.WhenRoomAsync(cancellationToken).ConfigureAwait(false);
            if (await ReceiveAsync(socket).ConfigureAwait(false) is { } input)
                await ApplyAsync(input, socket, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<GatewayInput?> ReceiveAsync(GatewaySocket socket)
    {
        try
        {
            if (await socket.ReceiveAsync().ConfigureAwait(false) is { } message)
                return Read(message.Span);
            log.Closed(shard.ToString(), socket.CloseCode);
        }
        catch (Exception failure) when (GatewaySocket.IsBroken(failure))
        {
            if (IsOpen) // Else it was we who cut it.
                log.Cut(shard.ToString(), failure.Message);
        }

        return new GatewayInput.Closed(socket.CloseCode);
    }

    private GatewayInput? Read(ReadOnlySpan<byte> message)
    {
        try
        {
            return GatewayFrame.Read(message, () => _state.Position is null ? turns.Take(shard) : TimeSpan.Zero);
        }
        catch (JsonException)
        {
            log.FrameSkipped(shard.ToString(), message.Length); // The exception may quote it.
            return null;
        }
    }

    /// <summary>One at a time: the socket is written to from here alone. No wait in here lasts longer than some seconds.</summary>
    private async Task ApplyAsync(GatewayInput input, GatewaySocket? socket, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (!await TryStepAsync(input, socket, cancellationToken).ConfigureAwait(false))
            {
                await (socket?.DropAsync() ?? Task.CompletedTask).ConfigureAwait(false);
                await TryStepAsync(new GatewayInput.Closed(null), socket, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<bool> TryStepAsync(GatewayInput input, GatewaySocket? socket, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var wasLive = _state.Link is GatewayLink.Live;
        (_state, var actions) = GatewaySession.Step(_state, input, chance(), now);
        if (_state.Link is GatewayLink.Live && !wasLive)
            log.Live(shard.ToString());
        Arm(now);
        foreach (var action in actions)
        {
            if (!await TryDoAsync(action, socket, cancellationToken).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    private void Arm(DateTimeOffset now)
    {
        var wait = _state.Link.WakeAt is not { } at ? Timeout.InfiniteTimeSpan : at > now ? at - now : TimeSpan.Zero;
        _timer?.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private async Task<bool> TryDoAsync(GatewayAction action, GatewaySocket? socket, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case GatewayAction.Connect connect:
                _next = connect;
                Tell(connect);
                return true;
            case GatewayAction.Drop:
                await (socket?.DropAsync() ?? Task.CompletedTask).ConfigureAwait(false);
                return true;
            case GatewayAction.KeepIdentifies keep:
                return await TryKeepAsync(keep.Identifies, cancellationToken).ConfigureAwait(false);
            case GatewayAction.Identify:
                return await TrySendAsync(socket!, GatewayPayload.Identify(token, shard)).ConfigureAwait(false);
            case GatewayAction.Resume resume:
                return await TrySendAsync(socket!, GatewayPayload.Resume(token, resume.Position)).ConfigureAwait(false);
            case GatewayAction.Heartbeat heartbeat:
                return await TrySendAsync(socket!, GatewayPayload.Heartbeat(heartbeat.Sequence)).ConfigureAwait(false);
            case GatewayAction.Deliver deliver:
                backlog.Add(deliver.Dispatch, deliver.Position);
                return true;
            case GatewayAction.Report report:
                Tell(report);
                return true;
            case GatewayAction.GiveUp giveUp:
                _refusal = giveUp.Code;
                return true;
            default:
                throw new InvalidOperationException($"No such action: {action.GetType().Name}.");
        }
    }

    private async Task<bool> TryKeepAsync(IReadOnlyList<DateTimeOffset> identifies, CancellationToken cancellationToken)
    {
        try
        {
            using var overdue = new CancellationTokenSource(KeepLimit, time);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
            await consumer.KeepIdentifiesAsync(shard, identifies, ends.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure)
        {
            log.IdentifiesNotKept(failure, shard.ToString());
            return false;
        }
    }

    private async Task<bool> TrySendAsync(GatewaySocket socket, ReadOnlyMemory<byte> payload)
    {
        try
        {
            await socket.SendAsync(payload).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (GatewaySocket.IsBroken(failure))
        {
            log.Cut(shard.ToString(), failure.Message);
            return false;
        }
    }

    private void Tell(GatewayAction.Connect connect)
    {
        if (connect.Wait > TimeSpan.FromMinutes(1))
            log.LongPause(shard.ToString(), connect.Wait.TotalSeconds);
        else
            log.Reconnecting(shard.ToString(), connect.Wait.TotalSeconds);
    }

    private void Tell(GatewayAction.Report report)
    {
        switch (report.Trouble)
        {
            case GatewayTrouble.Silent:
                log.Silent(shard.ToString());
                break;
            case GatewayTrouble.OurBug:
                log.OurBug(shard.ToString(), report.CloseCode);
                break;
            case GatewayTrouble.SessionLost:
                log.SessionLost(shard.ToString());
                break;
        }
    }

    private static DiscordRefusedException Refusal(GatewayCloseCode code) => code switch
    {
        GatewayCloseCode.AuthenticationFailed => DiscordRefusedException.Token($"gateway close code {(int)code}"),
        GatewayCloseCode.InvalidShard or GatewayCloseCode.ShardingRequired => new DiscordRefusedException(
            $"Discord wants another number of shards (gateway close code {(int)code}): leave Discord:Shards empty, so that it is asked."),
        _ => new DiscordRefusedException(
            $"Discord refuses this bot's gateway connection (close code {(int)code}). On the Bot page of the developer portal "
            + "look whether the bot is restricted; a newer version of this program may be needed."),
    };
}
