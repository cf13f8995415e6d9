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
public sealed class DiscordChannel(
    DiscordRestClient rest, DiscordInteractions interactions, ChartRenderer charts, ILogger<DiscordChannel> log) : IChatChannel
{
    /// <summary>Discord's name in accounts and outbox rows.</summary>
    public const string Name = "discord";

    /// <summary>Too many DMs were opened: minutes, for all of them.</summary>
    private static readonly TimeSpan DmsWait = TimeSpan.FromMinutes(3);

    /// <summary>With a refused token nothing goes out; the gateway ends the program.</summary>
    private static readonly TimeSpan NoToken = TimeSpan.FromMinutes(1);

    private readonly DiscordFiles _files = new(charts);

    public string Platform => Name;

    public async Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var command = interactions.CommandBehind(outgoing.Callback);
        var delivery = await TryAsync(outgoing, command, cancellationToken).ConfigureAwait(false);
        if (command is null || delivery is not (Delivery.Sent or Delivery.Blocked or Delivery.Never))
            return delivery;

        if (command.IsInDm)
            interactions.Forget(command);
        else
            interactions.Tell(command, WhereTo(outgoing, isSent: delivery is Delivery.Sent));
        return delivery;
    }

    /// <summary>What is said where the command was used. Advice that cannot be given in private is given there.</summary>
    private static string WhereTo(Outgoing outgoing, bool isSent)
    {
        if (isSent)
            return DiscordText.Of(ChannelLines.GoOnInPrivate(DiscordChat.LinkTo(outgoing.Chat)));
        var shut = DiscordText.Of(ChannelLines.PrivateIsShut());
        return outgoing.Message.Class == DeliveryClass.Safety ? $"{DiscordText.ToMarkdown(outgoing.Message)}\n\n{shut}" : shut;
    }

    private async Task<Delivery> TryAsync(Outgoing outgoing, PendingInteraction? command, CancellationToken cancellationToken)
    {
        try
        {
            if (DiscordChat.PersonIn(outgoing.Chat) is { } person)
                return new Delivery.Moved((await rest.CreateDmAsync(person, cancellationToken).ConfigureAwait(false)).Id.ToString());

            return command is { IsInDm: true }
                ? await AnswerAsync(outgoing, command, cancellationToken).ConfigureAwait(false)
                : await ShowAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordRateLimitedException limited)
        {
            return new Delivery.Later(limited.Wait, WholePlatform: limited.IsForAll);
        }
        catch (DiscordApiException refusal) when (
            refusal.Kind == DiscordErrorKind.ChannelGone && command is { IsInDm: false } && command.TryReopen())
        {
            return new Delivery.Moved(DiscordChat.OfPerson(command.Interaction.Person!.Id));
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

    /// <summary>The answer to a command is a message of its own, or takes the place of the one that promised it.</summary>
    private async Task<Delivery> AnswerAsync(Outgoing outgoing, PendingInteraction command, CancellationToken cancellationToken)
    {
        var files = await _files.OfAsync(outgoing, cancellationToken).ConfigureAwait(false);
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
        if (shown is (true, var id))
            return new Delivery.Sent(id is { } known ? Sent(known, outgoing, files) : null);

        var promised = shown?.Id is { } promise ? new SentMessage(promise.Value, null).ToString() : null;
        return await ShowAsync(outgoing with { Edits = promised }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Delivery> ShowAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        if (outgoing.Edits is { } edits)
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
        await rest.EditMessageAsync(
            Number(outgoing.Chat), new Snowflake(sent.Id),
            new EditMessage
            {
                Content = DiscordText.ToMarkdown(outgoing.Message),
                Components = DiscordButtons.Of(outgoing.Message.Buttons),
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
        return new Delivery.Sent(Sent(sent.Id, outgoing, files));
    }

    private static string Sent(Snowflake id, Outgoing outgoing, IReadOnlyList<FileUpload> files) =>
        new SentMessage(id.Value, files is [] ? null : DiscordFiles.NameOf(outgoing)).ToString();

    private static MessageFlags? FlagsOf(ChatMessage message) => message.Sound ? null : MessageFlags.SuppressNotifications;

    private static IReadOnlyList<ActionRow>? RowsOf(ChatMessage message) =>
        message.Buttons.Count == 0 ? null : DiscordButtons.Of(message.Buttons);

    private static Snowflake Number(string chat) => new(ulong.Parse(chat, CultureInfo.InvariantCulture));
}
