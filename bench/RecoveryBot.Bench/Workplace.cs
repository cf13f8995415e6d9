using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Bench;

/// <summary>A database and a key in a directory of their own, gone when it is disposed.</summary>
internal sealed class Workplace : IDisposable
{
    private const int PeopleInACommit = 1_000;

    private readonly string _home = Directory.CreateTempSubdirectory("recoverybot-bench-").FullName;

    public StorageOptions Options => new() { ConnectionString = "Data Source=" + Database, KeyFile = Path.Combine(_home, "key") };

    public string Database => Path.Combine(_home, "coach.db");

    /// <summary>Puts people who have answered the health questions.</summary>
    /// <param name="due">When the reminder of each is due; <see langword="null"/>: they have none.</param>
    public async Task PutPeopleAsync(CoachStore store, IEnumerable<long> people, DateTimeOffset? due)
    {
        var now = TimeProvider.System.GetUtcNow();
        var state = new UserState
        {
            Zone = "Etc/UTC",
            Consent = new Consent(Consent.PresentVersion, now, Guest: false),
            Screening = new ScreeningRecord { AskedOn = DateOnly.FromDateTime(now.UtcDateTime) },
        };
        if (due is { } at)
        {
            var wish = new ReminderWish.FixedTime(Weekdays.All, TimeOnly.FromDateTime(at.UtcDateTime));
            state = state with { Reminders = new ReminderBook { All = [new Reminder(wish, now.AddDays(-1)) { DueAt = at, EvenInQuietHours = true }] } };
        }

        foreach (var some in people.Chunk(PeopleInACommit))
            await store.CommitAsync([], [.. some.Select(Change)], now, CancellationToken.None);

        UserChange Change(long person) => new(new UserRow(null, new AccountKey("telegram", $"{person}"), $"{person}", 0, state), null)
        {
            Reminders = due is null ? [] : [new ReminderRow(ReminderKind.Fixed, due.Value)],
            RemindersChanged = due is not null,
        };
    }

    /// <summary>Puts rows of people who will stay silent; nobody opens what stands for their state.</summary>
    public void Register(int people, int stateBytes)
    {
        using var connection = Open();
        connection.Execute(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @people)
            INSERT INTO users (user_id, version, state) SELECT i, 1, zeroblob(@stateBytes) FROM n;
            INSERT INTO accounts (platform, external_id, chat, user_id) SELECT 'telegram', user_id, user_id, user_id FROM users;
            """,
            new { people, stateBytes });
    }

    public SqliteConnection Open() => new($"Data Source={Database};Pooling=False");

    /// <summary>Of the database, once it is closed.</summary>
    public long Bytes => new FileInfo(Database).Length;

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
