using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dapper;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Storage.Exports;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Storage.Sql;

namespace RecoveryBot.Storage;

/// <summary>What the coach remembers: loads users, commits batches, hands out due timers and unsent messages.</summary>
public sealed class CoachStore : IDisposable
{
    private const int MostForgottenAtOnce = 5_000;
    private const string ZoneRules = "zone_rules";
    private readonly Database _database;
    private readonly Seal _seal;
    private readonly ErasedAccounts _erased;
    private readonly Withdrawals _withdrawals = new();
    private readonly BatchWriter _writer;
    private readonly UserReader _reader;

    private CoachStore(Database database, Seal seal, ErasedAccounts erased, RowIds ids)
    {
        _database = database;
        _seal = seal;
        _erased = erased;
        _writer = new BatchWriter(seal, _withdrawals, ids);
        _reader = new UserReader(seal);
    }

    /// <summary>The schema that this program writes.</summary>
    public static int SchemaVersion => Migrator.Known;

    /// <summary>What the last erasure left undone (backups, the log of the database); <see langword="null"/>: nothing.</summary>
    public string? ErasureFault => _erased.Fault;

    internal Database Database => _database;

    /// <summary>Opens the database for this process alone, brings its schema up to date and checks the key.</summary>
    /// <exception cref="ConfigurationException">The connection string or the key is wrong.</exception>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    /// <exception cref="SchemaTooNewException">The database was written by a newer program.</exception>
    public static CoachStore Open(StorageOptions options) =>
        Open(options, Migrator.Of(Dialect.Of(options.ConnectionString)));

    /// <returns><see langword="null"/>: nobody is known by this account.</returns>
    public Task<UserRow?> FindUserAsync(AccountKey account, CancellationToken cancellationToken) =>
        _database.RunAsync(
            sql => sql.Read(
                Statements.FindUser, row => Read(row, account), ("@platform", account.Platform), ("@externalId", account.ExternalId)).SingleOrDefault(),
            cancellationToken);

    /// <returns>The platform's id of whose chat it is; <see langword="null"/>: nobody's who is known.</returns>
    public Task<string?> FindByChatAsync(string platform, string chat, CancellationToken cancellationToken) => _database.RunAsync(
        sql => (string?)sql.Find(Statements.FindByChat, ("@platform", platform), ("@chat", chat)), cancellationToken);

    /// <summary>Whether any message waits to be sent to a chat.</summary>
    public Task<bool> HasUnsentAsync(string platform, string chat, CancellationToken cancellationToken) => _database.RunAsync(
        sql => sql.Find(Statements.HasUnsent, ("@platform", platform), ("@chat", chat)) is > 0L, cancellationToken);

    /// <summary>Everything that is stored about a user.</summary>
    /// <returns><see langword="null"/>: nobody by this id.</returns>
    public Task<StoredUser?> ReadAllAsync(long userId, CancellationToken cancellationToken) =>
        _database.RunAsync(sql => _reader.Read(sql.Connection, userId), cancellationToken);

    /// <returns>Which of these updates have been applied already.</returns>
    public Task<HashSet<(string Channel, string UpdateId)>> AppliedAsync(
        IEnumerable<(string Channel, string UpdateId)> updates, CancellationToken cancellationToken) => _database.RunAsync(
        sql => updates
            .Where(update => sql.Find(Statements.HasInbox, ("@channel", update.Channel), ("@updateId", update.UpdateId)) is > 0L)
            .ToHashSet(),
        cancellationToken);

    /// <returns><see langword="null"/>: none is stored by this key.</returns>
    public Task<string?> FindPlatformValueAsync(string key, CancellationToken cancellationToken) => _database.WriteAsync(
        sql => PlatformState.Get(sql, key) is { } value ? Encoding.UTF8.GetString(value) : null,
        cancellationToken);

    public Task<IReadOnlyList<UserRow>> CommitAsync(
        IReadOnlyList<InboxRow> inbox,
        IReadOnlyList<UserChange> changes,
        DateTimeOffset now,
        CancellationToken cancellationToken) => CommitAsync(inbox, changes, [], now, cancellationToken);

    /// <summary>Writes all of it in one transaction, or nothing.</summary>
    /// <param name="values">Platform values that become true with this commit.</param>
    /// <returns>The users as stored now, in the order of <paramref name="changes"/>; erased ones are left out.</returns>
    /// <exception cref="StorageException">Nothing was written.</exception>
    public async Task<IReadOnlyList<UserRow>> CommitAsync(
        IReadOnlyList<InboxRow> inbox,
        IReadOnlyList<UserChange> changes,
        IReadOnlyCollection<PlatformValue> values,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var erased = changes.Where(change => change.Erases).Select(change => change.User.Account).ToList();
        if (erased.Count == 0)
        {
            return await _database.WriteAsync(
                sql => _writer.Write(inbox, changes, values, now, sql), cancellationToken).ConfigureAwait(false);
        }

        var takeBack = () => { };
        IReadOnlyList<UserRow> stored;
        try
        {
            stored = await _database.WriteAsync(
                sql =>
                {
                    takeBack = _erased.Add(erased, now, sql);
                    return _writer.Write(inbox, changes, values, now, sql);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            takeBack();
            throw;
        }

        await CleanUpAsync().ConfigureAwait(false);
        return stored;
    }

    /// <summary>Users whose timer is due, the longest overdue first.</summary>
    public Task<IReadOnlyList<TimerRow>> DueTimersAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken) => _database.RunAsync<IReadOnlyList<TimerRow>>(
        sql => sql.Read(
            Statements.DueTimers,
            row => new TimerRow(
                row.GetInt64(0), new AccountKey(row.GetString(1), row.GetString(2)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))),
            ("@now", now.ToUnixTimeMilliseconds()), ("@limit", limit)),
        cancellationToken);

    /// <summary>Reminders that are due, the longest overdue first; looks at an index alone where nothing is.</summary>
    public Task<IReadOnlyList<DueReminder>> DueRemindersAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken) => _database.RunAsync<IReadOnlyList<DueReminder>>(
        sql => sql.Read(
            Statements.DueReminders,
            row => new DueReminder(
                row.GetInt64(0), new AccountKey(row.GetString(1), row.GetString(2)), (ReminderKind)row.GetInt64(3),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4))),
            ("@now", now.ToUnixTimeMilliseconds()), ("@limit", limit)),
        cancellationToken);

    /// <summary>Users whom retention has to look at, those who have been silent longest first.</summary>
    public Task<IReadOnlyList<AccountKey>> SilentUsersAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken) => _database.RunAsync<IReadOnlyList<AccountKey>>(
        sql => [.. sql.Connection
            .Query<FoundAccount>(Statements.SilentUsers, new { now = now.ToUnixTimeMilliseconds(), limit })
            .Select(row => new AccountKey(row.Platform, row.ExternalId))],
        cancellationToken);

    /// <summary>Makes every reminder due to be looked at, if they were arranged by other rules.</summary>
    /// <param name="rules">Version of the time zone database that reminders are arranged by.</param>
    public Task<bool> TakeUpZoneRulesAsync(string rules, CancellationToken cancellationToken) => _database.WriteAsync(
        sql =>
        {
            var before = PlatformState.Get(sql, ZoneRules) is { } value ? Encoding.UTF8.GetString(value) : null;
            if (before == rules)
                return false;
            PlatformState.Put(sql, ZoneRules, Encoding.UTF8.GetBytes(rules));
            return sql.Run(Statements.LookAtAllReminders) > 0;
        },
        cancellationToken);

    /// <returns>The earliest timer of all; <see langword="null"/>: none runs.</returns>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => _database.RunAsync(
        sql => Instant(sql.Find(Statements.NextDue)), cancellationToken);

    /// <summary>The oldest unsent message of each chat of a platform, and every safety message, the most urgent first.</summary>
    /// <param name="nudges">Whether messages that nobody asked for are among them.</param>
    public Task<List<SealedMessage>> DeliverableAsync(
        string platform, DateTimeOffset now, int limit, bool nudges, CancellationToken cancellationToken) => _database.RunAsync(
        sql =>
        {
            // What was withdrawn before this look is not in it.
            _withdrawals.Clear(platform);
            return sql.Read(
                Statements.Deliverable, row => new SealedMessage(platform, row), ("@platform", platform),
                ("@now", now.ToUnixTimeMilliseconds()), ("@limit", limit), ("@nudges", nudges));
        },
        cancellationToken);

    /// <summary>
    /// Whether a message found by the last look has been made obsolete since, by a symptom or a newer message. To be asked
    /// right before it is sent.
    /// </summary>
    public bool IsWithdrawn(OutboxRow row) => _withdrawals.Covers(row);

    /// <returns><see langword="null"/>: it does not open.</returns>
    public OutboxRow? Open(SealedMessage message)
    {
        try
        {
            return message.Open(_seal);
        }
        catch (Exception e) when (IsDamage(e))
        {
            return null;
        }
    }

    /// <summary>Makes a message that does not open a dead letter.</summary>
    /// <param name="instead">What is said in its place; <see langword="null"/>: nothing.</param>
    public Task PutAsideAsync(
        SealedMessage damaged, ChatMessage? instead, DateTimeOffset now, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            sql =>
            {
                _writer.PutAside(damaged, instead, now, sql);
                return true;
            },
            cancellationToken);

    /// <returns>When the next held chat is tried again; <see langword="null"/>: none is held.</returns>
    public Task<DateTimeOffset?> NextAttemptAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _database.RunAsync(
            sql => Instant(sql.Find(Statements.NextNotBefore, ("@now", now.ToUnixTimeMilliseconds()))),
            cancellationToken);

    /// <summary>Marks a message as under way, durably, before it is sent: after a crash it is not sent again.</summary>
    public Task<bool> ClaimAsync(long id, DateTimeOffset now, CancellationToken cancellationToken) => _database.RunAsync(
        sql => sql.Run(Statements.Claim, ("@id", id), ("@now", now.ToUnixTimeMilliseconds())) == 1,
        cancellationToken);

    /// <summary>Records how deliveries ended, in one transaction.</summary>
    public async Task RecordAsync(IReadOnlyList<DeliveryResult> results, CancellationToken cancellationToken)
    {
        await _database.WriteAsync(
            sql =>
            {
                foreach (var result in results)
                    DeliveryWriter.Write(result, sql);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        // The goodbye of an erased user is the last that names their chat: its bytes go with it.
        if (results.Any(result => result.Row.UserId is null && result is not (DeliveryResult.Postponed or DeliveryResult.Moved)))
            await CleanUpAsync().ConfigureAwait(false);
    }

    /// <summary>Forgets the ids of updates that were applied before an instant.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetInboxAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        ForgetAsync(Statements.ForgetInbox, before, cancellationToken);

    /// <summary>Forgets which nudges were sent before an instant.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetNudgesAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        ForgetAsync(Statements.ForgetNudges, before, cancellationToken);

    /// <summary>Forgets what could not be decided on before an instant.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetDeadLettersAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        ForgetAsync(Statements.ForgetDeadLetters, before, cancellationToken);

    /// <summary>Some at a time, so that nobody waits for the gate.</summary>
    private async Task<int> ForgetAsync(string statement, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var values = new { before = before.ToUnixTimeMilliseconds(), limit = MostForgottenAtOnce };
        for (var forgotten = 0; ;)
        {
            var now = await _database.RunAsync(
                sql => sql.Connection.Execute(statement, values), cancellationToken).ConfigureAwait(false);
            forgotten += now;
            if (now < MostForgottenAtOnce)
                return forgotten;
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        _seal.Dispose();
    }

    internal static CoachStore Open(StorageOptions options, IReadOnlyList<Migration> migrations)
    {
        var database = Dialect.Of(options.ConnectionString).Open(options.ConnectionString);
        try
        {
            var anyErased = false;
            var store = database.Write(sql =>
            {
                Migrator.Apply(sql, database.Dialect, migrations);
                var seal = StoreKey.Unlock(options.KeyPath, sql);
                var erased = ErasedAccounts.Open(options.KeyPath, seal, sql);
                anyErased = erased.Replay(sql);
                sql.Run(Statements.DropClaimedNudges);
                return new CoachStore(database, seal, erased, new RowIds(sql));
            });
            if (anyErased)
                database.Run(sql => sql.Run(database.Dialect.AfterErase));
            return store;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    internal static string Row(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>It is committed whatever comes of this, so a failure is told and not thrown.</summary>
    private async Task CleanUpAsync()
    {
        try
        {
            await _database.RunAsync(
                sql => sql.Run(_database.Dialect.AfterErase), CancellationToken.None).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            _erased.Fault = e.Message;
        }
    }

    private static DateTimeOffset? Instant(object? milliseconds) =>
        milliseconds is long value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;

    /// <summary>What a sealed value that cannot be read throws: another key, a changed byte, a shape of a newer program.</summary>
    private static bool IsDamage(Exception e) => e is SealBrokenException or JsonException or NotSupportedException or StorageException;

    private UserRow Read(DbDataReader row, AccountKey account)
    {
        var id = row.GetInt64(0);
        var user = new UserRow(id, account, row.GetString(1), row.GetInt64(2), new UserState());
        try
        {
            return user with { State = StoredState.Read(_seal.Open((byte[])row[3], "users", Row(id))) };
        }
        catch (Exception e) when (IsDamage(e))
        {
            return user with { Damage = e.Message };
        }
    }

    private sealed record FoundAccount(string Platform, string ExternalId);
}
