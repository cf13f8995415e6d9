using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Storage.Sql;

namespace RecoveryBot.Storage;

/// <summary>What the coach remembers: loads users, commits batches, hands out due timers and unsent messages.</summary>
/// <remarks>One connection behind one gate: writers queue here in order instead of retrying against each other.</remarks>
public sealed class CoachStore : IDisposable
{
    private const string SealCheck = "seal_check";
    private readonly SqliteFile _file;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Seal _seal;
    private readonly BatchWriter _writer;

    private CoachStore(SqliteFile file, Seal seal)
    {
        _file = file;
        _seal = seal;
        _writer = new BatchWriter(Connection, seal);
    }

    /// <summary>The schema that this program writes.</summary>
    public static int SchemaVersion => Migrator.Known;

    private SqliteConnection Connection => _file.Connection;

    /// <summary>Opens the database for this process alone, brings its schema up to date and checks the key.</summary>
    /// <exception cref="ConfigurationException">The connection string or the key is wrong.</exception>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    /// <exception cref="SchemaTooNewException">The database was written by a newer program.</exception>
    public static CoachStore Open(StorageOptions options)
    {
        var file = SqliteFile.Open(options.ConnectionString);
        try
        {
            using (var transaction = file.Connection.BeginTransaction(deferred: false))
            {
                Migrator.Apply(file.Connection, transaction, Dialect.Sqlite);
                transaction.Commit();
            }

            var store = new CoachStore(file, Unlock(file.Connection, options.KeyPath));
            file.Connection.Execute(Statements.DropClaimedNudges);
            return store;
        }
        catch (SqliteException e)
        {
            file.Dispose();
            throw SqliteFile.Explain(e, file.Connection.DataSource);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <returns><see langword="null"/>: nobody is known by this account.</returns>
    public Task<UserRow?> FindUserAsync(AccountKey account, CancellationToken cancellationToken) => InGateAsync(() =>
    {
        var found = Connection.QuerySingleOrDefault<FoundUser>(
            Statements.FindUser, new { platform = account.Platform, externalId = account.ExternalId });
        if (found is null)
            return null;

        var state = StoredState.Read(_seal.Open(found.State, "users", Row(found.Id)));
        return new UserRow(found.Id, account, found.Chat, found.Version, state);
    }, cancellationToken);

    /// <summary>Whether an update has been applied already.</summary>
    public Task<bool> HasInboxAsync(string channel, string updateId, CancellationToken cancellationToken) => InGateAsync(
        () => Connection.ExecuteScalar<long>(Statements.HasInbox, new { channel, updateId }) > 0, cancellationToken);

    /// <summary>Writes all of it in one transaction, or nothing.</summary>
    /// <returns>The users as stored now, in the order of <paramref name="changes"/>; erased ones are left out.</returns>
    /// <exception cref="StorageException">Nothing was written.</exception>
    public Task<IReadOnlyList<UserRow>> CommitAsync(
        IReadOnlyList<InboxRow> inbox,
        IReadOnlyList<UserChange> changes,
        DateTimeOffset now,
        CancellationToken cancellationToken) => InGateAsync(() =>
    {
        var stored = InTransaction(transaction => _writer.Write(inbox, changes, now, transaction));
        if (changes.Any(change => change.Erases))
            Connection.Execute(Dialect.Sqlite.AfterErase);
        return stored;
    }, cancellationToken);

    /// <summary>Users whose timer is due, the longest overdue first.</summary>
    public Task<IReadOnlyList<TimerRow>> DueTimersAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken) => InGateAsync<IReadOnlyList<TimerRow>>(
        () => [.. Connection.Query<FoundTimer>(Statements.DueTimers, new { now = now.ToUnixTimeMilliseconds(), limit })
            .Select(row => new TimerRow(
                row.UserId, new AccountKey(row.Platform, row.ExternalId), DateTimeOffset.FromUnixTimeMilliseconds(row.Due)))],
        cancellationToken);

    /// <returns>The earliest timer of all; <see langword="null"/>: none runs.</returns>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        InGateAsync(() => Instant(Connection.ExecuteScalar<long?>(Statements.NextDue)), cancellationToken);

    /// <summary>The oldest unsent message of each chat, and every safety message, the most urgent first.</summary>
    public Task<IReadOnlyList<OutboxRow>> DeliverableAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken) => InGateAsync<IReadOnlyList<OutboxRow>>(
        () => [.. Connection.Query<FoundMessage>(Statements.Deliverable, new { now = now.ToUnixTimeMilliseconds(), limit })
            .Select(Read)],
        cancellationToken);

    /// <returns>When the next held chat is tried again; <see langword="null"/>: none is held.</returns>
    public Task<DateTimeOffset?> NextAttemptAsync(DateTimeOffset now, CancellationToken cancellationToken) => InGateAsync(
        () => Instant(Connection.ExecuteScalar<long?>(Statements.NextNotBefore, new { now = now.ToUnixTimeMilliseconds() })),
        cancellationToken);

    /// <summary>Marks a message as under way, durably, before it is sent: after a crash it is not sent again.</summary>
    public Task<bool> ClaimAsync(long id, DateTimeOffset now, CancellationToken cancellationToken) => InGateAsync(
        () => Connection.Execute(Statements.Claim, new { id, now = now.ToUnixTimeMilliseconds() }) == 1, cancellationToken);

    /// <summary>Records how deliveries ended, in one transaction.</summary>
    public Task RecordAsync(IReadOnlyList<DeliveryResult> results, CancellationToken cancellationToken) => InGateAsync(
        () => InTransaction(transaction =>
        {
            foreach (var result in results)
                _writer.Write(result, transaction);
            return true;
        }),
        cancellationToken);

    public void Dispose()
    {
        _file.Dispose();
        _seal.Dispose();
        _gate.Dispose();
    }

    internal static string Row(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static Seal Unlock(SqliteConnection connection, string path)
    {
        var check = connection.ExecuteScalar<byte[]?>(Statements.GetPlatformState, new { key = SealCheck });
        var key = KeyFile.Read(path);
        if (check is null)
        {
            var seal = new Seal(key ?? KeyFile.Create(path));
            connection.Execute(
                Statements.PutPlatformState,
                new { key = SealCheck, value = seal.Close("recoverybot"u8, "platform_state", SealCheck) });
            return seal;
        }

        if (key is null)
        {
            throw new ConfigurationException(
                $"Storage:KeyFile: '{path}' is missing, but the database is sealed: put the key back; nothing opens without it.");
        }

        var kept = new Seal(key);
        try
        {
            kept.Open(check, "platform_state", SealCheck);
            return kept;
        }
        catch (SealBrokenException e)
        {
            kept.Dispose();
            throw new ConfigurationException(
                $"Storage:KeyFile: '{path}' is not the key that this database was sealed with: put the right one back.", e);
        }
    }

    private static DateTimeOffset? Instant(long? milliseconds) =>
        milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;

    private OutboxRow Read(FoundMessage row)
    {
        var message = JsonSerializer.Deserialize(
            _seal.Open(row.Payload, "outbox", Row(row.Id)), StoredJson.Default.ChatMessage)!;
        return new OutboxRow(
            row.Id, row.UserId, row.Platform, row.Chat, message, (int)row.Attempts, row.NewestMessageId);
    }

    private T InTransaction<T>(Func<SqliteTransaction, T> write)
    {
        // IMMEDIATE: a deferred transaction that reads and then writes fails at once when it cannot be upgraded.
        using var transaction = Connection.BeginTransaction(deferred: false);
        var result = write(transaction);
        transaction.Commit();
        return result;
    }

    private async Task<T> InGateAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw SqliteFile.Explain(e, Connection.DataSource);
        }
        finally
        {
            _gate.Release();
        }
    }

    private sealed record FoundUser(long Id, string Chat, long Version, byte[] State);

    private sealed record FoundTimer(long UserId, string Platform, string ExternalId, long Due);

    /// <summary>A class with setters: SQLite tells no type for a sub-select, which a constructor would have to match.</summary>
    private sealed class FoundMessage
    {
        public long Id { get; init; }

        public long? UserId { get; init; }

        public string Platform { get; init; } = "";

        public string Chat { get; init; } = "";

        public byte[] Payload { get; init; } = [];

        public long Attempts { get; init; }

        public string? NewestMessageId { get; init; }
    }
}
