using Microsoft.Extensions.Logging;
using Quartz;

namespace RecoveryBot.Jobs;

/// <summary>Ticks the sweep of reminders. A failure is logged, and the next tick tries again.</summary>
[DisallowConcurrentExecution]
internal sealed class ReminderSweepJob(ReminderSweep sweep, ILogger<ReminderSweepJob> log) : IJob
{
    /// <summary>The failure that is logged already: a full disk is one line, not one each tick.</summary>
    private static string? _told;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await sweep.SweepAsync(cancellationToken).ConfigureAwait(false);
            _told = null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (_told != e.Message)
                log.RemindersFailed(e);
            _told = e.Message;
        }
    }
}
