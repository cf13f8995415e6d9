using System.Globalization;
using Dapper;
using NodaTime;
using Quartz;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Jobs;
using RecoveryBot.Outbox;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Storage.Sql;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

/// <summary>Reminders through the real host: rows, one commit, one message (P4, P6).</summary>
public sealed class ReminderSweepTests : IDisposable
{
    private readonly TalkingRig _talk = new();

    private HostRig Rig => _talk.Rig;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task A_due_reminder_is_one_message_one_key_and_the_next_due_instant()
    {
        await RemindAsync("20:30");
        Assert.Equal(0, Rig.Query<int>("SELECT count(*) FROM nudges"));

        await UntilAsync("20:30");
        await SweepAsync();
        await SweepAsync();

        Assert.Single(Nudges());
        Assert.Equal("3 2026-03-02 1 0", Rig.Query<string>("SELECT kind || ' ' || day || ' ' || number || ' ' || snoozes FROM nudges"));
        Assert.Equal(Instant.FromUtc(2026, 3, 3, 19, 30).ToUnixTimeMilliseconds(), Rig.Query<long>("SELECT due FROM reminders"));
    }

    [Fact]
    public async Task A_snooze_moves_the_same_row_and_comes_again()
    {
        await RemindAsync("20:30");
        await UntilAsync("20:30");
        await SweepAsync();

        await PressAsync("In 20 min, 20:50");
        await UntilAsync("20:50");
        await SweepAsync();

        Assert.Equal(2, Nudges().Count);
        Assert.Equal("1 1", Rig.Query<string>("SELECT count(*) || ' ' || max(snoozes) FROM nudges"));
    }

    [Fact]
    public async Task What_was_sent_by_its_key_is_not_sent_again_whatever_the_state_says()
    {
        await RemindAsync("20:30");
        Rig.Execute("INSERT INTO nudges (user_id, kind, day, number, snoozes, at) VALUES (1, 3, '2026-03-02', 1, 0, 0)");

        await UntilAsync("20:30");
        await SweepAsync();

        Assert.Empty(Nudges());
        Assert.Equal(Instant.FromUtc(2026, 3, 3, 19, 30).ToUnixTimeMilliseconds(), Rig.Query<long>("SELECT due FROM reminders"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(119, 1)]
    [InlineData(125, 0)]
    [InlineData((60 * 24 * 3) + 180, 0)]
    public async Task After_downtime_there_is_one_message_at_most_and_only_a_useful_one(int minutesLate, int nudges)
    {
        await RemindAsync("19:00");
        await UntilAsync("18:59");

        _talk.BeDown(TimeSpan.FromMinutes(minutesLate + 1));
        await SweepAsync();

        Assert.Equal(nudges, Nudges().Count);
    }

    [Fact]
    public async Task A_chat_that_is_shut_pauses_its_reminders_until_the_person_writes_again()
    {
        await RemindAsync("20:30");
        await UntilAsync("20:30");
        Rig.Channel.Answer = new Delivery.Blocked();
        await SweepAsync();
        Assert.Equal(0, Rig.Query<int>("SELECT count(*) FROM reminders"));

        Rig.Time.Advance(TimeSpan.FromDays(9.2));
        await SweepAsync();
        Rig.Channel.Answer = null;
        await _talk.SayAsync("/help");
        await SweepAsync();

        Assert.Empty(Nudges());
        var next = DateTimeOffset.FromUnixTimeMilliseconds(Rig.Query<long>("SELECT due FROM reminders"));
        Assert.InRange(next, Rig.Time.GetUtcNow(), Rig.Time.GetUtcNow().AddDays(1));
        await UntilAsync("20:30");
        await SweepAsync();
        Assert.Single(Nudges());
    }

    [Fact]
    public async Task A_nudge_that_waits_is_withdrawn_when_a_session_begins()
    {
        await RemindAsync("20:30");
        await UntilAsync("20:30");
        Rig.Channel.OnUnasked = () => TimeSpan.FromMinutes(5);
        await SweepAsync();
        Assert.Equal(1, Rig.Query<int>("SELECT count(*) FROM outbox"));

        await _talk.SayAsync("/start_session");

        Assert.Equal(0, Rig.Query<int>("SELECT count(*) FROM outbox"));
        Assert.Empty(Nudges());
    }

    [Theory]
    [InlineData("/stop")]
    [InlineData("/remind off")]
    [InlineData("/remind 21:30")]
    public async Task A_nudge_that_waits_is_withdrawn_when_it_is_not_wanted(string words)
    {
        await RemindAsync("20:30");
        await UntilAsync("20:30");
        Rig.Channel.OnUnasked = () => TimeSpan.FromMinutes(5);
        await SweepAsync();

        await _talk.SayAsync(words);

        Assert.Equal(0, Rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Fact]
    public async Task A_nudge_that_waits_holds_up_no_answer_in_its_chat_and_is_dropped_when_it_is_late()
    {
        await RemindAsync("20:30");
        await UntilAsync("20:30");
        Rig.Channel.OnUnasked = () => TimeSpan.FromMinutes(5);
        await SweepAsync();

        await _talk.SayAsync("/why");
        Assert.Contains("Your next hold", Rig.Channel.Texts[^1], StringComparison.Ordinal);
        Assert.Empty(Nudges());

        Rig.Channel.OnUnasked = null;
        Rig.Time.Advance(TimeSpan.FromHours(2.1));
        await Rig.Worker.DrainAsync(Stop);
        Assert.Empty(Nudges());
        Assert.Equal(0, Rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Fact]
    public async Task When_there_is_a_place_again_the_nudge_goes_out_once()
    {
        await RemindAsync("20:30");
        await UntilAsync("20:30");
        Rig.Channel.OnUnasked = () => TimeSpan.FromSeconds(3);
        await SweepAsync();
        Rig.Channel.OnUnasked = null;
        await Rig.Worker.DrainAsync(Stop);
        Assert.Empty(Nudges());

        Rig.Time.Advance(TimeSpan.FromSeconds(3));
        await Rig.Worker.DrainAsync(Stop);
        await Rig.Worker.DrainAsync(Stop);

        Assert.Single(Nudges());
    }

    [Fact]
    public async Task Erasing_takes_the_reminders_with_it()
    {
        await RemindAsync("20:30");
        await UntilAsync("20:30");
        await SweepAsync();

        await _talk.SayAsync("/delete", "Erase everything");

        Assert.Equal(0, Rig.Query<int>("SELECT (SELECT count(*) FROM reminders) + (SELECT count(*) FROM nudges)"));
    }

    [Fact]
    public async Task What_the_store_refuses_has_not_happened_and_comes_at_the_next_sweep()
    {
        await RemindAsync("20:30");
        await UntilAsync("20:30");
        Rig.Execute("CREATE TRIGGER full BEFORE INSERT ON nudges BEGIN SELECT raise(ABORT, 'disk is full'); END");

        await Assert.ThrowsAsync<StorageException>(() => Rig.Sweep.SweepAsync(Stop));
        Assert.Equal(0, Rig.Query<int>("SELECT count(*) FROM outbox"));

        Rig.Execute("DROP TRIGGER full");
        await SweepAsync();
        Assert.Single(Nudges());
    }

    [Fact]
    public async Task A_reminder_that_breaks_the_coach_is_put_aside_for_a_day_and_holds_up_nobody()
    {
        Decision Breaks(UserState state, CoachInput input, DateTimeOffset now) => input is CoachInput.ReminderDue && state.CameBy == "broken"
            ? throw new InvalidOperationException("the coach broke")
            : Coach.Decide(state, input, now);
        using var rig = new HostRig(Breaks, timeScale: 1);
        await PutAsync(rig, "ann", state => state with { CameBy = "broken" });
        await PutAsync(rig, "bob", state => state);

        await rig.Sweep.SweepAsync(Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["chat-bob"], rig.Channel.Shown.Select(shown => shown.Chat));
        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM dead_letters"));
        Assert.Equal(rig.Time.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds(), rig.Query<long>("SELECT due FROM reminders WHERE user_id = 1"));
    }

    [Fact]
    public async Task A_program_with_other_zone_rules_arranges_every_reminder_anew()
    {
        await RemindAsync("20:30");
        Rig.Execute("UPDATE reminders SET due = due + 3600000; UPDATE platform_state SET value = CAST('old' AS BLOB) WHERE key = 'zone_rules'");
        Rig.Execute("INSERT INTO platform_state (key, value) VALUES ('zone_rules', CAST('old' AS BLOB)) ON CONFLICT DO NOTHING");

        await SweepAsync();

        Assert.Empty(Nudges());
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 19, 30).ToUnixTimeMilliseconds(), Rig.Query<long>("SELECT due FROM reminders"));
        Assert.Equal(DateTimeZoneProviders.Tzdb.VersionId, Rig.Query<string>("SELECT CAST(value AS TEXT) FROM platform_state WHERE key = 'zone_rules'"));
    }

    [Fact]
    public async Task Thousands_at_one_instant_are_committed_in_batches_and_each_is_nudged_once()
    {
        const int Many = 1_000;
        var commits = new HashSet<DateTimeOffset>();
        HostRig? host = null;
        Decision Counting(UserState state, CoachInput input, DateTimeOffset now)
        {
            if (input is CoachInput.ReminderDue)
            {
                commits.Add(now);
                host!.Time.Advance(TimeSpan.FromMilliseconds(1));
            }

            return Coach.Decide(state, input, now);
        }

        using var rig = host = new HostRig(Counting, timeScale: 1);
        await PutAsync(rig, [.. Enumerable.Range(0, Many).Select(n => $"user{n}")], state => state);

        await rig.Sweep.SweepAsync(Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(Many / 100, commits.Count);
        Assert.Equal(Many, rig.Channel.Shown.Select(shown => shown.Chat).Distinct().Count());
        Assert.Equal(Many, rig.Channel.Shown.Count);
        Assert.Equal(Many, rig.Query<int>("SELECT count(*) FROM nudges"));
    }

    [Fact]
    public void With_nothing_due_a_sweep_reads_the_index_and_no_row()
    {
        var plan = Rig.Store.Database.Connection.Query("EXPLAIN QUERY PLAN " + Statements.DueReminders, new { now = 0L, limit = 100 })
            .Select(row => (string)row.detail).ToList();

        Assert.Contains("SEARCH reminders USING COVERING INDEX reminders_due (due<?)", plan);
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN reminders", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_fails_is_logged_once_and_runs_again()
    {
        await RemindAsync("20:30");
        await UntilAsync("20:30");
        var job = new ReminderSweepJob(Rig.Sweep, Rig.LoggerOf<ReminderSweepJob>());
        Rig.Execute("CREATE TRIGGER full BEFORE INSERT ON nudges BEGIN SELECT raise(ABORT, 'disk is full'); END");
        await job.Execute(null!, Stop);
        await job.Execute(null!, Stop);
        Assert.Single(Rig.Log.Lines, line => line.StartsWith("Due reminders could not be looked at", StringComparison.Ordinal));

        Rig.Execute("DROP TRIGGER full");
        await job.Execute(null!, Stop);
        await Rig.Worker.DrainAsync(Stop);

        Assert.Single(Nudges());
    }

    [Theory]
    [InlineData(typeof(ReminderSweepJob))]
    [InlineData(typeof(RetentionJob))]
    public void Two_runs_of_a_job_never_overlap(Type job) => Assert.True(job.IsDefined(typeof(DisallowConcurrentExecutionAttribute), inherit: true));

    private List<Channels.Outgoing> Nudges() => [.. Rig.Channel.Shown.Where(shown => shown.Message.Class == DeliveryClass.Nudge)];

    /// <summary>Ann is in Berlin and wants to be reminded every day.</summary>
    private async Task RemindAsync(string time)
    {
        await _talk.AgreeAsync();
        await _talk.SayAsync("/stop", "/remind " + time, "Berlin");
    }

    private async Task UntilAsync(string local)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var now = LocalClock.Local(Rig.Time.GetUtcNow(), zone);
        var time = LocalTime.FromTimeOnly(TimeOnly.Parse(local, CultureInfo.InvariantCulture));
        var at = (now.TimeOfDay <= time ? now.Date : now.Date.PlusDays(1)) + time;
        Rig.Time.Advance(LocalClock.InstantOf(at, zone)!.Value - Rig.Time.GetUtcNow());
        await Rig.Wake.FireDueAsync(Stop);
    }

    private async Task SweepAsync()
    {
        await Rig.Sweep.SweepAsync(Stop);
        await Rig.Worker.DrainAsync(Stop);
    }

    private async Task PressAsync(string label)
    {
        var button = Rig.Channel.Newest.Buttons.Single(b => b.Label == label);
        await Rig.Conversation.HandleAsync(
            HostRig.Says("", id: "press" + label) with { Input = new CoachInput.Press(ButtonId.TryParse(button.Id)!.Value) }, Stop);
        await Rig.Worker.DrainAsync(Stop);
    }

    private static Task PutAsync(HostRig rig, string user, Func<UserState, UserState> with) => PutAsync(rig, [user], with);

    /// <summary>People whose fixed time is now, as stored.</summary>
    private static async Task PutAsync(HostRig rig, IReadOnlyList<string> users, Func<UserState, UserState> with)
    {
        var now = rig.Time.GetUtcNow();
        var due = new Reminder(new ReminderWish.FixedTime(Weekdays.All, TimeOnly.FromDateTime(now.UtcDateTime)), now.AddDays(-1)) { DueAt = now };
        var state = with(new UserState
        {
            Zone = "Etc/UTC",
            Consent = new Consent(Consent.PresentVersion, now, Guest: false),
            Screening = new ScreeningRecord { AskedOn = DateOnly.FromDateTime(now.UtcDateTime) },
            Reminders = new ReminderBook { All = [due] },
        });
        await rig.Store.CommitAsync(
            [], [.. users.Select(user => new UserChange(new UserRow(null, new AccountKey("test", user), "chat-" + user, 0, state), null)
            {
                Reminders = [new ReminderRow(ReminderKind.Fixed, now)],
                RemindersChanged = true,
            })], now, Stop);
    }
}
