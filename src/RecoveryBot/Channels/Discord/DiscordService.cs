using Microsoft.Extensions.Hosting;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// Receives from Discord while the program runs. A refused token ends the program, because no call will ever succeed.
/// </summary>
public sealed class DiscordService(
    DiscordGateway gateway,
    DiscordReceiver receiver,
    DiscordInteractions interactions,
    DiscordSetUp setUp,
    IHostApplicationLifetime lifetime,
    TimeProvider time) : BackgroundService
{
    /// <summary>The commands can wait until the first person has been answered, but not for ever.</summary>
    private static readonly TimeSpan SetUpAfter = TimeSpan.FromSeconds(5);

    /// <summary>Why the program ends; <see langword="null"/>: Discord did not end it.</summary>
    public DiscordRefusedException? Refusal { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settingUp = SetUpAsync(stoppingToken);
        try
        {
            await gateway.RunAsync(receiver, stoppingToken).ConfigureAwait(false);
        }
        catch (DiscordRefusedException refusal)
        {
            Refusal = refusal;
            lifetime.StopApplication();
        }

        await settingUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await interactions.FinishAsync().ConfigureAwait(false);
    }

    private async Task SetUpAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAny(receiver.FirstKept, Task.Delay(SetUpAfter, time, stoppingToken)).ConfigureAwait(false);
        stoppingToken.ThrowIfCancellationRequested();
        await setUp.RunAsync(stoppingToken).ConfigureAwait(false);
    }
}
