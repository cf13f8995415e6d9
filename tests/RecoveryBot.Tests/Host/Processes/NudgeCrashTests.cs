using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Processes;

/// <summary>The program is killed between every two steps of a nudge: it is shown once, or it may have been and is not repeated (P4).</summary>
public sealed class NudgeCrashTests : IDisposable
{
    private const string Nudge = "This is your time for legs up";

    private readonly StoreFiles _files = new();

    public void Dispose() => _files.Dispose();

    /// <summary>The greeting is the first decision and the first delivery, the nudge the second.</summary>
    [Theory]
    [InlineData("before-commit", 2, 0, 1, false)]
    [InlineData("before-claim", 1, 0, 1, false)]
    [InlineData("before-delivery", 2, 0, 0, false)]
    [InlineData("after-delivery", 2, 1, 0, false)]
    [InlineData("before-commit", 2, 0, 1, true)]
    [InlineData("before-delivery", 2, 0, 0, true)]
    public async Task A_nudge_is_never_shown_twice(string point, int count, int before, int after, bool putOff)
    {
        await PutDueAsync(putOff);
        using (var run = ProgramRun.StartOf("CrashHost", _files, [point, $"{count}", "--plain"], new Dictionary<string, string>()))
        {
            Assert.NotEqual(0, run.WaitForExit());
            Assert.Equal(before, run.Seen.Count(line => line.Contains(Nudge, StringComparison.Ordinal)));
        }

        using var again = ProgramRun.Start(_files, "--plain");
        again.Expect(after == 1 ? Nudge : "coach> ");
        again.Say("quit");

        Assert.Equal(0, again.WaitForExit());
        Assert.Equal(after, again.Seen.Count(line => line.Contains(Nudge, StringComparison.Ordinal)));
        // Nothing is left that could be shown once more.
        Assert.Equal("0 1", Query<string>("SELECT (SELECT count(*) FROM outbox WHERE class = 3) || ' ' || (SELECT count(*) FROM nudges)"));
        Assert.True(Query<long>("SELECT due FROM reminders") > TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
    }

    /// <summary>
    /// A sweep takes a hundred at a time: of a hundred and fifty others, who are before the one at the terminal, the first
    /// hundred are committed, the rest are not.
    /// </summary>
    [Fact]
    public async Task Killed_between_two_batches_each_has_its_nudge_once()
    {
        const int Others = 150;
        await PutDueAsync(putOff: false, Others);
        using (var run = ProgramRun.StartOf("CrashHost", _files, ["before-commit", $"{1 + 120}", "--plain"], new Dictionary<string, string>()))
            Assert.NotEqual(0, run.WaitForExit());
        Assert.Equal(100, Query<int>("SELECT count(*) FROM nudges"));

        using var again = ProgramRun.Start(_files, "--plain");
        again.Expect(Nudge);
        again.Say("quit");

        Assert.Equal(0, again.WaitForExit());
        Assert.Equal(Others + 1, Query<int>("SELECT count(*) FROM nudges"));
        Assert.Equal(Others, Query<int>("SELECT count(*) FROM outbox WHERE class = 3"));
        Assert.Equal(Others, Query<int>("SELECT count(DISTINCT chat) FROM outbox WHERE class = 3"));
    }

    /// <summary>Somebody at the terminal whose time, or whose twenty minutes more, was a moment ago; others came before.</summary>
    private async Task PutDueAsync(bool putOff, int others = 0)
    {
        var now = TimeProvider.System.GetUtcNow();
        var due = now.AddSeconds(-30);
        var reminder = new Reminder(new ReminderWish.FixedTime(Weekdays.All, TimeOnly.FromDateTime(due.UtcDateTime)), now.AddDays(-1))
        {
            DueAt = due,
            EvenInQuietHours = true,
        };
        if (putOff)
            reminder = reminder with { Wish = new ReminderWish.FixedTime(Weekdays.All, TimeOnly.FromDateTime(due.AddMinutes(-20).UtcDateTime)), Snoozed = true, Newest = Sent(due) };
        var state = new UserState
        {
            Zone = "Etc/UTC",
            Consent = new Consent(Consent.PresentVersion, now, Guest: false),
            Screening = new ScreeningRecord { AskedOn = DateOnly.FromDateTime(now.UtcDateTime) },
            Reminders = new ReminderBook { All = [reminder] },
        };
        using var store = _files.Open();
        var accounts = Enumerable.Range(0, others).Select(n => new AccountKey("elsewhere", $"{n}"))
            .Append(new AccountKey(TerminalChannel.Name, TerminalChannel.Local));
        await store.CommitAsync(
            [], [.. accounts.Select(account => new UserChange(new UserRow(null, account, account.ExternalId, 0, state), null)
            {
                Reminders = [new ReminderRow(ReminderKind.Fixed, due)],
                RemindersChanged = true,
            })], now, TestContext.Current.CancellationToken);
        if (putOff)
            Execute($"INSERT INTO nudges SELECT user_id, 3, '{Sent(due).Key.Day:yyyy-MM-dd}', 1, 0, {now.ToUnixTimeMilliseconds()} FROM users");
    }

    /// <summary>The nudge that was put off.</summary>
    private static Nudge Sent(DateTimeOffset due)
    {
        var at = due.AddMinutes(-20);
        return new Nudge(new NudgeKey(DateOnly.FromDateTime(at.AddHours(-4).UtcDateTime), 1), at, 0, at.AddHours(2)) { Snoozes = 1, Answered = true };
    }

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={_files.Database};Pooling=False");
        connection.Execute(statement);
    }

    private T Query<T>(string query)
    {
        using var connection = new SqliteConnection($"Data Source={_files.Database};Pooling=False");
        return connection.QuerySingle<T>(query);
    }
}
