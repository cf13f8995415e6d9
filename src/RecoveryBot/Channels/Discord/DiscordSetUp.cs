using Microsoft.Extensions.Logging;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// The slash commands, set by the bot itself and only where they differ from what Discord has. They appear in the DM and in
/// servers, installed by a server or by a person. English, so far the only language, is the one without localisations.
/// </summary>
public sealed class DiscordSetUp(DiscordRestClient rest, ILogger<DiscordSetUp> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var application = await rest.GetCurrentApplicationAsync(cancellationToken).ConfigureAwait(false);
            await rest.SetGlobalCommandsAsync(application.Id, [.. CommandList.All.Select(CommandOf)], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is DiscordApiException or DiscordTransportException or DiscordRateLimitedException)
        {
            log.SetUpFailed(e, "Discord");
        }
    }

    private static ApplicationCommand CommandOf((string Name, Line Does) entry) =>
        new(entry.Name.Replace('_', '-'), Words.English.Text(entry.Does))
        {
            Contexts = [InteractionContext.Guild, InteractionContext.BotDm, InteractionContext.PrivateChannel],
            Options = entry.Name switch
            {
                "start_session" => [Minutes("minutes", ChannelLines.MenuMinutes(), 7, 60)],
                "remind" => [When],
                "tingling" => [Minutes("minute", ChannelLines.MenuMinute(), 0, 30)],
                _ => null,
            },
        };

    /// <summary>As it would be typed behind the command.</summary>
    private static CommandOption When => new(CommandOptionType.String, "when", Words.English.Text(ChannelLines.MenuWhen())) { MaxLength = 100 };

    private static CommandOption Minutes(string name, Line does, int least, int most) =>
        new(CommandOptionType.Integer, name, Words.English.Text(does)) { MinValue = least, MaxValue = most };
}
