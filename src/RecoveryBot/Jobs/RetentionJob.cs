using Microsoft.Extensions.Logging;
using Quartz;

namespace RecoveryBot.Jobs;

/// <summary>Ticks retention. A failure is logged, and the next tick tries again.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(Retention retention, ILogger<RetentionJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await retention.SweepAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.RetentionFailed(e);
        }
    }
}
