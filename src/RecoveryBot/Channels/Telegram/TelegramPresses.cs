using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Requests;

namespace RecoveryBot.Channels.Telegram;

/// <summary>
/// Ends the waiting sign on pressed buttons. The message that answers a press does it as it goes out; a press that no
/// message answers soon (nothing is said, or the chat is held) is answered without one.
/// </summary>
public sealed class TelegramPresses(TelegramClient client, TimeProvider time, ILogger<TelegramPresses> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, bool> _waiting = new();
    private readonly ConcurrentDictionary<Task, bool> _calls = new();

    /// <summary>Completes when every call under way has ended.</summary>
    public Task WhenAnsweredAsync() => Task.WhenAll(_calls.Keys);

    /// <summary>A press is about to be decided on.</summary>
    public void Arrived(string id) => _waiting[id] = true;

    /// <summary>What came of the press is stored: its message is on the way, if there is one.</summary>
    public void Committed(string id, CancellationToken cancellationToken) => Track(AnswerLateAsync(id, cancellationToken));

    /// <summary>Answers now and returns at once: nothing waits for it, and its failure is nobody's.</summary>
    /// <param name="text">Shown over the chat for a moment; <see langword="null"/>: nothing.</param>
    public void Answer(string id, string? text = null)
    {
        _waiting.TryRemove(id, out _);
        Track(AnswerAsync(id, text));
    }

    private void Track(Task call)
    {
        _calls[call] = true;
        call.ContinueWith(ended => _calls.TryRemove(ended, out _), TaskScheduler.Default);
    }

    private async Task AnswerLateAsync(string id, CancellationToken cancellationToken)
    {
        await Task.Delay(Patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_waiting.TryRemove(id, out _))
            await AnswerAsync(id, null).ConfigureAwait(false);
    }

    private async Task AnswerAsync(string id, string? text)
    {
        try
        {
            await client.AnswerCallbackQueryAsync(
                new AnswerCallbackQuery { CallbackQueryId = id, Text = text }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TelegramApiException or TelegramTransportException or ObjectDisposedException)
        {
            // Too late, twice, or no connection: the sign ends by itself.
            log.PressNotAnswered(e);
        }
    }
}
