using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace RecoveryBot.Discord.Gateway;

/// <summary>
/// Dispatches on their way from the socket to the consumer: the connection never waits for a commit. What is in here is held
/// through any reconnect, so a resume starts after the last one received; a new process starts after the last one committed.
/// </summary>
internal sealed class DispatchBacklog(
    Shard shard, IDispatchConsumer consumer, Func<double> chance, TimeProvider time, ILogger log)
{
    /// <summary>Beyond that many the socket is not read, until there is room.</summary>
    private const int Room = 10_000;

    /// <summary>As many as one commit takes.</summary>
    private const int Batch = 100;

    private readonly Channel<(Dispatch Dispatch, GatewayPosition Position)> _waiting =
        Channel.CreateBounded<(Dispatch, GatewayPosition)>(new BoundedChannelOptions(Room) { SingleReader = true });

    /// <summary>Completes when there is room for one more.</summary>
    public async Task WhenRoomAsync(CancellationToken cancellationToken) =>
        await _waiting.Writer.WaitToWriteAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Takes one; there must be room.</summary>
    public void Add(Dispatch dispatch, GatewayPosition position)
    {
        consumer.Received(dispatch); // First: it may be committed before the next line.
        if (!_waiting.Writer.TryWrite((dispatch, position)))
            throw new InvalidOperationException("The backlog is full or closed.");
    }

    /// <summary>Nothing more comes: <see cref="CommitAllAsync"/> ends with what is there.</summary>
    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Commits until nothing more comes or it is cancelled.</summary>
    public async Task CommitAllAsync(CancellationToken cancellationToken)
    {
        var batch = new List<Dispatch>(Batch);
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            batch.Clear();
            GatewayPosition? position = null;
            while (batch.Count < Batch && _waiting.Reader.TryPeek(out var next)
                && (position is null || position.SessionId == next.Position.SessionId)
                && _waiting.Reader.TryRead(out next))
            {
                batch.Add(next.Dispatch);
                position = next.Position;
            }

            await CommitAsync([.. batch], position!, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CommitAsync(
        IReadOnlyList<Dispatch> dispatches, GatewayPosition position, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await consumer.CommitAsync(shard, dispatches, position, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                var pause = BackOff.Jittered(failures, chance());
                log.CommitFailed(failure, pause.TotalSeconds);
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
