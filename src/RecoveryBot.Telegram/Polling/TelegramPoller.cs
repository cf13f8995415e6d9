using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Telegram.Polling;

/// <summary>
/// Long polling. An update is confirmed by the poll after its commit and by nothing else: killed at any instant, the next
/// start sees it again. One poll's updates are one commit.
/// </summary>
public sealed class TelegramPoller(
    TelegramClient client, IOptions<TelegramOptions> options, TimeProvider time, ILogger<TelegramPoller> log)
{
    /// <summary>What Telegram gives at once when no other limit is asked for.</summary>
    private const int MostInOnePoll = 100;

    private static readonly TimeSpan ConfirmLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private bool _ready;
    private bool _unconfirmed;

    /// <summary>Nothing has been received since the start or since a poll failed.</summary>
    private bool _gap = true;

    private long? _offset;
    private int _failures;
    private int _conflicts;

    /// <summary>Polls until cancelled, then confirms what was committed.</summary>
    /// <exception cref="TelegramTokenRefusedException">The token is wrong or revoked.</exception>
    public async Task RunAsync(IUpdateConsumer consumer, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                await Task.Delay(await StepAsync(consumer, cancellationToken), time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await ConfirmAsync();
        }
    }

    /// <summary>One poll and its commit.</summary>
    /// <returns>How long to wait before the next.</returns>
    internal async Task<TimeSpan> StepAsync(IUpdateConsumer consumer, CancellationToken cancellationToken)
    {
        try
        {
            return await PollAsync(consumer, cancellationToken);
        }
        catch (TelegramApiException refusal)
        {
            return AfterRefusal(refusal);
        }
        catch (TelegramTransportException failure)
        {
            return AfterFailure(failure);
        }
        catch (Exception failure) when (
            failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var pause = NextPause();
            log.CommitFailed(failure, pause.TotalSeconds);
            return pause;
        }
    }

    private async Task<TimeSpan> PollAsync(IUpdateConsumer consumer, CancellationToken cancellationToken)
    {
        if (!_ready)
        {
            await client.DeleteWebhookAsync(new DeleteWebhook { DropPendingUpdates = false }, cancellationToken);
            _offset = await consumer.LoadOffsetAsync(cancellationToken);
            _ready = true;
        }

        var asked = time.GetTimestamp();
        var updates = await client.GetUpdatesAsync(
            new GetUpdates { Offset = _offset, Timeout = options.Value.PollSeconds, AllowedUpdates = UpdateKinds.Wanted },
            cancellationToken);
        _unconfirmed = false;
        _conflicts = 0;
        if (updates.Count == 0)
        {
            _gap = false;
            _failures = 0;
            return time.GetElapsedTime(asked) < Breath ? Breath : TimeSpan.Zero; // A server that does not wait: we do.
        }

        await CommitAsync(consumer, updates, cancellationToken);
        return TimeSpan.Zero;
    }

    private async Task CommitAsync(
        IUpdateConsumer consumer, IReadOnlyList<Update> updates, CancellationToken cancellationToken)
    {
        // The last one's, not the highest ever: ids start anew after a quiet week or with another server.
        var next = updates[^1].UpdateId + 1;
        await consumer.CommitAsync(updates, next, _gap, cancellationToken);
        _offset = next;
        _unconfirmed = true;
        _gap &= updates.Count >= MostInOnePoll; // A full one: what follows has waited as well.
        _failures = 0;
    }

    private TimeSpan AfterRefusal(TelegramApiException refusal)
    {
        switch (refusal.Kind)
        {
            case TelegramErrorKind.TokenRefused:
                throw new TelegramTokenRefusedException(refusal);
            case TelegramErrorKind.PolledElsewhere:
                _gap = true;
                var turn = BackOff.AfterConflict(++_conflicts);
                log.PolledElsewhere(turn.TotalSeconds);
                return turn;
            case TelegramErrorKind.TooManyRequests when refusal.RetryAfter is { } wait:
                _gap = true;
                log.ToldToWait(wait.TotalSeconds);
                return wait;
            case TelegramErrorKind.WebhookActive:
                _ready = false;
                return AfterFailure(refusal);
            default:
                return AfterFailure(refusal);
        }
    }

    private TimeSpan AfterFailure(Exception failure)
    {
        var pause = NextPause();
        log.PollFailed(failure, pause.TotalSeconds);
        return pause;
    }

    private TimeSpan NextPause()
    {
        _gap = true;
        return BackOff.Jittered(++_failures, Random.Shared.NextDouble());
    }

    private async Task ConfirmAsync()
    {
        if (!_unconfirmed)
            return;
        try
        {
            using var limit = new CancellationTokenSource(ConfirmLimit, time);
            await client.GetUpdatesAsync(new GetUpdates { Offset = _offset, Limit = 1 }, limit.Token);
            _unconfirmed = false;
        }
        catch (Exception failure) when (
            failure is TelegramApiException or TelegramTransportException or OperationCanceledException)
        {
            log.NotConfirmed(failure);
        }
    }
}
