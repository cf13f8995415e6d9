using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryBot.Channels;
using RecoveryBot.Coaching;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Outbox;

/// <summary>
/// Sends what is committed: the most urgent class first across users, in order within a chat, one call in flight for
/// each chat; a safety message does not wait for one that is under way or held.
/// </summary>
public sealed class DeliveryWorker(
    CoachStore store,
    IEnumerable<IChatChannel> channels,
    TimeProvider time,
    Signals signals,
    ILogger<DeliveryWorker> log) : BackgroundService
{
    private const int MostInFlight = 64;
    private static readonly TimeSpan RetryWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetryWait = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, IChatChannel> _channels = channels.ToDictionary(channel => channel.Platform);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Delivers until nothing more can be delivered now; messages held for later stay.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var inFlight = new Dictionary<long, Attempt>();
            while (true)
            {
                await StartAsync(inFlight, cancellationToken).ConfigureAwait(false);
                if (inFlight.Count == 0)
                    return;

                await Task.WhenAny(inFlight.Values.Select(attempt => attempt.Result)).ConfigureAwait(false);
                var done = inFlight.Values.Where(attempt => attempt.Result.IsCompleted).ToList();
                var results = new List<DeliveryResult>(done.Count);
                foreach (var attempt in done)
                {
                    inFlight.Remove(attempt.Row.Id);
                    results.Add(Conclude(attempt.Row, await attempt.Result.ConfigureAwait(false)));
                }

                await store.RecordAsync(results, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            DateTimeOffset? next;
            try
            {
                await DrainAsync(stoppingToken).ConfigureAwait(false);
                next = await store.NextAttemptAsync(time.GetUtcNow(), stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is StorageException or SealBrokenException)
            {
                log.OutboxFailed(e);
                next = time.GetUtcNow() + RetryWait;
            }

            await signals.Outbox.WaitAsync(next, time, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task StartAsync(Dictionary<long, Attempt> inFlight, CancellationToken cancellationToken)
    {
        var rows = await store.DeliverableAsync(
            time.GetUtcNow(), MostInFlight + inFlight.Count, cancellationToken).ConfigureAwait(false);
        var heads = rows.GroupBy(row => (row.Platform, row.Chat)).ToDictionary(chat => chat.Key, chat => chat.Min(row => row.Id));
        foreach (var row in rows)
        {
            if (inFlight.Count >= MostInFlight)
                return;
            if (inFlight.ContainsKey(row.Id) || !MayGo(row, heads[(row.Platform, row.Chat)], inFlight))
                continue;
            // Seen or not, a nudge is never repeated: it is claimed durably first.
            if (row.Message.Class == DeliveryClass.Nudge
                && !await store.ClaimAsync(row.Id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
                continue;
            inFlight[row.Id] = new Attempt(row, TryAsync(row, cancellationToken));
        }
    }

    private static bool MayGo(OutboxRow row, long head, Dictionary<long, Attempt> inFlight)
    {
        var underWay = inFlight.Values.Where(a => a.Row.Chat == row.Chat && a.Row.Platform == row.Platform).ToList();
        return row.Message.Class == DeliveryClass.Safety
            ? underWay.TrueForAll(a => a.Row.Message.Class != DeliveryClass.Safety)
                && (row.Id == head || underWay.Exists(a => a.Row.Id == head))
            : underWay.Count == 0;
    }

    private async Task<Delivery> TryAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (!_channels.TryGetValue(row.Platform, out var channel))
            return new Delivery.Later(LongestRetryWait);

        try
        {
            return await channel.DeliverAsync(row.Chat, row.Message, row.NewestMessageId, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.ChannelThrew(e, row.Platform, row.Id);
            // The result is not known: only what must not be seen twice is given up.
            return row.Message.Class == DeliveryClass.Nudge
                ? new Delivery.Never("unclear result")
                : new Delivery.Later(BackOff(row.Attempts));
        }
    }

    private DeliveryResult Conclude(OutboxRow row, Delivery delivery)
    {
        switch (delivery)
        {
            case Delivery.Sent sent:
                return new DeliveryResult(row, sent.MessageId, null);
            case Delivery.Later later:
                return new DeliveryResult(row, null, time.GetUtcNow() + later.Wait);
            case Delivery.Never never:
                log.GivenUp(row.Platform, row.Id, never.Reason);
                return new DeliveryResult(row, null, null);
            default:
                throw new InvalidOperationException($"Unknown delivery {delivery}.");
        }
    }

    private static TimeSpan BackOff(int attempts)
    {
        var wait = RetryWait * Math.Pow(2, Math.Min(attempts, 10));
        return wait < LongestRetryWait ? wait : LongestRetryWait;
    }

    private sealed record Attempt(OutboxRow Row, Task<Delivery> Result);
}
