using Microsoft.Extensions.Hosting;
using RecoveryBot.Storage;

namespace RecoveryBot.Jobs;

/// <summary>
/// Starts the jobs once the program has had time to greet and to poll. While nobody has a reminder they wait longer: the
/// schedule takes its ten megabytes, and forgetting what is old has time.
/// </summary>
internal sealed class JobService(IServiceProvider services, CoachStore store, Signals signals, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Latest = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var latest = time.GetUtcNow() + Latest;
        await Task.Delay(Soonest, time, stoppingToken).ConfigureAwait(false);
        if (!await AnyReminderAsync(stoppingToken).ConfigureAwait(false))
            await signals.Reminders.WaitAsync(latest, time, stoppingToken).ConfigureAwait(false);
        await JobSchedule.RunAsync(services, stoppingToken).ConfigureAwait(false);
    }

    private async Task<bool> AnyReminderAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await store.DueRemindersAsync(DateTimeOffset.MaxValue, 1, cancellationToken).ConfigureAwait(false) is not [];
        }
        catch (StorageException)
        {
            return true; // The sweep looks again, and says what is wrong.
        }
    }
}
