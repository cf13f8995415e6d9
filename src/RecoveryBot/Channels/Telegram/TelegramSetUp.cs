using Microsoft.Extensions.Logging;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Channels.Telegram;

/// <summary>
/// The bot's menu and descriptions, set by the bot itself and only where they differ from what Telegram has: setting them
/// is limited hard. English, so far the only language, is the one without a code.
/// </summary>
public sealed class TelegramSetUp(TelegramClient client, ILogger<TelegramSetUp> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SetMenuAsync(cancellationToken).ConfigureAwait(false);
            await SetDescriptionsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramApiException refusal) when (refusal.Kind == TelegramErrorKind.TokenRefused)
        {
            // The updates end the program over it and say what to do.
        }
        catch (Exception e) when (e is TelegramApiException or TelegramTransportException)
        {
            log.SetUpFailed("Telegram", e.Message);
        }
    }

    private async Task SetMenuAsync(CancellationToken cancellationToken)
    {
        var wanted = CommandList.All
            .Select(entry => new BotCommand(entry.Name, Words.English.Text(entry.Does))).ToList();
        var scope = BotCommandScope.AllPrivateChats;
        var present = await client.GetMyCommandsAsync(new CommandMenu { Scope = scope }, cancellationToken).ConfigureAwait(false);
        if (!present.SequenceEqual(wanted))
        {
            await client.SetMyCommandsAsync(
                new SetMyCommands { Commands = wanted, Scope = scope }, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SetDescriptionsAsync(CancellationToken cancellationToken)
    {
        var description = Words.English.Text(ChannelLines.Description());
        if (await client.GetMyDescriptionAsync(new InLanguage(), cancellationToken).ConfigureAwait(false) != description)
        {
            await client.SetMyDescriptionAsync(
                new SetMyDescription { Description = description }, cancellationToken).ConfigureAwait(false);
        }

        var profile = Words.English.Text(ChannelLines.ShortDescription());
        if (await client.GetMyShortDescriptionAsync(new InLanguage(), cancellationToken).ConfigureAwait(false) != profile)
        {
            await client.SetMyShortDescriptionAsync(
                new SetMyShortDescription { ShortDescription = profile }, cancellationToken).ConfigureAwait(false);
        }
    }
}
