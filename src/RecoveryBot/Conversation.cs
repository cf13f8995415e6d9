using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecoveryBot.Channels;
using RecoveryBot.Coaching;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot;

/// <summary>Load, decide, commit: everything that happens to a user passes here, in the order in which it came.</summary>
/// <remarks>Whoever holds the turn commits for all who wait: one transaction for up to 100 updates.</remarks>
public sealed class Conversation(
    CoachStore store,
    IOptions<CoachingOptions> options,
    TimeProvider time,
    Signals signals,
    ILogger<Conversation> log,
    Decide? decide = null) : IDisposable
{
    private const int MostInOneCommit = 100;
    private const int MostUsersInMemory = 10_000;
    private readonly ConcurrentQueue<Waiting> _queue = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly UserCache _cache = new(MostUsersInMemory);
    private readonly Decide _decide = decide ?? Coach.Decide;

    /// <summary>Applies one update; completes when it is committed, or when it had been before.</summary>
    /// <exception cref="StorageException">It is not committed; the same update may be handed in again.</exception>
    public Task HandleAsync(IncomingUpdate update, CancellationToken cancellationToken) =>
        EnqueueAsync([new Waiting(new AccountKey(update.Platform, update.ExternalUserId), update)], cancellationToken);

    /// <summary>Applies what one poll brought, in its order; completes when all of it is committed.</summary>
    public Task HandleAsync(IReadOnlyList<IncomingUpdate> updates, CancellationToken cancellationToken) => EnqueueAsync(
        [.. updates.Select(update => new Waiting(new AccountKey(update.Platform, update.ExternalUserId), update))],
        cancellationToken);

    /// <summary>Applies that time has come for these users; completes when it is committed.</summary>
    public Task WakeAsync(IEnumerable<AccountKey> accounts, CancellationToken cancellationToken) =>
        EnqueueAsync([.. accounts.Select(account => new Waiting(account, null))], cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task EnqueueAsync(Waiting[] items, CancellationToken cancellationToken)
    {
        // Only until it is in the queue: after that somebody else may be committing it.
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var item in items)
            _queue.Enqueue(item);

        while (items.Any(item => !item.Done.Task.IsCompleted))
        {
            await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                if (!_queue.IsEmpty && items.Any(item => !item.Done.Task.IsCompleted))
                    await CommitWaitingAsync().ConfigureAwait(false);
            }
            finally
            {
                _turn.Release();
            }
        }

        await Task.WhenAll(items.Select(item => item.Done.Task)).ConfigureAwait(false);
    }

    private async Task CommitWaitingAsync()
    {
        var batch = new List<Waiting>();
        while (batch.Count < MostInOneCommit && _queue.TryDequeue(out var item))
            batch.Add(item);

        var failed = await TryCommitAsync(batch).ConfigureAwait(false);
        if (failed is null)
            return;

        log.BatchFailed(failed, batch.Count);
        foreach (var item in batch)
        {
            if (batch.Count > 1)
                failed = await TryCommitAsync([item]).ConfigureAwait(false);
            if (failed is not null)
                item.Done.TrySetException(failed);
        }
    }

    /// <returns>What went wrong; <see langword="null"/>: all of it is committed.</returns>
    private async Task<Exception?> TryCommitAsync(List<Waiting> batch)
    {
        try
        {
            await CommitAsync(batch).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            foreach (var item in batch)
                _cache.Evict(item.Account);
            return e;
        }

        foreach (var item in batch)
            item.Done.TrySetResult();
        return null;
    }

    private async Task CommitAsync(List<Waiting> batch)
    {
        var now = time.GetUtcNow();
        var copies = new Dictionary<AccountKey, WorkingCopy>();
        var chats = new Dictionary<AccountKey, string>();
        var inbox = new Dictionary<(string, string), InboxRow>();
        foreach (var item in batch)
        {
            if (item.Update is { } update && !await IsNewAsync(update, inbox, now).ConfigureAwait(false))
                continue;

            if (!copies.TryGetValue(item.Account, out var copy))
            {
                if (await LoadAsync(item).ConfigureAwait(false) is not { } user)
                    continue;
                copies[item.Account] = copy = new WorkingCopy(user);
            }

            if (item.Update is { } arrived)
            {
                chats[item.Account] = arrived.ChatId;
                copy.Apply(_decide, arrived.Input, now);
            }
            else
            {
                copy.CatchUp(_decide, now);
            }
        }

        if (inbox.Count + copies.Count > 0)
            await CommitAsync(inbox.Values, copies, chats, now).ConfigureAwait(false);
    }

    private async Task CommitAsync(
        IEnumerable<InboxRow> inbox,
        Dictionary<AccountKey, WorkingCopy> copies,
        Dictionary<AccountKey, string> chats,
        DateTimeOffset now)
    {
        var changes = copies
            .Select(copy => copy.Value.ToChange(chats.GetValueOrDefault(copy.Key, copy.Value.User.Chat), now))
            .ToList();
        var stored = await store.CommitAsync([.. inbox], changes, now, CancellationToken.None).ConfigureAwait(false);

        foreach (var change in changes)
        {
            if (change.Erases)
                _cache.Evict(change.User.Account);
            if (change.DeadLetters.Count > 0)
                log.DeadLetter(change.User.Account.Platform, change.DeadLetters.Count);
        }

        foreach (var user in stored)
            _cache.Put(user);
        if (changes.Any(change => change.Due is not null))
            signals.Timers.Set();
        if (changes.Any(change => change.Messages.Count > 0))
            signals.Outbox.Set();
    }

    private async Task<bool> IsNewAsync(
        IncomingUpdate update, Dictionary<(string, string), InboxRow> inbox, DateTimeOffset now)
    {
        var key = (update.Platform, update.UpdateId);
        if (inbox.ContainsKey(key)
            || await store.HasInboxAsync(update.Platform, update.UpdateId, CancellationToken.None).ConfigureAwait(false))
            return false;

        inbox[key] = new InboxRow(update.Platform, update.UpdateId, now);
        return true;
    }

    /// <returns><see langword="null"/>: a timer of somebody who has been erased.</returns>
    private async Task<UserRow?> LoadAsync(Waiting item)
    {
        var user = _cache.Find(item.Account)
            ?? await store.FindUserAsync(item.Account, CancellationToken.None).ConfigureAwait(false);
        if (user is null && item.Update is { } update)
        {
            user = new UserRow(
                null, item.Account, update.ChatId, 0,
                // The terminal is where its user is; other platforms do not tell (design 3.5).
                new UserState { Zone = update.Platform == "terminal" ? SystemZone.Id : null });
        }

        return user is null ? null : user with { State = user.State with { TimeScale = options.Value.TimeScale } };
    }

    /// <param name="Update"><see langword="null"/>: the user's timer is due.</param>
    private sealed record Waiting(AccountKey Account, IncomingUpdate? Update)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
