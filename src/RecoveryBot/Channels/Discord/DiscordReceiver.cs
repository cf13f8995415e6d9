using System.Globalization;
using Microsoft.Extensions.Logging;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// Keeps what Discord brings: what waits of a shard is one commit, with the position in it, so that a restart resumes after
/// it. What needs no commit (a refused press, a stranger) is answered after it and holds up nobody.
/// </summary>
public sealed class DiscordReceiver(
    Conversation conversation,
    CoachStore store,
    Access access,
    DiscordUpdates translator,
    DiscordInteractions interactions,
    ILogger<DiscordReceiver> log) : IDispatchConsumer
{
    private readonly TaskCompletionSource _anything = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first dispatches of this run are kept.</summary>
    public Task FirstKept => _anything.Task;

    public async Task<GatewayMemory> LoadAsync(Shard shard, CancellationToken cancellationToken)
    {
        var position = await store.FindPlatformValueAsync(PositionOf(shard), cancellationToken).ConfigureAwait(false);
        var identifies = await store.FindPlatformValueAsync(IdentifiesOf(shard), cancellationToken).ConfigureAwait(false);
        return new GatewayMemory(
            GatewayPosition.TryParse(position),
            [.. (identifies ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(at => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)))]);
    }

    public Task KeepIdentifiesAsync(Shard shard, IReadOnlyList<DateTimeOffset> identifies, CancellationToken cancellationToken) =>
        conversation.HandleAsync([], cancellationToken, new PlatformValue(
            IdentifiesOf(shard),
            string.Join(' ', identifies.Select(at => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)))));

    public void Received(Dispatch dispatch)
    {
        if (dispatch is Dispatch.InteractionCreate { Interaction: var interaction } && DiscordUpdates.IsToBeAnswered(interaction))
            interactions.Arrived(interaction);
    }

    public async Task CommitAsync(
        Shard shard, IReadOnlyList<Dispatch> dispatches, GatewayPosition position, CancellationToken cancellationToken)
    {
        var heard = new List<DiscordHeard>(dispatches.Count);
        foreach (var dispatch in dispatches)
            heard.Add(await ReadAsync(dispatch, cancellationToken).ConfigureAwait(false));

        var told = heard.OfType<DiscordHeard.ToCoach>().Select(one => one.Update).ToLookup(access.Allows);
        var unanswered = await conversation.HandleAsync(
            [.. told[true]], cancellationToken, new PlatformValue(PositionOf(shard), position.ToString())).ConfigureAwait(false);
        AnswerTheRest(heard, told, unanswered, cancellationToken);
        _anything.TrySetResult();
    }

    private static string PositionOf(Shard shard) => $"discord.position.{shard}";

    private static string IdentifiesOf(Shard shard) => $"discord.identifies.{shard}";

    /// <summary>A translation that throws must not take the others with it: the dispatch becomes a dead letter.</summary>
    private async Task<DiscordHeard> ReadAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        try
        {
            var heard = await translator.ReadAsync(dispatch, cancellationToken).ConfigureAwait(false);
            if (dispatch is Dispatch.Undecodable { Name: var name } && heard is DiscordHeard.Nothing)
                log.NobodysDispatch(name);
            return heard;
        }
        catch (Exception e) when (e is not (StorageException or OperationCanceledException))
        {
            if (DeadLetterOf(dispatch) is { } update)
                return new DiscordHeard.ToCoach(update with { Fault = e.ToString() });
            log.NobodysDispatch(dispatch.GetType().Name);
            return new DiscordHeard.Nothing();
        }
    }

    private static IncomingUpdate? DeadLetterOf(Dispatch dispatch) => dispatch switch
    {
        Dispatch.MessageCreate { Message: { Author: { } author } message } => new IncomingUpdate(
            DiscordChannel.Name, author.Id.ToString(), message.ChannelId.ToString(), $"m{message.Id}",
            message.Content is { } words ? new CoachInput.Text(words) : new CoachInput.Unreadable()),
        Dispatch.InteractionCreate { Interaction: { Person: { } person } interaction } => new IncomingUpdate(
            DiscordChannel.Name, person.Id.ToString(), DiscordChat.OfPerson(person.Id), $"i{interaction.Id}", new CoachInput.Unreadable())
        {
            Callback = interaction.Id.ToString(),
        },
        _ => null,
    };

    private void AnswerTheRest(
        List<DiscordHeard> heard, ILookup<bool, IncomingUpdate> told, IReadOnlyList<IncomingUpdate> unanswered,
        CancellationToken cancellationToken)
    {
        foreach (var refused in heard.OfType<DiscordHeard.Refused>())
            interactions.Tell(refused.Used.Id.ToString(), DiscordText.Of(refused.Why));
        foreach (var forged in unanswered.Select(update => update.Callback).OfType<string>())
            interactions.Tell(forged, DiscordText.Of(ChannelLines.Over()));
        foreach (var press in told[true].Select(update => update.Callback).OfType<string>())
            interactions.Committed(press);
        foreach (var stranger in told[false])
        {
            if (stranger.Callback is { } used)
                interactions.Tell(used, DiscordText.ToMarkdown(access.AnswerTo(stranger)));
            else
                _ = access.TurnAwayAsync(stranger, cancellationToken);
        }
    }
}
