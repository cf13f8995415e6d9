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
    [InlineData("before-commit", 2, 0, 1)]
    [InlineData("before-claim", 1, 0, 1)]
    [InlineData("before-delivery", 2, 0, 0)]
    [InlineData("after-delivery", 2, 1, 0)]
    public async Task A_nudge_is_never_shown_twice(string point, int count, int before, int after)
    {
        await PutDueAsync();
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

    /// <summary>Somebody at the terminal whose time was a moment ago.</summary>
    private async Task PutDueAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var due = now.AddSeconds(-30);
        var reminder = new Reminder(new ReminderWish.FixedTime(Weekdays.All, TimeOnly.FromDateTime(due.UtcDateTime)), now.AddDays(-1))
        {
            DueAt = due,
            EvenInQuietHours = true,
        };
        var state = new UserState
        {
            Zone = "Etc/UTC",
            Consent = new Consent(Consent.PresentVersion, now, Guest: false),
            Screening = new ScreeningRecord { AskedOn = DateOnly.FromDateTime(now.UtcDateTime) },
            Reminders = new ReminderBook { All = [reminder] },
        };
        using var store = _files.Open();
        await store.CommitAsync(
            [], [new UserChange(new UserRow(null, new AccountKey(TerminalChannel.Name, TerminalChannel.Local), TerminalChannel.Local, 0, state), null)
            {
                Reminders = [new ReminderRow(ReminderKind.Fixed, due)],
                RemindersChanged = true,
            }], now, TestContext.Current.CancellationToken);
    }

    private T Query<T>(string query)
    {
        using var connection = new SqliteConnection($"Data Source={_files.Database};Pooling=False");
        return connection.QuerySingle<T>(query);
    }
}
