using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// Gives each interaction its first answer in time. A press is answered as seen once it is stored; the message itself goes by
/// the bot's token, so that it outlives the interaction's. A command in the DM is answered by the message; one from elsewhere
/// by the way to the DM.
/// </summary>
public sealed class DiscordInteractions(DiscordRestClient rest, TimeProvider time, ILogger<DiscordInteractions> log)
{
    /// <summary>Discord gives up after 3 s; from here on an answer is promised instead of given.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.2);

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
        var pending = new PendingInteraction(interaction, time.GetUtcNow());
        if (_pending.TryAdd(interaction.Id.ToString(), pending)) // Else it was replayed while the first is still open.
            pending.Patience = time.CreateTimer(_ => Promise(pending), null, Patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What came of it is stored. A command waits for its message, a press for nothing.</summary>
    public void Committed(string id)
    {
        if (_pending.TryGetValue(id, out var pending) && pending.IsPress)
            Track(AnswerAsync(pending, new InteractionResponse.DeferUpdate()));
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
    /// <returns>
    /// Whether the message is shown now, and the message that is there: its id or, of one that is shown, perhaps none.
    /// <see langword="null"/>: send it by itself.
    /// </returns>
    internal async Task<(bool IsShown, Snowflake? Id)?> ShowAsync(
        PendingInteraction command, InteractionMessage message, CancellationToken cancellationToken)
    {
        var first = command.TryTake();
        if (first)
            await RespondAsync(command, new InteractionResponse.Reply(message), cancellationToken).ConfigureAwait(false);
        return await command.Answered.ConfigureAwait(false) is PendingInteraction.Answer.Message(var id) && (first || id is not null)
            ? (first, id)
            : null;
    }

    /// <summary>Said where a command was used that goes on elsewhere, and to that person alone.</summary>
    internal void Tell(PendingInteraction pending, string markdown) => Track(TellAsync(pending, markdown));

    /// <summary>Nothing more will be said to it.</summary>
    internal void Forget(PendingInteraction pending) => _pending.TryRemove(pending.Interaction.Id.ToString(), out _);

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
    }

    /// <summary>In the DM "thinking …" would stay for ever if its token died: there it is a message that can be changed.</summary>
    private void Promise(PendingInteraction pending) => Track(AnswerAsync(pending, pending switch
    {
        { IsPress: true } => new InteractionResponse.DeferUpdate(),
        { IsInDm: true } => new InteractionResponse.Reply(new InteractionMessage
        {
            Content = DiscordText.Escape(Words.English.Text(ChannelLines.OneMoment())),
            Flags = MessageFlags.SuppressNotifications,
        }),
        _ => new InteractionResponse.DeferReply(IsEphemeral: true),
    }));

    private async Task AnswerAsync(PendingInteraction pending, InteractionResponse response)
    {
        if (!pending.TryTake())
            return;

        await RespondAsync(pending, response, CancellationToken.None).ConfigureAwait(false);
        if (pending.IsPress)
            Forget(pending);
    }

    private async Task TellAsync(PendingInteraction pending, string markdown)
    {
        if (pending.TryTake())
        {
            var told = new InteractionMessage { Content = markdown, Flags = MessageFlags.Ephemeral };
            await RespondAsync(pending, new InteractionResponse.Reply(told), CancellationToken.None).ConfigureAwait(false);
        }
        else if (await pending.Answered.ConfigureAwait(false) is not PendingInteraction.Answer.Over)
        {
            await EditAsync(pending, markdown, CancellationToken.None).ConfigureAwait(false);
        }

        Forget(pending);
    }

    private async Task RespondAsync(PendingInteraction pending, InteractionResponse response, CancellationToken cancellationToken)
    {
        Message? made = null;
        var given = await TryAsync(async () => made = await rest.CreateInteractionResponseAsync(
            pending.Interaction.Id, pending.Interaction.Token, response, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        // It is there, but Discord's word about it was lost: the same words once more tell which message it is.
        if (given && made is null && response is InteractionResponse.Reply { Data: { Content: { } words } })
            made = await EditAsync(pending, words, cancellationToken).ConfigureAwait(false);
        pending.Finish(response switch
        {
            InteractionResponse.Reply when given => new PendingInteraction.Answer.Message(made?.Id),
            InteractionResponse.DeferReply when given => new PendingInteraction.Answer.Deferred(),
            _ => new PendingInteraction.Answer.Over(),
        });
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

    private async Task<bool> TryAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Too late, twice, or no connection. Whatever it was, the message itself goes by the bot's own token.
            log.InteractionNotAnswered(e);
            return false;
        }
    }
}
