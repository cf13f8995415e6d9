using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;
using RecoveryBot.Outbox;
using RecoveryBot.Pictures;
using RecoveryBot.Storage;

namespace RecoveryBot.Channels.Discord;

/// <summary>Discord as a chat channel: one attempt, and what its end means for the outbox.</summary>
public sealed class DiscordChannel(
    DiscordRestClient rest, DiscordInteractions interactions, ChartRenderer charts, CoachStore store, ILogger<DiscordChannel> log) : IChatChannel
{
    /// <summary>Discord's name in accounts and outbox rows.</summary>
    public const string Name = "discord";

    /// <summary>Too many DMs were opened: minutes, for all of them.</summary>
    private static readonly TimeSpan DmsWait = TimeSpan.FromMinutes(3);

    /// <summary>With a refused token nothing goes out; the gateway ends the program.</summary>
    private static readonly TimeSpan NoToken = TimeSpan.FromMinutes(1);

    private readonly DiscordFiles _files = new(charts);

    /// <summary>Messages for which a channel that is gone was opened again: once for each.</summary>
    private readonly ConcurrentDictionary<string, bool> _reopened = new(StringComparer.Ordinal);

    public string Platform => Name;

    public async Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var command = interactions.CommandBehind(outgoing.Callback);
        var (delivery, refusal) = await TryAsync(outgoing, command, cancellationToken).ConfigureAwait(false);
        if (delivery is not (Delivery.Sent or Delivery.Blocked or Delivery.Never))
            return delivery;

        _reopened.TryRemove(outgoing.Key, out _);
        if (command is null)
            return delivery;
        if (delivery is not Delivery.Sent(var shown))
            interactions.Tell(command, WhyNot(outgoing.Message, command.Interaction, refusal));
        else if (command.IsInDm)
            interactions.Close(command, shown is null ? null : new Snowflake(SentMessage.Parse(shown).Id));
        else
            interactions.Tell(command, DiscordText.Of(ChannelLines.GoOnInPrivate(DiscordChat.LinkTo(outgoing.Chat))));
        return delivery;
    }

    /// <summary>What is said where the command was used. Advice that cannot be given in private is given there.</summary>
    private static string WhyNot(ChatMessage message, Interaction command, DiscordErrorKind? refusal)
    {
        var why = refusal switch
        {
            DiscordErrorKind.NothingShared => ChannelLines.NothingShared(),
            DiscordErrorKind.Unreachable or DiscordErrorKind.MissingAccess or DiscordErrorKind.ChannelForbidden or DiscordErrorKind.ChannelGone =>
                command.GuildId is null ? ChannelLines.PrivateIsShutElsewhere() : ChannelLines.PrivateIsShut(),
            _ => ChannelLines.NotTaken(),
        };
        var shut = $"{DiscordText.Of(why)}\n{DiscordText.Of(ChannelLines.ShutInPose())}";
        return message.Class == DeliveryClass.Safety ? DiscordText.Split($"{DiscordText.ToMarkdown(message)}\n\n{shut}")[0] : shut;
    }

    /// <returns>The end, and what Discord refused, if that was it.</returns>
    private async Task<(Delivery End, DiscordErrorKind? Refusal)> TryAsync(
        Outgoing outgoing, PendingInteraction? command, CancellationToken cancellationToken)
    {
        try
        {
            if (DiscordChat.PersonIn(outgoing.Chat) is { } person)
                return (new Delivery.Moved((await rest.CreateDmAsync(person, cancellationToken).ConfigureAwait(false)).Id.ToString()), null);

            return (command is { IsInDm: true }
                ? await AnswerAsync(outgoing, command, cancellationToken).ConfigureAwait(false)
                : await ShowAsync(outgoing, cancellationToken).ConfigureAwait(false), null);
        }
        catch (DiscordRateLimitedException limited)
        {
            return (new Delivery.Later(limited.Wait, WholePlatform: limited.IsForAll), null);
        }
        catch (DiscordApiException refusal) when (refusal.Kind == DiscordErrorKind.ChannelGone && _reopened.TryAdd(outgoing.Key, true))
        {
            return (await ReopenedAsync(outgoing.Chat, cancellationToken).ConfigureAwait(false), refusal.Kind);
        }
        catch (DiscordApiException refusal)
        {
            return (Conclude(refusal), refusal.Kind);
        }
        catch (DiscordTransportException failure)
        {
            // The nonce makes a second attempt harmless.
            return (new Delivery.Unclear(failure.Message), null);
        }
    }

    /// <summary>The person is still there: their DM is opened with the next attempt.</summary>
    private async Task<Delivery> ReopenedAsync(string gone, CancellationToken cancellationToken) =>
        await store.FindByChatAsync(Name, gone, cancellationToken).ConfigureAwait(false) is { } person && Snowflake.TryParse(person) is { } id
            ? new Delivery.Moved(DiscordChat.OfPerson(id))
            : new Delivery.Blocked();

    private static Delivery Conclude(DiscordApiException refusal) => refusal.Kind switch
    {
        DiscordErrorKind.Unreachable or DiscordErrorKind.NothingShared or DiscordErrorKind.MissingAccess
            or DiscordErrorKind.ChannelForbidden or DiscordErrorKind.ChannelGone or DiscordErrorKind.UserGone => new Delivery.Blocked(),
        DiscordErrorKind.DmsOpenedTooFast => new Delivery.Later(DmsWait, WholePlatform: false),
        DiscordErrorKind.ServerFailed => new Delivery.Unclear(refusal.Message),
        DiscordErrorKind.Unauthorised => new Delivery.Later(NoToken, WholePlatform: true),
        _ => new Delivery.Never(refusal.Message),
    };

    /// <summary>The answer to a command is a message of its own, or takes the place of the one that promised it.</summary>
    private async Task<Delivery> AnswerAsync(Outgoing outgoing, PendingInteraction command, CancellationToken cancellationToken)
    {
        var files = await _files.OfAsync(outgoing, cancellationToken).ConfigureAwait(false);
        var body = DiscordBody.Of(outgoing.Message);
        var answer = !body.IsWhole ? null : new InteractionMessage
        {
            Content = body.Pieces[0],
            Embeds = EmbedsOf(body),
            Components = RowsOf(outgoing.Message),
            Flags = FlagsOf(outgoing.Message),
            Files = files,
        };
        var shown = await interactions.ShowAsync(command, answer, cancellationToken).ConfigureAwait(false);
        if (shown is (true, var id))
            return new Delivery.Sent(id is { } known ? Sent(known, outgoing, files) : null);

        // An edit makes no sound. Who had to wait for it may have put the phone down: what must be heard is a message of its own.
        var mustRing = outgoing.Message is { Sound: true } or { Class: DeliveryClass.Safety };
        var promised = shown?.Id is { } promise && !mustRing && answer is not null ? new SentMessage(promise.Value, null).ToString() : null;
        var message = shown is null || !mustRing ? outgoing.Message : outgoing.Message with { Sound = true };
        return await ShowAsync(outgoing with { Edits = promised, Message = message }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Delivery> ShowAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        try
        {
            return await ShowWholeAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordApiException refusal) when (
            refusal.Kind == DiscordErrorKind.OurBug && outgoing.Message.Class <= DeliveryClass.Reply)
        {
            // Whatever is wrong with the rest, the words are what matters, and the answer can be typed.
            log.FormRefused(refusal.Message);
            var bare = outgoing.Message with { Buttons = [], ExpectsNumber = false, ExpectsWords = false, Choices = null, IsSummary = false };
            return await SendAsync(outgoing with { Message = bare }, [], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Delivery> ShowWholeAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        if (outgoing.Edits is { } edits && DiscordBody.Of(outgoing.Message).IsWhole)
        {
            try
            {
                return await EditAsync(outgoing, SentMessage.Parse(edits), cancellationToken).ConfigureAwait(false);
            }
            catch (DiscordApiException refusal) when (refusal.Kind is DiscordErrorKind.MessageGone or DiscordErrorKind.EditedTooOften)
            {
                // Then it is a message of its own.
            }
        }

        return await WithFilesAsync(outgoing, (shown, files) => SendAsync(shown, files, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>A drawing stays while its pose runs; another one takes its place.</summary>
    private async Task<Delivery> EditAsync(Outgoing outgoing, SentMessage sent, CancellationToken cancellationToken)
    {
        if (DiscordFiles.NameOf(outgoing) is { } name && (name != sent.Picture || outgoing.Message.Picture is null))
        {
            return await WithFilesAsync(
                outgoing, (shown, files) => EditAsync(shown, sent, files, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        return await EditAsync(outgoing, sent, null, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="files">In the place of those that are there; <see langword="null"/>: they stay.</param>
    private async Task<Delivery> EditAsync(
        Outgoing outgoing, SentMessage sent, IReadOnlyList<FileUpload>? files, CancellationToken cancellationToken)
    {
        var body = DiscordBody.Of(outgoing.Message);
        await rest.EditMessageAsync(
            Number(outgoing.Chat), new Snowflake(sent.Id),
            new EditMessage
            {
                Content = body.Pieces[0],
                Embeds = body.Embeds, // Of a summary that stood there nothing stays.
                Components = DiscordButtons.Of(outgoing.Message),
                Files = files ?? [],
                KeptAttachments = files is null ? null : [],
            },
            cancellationToken).ConfigureAwait(false);
        return new Delivery.Sent(files is null ? sent.ToString() : Sent(new Snowflake(sent.Id), outgoing, files));
    }

    /// <summary>The words are what matters: where the attachment is refused, they go without it.</summary>
    private async Task<Delivery> WithFilesAsync(
        Outgoing outgoing, Func<Outgoing, IReadOnlyList<FileUpload>, Task<Delivery>> show, CancellationToken cancellationToken)
    {
        var files = await _files.OfAsync(outgoing, cancellationToken).ConfigureAwait(false);
        try
        {
            return await show(outgoing, files).ConfigureAwait(false);
        }
        catch (DiscordApiException refusal) when (
            files is not [] && refusal.Kind is DiscordErrorKind.TooLarge or DiscordErrorKind.OurBug)
        {
            log.PictureRefused(Name, DiscordFiles.NameOf(outgoing)!, refusal.Message);
            return await show(DiscordFiles.Without(outgoing), []).ConfigureAwait(false);
        }
    }

    /// <summary>Where it takes several messages, the first makes the sound and the last has everything else.</summary>
    private async Task<Delivery> SendAsync(Outgoing outgoing, IReadOnlyList<FileUpload> files, CancellationToken cancellationToken)
    {
        var body = DiscordBody.Of(outgoing.Message);
        var pieces = body.Pieces;
        for (var piece = 0; piece < pieces.Count - 1; piece++)
            await SendAsync(outgoing, piece, new CreateMessage { Nonce = "", Content = pieces[piece] }, cancellationToken).ConfigureAwait(false);

        var last = new CreateMessage { Nonce = "", Content = pieces[^1], Embeds = EmbedsOf(body), Components = RowsOf(outgoing.Message), Files = files };
        var sent = await SendAsync(outgoing, pieces.Count - 1, last, cancellationToken).ConfigureAwait(false);
        return new Delivery.Sent(Sent(sent.Id, outgoing, files));
    }

    private Task<Message> SendAsync(Outgoing outgoing, int piece, CreateMessage message, CancellationToken cancellationToken)
    {
        var key = piece == 0 ? outgoing.Key : string.Create(CultureInfo.InvariantCulture, $"{outgoing.Key}.{piece}");
        return rest.CreateMessageAsync(
            Number(outgoing.Chat),
            message with
            {
                Nonce = key.Length > CreateMessage.MaxNonceLength ? key[^CreateMessage.MaxNonceLength..] : key,
                Flags = FlagsOf(outgoing.Message with { Sound = outgoing.Message.Sound && piece == 0 }),
            },
            cancellationToken);
    }

    private static string Sent(Snowflake id, Outgoing outgoing, IReadOnlyList<FileUpload> files) =>
        new SentMessage(id.Value, files is [] ? null : DiscordFiles.NameOf(outgoing)).ToString();

    private static MessageFlags? FlagsOf(ChatMessage message) => message.Sound ? null : MessageFlags.SuppressNotifications;

    private static IReadOnlyList<Embed>? EmbedsOf(DiscordBody body) => body.Embeds.Count == 0 ? null : body.Embeds;

    private static IReadOnlyList<ActionRow>? RowsOf(ChatMessage message) =>
        DiscordButtons.Of(message) is { Count: > 0 } rows ? rows : null;

    private static Snowflake Number(string chat) => new(ulong.Parse(chat, CultureInfo.InvariantCulture));
}
