using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Polling;

namespace RecoveryBot.Channels.Telegram;

/// <summary>
/// Receives from Telegram while the program runs, by polling or by webhook. A refused token ends the program, because no
/// call will ever succeed.
/// </summary>
public sealed class TelegramService(
    TelegramPoller poller,
    TelegramWebhookServer webhook,
    TelegramReceiver receiver,
    TelegramPresses presses,
    TelegramSetUp setUp,
    IOptions<TelegramOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time) : BackgroundService
{
    /// <summary>The menu can wait until the first person has been answered, but not for ever.</summary>
    private static readonly TimeSpan SetUpAfter = TimeSpan.FromSeconds(5);

    /// <summary>Why the program ends; <see langword="null"/>: Telegram did not end it.</summary>
    public TelegramTokenRefusedException? Refusal { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settingUp = SetUpAsync(stoppingToken);
        try
        {
            await (options.Value.HasWebhook
                ? webhook.RunAsync(receiver, stoppingToken)
                : poller.RunAsync(receiver, stoppingToken)).ConfigureAwait(false);
        }
        catch (TelegramTokenRefusedException refusal)
        {
            Refusal = refusal;
            lifetime.StopApplication();
        }

        await settingUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await presses.WhenAnsweredAsync().ConfigureAwait(false);
    }

    private async Task SetUpAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAny(receiver.FirstKept, Task.Delay(SetUpAfter, time, stoppingToken)).ConfigureAwait(false);
        stoppingToken.ThrowIfCancellationRequested();
        await setUp.RunAsync(stoppingToken).ConfigureAwait(false);
    }
}
