using System.Globalization;
using Microsoft.Extensions.Logging;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Channels.Telegram;

/// <summary>
/// Keeps what Telegram brings: one poll is one commit, with the offset in it. What needs no commit (a refused press, a
/// stranger, a group) is answered after it and holds up nobody.
/// </summary>
public sealed class TelegramReceiver(
    Conversation conversation,
    CoachStore store,
    Access access,
    TelegramUpdates translator,
    TelegramPresses presses,
    TelegramGroups groups,
    ILogger<TelegramReceiver> log) : IUpdateConsumer
{
    private const string OffsetKey = "telegram.offset";
    private readonly TaskCompletionSource _anything = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first updates of this run are kept.</summary>
    public Task FirstKept => _anything.Task;

    public async Task<long?> LoadOffsetAsync(CancellationToken cancellationToken) =>
        await store.FindPlatformValueAsync(OffsetKey, cancellationToken).ConfigureAwait(false) is { } offset
            ? long.Parse(offset, CultureInfo.InvariantCulture)
            : null;

    public async Task CommitAsync(
        IReadOnlyList<Update> updates, long? offset, bool mayBeLate, CancellationToken cancellationToken)
    {
        var heard = new List<TelegramHeard>(updates.Count);
        foreach (var update in updates)
        {
            if (update.CallbackQuery is { Id: var press })
                presses.Arrived(press);
            heard.Add(await ReadAsync(update, mayBeLate, cancellationToken).ConfigureAwait(false));
        }

        var told = heard.OfType<TelegramHeard.ToCoach>().Select(one => one.Update).ToLookup(access.Allows);
        var unanswered = await conversation.HandleAsync(
            [.. told[true]], cancellationToken,
            offset is { } next ? new PlatformValue(OffsetKey, next.ToString(CultureInfo.InvariantCulture)) : null)
            .ConfigureAwait(false);
        foreach (var press in unanswered.Select(update => update.Callback).OfType<string>())
            presses.Answer(press, Words.English.Text(ChannelLines.Over()));
        AnswerTheRest(updates, heard, told[false], cancellationToken);
        _anything.TrySetResult();
    }

    /// <summary>A translation that throws must not take the poll with it: the update becomes a dead letter.</summary>
    private async Task<TelegramHeard> ReadAsync(Update update, bool mayBeLate, CancellationToken cancellationToken)
    {
        try
        {
            var heard = await translator.ReadAsync(update, mayBeLate, cancellationToken).ConfigureAwait(false);
            if (update.Undecodable is not null && heard is TelegramHeard.Nothing)
                log.NobodysUpdate(update.UpdateId);
            return heard;
        }
        catch (Exception e) when (e is not (StorageException or OperationCanceledException) && WhoseIs(update) is { } from)
        {
            var id = from.Id.ToString(CultureInfo.InvariantCulture);
            var words = (update.Message ?? update.EditedMessage)?.Text;
            return new TelegramHeard.ToCoach(new IncomingUpdate(
                TelegramChannel.Name, id, id, update.UpdateId.ToString(CultureInfo.InvariantCulture),
                words is null ? new CoachInput.Unreadable() : new CoachInput.Text(words))
            {
                Fault = e.ToString(),
            });
        }
    }

    private static User? WhoseIs(Update update) =>
        update.Message?.From ?? update.EditedMessage?.From ?? update.CallbackQuery?.From ?? update.MyChatMember?.From;

    private void AnswerTheRest(
        IReadOnlyList<Update> updates, List<TelegramHeard> heard, IEnumerable<IncomingUpdate> strangers,
        CancellationToken cancellationToken)
    {
        foreach (var one in heard)
        {
            if (one is TelegramHeard.Refused refused)
                presses.Answer(refused.Press, Words.English.Text(refused.Why));
            else if (one is TelegramHeard.InGroup group)
                _ = groups.TellAsync(group.Chat, group.Message, cancellationToken);
        }

        foreach (var stranger in strangers.Where(update => update.Standing is null))
            _ = access.TurnAwayAsync(stranger, cancellationToken);
        foreach (var update in updates)
        {
            if (update.CallbackQuery is { Id: var press })
                presses.Committed(press, cancellationToken);
        }
    }
}
