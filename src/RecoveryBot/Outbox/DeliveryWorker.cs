using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryBot.Channels;
using RecoveryBot.Coaching;
using RecoveryBot.Exports;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Outbox;

/// <summary>
/// Sends what is committed: the most urgent class first across users, in order within a chat, one call in flight for
/// each chat; a safety message does not wait for one that is under way or held. Nobody waits for somebody else's chat.
/// </summary>
public sealed class DeliveryWorker(
    CoachStore store,
    IEnumerable<IChatChannel> channels,
    TimeProvider time,
    Signals signals,
    ILogger<DeliveryWorker> log) : BackgroundService
{
    private static readonly TimeSpan RetryWait = TimeSpan.FromSeconds(1);

    /// <summary>A file that could not be read together is tried again after this.</summary>
    private static readonly TimeSpan FileWait = TimeSpan.FromSeconds(10);

    /// <summary>A call that has begun may end before the program does: what it did is then known.</summary>
    private static readonly TimeSpan LastCalls = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IChatChannel> _channels = channels.ToDictionary(channel => channel.Platform);
    private readonly Dictionary<string, DateTimeOffset> _closedUntil = [];

    /// <summary>When the platform takes the next message that nobody asked for.</summary>
    private readonly Dictionary<string, DateTimeOffset> _unaskedFrom = [];

    /// <summary>Ended, but the store could not be told; until it can, they are not sent once more.</summary>
    private readonly Dictionary<long, DeliveryResult> _unrecorded = [];

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The failure that is logged already: a full disk is one line, not one each second.</summary>
    private string? _told;

    /// <summary>Delivers until nothing more can be delivered now; messages held for later stay.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var abort = new CancellationTokenSource();
        var inFlight = new InFlight();
        var work = new LongWait(signals.Outbox, time, cancellationToken);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await RecordAsync(inFlight).ConfigureAwait(false);
                work.Look();
                await StartAsync(inFlight, abort.Token).ConfigureAwait(false);
                if (inFlight.Count == 0)
                    return;

                await WaitAsync(inFlight, work).ConfigureAwait(false);
            }
        }
        finally
        {
            await work.EndAsync().ConfigureAwait(false);
            await FinishAsync(inFlight, abort).ConfigureAwait(false);
            _turn.Release();
        }

        cancellationToken.ThrowIfCancellationRequested();
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
                next = await NextAttemptAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever it is, everybody's messages depend on this loop.
                Tell(e);
                next = time.GetUtcNow() + RetryWait;
            }

            await signals.Outbox.WaitAsync(next, time, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task StartAsync(InFlight inFlight, CancellationToken abort)
    {
        foreach (var (platform, channel) in _channels)
        {
            if (_closedUntil.TryGetValue(platform, out var until) && until > time.GetUtcNow())
                continue;

            // A row that was withdrawn in our hands may turn out not to be: the commit failed. Then it is found again.
            while (await StartAsync(channel, inFlight, abort).ConfigureAwait(false))
            {
            }
        }
    }

    /// <returns>Whether another look is needed.</returns>
    private async Task<bool> StartAsync(IChatChannel channel, InFlight inFlight, CancellationToken abort)
    {
        var now = time.GetUtcNow();
        var nudges = _unaskedFrom.GetValueOrDefault(channel.Platform) <= now;
        var look = await store.DeliverableAsync(
            channel.Platform, now, inFlight.LookFor(channel.Platform), nudges, CancellationToken.None).ConfigureAwait(false);
        var again = false;
        foreach (var message in look)
        {
            if (_unrecorded.ContainsKey(message.Id) || !inFlight.MayGo(message))
                continue;
            if (store.Open(message) is not { } row)
            {
                await PutAsideAsync(message, now).ConfigureAwait(false);
                again = true;
                continue;
            }

            if (IsOver(row, now))
            {
                await store.RecordAsync([new DeliveryResult.GivenUp(row)], CancellationToken.None).ConfigureAwait(false);
                again = true;
                continue;
            }

            // Seen or not, a nudge or a file is never repeated: it is claimed durably first.
            if (row.Message.Class is DeliveryClass.Nudge or DeliveryClass.File && !store.IsWithdrawn(row))
            {
                if (row.Message.Class == DeliveryClass.Nudge && !(nudges = nudges && HasPlace(channel, now)))
                    continue;
                if (!await store.ClaimAsync(row.Id, now, CancellationToken.None).ConfigureAwait(false))
                {
                    await store.RecordAsync([new DeliveryResult.GivenUp(row)], CancellationToken.None).ConfigureAwait(false);
                    again = true;
                    continue;
                }
            }

            // Nothing is awaited between this question and the call.
            if (store.IsWithdrawn(row))
                again = true;
            else
                inFlight.Add(row, TryAsync(channel, row, abort));
        }

        return again;
    }

    private async Task PutAsideAsync(SealedMessage damaged, DateTimeOffset now)
    {
        log.MessageDamaged(damaged.Platform, damaged.Id);
        var instead = damaged.Class <= DeliveryClass.Reply ? Apology.Lost : null;
        await store.PutAsideAsync(damaged, instead, now, CancellationToken.None).ConfigureAwait(false);
    }

    /// <returns>Whether the platform takes one more message that nobody asked for; else when is kept.</returns>
    private bool HasPlace(IChatChannel channel, DateTimeOffset now)
    {
        var wait = channel.TakeUnasked();
        if (wait > TimeSpan.Zero)
            _unaskedFrom[channel.Platform] = now + wait;
        return wait <= TimeSpan.Zero;
    }

    /// <summary>
    /// An edit that only keeps a message fresh is over once there is a newer message, "until 21:40" at 21:40 (what ends the
    /// pose is on its way then), and a nudge when it is of no use any more.
    /// </summary>
    private static bool IsOver(OutboxRow row, DateTimeOffset now) => row.Message switch
    {
        { Class: DeliveryClass.Cosmetic, Placement: Placement.Edit } => TargetOf(row) is null,
        { Class: DeliveryClass.Session, Countdown: { } end } => end <= now,
        var message => message.UsefulUntil < now,
    };

    /// <returns><see langword="null"/>: a message of its own.</returns>
    private static string? TargetOf(OutboxRow row) =>
        row.Message.Placement == Placement.Edit && row.NewestStep < row.Step ? row.NewestMessageId : null;

    private async Task<Delivery> TryAsync(IChatChannel channel, OutboxRow row, CancellationToken abort)
    {
        var edits = TargetOf(row);
        var key = string.Create(CultureInfo.InvariantCulture, $"{row.Created.ToUnixTimeMilliseconds():x}-{row.Id:x}");
        var message = row.Message with { Placement = edits is null ? Placement.New : Placement.Edit };
        try
        {
            var file = await UserFiles.MakeAsync(store, row, time.GetUtcNow(), abort).ConfigureAwait(false);
            if (file is null && row.Message.File is not null)
                return new Delivery.Never("the user is not known any more");
            return await channel.DeliverAsync(
                new Outgoing(row.Chat, message, key) { Edits = edits, Callback = row.Callback, File = file }, abort).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            // The file could not be made, so nothing has been shown.
            Tell(e);
            return new Delivery.Later(FileWait);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            return new Delivery.Unclear("the program ended");
        }
        catch (Exception e)
        {
            log.ChannelThrew(e, row.Platform, row.Id);
            return new Delivery.Unclear(e.GetType().Name);
        }
    }

    /// <summary>Until a call has ended, there is new work, or a held chat opens.</summary>
    private async Task WaitAsync(InFlight inFlight, LongWait work)
    {
        var next = await NextAttemptAsync(CancellationToken.None).ConfigureAwait(false);
        await Task.WhenAny(await work.UntilAsync(next).ConfigureAwait(false), inFlight.AnyEnded).ConfigureAwait(false);
    }

    private async Task<DateTimeOffset?> NextAttemptAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = await store.NextAttemptAsync(now, cancellationToken).ConfigureAwait(false);
        var others = _unrecorded.Count > 0 ? _closedUntil.Values.Append(now + RetryWait) : _closedUntil.Values;
        return others.Concat(_unaskedFrom.Values).Where(other => other > now).Select(other => (DateTimeOffset?)other).Append(next).Min();
    }

    private async Task RecordAsync(InFlight inFlight)
    {
        foreach (var (row, result) in inFlight.TakeEnded())
            _unrecorded[row.Id] = Conclude(row, await result.ConfigureAwait(false));
        if (_unrecorded.Count == 0)
            return;

        try
        {
            await store.RecordAsync([.. _unrecorded.Values], CancellationToken.None).ConfigureAwait(false);
            _unrecorded.Clear();
            _told = null;
        }
        catch (StorageException e)
        {
            Tell(e);
        }
    }

    private void Tell(Exception failure)
    {
        if (_told != failure.Message)
            log.OutboxFailed(failure);
        _told = failure.Message;
    }

    private async Task FinishAsync(InFlight inFlight, CancellationTokenSource abort)
    {
        if (inFlight.Count == 0)
            return;

        var all = Task.WhenAll(inFlight.Results);
        await Task.WhenAny(all, Task.Delay(LastCalls, time)).ConfigureAwait(false);
        await abort.CancelAsync().ConfigureAwait(false);
        await RecordAsync(inFlight).ConfigureAwait(false);
    }

    private DeliveryResult Conclude(OutboxRow row, Delivery delivery)
    {
        var now = time.GetUtcNow();
        switch (delivery)
        {
            case Delivery.Sent sent:
                return new DeliveryResult.Done(row, sent.MessageId);
            case Delivery.Later later:
                if (later.WholePlatform)
                    _closedUntil[row.Platform] = now + later.Wait;
                return new DeliveryResult.Postponed(row, now + later.Wait);
            case Delivery.Unclear when row.Message.Class <= DeliveryClass.Reply:
                return new DeliveryResult.Postponed(
                    row, now + Backoff.After(row.Attempts, row.Message.Class, Random.Shared.NextDouble()));
            case Delivery.Unclear unclear:
                log.GivenUp(row.Platform, row.Id, unclear.Reason);
                return new DeliveryResult.GivenUp(row);
            case Delivery.Never never:
                log.GivenUp(row.Platform, row.Id, never.Reason);
                return new DeliveryResult.GivenUp(row);
            case Delivery.Blocked:
                log.ChatBlocked(row.Platform, row.UserId);
                return new DeliveryResult.Blocked(row, now);
            case Delivery.Moved moved:
                return new DeliveryResult.Moved(row, moved.Chat);
            default:
                throw new InvalidOperationException($"Unknown delivery {delivery}.");
        }
    }
}
