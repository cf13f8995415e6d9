using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Processes;

/// <summary>The program is killed at the worst instants; what it acknowledged is there, once (P1, P2, P5).</summary>
public sealed class CrashTests : IDisposable
{
    private static readonly Dictionary<string, string> Fast = new() { ["Coaching__TimeScale"] = "60" };

    /// <summary>For a kill that has to come before the end of the hold, on a busy machine too.</summary>
    private static readonly Dictionary<string, string> Unhurried = new() { ["Coaching__TimeScale"] = "15" };

    /// <summary>Of the first session.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FastHold = Hold / 60;

    private readonly StoreFiles _files = new();

    /// <summary>Each random kill is another instant; the gate takes more of them.</summary>
    private static int Rounds => Environment.GetEnvironmentVariable("RECOVERYBOT_LONG_TESTS") == "1" ? 3 : 1;

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Killed_before_the_commit_the_line_has_not_happened()
    {
        // Decisions: opened, agreed, the first card.
        using (var run = Crashing("before-commit", 3))
            AnswerFirstCardAndDie(run, shown: "1 of 8");

        Assert.Equal(2, Query<int>("SELECT count(*) FROM inbox"));
        using var again = ProgramRun.Start(_files, "--plain");
        Assert.Contains("1 of 8", again.Expect("of 8"), StringComparison.Ordinal);
        again.Say("None of these");
        again.Expect("2 of 8");
    }

    [Fact]
    public void Killed_after_the_commit_the_answer_is_delivered_and_the_line_counts_once()
    {
        // Deliveries: the first words, the welcome, the first card, the second.
        using (var run = Crashing("before-delivery", 4))
            AnswerFirstCardAndDie(run, shown: "1 of 8");

        Assert.Equal(3, Query<int>("SELECT count(*) FROM inbox"));
        Assert.Equal(1, Query<int>("SELECT count(*) FROM outbox"));
        GoesOnAtTheSecondCard();
    }

    [Fact]
    public void Killed_after_the_delivery_the_answer_comes_again_and_the_line_counts_once()
    {
        using (var run = Crashing("after-delivery", 4))
            AnswerFirstCardAndDie(run, shown: "2 of 8");

        Assert.Equal(1, Query<int>("SELECT count(*) FROM outbox"));
        GoesOnAtTheSecondCard();
    }

    [Fact]
    public void Killed_in_the_middle_of_a_migration_the_database_is_as_before()
    {
        _files.Open().Dispose();
        using (var run = ProgramRun.StartOf(
            "CrashHost", _files, ["mid-migration", "1", _files.Options.ConnectionString, _files.Options.KeyPath], Fast))
            Assert.NotEqual(0, run.WaitForExit());

        Assert.Equal(CoachStore.SchemaVersion, Query<int>("SELECT version FROM schema_version"));
        Assert.Equal(0, Query<int>("SELECT count(*) FROM sqlite_master WHERE name LIKE '%_step'"));
        _files.Open().Dispose();
    }

    [Fact]
    [Trait("Rule", "SEQ-24")]
    public void Killed_at_any_instant_of_a_hold_it_rings_at_the_original_end()
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var files = new StoreFiles();
            var said = KillInHold(files, Fast, TimeSpan.FromSeconds(3 * Random.Shared.NextDouble()));
            var (before, acknowledged) = Read(files);
            var end = RunOf(before.State).LegsUpAt!.Value + FastHold;
            var holding = before.State.Session is SessionState.Live { Stage: Stage.Holding };

            using (var again = ProgramRun.StartOf("RecoveryBot", files, ["--plain"], Fast))
            {
                again.Expect(holding ? "Time's up." : "coach");
                Assert.True(TimeProvider.System.GetUtcNow() >= end, "It rang before the end.");
            }

            var after = Read(files).User.State;
            Assert.Equal(said, acknowledged);
            Assert.Equal(RunOf(before.State).LegsUpAt, RunOf(after).LegsUpAt);
            Assert.Equal(1, after.SessionNumber);
        }
    }

    [Fact]
    [Trait("Rule", "SEQ-24")]
    public async Task Started_after_the_end_of_the_hold_the_next_message_is_the_way_out()
    {
        KillInHold(_files, Unhurried, TimeSpan.Zero);
        var user = Read(_files).User;
        var live = (SessionState.Live)user.State.Session!;
        Assert.IsType<Stage.Holding>(live.Stage);
        // As if it had been killed half an hour ago.
        var ago = TimeSpan.FromMinutes(30);
        var run = live.Run with { LegsUpAt = live.Run.LegsUpAt - ago };
        using (var store = _files.Open())
        {
            var state = user.State with { Session = live with { Run = run, Since = live.Since - ago } };
            await store.CommitAsync(
                [], [new UserChange(user with { State = state }, run.LegsUpAt + Hold)], TimeProvider.System.GetUtcNow(),
                TestContext.Current.CancellationToken);
        }

        using var again = ProgramRun.StartOf("RecoveryBot", _files, ["--plain"], Unhurried);

        // The edit that says until when may have been under way; its own time is not over.
        Assert.StartsWith("coach> Time's up.", again.Expect("coach>"), StringComparison.Ordinal);
    }

    /// <returns>How many lines have been answered.</returns>
    private static int KillInHold(StoreFiles files, Dictionary<string, string> pace, TimeSpan after)
    {
        using var run = ProgramRun.StartOf("RecoveryBot", files, ["--plain"], pace);
        run.Answer("I lead you through", "I'm 18 or over, I agree");
        for (var card = 1; card <= 8; card++)
            run.Answer($"{card} of 8", "None of these");
        run.Answer("No to all", "No to all").Answer("15 minutes", "15 minutes").Answer("Start", "Start")
            .Answer("I'm in position", "I'm in position").Answer("Supta Baddha Konasana", "I'm in position")
            .Answer("Legs are up", "Legs are up").Expect("I'll ring when it's time");
        if (after == TimeSpan.Zero)
            run.Kill(); // At once: a timer waits for a free thread.
        using var kill = new Timer(_ => run.Kill(), null, after, Timeout.InfiniteTimeSpan);
        run.WaitForExit();
        // Opened, agreed, eight cards, the pre-check, the minutes, the plan, three poses.
        return 16;
    }

    private static (UserRow User, int Acknowledged) Read(StoreFiles files)
    {
        using var store = files.Open();
        var user = store.FindUserAsync(
            new AccountKey(TerminalChannel.Name, TerminalChannel.Local), CancellationToken.None).GetAwaiter().GetResult();
        return (user!, store.Database.Connection.ExecuteScalar<int>("SELECT count(*) FROM inbox"));
    }

    private static Run RunOf(UserState state) => state.Session switch
    {
        SessionState.Live live => live.Run,
        // The machine was so busy that nobody answered in time.
        SessionState.Unanswered unanswered => unanswered.Run,
        _ => throw new InvalidOperationException($"No session: {state.Session}"),
    };

    private ProgramRun Crashing(string point, int count) =>
        ProgramRun.StartOf("CrashHost", _files, [point, $"{count}", "--plain"], Fast);

    private static void AnswerFirstCardAndDie(ProgramRun run, string shown)
    {
        run.Answer("I lead you through", "I'm 18 or over, I agree").Answer("1 of 8", "None of these");
        Assert.NotEqual(0, run.WaitForExit());
        Assert.Contains(shown, run.Seen.Last(line => line.Contains("of 8", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private void GoesOnAtTheSecondCard()
    {
        using var again = ProgramRun.Start(_files, "--plain");
        Assert.Contains("2 of 8", again.Expect("of 8"), StringComparison.Ordinal);
        again.Say("None of these");
        again.Expect("3 of 8");
        Assert.DoesNotContain(again.Seen, line => line.Contains("1 of 8", StringComparison.Ordinal));
    }

    private T Query<T>(string query)
    {
        using var connection = new SqliteConnection($"Data Source={_files.Database};Pooling=False");
        return connection.QuerySingle<T>(query);
    }
}
