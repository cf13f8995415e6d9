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

    private static readonly TimeSpan Forgets = TimeSpan.FromHours(1);

    /// <summary>Whoever wrote while the program was down is heard before it is asked who has been silent.</summary>
    private static readonly TimeSpan BeforeForgetting = TimeSpan.FromMinutes(10);

    /// <summary>Quartz may be two milliseconds early, and would then find nothing due.</summary>
    private static readonly TimeSpan AfterTheSecond = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs the jobs until it is stopped; what is under way then ends first.</summary>
    public static async Task RunAsync(IServiceProvider host, CancellationToken stoppingToken)
    {
        var first = FirstSweep(host.GetRequiredService<TimeProvider>().GetUtcNow());
        await using var services = new ServiceCollection()
            .AddSingleton(host.GetRequiredService<ReminderSweep>())
            .AddSingleton(host.GetRequiredService<Retention>())
            .AddSingleton(host.GetRequiredService<ILoggerFactory>())
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddQuartz(jobs =>
            {
                jobs.ScheduleJob<ReminderSweepJob>(trigger => trigger.WithIdentity("reminders").StartAt(first).WithSimpleSchedule(Sweeps));
                jobs.ScheduleJob<RetentionJob>(trigger => trigger.WithIdentity("retention").StartAt(first + BeforeForgetting).WithSimpleSchedule(Forgets));
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

    /// <summary>In step with the minutes, at which nearly all reminders are due: a sweep comes right after them.</summary>
    private static DateTimeOffset FirstSweep(DateTimeOffset now) =>
        new DateTimeOffset(now.Ticks - (now.Ticks % Sweeps.Ticks), TimeSpan.Zero) + Sweeps + AfterTheSecond;
}
