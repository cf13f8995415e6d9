using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;
using RecoveryBot.Storage;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// Gives each interaction its first answer in time. A press is answered as seen once it is stored; the message itself goes by
/// the bot's token, so that it outlives the interaction's. A command in the DM is answered by the message; one from elsewhere
/// by the way to the DM.
/// </summary>
public sealed class DiscordInteractions(
    DiscordRestClient rest, DiscordPromises promises, TimeProvider time, ILogger<DiscordInteractions> log)
{
    /// <summary>Discord gives up after 3 s; from here on an answer is promised instead of given.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.2);

    /// <summary>How often it is looked whether what was promised still waits to be sent.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, PendingInteraction> _pending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _calls = new();
    private long _sweptAt = time.GetUtcNow().Ticks;

    /// <summary>How many are remembered.</summary>
    internal int Open => _pending.Count;

    /// <summary>Completes when every call under way has ended.</summary>
    public Task WhenAnsweredAsync() => Task.WhenAll(_calls.Keys);

    /// <summary>The program ends: what is still open is promised now. Completes when every call has ended.</summary>
    public Task FinishAsync()
    {
        foreach (var pending in _pending.Values)
            Promise(pending);
        return WhenAnsweredAsync();
    }

    /// <summary>An interaction has come; what comes of it may take a while.</summary>
    public void Arrived(Interaction interaction)
    {
        Sweep();
        if (DiscordAtOnce.Is(interaction))
        {
            Track(TryAsync(() => rest.CreateInteractionResponseAsync(
                interaction.Id, interaction.Token, DiscordAtOnce.AnswerTo(interaction), CancellationToken.None)));
            return;
        }

        var pending = new PendingInteraction(interaction, time.GetUtcNow());
        if (_pending.TryAdd(interaction.Id.ToString(), pending)) // Else it was replayed while the first is still open.
            pending.Patience = time.CreateTimer(_ => Promise(pending), null, Patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What came of it is stored. A command waits for its message, a press for nothing.</summary>
    public void Committed(string id)
    {
        if (!_pending.TryGetValue(id, out var pending))
            return;
        pending.IsCommitted = true;
        if (pending.IsPress)
            Track(SeenAsync(pending));
    }

    /// <summary>Nothing comes of it but some words for that person alone.</summary>
    public void Tell(string id, string markdown)
    {
        if (_pending.TryGetValue(id, out var pending))
            Tell(pending, markdown);
    }

    /// <summary>
    /// The interaction behind a message, if it is a command whose message is still to come; <see langword="null"/>: the
    /// message goes by itself.
    /// </summary>
    internal PendingInteraction? CommandBehind(string? id) =>
        id is not null && _pending.TryGetValue(id, out var pending) && !pending.IsPress ? pending : null;

    /// <summary>Answers a command by its message.</summary>
    /// <param name="message"><see langword="null"/>: it cannot be one answer; a promise stands for it, if it can.</param>
    /// <returns>
    /// Whether the message is shown now, and the message that is there: its id or, of one that is shown, perhaps none.
    /// <see langword="null"/>: send it by itself.
    /// </returns>
    internal async Task<(bool IsShown, Snowflake? Id)?> ShowAsync(
        PendingInteraction command, InteractionMessage? message, CancellationToken cancellationToken)
    {
        if (message is null)
            await PromiseAsync(command).ConfigureAwait(false);
        var first = command.TryTake();
        if (first)
            command.Finish(await RespondAsync(command, new InteractionResponse.Reply(message!), cancellationToken).ConfigureAwait(false));
        return await command.Answered.ConfigureAwait(false) switch
        {
            PendingInteraction.Answer.Message(var id) when first => (true, id),
            PendingInteraction.Answer.Message({ } id) => (false, id),
            PendingInteraction.Answer.Promise({ } id) => (false, id),
            _ => null,
        };
    }

    /// <summary>A command in the DM has its message: what stood for it in another place goes.</summary>
    /// <param name="shown">Where the message is; <see langword="null"/>: nowhere that is known.</param>
    internal void Close(PendingInteraction command, Snowflake? shown)
    {
        Forget(command);
        Track(CloseAsync(command, shown));
    }

    /// <summary>Said where a command was used that goes on elsewhere, and to that person alone.</summary>
    internal void Tell(PendingInteraction pending, string markdown) => Track(TellAsync(pending, markdown));

    /// <summary>Nothing more will be said to it.</summary>
    internal void Forget(PendingInteraction pending)
    {
        _pending.TryRemove(pending.Interaction.Id.ToString(), out _);
        pending.Patience?.Dispose();
    }

    private void Track(Task call)
    {
        _calls[call] = true;
        call.ContinueWith(ended => _calls.TryRemove(ended, out _), TaskScheduler.Default);
    }

    /// <summary>A command's message may still come, but after the token's life there is nothing left to answer.</summary>
    private void Sweep()
    {
        var (now, before) = (time.GetUtcNow(), Interlocked.Read(ref _sweptAt));
        if (now.Ticks - before < SweepEvery.Ticks || Interlocked.CompareExchange(ref _sweptAt, now.Ticks, before) != before)
            return;
        foreach (var pending in _pending.Values.Where(pending => now - pending.ArrivedAt >= InteractionToken.Life))
            Forget(pending);
        Track(promises.TakeAwayAgainAsync());
    }

    private void Promise(PendingInteraction pending) => Track(pending.IsPress ? SeenAsync(pending) : PromiseAsync(pending));

    private async Task SeenAsync(PendingInteraction press)
    {
        if (!press.TryTake())
            return;
        press.Finish(await RespondAsync(press, new InteractionResponse.DeferUpdate(), CancellationToken.None).ConfigureAwait(false));
        Forget(press);
    }

    /// <summary>In the DM "thinking …" would stay for ever if its token died: there it is a message that can be changed.</summary>
    private async Task PromiseAsync(PendingInteraction command)
    {
        if (!command.TryTake())
            return;

        var made = await RespondAsync(command, command.IsInDm
            ? new InteractionResponse.Reply(new InteractionMessage { Content = DiscordPromises.Words, Flags = MessageFlags.SuppressNotifications })
            : new InteractionResponse.DeferReply(IsEphemeral: true), CancellationToken.None).ConfigureAwait(false);
        var keeping = Task.CompletedTask;
        if (made is PendingInteraction.Answer.Message(var id))
        {
            made = new PendingInteraction.Answer.Promise(id);
            if (id is { } known)
                keeping = promises.KeepAsync(command.Interaction.ChannelId!.Value, known);
        }

        if (made is not PendingInteraction.Answer.Over)
            command.Patience = time.CreateTimer(_ => Track(LookAsync(command)), null, LookEvery, LookEvery);
        command.Finish(made);
        await keeping.ConfigureAwait(false);
    }

    /// <summary>What was promised may have been withdrawn: a sign of the body overtakes it, or it had come before.</summary>
    private async Task LookAsync(PendingInteraction command)
    {
        if (!_pending.ContainsKey(command.Interaction.Id.ToString()))
            command.Patience?.Dispose(); // It was over before this began.
        else if (command.IsCommitted)
            await LookForAnswerAsync(command).ConfigureAwait(false);
    }

    private async Task LookForAnswerAsync(PendingInteraction command)
    {
        try
        {
            if (await promises.IsAwaitedAsync(command.Interaction, CancellationToken.None).ConfigureAwait(false))
                return;
            if (command.IsInDm)
                Close(command, shown: null);
            else if (await promises.ChatOfAsync(command.Interaction, CancellationToken.None).ConfigureAwait(false) is { } chat)
                await TellAsync(command, DiscordText.Of(ChannelLines.GoOnInPrivate(DiscordChat.LinkTo(chat)))).ConfigureAwait(false);
        }
        catch (StorageException)
        {
            // Looked at again soon.
        }
    }

    private async Task CloseAsync(PendingInteraction command, Snowflake? shown)
    {
        switch (await command.Answered.ConfigureAwait(false))
        {
            case PendingInteraction.Answer.Promise({ } id) when id == shown:
                await promises.ForgetAsync(id).ConfigureAwait(false);
                break;
            case PendingInteraction.Answer.Promise({ } id):
                await promises.TakeBackAsync(command.Interaction.ChannelId!.Value, id).ConfigureAwait(false);
                break;
            case PendingInteraction.Answer.Promise or PendingInteraction.Answer.Over { IsByAnother: true }:
                await TakeBackOriginalAsync(command).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>An earlier process may have promised it, or this one without hearing that it was taken.</summary>
    private async Task TakeBackOriginalAsync(PendingInteraction command)
    {
        Message? original = null;
        await TryAsync(async () => original = await rest.GetOriginalInteractionResponseAsync(
            command.Interaction.ApplicationId, command.Interaction.Token, CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
        if (original?.Content == DiscordPromises.Words)
            await promises.TakeBackAsync(original.ChannelId, original.Id, isInherited: true).ConfigureAwait(false);
    }

    private async Task TellAsync(PendingInteraction pending, string markdown)
    {
        if (pending.TryTake())
        {
            var told = new InteractionMessage { Content = markdown, Flags = MessageFlags.Ephemeral };
            pending.Finish(await RespondAsync(pending, new InteractionResponse.Reply(told), CancellationToken.None).ConfigureAwait(false));
        }
        else if (await pending.Answered.ConfigureAwait(false) is not PendingInteraction.Answer.Over)
        {
            await EditAsync(pending, markdown, CancellationToken.None).ConfigureAwait(false);
        }

        Forget(pending);
        switch (await pending.Answered.ConfigureAwait(false))
        {
            case PendingInteraction.Answer.Promise({ } id):
                await promises.ForgetAsync(id).ConfigureAwait(false);
                break;
            case PendingInteraction.Answer.Over { IsByAnother: true }:
                await EditAsync(pending, markdown, CancellationToken.None).ConfigureAwait(false);
                break;
        }
    }

    private async Task<PendingInteraction.Answer> RespondAsync(
        PendingInteraction pending, InteractionResponse response, CancellationToken cancellationToken)
    {
        Message? made = null;
        var failure = await TryAsync(async () => made = await rest.CreateInteractionResponseAsync(
            pending.Interaction.Id, pending.Interaction.Token, response, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        // It is there, but Discord's word about it was lost: the same words once more tell which message it is.
        if (failure is null && made is null && response is InteractionResponse.Reply { Data: { Content: { } words } })
            made = await EditAsync(pending, words, cancellationToken).ConfigureAwait(false);
        return response switch
        {
            InteractionResponse.Reply when failure is null => new PendingInteraction.Answer.Message(made?.Id),
            InteractionResponse.DeferReply when failure is null => new PendingInteraction.Answer.Deferred(),
            _ => new PendingInteraction.Answer.Over(failure is DiscordApiException { Kind: DiscordErrorKind.AlreadyAnswered }),
        };
    }

    /// <returns><see langword="null"/>: it could not be changed.</returns>
    private async Task<Message?> EditAsync(PendingInteraction pending, string markdown, CancellationToken cancellationToken)
    {
        Message? changed = null;
        await TryAsync(async () => changed = await rest.EditOriginalInteractionResponseAsync(
            pending.Interaction.ApplicationId, pending.Interaction.Token, new EditMessage { Content = markdown }, cancellationToken)
            .ConfigureAwait(false)).ConfigureAwait(false);
        return changed;
    }

    /// <returns>What went wrong; <see langword="null"/>: nothing.</returns>
    private async Task<Exception?> TryAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Too late, twice, or no connection. Whatever it was, the message itself goes by the bot's own token.
            log.InteractionNotAnswered(e);
            return e;
        }
    }
}
