using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryBot.Storage;

namespace RecoveryBot;

/// <summary>Fires due timers: one loop over rows, no trigger per user (D5).</summary>
public sealed class WakeLoop(
    CoachStore store, Conversation conversation, TimeProvider time, Signals signals, ILogger<WakeLoop> log)
    : BackgroundService
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan RetryWait = TimeSpan.FromSeconds(1);

    /// <summary>The failure that is logged already: a full disk is one line, not one each second.</summary>
    private string? _told;

    /// <summary>Fires every timer that is due now; completes when all that came of it is committed.</summary>
    public async Task FireDueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // The clock is read again each time: .NET's timers can fire some milliseconds early.
            var due = await store.DueTimersAsync(time.GetUtcNow(), MostAtOnce, cancellationToken).ConfigureAwait(false);
            if (due.Count == 0)
                return;

            await conversation.WakeAsync(due.Select(timer => timer.Account), cancellationToken).ConfigureAwait(false);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            DateTimeOffset? next;
            try
            {
                await FireDueAsync(stoppingToken).ConfigureAwait(false);
                next = await store.NextDueAsync(stoppingToken).ConfigureAwait(false);
                _told = null;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever it is, everybody's bell depends on this loop.
                if (_told != e.Message)
                    log.TimersFailed(e);
                _told = e.Message;
                next = time.GetUtcNow() + RetryWait;
            }

            await signals.Timers.WaitAsync(next, time, stoppingToken).ConfigureAwait(false);
        }
    }
}
