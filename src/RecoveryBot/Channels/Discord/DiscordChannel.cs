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

namespace RecoveryBot.Channels.Discord;

/// <summary>Discord as a chat channel: one attempt, and what its end means for the outbox.</summary>
public sealed class DiscordChannel(DiscordRestClient rest, DiscordInteractions interactions, ILogger<DiscordChannel> log) : IChatChannel
{
    /// <summary>Discord's name in accounts and outbox rows.</summary>
    public const string Name = "discord";

    /// <summary>Too many DMs were opened: minutes, for all of them.</summary>
    private static readonly TimeSpan DmsWait = TimeSpan.FromMinutes(3);

    /// <summary>With a refused token nothing goes out; the gateway ends the program.</summary>
    private static readonly TimeSpan NoToken = TimeSpan.FromMinutes(1);

    public string Platform => Name;

    public async Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var command = interactions.CommandBehind(outgoing.Callback);
        var delivery = await TryAsync(outgoing, command, cancellationToken).ConfigureAwait(false);
        if (command is { IsInDm: false } && WhereTo(outgoing, delivery) is { } words)
            interactions.TellWhere(command, words);
        return delivery;
    }

    /// <summary>What is said where the command was used; <see langword="null"/>: that is not known yet.</summary>
    private static Line? WhereTo(Outgoing outgoing, Delivery delivery) => delivery switch
    {
        Delivery.Sent => ChannelLines.GoOnInPrivate(DiscordChat.LinkTo(outgoing.Chat)),
        Delivery.Blocked => ChannelLines.PrivateIsShut(),
        _ => null,
    };

    private async Task<Delivery> TryAsync(Outgoing outgoing, PendingInteraction? command, CancellationToken cancellationToken)
    {
        try
        {
            if (DiscordChat.PersonIn(outgoing.Chat) is { } person)
                return new Delivery.Moved((await rest.CreateDmAsync(person, cancellationToken).ConfigureAwait(false)).Id.ToString());

            return command is { IsInDm: true } && outgoing.Edits is null
                ? await AnswerAsync(outgoing, command, cancellationToken).ConfigureAwait(false)
                : await ShowAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordRateLimitedException limited)
        {
            return new Delivery.Later(limited.Wait, WholePlatform: limited.IsForAll);
        }
        catch (DiscordApiException refusal)
        {
            return Conclude(refusal);
        }
        catch (DiscordTransportException failure)
        {
            // The nonce makes a second attempt harmless.
            return new Delivery.Unclear(failure.Message);
        }
    }

    private static Delivery Conclude(DiscordApiException refusal) => refusal.Kind switch
    {
        DiscordErrorKind.Unreachable or DiscordErrorKind.MissingAccess or DiscordErrorKind.ChannelForbidden
            or DiscordErrorKind.ChannelGone or DiscordErrorKind.UserGone => new Delivery.Blocked(),
        DiscordErrorKind.DmsOpenedTooFast => new Delivery.Later(DmsWait, WholePlatform: false),
        DiscordErrorKind.ServerFailed => new Delivery.Unclear(refusal.Message),
        DiscordErrorKind.Unauthorised => new Delivery.Later(NoToken, WholePlatform: true),
        _ => new Delivery.Never(refusal.Message),
    };

    /// <summary>The answer to a command is the message itself, or takes the place of the one that promised it.</summary>
    private async Task<Delivery> AnswerAsync(Outgoing outgoing, PendingInteraction command, CancellationToken cancellationToken)
    {
        var files = await FilesOfAsync(outgoing.Message, cancellationToken).ConfigureAwait(false);
        var shown = await interactions.ShowAsync(
            command,
            new InteractionMessage
            {
                Content = DiscordText.ToMarkdown(outgoing.Message),
                Components = RowsOf(outgoing.Message),
                Flags = FlagsOf(outgoing.Message),
                Files = files,
            },
            cancellationToken).ConfigureAwait(false);
        return shown switch
        {
            (var id, true) => new Delivery.Sent(new SentMessage(id.Value, files is [] ? null : outgoing.Message.Picture!.Name).ToString()),
            (var id, false) => await ShowAsync(
                outgoing with { Edits = new SentMessage(id.Value, null).ToString() }, cancellationToken).ConfigureAwait(false),
            null => await ShowAsync(outgoing, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<Delivery> ShowAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        if (outgoing.Edits is not { } edits)
            return await SendAsync(outgoing, cancellationToken).ConfigureAwait(false);

        try
        {
            return await EditAsync(outgoing, SentMessage.Parse(edits), cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordApiException refusal) when (refusal.Kind is DiscordErrorKind.MessageGone or DiscordErrorKind.EditedTooOften)
        {
            return await SendAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A drawing stays while its pose runs; another one takes its place.</summary>
    private async Task<Delivery> EditAsync(Outgoing outgoing, SentMessage sent, CancellationToken cancellationToken)
    {
        var message = outgoing.Message;
        var files = message.Picture is { } picture && picture.Name != sent.Picture
            ? await FilesOfAsync(message, cancellationToken).ConfigureAwait(false)
            : [];
        await rest.EditMessageAsync(
            Number(outgoing.Chat), new Snowflake(sent.Id),
            new EditMessage
            {
                Content = DiscordText.ToMarkdown(message),
                Components = DiscordButtons.Of(message.Buttons),
                Files = files,
                KeptAttachments = files is [] ? null : [],
            },
            cancellationToken).ConfigureAwait(false);
        return new Delivery.Sent((files is [] ? sent : sent with { Picture = message.Picture!.Name }).ToString());
    }

    private async Task<Delivery> SendAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var files = await FilesOfAsync(outgoing.Message, cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendAsync(outgoing, files, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordApiException refusal) when (files is not [] && refusal.Kind is DiscordErrorKind.TooLarge or DiscordErrorKind.OurBug)
        {
            // The words are what matters: they go without it.
            log.PictureRefused(Name, outgoing.Message.Picture!.Name, refusal.Message);
            return await SendAsync(outgoing, [], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Delivery> SendAsync(Outgoing outgoing, IReadOnlyList<FileUpload> files, CancellationToken cancellationToken)
    {
        var sent = await rest.CreateMessageAsync(
            Number(outgoing.Chat),
            new CreateMessage
            {
                Nonce = outgoing.Key.Length > CreateMessage.MaxNonceLength ? outgoing.Key[^CreateMessage.MaxNonceLength..] : outgoing.Key,
                Content = DiscordText.ToMarkdown(outgoing.Message),
                Components = RowsOf(outgoing.Message),
                Flags = FlagsOf(outgoing.Message),
                Files = files,
            },
            cancellationToken).ConfigureAwait(false);
        return new Delivery.Sent(new SentMessage(sent.Id.Value, files is [] ? null : outgoing.Message.Picture!.Name).ToString());
    }

    private static async Task<IReadOnlyList<FileUpload>> FilesOfAsync(ChatMessage message, CancellationToken cancellationToken) =>
        message is { Picture: { } picture, Class: not DeliveryClass.Safety }
            ? [new FileUpload(
                picture.Name + ".png", "image/png",
                await Drawings.ReadAsync(picture.Name, cancellationToken).ConfigureAwait(false), picture.Description)]
            : [];

    private static MessageFlags? FlagsOf(ChatMessage message) => message.Sound ? null : MessageFlags.SuppressNotifications;

    private static IReadOnlyList<ActionRow>? RowsOf(ChatMessage message) =>
        message.Buttons.Count == 0 ? null : DiscordButtons.Of(message.Buttons);

    private static Snowflake Number(string chat) => new(ulong.Parse(chat, CultureInfo.InvariantCulture));
}
