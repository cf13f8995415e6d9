using System.Globalization;
using Microsoft.Extensions.Logging;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Outbox;
using RecoveryBot.Pictures;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Channels.Telegram;

/// <summary>Telegram as a chat channel: one attempt, and what its end means for the outbox.</summary>
public sealed class TelegramChannel(
    TelegramClient client, TelegramPresses presses, TelegramPictures pictures, ChartRenderer charts, TimeProvider time,
    ILogger<TelegramChannel> log) : IChatChannel
{
    /// <summary>Telegram's name in accounts and outbox rows.</summary>
    public const string Name = "telegram";

    /// <summary>Where a 429 does not say how long.</summary>
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(5);

    /// <summary>With a refused token nothing goes out; the poller ends the program.</summary>
    private static readonly TimeSpan NoToken = TimeSpan.FromMinutes(1);

    private static readonly LinkPreviewOptions NoPreview = new(IsDisabled: true);

    /// <summary>Clock times may take a little more room than their words.</summary>
    private const int LongestCaption = SendPhoto.MaxCaptionLength - 96;

    /// <summary>What a chart is called among the pictures: each is another one.</summary>
    private const string Chart = "chart";

    /// <summary>What a file is called among the pictures: it has a caption instead of a text, as they have.</summary>
    private const string File = "file";

    /// <summary>
    /// Telegram takes 30 a second, bursts of 30 (design 4). The burst stays ten below, so that messages which the network brings
    /// closer together are not refused: a refusal holds everybody's for a second.
    /// </summary>
    private readonly Bucket _unasked = new(20, 30, time);

    private int _unreached;

    public string Platform => Name;

    /// <summary>Over all chats that did not just write (Telegram's bulk limit).</summary>
    public TimeSpan TakeUnasked() => _unasked.Take();

    public async Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var sending = TryAsync(outgoing, cancellationToken);
        if (outgoing.Callback is { } press)
            presses.Answer(press); // Beside the message, whose request is on its way first.
        var delivery = await sending.ConfigureAwait(false);
        if (delivery is Delivery.Sent)
            Volatile.Write(ref _unreached, 0);
        return delivery;
    }

    private async Task<Delivery> TryAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        try
        {
            return await ShowAsync(outgoing, ParseMode.Html, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramApiException refusal)
        {
            return Conclude(refusal, outgoing);
        }
        catch (TelegramTransportException failure) when (failure.MayHaveArrived)
        {
            return new Delivery.Unclear(failure.Message);
        }
        catch (TelegramTransportException)
        {
            var failed = Interlocked.Increment(ref _unreached) - 1;
            return new Delivery.Later(Backoff.After(failed, DeliveryClass.Safety, Random.Shared.NextDouble()));
        }
    }

    private async Task<Delivery> ShowAsync(Outgoing outgoing, string? parseMode, CancellationToken cancellationToken)
    {
        try
        {
            return outgoing.Edits is { } id
                ? await EditAsync(outgoing, SentMessage.Parse(id), parseMode, cancellationToken).ConfigureAwait(false)
                : await SendAsync(outgoing, parseMode, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramApiException refusal) when (refusal.Kind == TelegramErrorKind.MessageGone && outgoing.Edits is not null)
        {
            return await ShowAsync(outgoing with { Edits = null }, parseMode, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramApiException refusal) when (refusal.Kind == TelegramErrorKind.MarkupRefused && parseMode is not null)
        {
            log.MarkupRefused(refusal.Description);
            return await ShowAsync(outgoing, parseMode: null, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Delivery> EditAsync(Outgoing outgoing, SentMessage sent, string? parseMode, CancellationToken cancellationToken)
    {
        // A picture cannot take another's place: the chair's drawing under the wall's words would be wrong.
        if (sent.Picture is not null && outgoing.Message.Picture is { } picture && picture.Name != sent.Picture)
            return await SendAsync(outgoing, parseMode, cancellationToken).ConfigureAwait(false);

        try
        {
            await ChangeAsync(outgoing, sent, parseMode, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramApiException refusal) when (refusal.Kind == TelegramErrorKind.NotModified)
        {
            // It reads so already.
        }

        return new Delivery.Sent(sent.ToString());
    }

    private Task<Message> ChangeAsync(Outgoing outgoing, SentMessage sent, string? parseMode, CancellationToken cancellationToken)
    {
        var (chat, text, keyboard) =
            (Number(outgoing.Chat), TextOf(outgoing.Message, parseMode), TelegramKeyboard.Of(outgoing.Message.Buttons));
        return sent.Picture is null
            ? client.EditMessageTextAsync(
                new EditMessageText
                {
                    ChatId = chat,
                    MessageId = (long)sent.Id,
                    Text = text,
                    ParseMode = parseMode,
                    LinkPreviewOptions = NoPreview,
                    ReplyMarkup = keyboard,
                },
                cancellationToken)
            : client.EditMessageCaptionAsync(
                new EditMessageCaption
                {
                    ChatId = chat,
                    MessageId = (long)sent.Id,
                    Caption = text,
                    ParseMode = parseMode,
                    ReplyMarkup = keyboard,
                },
                cancellationToken);
    }

    private async Task<Delivery> SendAsync(Outgoing outgoing, string? parseMode, CancellationToken cancellationToken)
    {
        if (outgoing.File is { } file)
            return await SendFileAsync(outgoing, file, parseMode, cancellationToken).ConfigureAwait(false);

        var message = outgoing.Message;
        if ((message.Picture?.Name ?? (message.Chart is null ? null : Chart)) is { } picture
            && message is { Class: not DeliveryClass.Safety, Text.Length: <= LongestCaption })
        {
            try
            {
                if (await SendPictureAsync(outgoing, picture, parseMode, cancellationToken).ConfigureAwait(false) is { } sent)
                    return new Delivery.Sent(new SentMessage((ulong)sent.MessageId, picture).ToString());
            }
            catch (TelegramApiException refusal) when (refusal.Kind == TelegramErrorKind.Other)
            {
                // The words are what matters: they go without it.
                log.PictureRefused(Name, picture, refusal.Description);
            }
        }

        return await SendTextAsync(outgoing, parseMode, cancellationToken).ConfigureAwait(false);
    }

    /// <returns><see langword="null"/>: there is no picture to send.</returns>
    private async Task<Message?> SendPictureAsync(
        Outgoing outgoing, string picture, string? parseMode, CancellationToken cancellationToken)
    {
        if (outgoing.Message.Chart is not { } chart)
            return await pictures.SendAsync(picture, Request, cancellationToken).ConfigureAwait(false);

        return await charts.RenderAsync(chart.Svg, cancellationToken).ConfigureAwait(false) is { } png
            ? await client.SendPhotoAsync(Request(new InputFile.Upload(Chart + ".png", png)), cancellationToken).ConfigureAwait(false)
            : null;

        SendPhoto Request(InputFile file) => new()
        {
            ChatId = Number(outgoing.Chat),
            Photo = file,
            Caption = TextOf(outgoing.Message, parseMode),
            ParseMode = parseMode,
            DisableNotification = !outgoing.Message.Sound,
            ReplyMarkup = TelegramKeyboard.Of(outgoing.Message.Buttons),
        };
    }

    private async Task<Delivery> SendFileAsync(
        Outgoing outgoing, OutgoingFile file, string? parseMode, CancellationToken cancellationToken)
    {
        try
        {
            var sent = await client.SendDocumentAsync(
                new SendDocument
                {
                    ChatId = Number(outgoing.Chat),
                    Document = new InputFile.Upload(file.Name, file.Content),
                    Caption = TextOf(outgoing.Message, parseMode),
                    ParseMode = parseMode,
                    DisableNotification = !outgoing.Message.Sound,
                    ReplyMarkup = TelegramKeyboard.Of(outgoing.Message.Buttons),
                },
                cancellationToken).ConfigureAwait(false);
            return new Delivery.Sent(new SentMessage((ulong)sent.MessageId, File).ToString());
        }
        catch (TelegramApiException refusal) when (refusal.Kind == TelegramErrorKind.Other)
        {
            log.FileRefused(refusal.Description);
            var words = outgoing with { Message = outgoing.Message with { Text = Words.English.Text(ChannelLines.FileNotTaken()), Times = [] } };
            return await SendTextAsync(words, parseMode, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Delivery> SendTextAsync(Outgoing outgoing, string? parseMode, CancellationToken cancellationToken)
    {
        Message? sent = null;
        foreach (var piece in TelegramText.Split(outgoing.Message))
        {
            sent = await client.SendMessageAsync(
                new SendMessage
                {
                    ChatId = Number(outgoing.Chat),
                    Text = TextOf(piece, parseMode),
                    ParseMode = parseMode,
                    LinkPreviewOptions = NoPreview,
                    DisableNotification = !piece.Sound,
                    ReplyMarkup = TelegramKeyboard.Of(piece.Buttons),
                },
                cancellationToken).ConfigureAwait(false);
        }

        return new Delivery.Sent(new SentMessage((ulong)sent!.MessageId, null).ToString());
    }

    private static Delivery Conclude(TelegramApiException refusal, Outgoing outgoing) => refusal.Kind switch
    {
        TelegramErrorKind.TooManyRequests => new Delivery.Later(
            refusal.RetryAfter ?? UnsaidWait, WholePlatform: outgoing.Message.Class == DeliveryClass.Nudge),
        TelegramErrorKind.ChatUnreachable => new Delivery.Blocked(),
        TelegramErrorKind.ChatMigrated => new Delivery.Moved(refusal.MigrateToChatId!.Value.ToString(CultureInfo.InvariantCulture)),
        TelegramErrorKind.ServerFailed => new Delivery.Unclear(refusal.Message),
        TelegramErrorKind.TokenRefused => new Delivery.Later(NoToken, WholePlatform: true),
        _ => new Delivery.Never(refusal.Message),
    };

    private static string TextOf(ChatMessage message, string? parseMode) =>
        parseMode is null ? message.Text : TelegramText.ToHtml(message);

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
