using Microsoft.Extensions.Logging;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Rest;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// The slash commands, set by the bot itself and only where they differ from what Discord has. English, so far the only
/// language (D10), is the one without localisations.
/// </summary>
public sealed class DiscordSetUp(DiscordRestClient rest, ILogger<DiscordSetUp> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var application = await rest.GetCurrentApplicationAsync(cancellationToken).ConfigureAwait(false);
            await rest.SetGlobalCommandsAsync(application.Id, DiscordCommands.All, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordApiException refusal) when (refusal.Kind == DiscordErrorKind.Unauthorised)
        {
            // The gateway ends the program over it and says what to do.
        }
        catch (Exception e) when (e is DiscordApiException or DiscordTransportException or DiscordRateLimitedException)
        {
            log.SetUpFailed("Discord", e.Message);
        }
    }
}
