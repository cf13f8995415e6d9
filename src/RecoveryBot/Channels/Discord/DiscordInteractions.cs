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

    private readonly ConcurrentDictionary<string, PendingInteraction> _pending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _calls = new();

    /// <summary>Completes when every call under way has ended.</summary>
    public Task WhenAnsweredAsync() => Task.WhenAll(_calls.Keys);

    /// <summary>An interaction is about to be decided on.</summary>
    public void Arrived(Interaction interaction, CancellationToken cancellationToken)
    {
        var pending = new PendingInteraction(interaction);
        // One that could not be stored comes again, and may have been promised an answer.
        if (_pending.TryAdd(interaction.Id.ToString(), pending))
            Track(PromiseAsync(pending, cancellationToken));
    }

    /// <summary>What came of it is stored. A command waits for its message, a press for nothing.</summary>
    public void Committed(string id)
    {
        if (_pending.TryGetValue(id, out var pending) && pending.IsPress)
            Track(AnswerAsync(pending, new InteractionResponse.DeferUpdate()));
    }

    /// <summary>Nothing comes of it but a line for that person alone.</summary>
    public void Tell(string id, Line words)
    {
        if (_pending.TryGetValue(id, out var pending))
            Track(TellAsync(pending, Words.English.Text(words)));
    }

    /// <summary>
    /// The interaction behind a message, if it is a command whose answer is still open; <see langword="null"/>: the message
    /// goes by itself.
    /// </summary>
    internal PendingInteraction? CommandBehind(string? id) =>
        id is not null && _pending.TryGetValue(id, out var pending) && !pending.IsPress ? pending : null;

    /// <summary>Answers a command by its message.</summary>
    /// <returns>The message that is shown now or can be changed into it; <see langword="null"/>: send it by itself.</returns>
    internal async Task<(Snowflake Id, bool IsShown)?> ShowAsync(
        PendingInteraction command, InteractionMessage message, CancellationToken cancellationToken)
    {
        var first = command.TryTake();
        if (first)
            await RespondAsync(command, new InteractionResponse.Reply(message), cancellationToken).ConfigureAwait(false);
        var answer = await command.Answered.ConfigureAwait(false);
        Forget(command);
        return answer is PendingInteraction.Answer.Message(var id) ? (id, first) : null;
    }

    /// <summary>The message has gone to the DM, or could not: said where the command was used.</summary>
    internal void TellWhere(PendingInteraction command, Line words) => Track(TellAsync(command, Words.English.Text(words)));

    private void Track(Task call)
    {
        _calls[call] = true;
        call.ContinueWith(ended => _calls.TryRemove(ended, out _), TaskScheduler.Default);
    }

    private void Forget(PendingInteraction pending) => _pending.TryRemove(pending.Interaction.Id.ToString(), out _);

    /// <summary>In the DM "thinking …" would stay for ever if its token died: there it is a message that can be changed.</summary>
    private async Task PromiseAsync(PendingInteraction pending, CancellationToken cancellationToken)
    {
        await Task.Delay(Patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await AnswerAsync(pending, pending switch
        {
            { IsPress: true } => new InteractionResponse.DeferUpdate(),
            { IsInDm: true } => new InteractionResponse.Reply(new InteractionMessage
            {
                Content = Words.English.Text(ChannelLines.OneMoment()),
                Flags = MessageFlags.SuppressNotifications,
            }),
            _ => new InteractionResponse.DeferReply(IsEphemeral: true),
        }).ConfigureAwait(false);
        // A command's message may still come; its token is of no use for longer.
        await Task.Delay(InteractionToken.Life, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Forget(pending);
    }

    private async Task AnswerAsync(PendingInteraction pending, InteractionResponse response)
    {
        if (!pending.TryTake())
            return;

        await RespondAsync(pending, response, CancellationToken.None).ConfigureAwait(false);
        if (pending.IsPress)
            Forget(pending);
    }

    private async Task TellAsync(PendingInteraction pending, string words)
    {
        if (pending.TryTake())
        {
            var told = new InteractionMessage { Content = words, Flags = MessageFlags.Ephemeral };
            await RespondAsync(pending, new InteractionResponse.Reply(told), CancellationToken.None).ConfigureAwait(false);
        }
        else if (await pending.Answered.ConfigureAwait(false) is PendingInteraction.Answer.Deferred)
        {
            await TryAsync(() => rest.EditOriginalInteractionResponseAsync(
                pending.Interaction.ApplicationId, pending.Interaction.Token, new EditMessage { Content = words }, CancellationToken.None))
                .ConfigureAwait(false);
        }

        Forget(pending);
    }

    private async Task RespondAsync(PendingInteraction pending, InteractionResponse response, CancellationToken cancellationToken)
    {
        Message? made = null;
        var given = await TryAsync(async () => made = await rest.CreateInteractionResponseAsync(
            pending.Interaction.Id, pending.Interaction.Token, response, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        pending.Finish(response switch
        {
            InteractionResponse.Reply when made is not null => new PendingInteraction.Answer.Message(made.Id),
            InteractionResponse.DeferReply when given => new PendingInteraction.Answer.Deferred(),
            _ => new PendingInteraction.Answer.Over(),
        });
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
