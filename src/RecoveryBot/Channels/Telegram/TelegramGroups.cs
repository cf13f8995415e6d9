using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Requests;

namespace RecoveryBot.Channels.Telegram;

/// <summary>
/// Tells a group the way to the private chat, at most once in ten minutes. Nothing of it is stored, so it goes past the
/// outbox, and one that fails is not repeated.
/// </summary>
public sealed class TelegramGroups(TelegramClient client, TelegramBotName bot, TimeProvider time, ILogger<TelegramGroups> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Beyond this many groups in one pause no other is told anything.</summary>
    private const int MostRemembered = 1_000;

    private readonly ConcurrentDictionary<long, DateTimeOffset> _told = new();

    /// <param name="message">What is replied to.</param>
    public async Task TellAsync(long group, long message, CancellationToken cancellationToken)
    {
        if (!MayTell(group) || await bot.AskAsync(cancellationToken).ConfigureAwait(false) is not { } name)
            return;

        var telling = new SendMessage
        {
            ChatId = group,
            Text = Words.English.Text(ChannelLines.InPrivate($"https://t.me/{name}?start=group")),
            DisableNotification = true,
            ReplyParameters = new(message, AllowSendingWithoutReply: true),
        };
        try
        {
            await SendAsync(telling, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TelegramApiException or TelegramTransportException)
        {
            log.GroupNotTold(e);
        }
    }

    private async Task SendAsync(SendMessage telling, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendMessageAsync(telling, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramApiException moved) when (moved.MigrateToChatId is { } now)
        {
            await client.SendMessageAsync(telling with { ChatId = now }, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool MayTell(long group)
    {
        var now = time.GetUtcNow();
        foreach (var (old, at) in _told)
        {
            if (now - at >= Pause)
                _told.TryRemove(old, out _);
        }

        return _told.Count < MostRemembered && _told.TryAdd(group, now);
    }
}
