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
    Access access,
    ILogger<Conversation> log,
    Decide decide) : IDisposable
{
    private const int MostInOneCommit = 100;
    private const int MostUsersInMemory = 10_000;
    private readonly ConcurrentQueue<Waiting> _queue = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly UserCache _cache = new(MostUsersInMemory);

    /// <summary>Applies one update; completes when it is committed, or when it had been before.</summary>
    /// <returns>The update if nothing is said to it, else nothing.</returns>
    /// <exception cref="StorageException">It is not committed; the same update may be handed in again.</exception>
    public Task<IReadOnlyList<IncomingUpdate>> HandleAsync(IncomingUpdate update, CancellationToken cancellationToken) =>
        HandleAsync([update], cancellationToken);

    /// <summary>Applies what one poll brought, in its order; completes when all of it is committed.</summary>
    /// <param name="value">What is true once all of it is, such as the next offset; it is stored with the last of it.</param>
    /// <returns>The new ones among them that nothing is said to: a press of that kind was of no button that was shown.</returns>
    /// <exception cref="StorageException">Not all is committed; the same updates may be handed in again.</exception>
    public async Task<IReadOnlyList<IncomingUpdate>> HandleAsync(
        IReadOnlyList<IncomingUpdate> updates, CancellationToken cancellationToken, PlatformValue? value = null)
    {
        var known = new List<Waiting>(updates.Count);
        foreach (var update in updates)
        {
            if (access.Allows(update))
                known.Add(new Waiting(new AccountKey(update.Platform, update.ExternalUserId), update));
            else
                await access.TurnAwayAsync(update, cancellationToken).ConfigureAwait(false);
        }

        if (value is not null && known.Count == 0)
            known.Add(new Waiting(default, null));
        if (value is not null)
            (known[^1].Value, known[^1].Before) = (value, known[..^1]);
        await EnqueueAsync([.. known], cancellationToken).ConfigureAwait(false);
        return [.. known.Where(item => item.IsUnanswered).Select(item => item.Update!)];
    }

    /// <summary>Applies that time has come for these users; completes when it is committed.</summary>
    public Task WakeAsync(IEnumerable<AccountKey> accounts, CancellationToken cancellationToken) =>
        EnqueueAsync([.. accounts.Select(account => new Waiting(account, null))], cancellationToken);

    /// <summary>Applies that these reminders are due; completes when it is committed.</summary>
    public Task RemindAsync(IEnumerable<DueReminder> due, CancellationToken cancellationToken) =>
        EnqueueAsync([.. due.Select(one => new Waiting(one.Account, null) { Found = new CoachInput.ReminderDue(one.Kind) })], cancellationToken);

    /// <summary>Applies that these users have not been heard of for long; completes when it is committed.</summary>
    public Task ForgetAsync(IEnumerable<AccountKey> silent, CancellationToken cancellationToken) =>
        EnqueueAsync([.. silent.Select(account => new Waiting(account, null) { Found = new CoachInput.LongSilence() })], cancellationToken);

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

        var done = 0;
        while (done < batch.Count)
            done += await CommitSomeAsync(batch[done..]).ConfigureAwait(false);
    }

    /// <returns>How many are settled, committed or failed; 0: to be tried once more, without a decision.</returns>
    private async Task<int> CommitSomeAsync(List<Waiting> batch)
    {
        var (taken, failure) = await TryCommitAsync(batch).ConfigureAwait(false);
        if (failure is null)
            return taken;

        if (batch.Count > 1)
        {
            log.BatchFailed(failure, batch.Count);
            foreach (var item in batch)
            {
                while (await CommitSomeAsync([item]).ConfigureAwait(false) == 0)
                {
                }
            }

            return batch.Count;
        }

        // The store did its part: what came of this one update cannot be written, so the update is put aside.
        if (failure is not StorageException && batch[0].Fault is null)
        {
            batch[0].Fault = failure.ToString();
            return 0;
        }

        batch[0].Done.TrySetException(failure);
        return 1;
    }

    /// <returns>How many from the front are committed, or what went wrong: then none.</returns>
    private async Task<(int Taken, Exception? Failure)> TryCommitAsync(List<Waiting> batch)
    {
        int taken;
        try
        {
            taken = await CommitAsync(batch).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            foreach (var item in batch)
                _cache.Evict(item.Account);
            return (0, e);
        }

        foreach (var item in batch[..taken])
            item.Done.TrySetResult();
        return (taken, null);
    }

    /// <returns>How many from the front are committed: what follows an erasure belongs to a new user, so it comes next.</returns>
    private async Task<int> CommitAsync(List<Waiting> batch)
    {
        var updates = batch.Select(item => item.Update).OfType<IncomingUpdate>().Select(update => (update.Platform, update.UpdateId));
        var commit = new Commit(time.GetUtcNow(), await store.AppliedAsync(updates, CancellationToken.None).ConfigureAwait(false));
        var taken = 0;
        while (taken < batch.Count && await TakeAsync(batch[taken], commit).ConfigureAwait(false))
            taken++;
        if (!commit.IsEmpty)
            await CommitAsync(commit).ConfigureAwait(false);
        return taken;
    }

    /// <returns>Whether it is part of this commit.</returns>
    private async Task<bool> TakeAsync(Waiting item, Commit commit)
    {
        if (item.Update is not { } update || commit.IsNew(update))
        {
            if (!commit.Copies.TryGetValue(item.Account, out var copy)
                && await LoadAsync(item).ConfigureAwait(false) is { } user)
                commit.Copies[item.Account] = copy = new WorkingCopy(user);
            if (copy is not null && !Take(item, copy, commit))
                return false;
        }

        // The same updates come again when one of them could not be stored, so the offset stays.
        if (item.Value is { } value && !item.Before.Any(other => other.Done.Task.IsFaulted))
            commit.Values[value.Key] = value;
        return true;
    }

    private bool Take(Waiting item, WorkingCopy copy, Commit commit)
    {
        // What fell due before the update came happened before it: after downtime the way out is the first message.
        if ((item.Update is not null || item.Found is not null) && copy.IsOverdue(commit.Now))
            copy.CatchUp(decide, commit.Now);
        if (copy.Erases)
            return false;
        Apply(item, copy, commit.Now);
        if (item.Update is { } applied)
            commit.Inbox[(applied.Platform, applied.UpdateId)] = new InboxRow(applied.Platform, applied.UpdateId, commit.Now);
        return true;
    }

    private void Apply(Waiting item, WorkingCopy copy, DateTimeOffset now)
    {
        if (item.Update is { } update)
            item.IsUnanswered = !copy.Hear(decide, item.Fault is null ? update : update with { Fault = item.Fault }, now);
        else if (item.Fault is { } fault)
            copy.PutAside(item.Found ?? new CoachInput.TimeUp(), fault, now);
        else if (item.Found is { } found)
            copy.Find(decide, found, now);
        else
            copy.CatchUp(decide, now);
    }

    private async Task CommitAsync(Commit commit)
    {
        var changes = commit.Copies.Values.Select(copy => copy.ToChange(commit.Now)).ToList();
        var stored = await store.CommitAsync(
            [.. commit.Inbox.Values], changes, commit.Values.Values, commit.Now, CancellationToken.None).ConfigureAwait(false);

        foreach (var change in changes)
        {
            if (change.Erases)
                _cache.Evict(change.User.Account);
            if (change.DeadLetters.Count > 0)
                log.DeadLetter(change.User.Account.Platform, change.DeadLetters.Count);
        }

        if (changes.Any(change => change.Erases) && store.ErasureFault is { } fault)
            log.ErasureIncomplete(fault);

        foreach (var user in stored)
            _cache.Put(user);
        if (changes.Any(change => change.Due is not null))
            signals.Timers.Set();
        if (changes.Any(change => change is { RemindersChanged: true, Reminders.Count: > 0 }))
            signals.Reminders.Set();
        if (changes.Any(change => change.Messages.Count > 0))
            signals.Outbox.Set();
    }

    /// <returns><see langword="null"/>: nobody to decide for, such as a timer of somebody who has been erased.</returns>
    private async Task<UserRow?> LoadAsync(Waiting item)
    {
        if (item.Account == default)
            return null;

        var cached = _cache.Find(item.Account);
        var user = cached ?? await store.FindUserAsync(item.Account, CancellationToken.None).ConfigureAwait(false);
        if (user is null && item.Update is { Standing: null } update)
        {
            user = new UserRow(
                null, item.Account, update.ChatId, 0,
                // The terminal is where its user is; other platforms do not tell (design 3.5).
                new UserState { Zone = update.Platform == "terminal" ? SystemZone.Id : null });
        }

        if (user is { Damage: not null, Id: { } id } && cached is null)
            log.UserDamaged(user.Account.Platform, id);
        return user is null ? null : user with
        {
            State = user.State with { TimeScale = options.Value.TimeScale, RunBy = access.RunBy, AppLanguage = item.Update?.AppLanguage },
        };
    }

    /// <summary>One transaction in the making.</summary>
    /// <param name="applied">The updates that came before.</param>
    private sealed class Commit(DateTimeOffset now, IReadOnlySet<(string, string)> applied)
    {
        public DateTimeOffset Now => now;

        public Dictionary<AccountKey, WorkingCopy> Copies { get; } = [];

        public Dictionary<(string, string), InboxRow> Inbox { get; } = [];

        public Dictionary<string, PlatformValue> Values { get; } = [];

        public bool IsNew(IncomingUpdate update) =>
            !applied.Contains((update.Platform, update.UpdateId)) && !Inbox.ContainsKey((update.Platform, update.UpdateId));

        public bool IsEmpty => Copies.Count + Inbox.Count + Values.Count == 0;
    }

    /// <param name="account">Nobody's (the default): only <see cref="Value"/> waits.</param>
    /// <param name="update"><see langword="null"/>: time alone moves something on.</param>
    private sealed class Waiting(AccountKey account, IncomingUpdate? update)
    {
        public AccountKey Account => account;

        public IncomingUpdate? Update => update;

        /// <summary>What a sweep found; <see langword="null"/>: it is an update or the timer.</summary>
        public CoachInput? Found { get; init; }

        /// <summary>What becomes true with this commit; <see langword="null"/>: nothing.</summary>
        public PlatformValue? Value { get; set; }

        /// <summary>What has to be committed before <see cref="Value"/> may be.</summary>
        public IReadOnlyList<Waiting> Before { get; set; } = [];

        /// <summary>It was decided on, and nothing is said to it.</summary>
        public bool IsUnanswered { get; set; }

        /// <summary>Why no decision about it can be committed; <see langword="null"/>: none has failed.</summary>
        public string? Fault { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
