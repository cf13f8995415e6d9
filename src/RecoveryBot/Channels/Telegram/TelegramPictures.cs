using System.Collections.Concurrent;
using RecoveryBot.Pictures;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Channels.Telegram;

/// <summary>Sends drawings: uploaded once in a run of the program, by their <c>file_id</c> after that.</summary>
public sealed class TelegramPictures(TelegramClient client)
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <param name="name">Which drawing.</param>
    /// <param name="request">Everything but the picture itself.</param>
    /// <exception cref="TelegramApiException">Telegram does not take the message, with the picture or at all.</exception>
    public async Task<Message> SendAsync(string name, Func<InputFile, SendPhoto> request, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(name, out var id))
        {
            try
            {
                return await client.SendPhotoAsync(request(new InputFile.Known(id)), cancellationToken).ConfigureAwait(false);
            }
            catch (TelegramApiException refusal) when (refusal.Kind == TelegramErrorKind.Other)
            {
                _known.TryRemove(name, out _);
            }
        }

        var content = await Drawings.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        var sent = await client.SendPhotoAsync(
            request(new InputFile.Upload(name + ".png", content)), cancellationToken).ConfigureAwait(false);
        if (sent.Photo is [.., var largest])
            _known[name] = largest.FileId;
        return sent;
    }
}
