using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryBot.Storage;

namespace RecoveryBot;

/// <summary>Once a day, forgets the ids of updates that no platform brings again.</summary>
public sealed class Retention(CoachStore store, TimeProvider time, ILogger<Retention> log) : BackgroundService
{
    /// <summary>Telegram keeps updates for a day, so a week is ample (design 4).</summary>
    private static readonly TimeSpan InboxAge = TimeSpan.FromDays(8);

    /// <summary>The first sweep waits until the program has started and answered.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Each = TimeSpan.FromDays(1);

    public Task SweepAsync(CancellationToken cancellationToken) =>
        store.ForgetInboxAsync(time.GetUtcNow() - InboxAge, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = Each)
        {
            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(false);
            try
            {
                await SweepAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (StorageException e)
            {
                log.RetentionFailed(e);
            }
        }
    }
}
