using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace RecoveryBot.Jobs;

/// <summary>
/// The jobs and their schedule: few over many rows, kept in memory (D5). Quartz has services of its own and not the host's, so
/// that it is not even loaded before it is needed: that costs the first prompt a tenth of a second.
/// </summary>
internal static class JobSchedule
{
    /// <summary>How late a nudge may be, apart from the work itself.</summary>
    private static readonly TimeSpan Sweeps = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Forgets = TimeSpan.FromDays(1);

    /// <summary>Runs the jobs until it is stopped; what is under way then ends first.</summary>
    public static async Task RunAsync(IServiceProvider host, CancellationToken stoppingToken)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(host.GetRequiredService<ReminderSweep>())
            .AddSingleton(host.GetRequiredService<Retention>())
            .AddSingleton(host.GetRequiredService<ILoggerFactory>())
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddQuartz(jobs =>
            {
                jobs.ScheduleJob<ReminderSweepJob>(trigger => trigger.WithIdentity("reminders").WithSimpleSchedule(Sweeps));
                jobs.ScheduleJob<RetentionJob>(trigger => trigger.WithIdentity("retention").WithSimpleSchedule(Forgets));
            })
            .BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(stoppingToken).ConfigureAwait(false);
        await scheduler.Start(stoppingToken).ConfigureAwait(false);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken).ConfigureAwait(false);
        }
        finally
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
