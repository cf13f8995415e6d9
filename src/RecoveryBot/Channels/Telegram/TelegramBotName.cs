using Microsoft.Extensions.Logging;
using RecoveryBot.Telegram;

namespace RecoveryBot.Channels.Telegram;

/// <summary>The bot's own name, asked for once and only when a command or a link needs it.</summary>
public sealed class TelegramBotName(TelegramClient client, ILogger<TelegramBotName> log)
{
    private string? _name;

    /// <returns>Without the at sign; <see langword="null"/>: it cannot be asked now.</returns>
    public async Task<string?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _name ??= (await client.GetMeAsync(cancellationToken).ConfigureAwait(false)).Username;
        }
        catch (Exception e) when (e is TelegramApiException or TelegramTransportException)
        {
            log.NameNotTold(e);
            return null;
        }
    }
}
