using Dapper;
using RecoveryBot.Channels;
using RecoveryBot.Coaching;
using RecoveryBot.Jobs;
using RecoveryBot.Storage.Sql;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

public class RetentionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Update_ids_are_kept_for_eight_days()
    {
        using var rig = new HostRig(HostRig.Echo);
        var retention = RetentionOf(rig);
        await rig.Conversation.HandleAsync(HostRig.Says("old"), Stop);
        rig.Time.Advance(TimeSpan.FromDays(7));
        await rig.Conversation.HandleAsync(HostRig.Says("new"), Stop);

        await retention.SweepAsync(Stop);
        Assert.Equal(2, rig.Query<int>("SELECT count(*) FROM inbox"));

        rig.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        await retention.SweepAsync(Stop);
        Assert.Equal("annnew", rig.Query<string>("SELECT update_id FROM inbox"));
    }

    [Fact]
    public async Task Dead_letters_and_sent_nudges_are_kept_for_thirty_days()
    {
        using var rig = new HostRig(HostRig.Echo);
        var retention = RetentionOf(rig);
        await rig.Conversation.HandleAsync(HostRig.Says("one") with { Fault = "broken" }, Stop);
        rig.Execute($"INSERT INTO nudges (user_id, kind, day, number, snoozes, at) VALUES (1, 3, '2026-03-02', 1, 0, {rig.Time.GetUtcNow().ToUnixTimeMilliseconds()})");

        rig.Time.Advance(TimeSpan.FromDays(30));
        await retention.SweepAsync(Stop);
        Assert.Equal("1 1", rig.Query<string>(Kept));

        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await retention.SweepAsync(Stop);
        Assert.Equal("0 0", rig.Query<string>(Kept));
    }

    [Fact]
    public async Task Whoever_is_silent_for_a_year_is_told_once_and_erased()
    {
        using var talk = new TalkingRig();
        await talk.AgreeAsync();
        await SilentAsync(talk, 336);
        Assert.Empty(talk.Rig.Channel.Sent);

        await SilentAsync(talk, 1);
        Assert.StartsWith("We last talked on Mon 2 Mar 2026.", Assert.Single(talk.Rig.Channel.Shown).Message.Text);
        await SilentAsync(talk, 27);
        Assert.Equal(1, talk.Rig.Query<int>("SELECT count(*) FROM users"));

        await SilentAsync(talk, 1);
        Assert.Empty(talk.Rig.Channel.Sent);
        Assert.Equal(0, talk.Rig.Query<int>("SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM accounts) + (SELECT count(*) FROM outbox)"));
        await talk.SayAsync("hello");
        Assert.Contains("I'm 18 or over, I agree", talk.Rig.Channel.Shown[^1].Message.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task Whoever_writes_after_the_notice_stays()
    {
        using var talk = new TalkingRig();
        await talk.AgreeAsync();
        await SilentAsync(talk, 337);
        await talk.SayAsync("keep my record");
        Assert.StartsWith("I keep it", talk.Rig.Channel.Shown[^1].Message.Text);

        await SilentAsync(talk, 300);

        Assert.Empty(talk.Rig.Channel.Sent);
        Assert.NotNull((await talk.StateAsync()).Consent);
    }

    [Fact]
    public async Task A_year_of_downtime_erases_nobody_without_notice()
    {
        using var talk = new TalkingRig();
        await talk.AgreeAsync();
        talk.BeDown(TimeSpan.FromDays(800));

        await SilentAsync(talk, 0);

        Assert.Single(talk.Rig.Channel.Sent);
        Assert.Equal(talk.Time.GetUtcNow().AddDays(28), (await talk.StateAsync()).ErasedAt);
    }

    [Fact]
    public async Task Who_has_shut_the_chat_is_erased_as_well()
    {
        using var talk = new TalkingRig();
        await talk.AgreeAsync();
        await talk.Rig.Conversation.HandleAsync(HostRig.Says("", id: "shut") with { Standing = ChatStanding.Blocked }, Stop);

        await SilentAsync(talk, 337);
        Assert.Empty(talk.Rig.Channel.Sent);
        await SilentAsync(talk, 28);

        Assert.Equal(0, talk.Rig.Query<int>("SELECT count(*) FROM users"));
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_goes_twelve_months_after_the_last_message()
    {
        using var talk = new TalkingRig();
        await talk.AgreeAsync();
        talk.Rig.Execute("UPDATE users SET state = x'00'");
        talk.BeDown(TimeSpan.FromDays(300));
        await talk.SayAsync("hello");

        await SilentAsync(talk, 364);
        Assert.Equal(1, talk.Rig.Query<int>("SELECT count(*) FROM users"));
        await SilentAsync(talk, 1);

        Assert.Equal(0, talk.Rig.Query<int>("SELECT count(*) FROM users"));
    }

    [Fact]
    public async Task A_look_that_fails_is_tried_again_the_next_day_and_ends_the_sweep()
    {
        using var rig = new HostRig((state, input, now) =>
            input is CoachInput.LongSilence ? throw new InvalidOperationException("broken") : HostRig.Echo(state with { LastContact = now }, input, now));
        await rig.Conversation.HandleAsync(HostRig.Says("one"), Stop);
        rig.Time.Advance(TimeSpan.FromDays(400));

        await RetentionOf(rig).SweepAsync(Stop);

        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM dead_letters"));
        Assert.Equal(rig.Time.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds(), rig.Query<long>("SELECT retention_due FROM users"));
    }

    [Fact]
    public async Task More_than_one_commit_of_people_is_looked_at_in_one_sweep()
    {
        using var rig = new HostRig(Coach.Decide);
        for (var user = 0; user < 230; user++)
            await rig.Conversation.HandleAsync(HostRig.Says("hello", $"user{user}"), Stop);
        rig.Time.Advance(TimeSpan.FromDays(366));

        await RetentionOf(rig).SweepAsync(Stop);

        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM users"));
    }

    [Fact]
    public void A_look_reads_an_index_alone()
    {
        using var rig = new HostRig(HostRig.Echo);

        var plan = rig.Store.Database.Connection.Query("EXPLAIN QUERY PLAN " + Statements.SilentUsers, new { now = 0L, limit = 100 })
            .Select(row => (string)row.detail).ToList();

        Assert.Contains(plan, step => step.Contains("USING COVERING INDEX users_retention", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN users", StringComparison.Ordinal) || step.StartsWith("SCAN a", StringComparison.Ordinal));
    }

    private static Retention RetentionOf(HostRig rig) => new(rig.Store, rig.Conversation, rig.Time);

    /// <summary>Nobody writes for so many days; what was sent before is forgotten.</summary>
    private static async Task SilentAsync(TalkingRig talk, int days)
    {
        talk.Rig.Channel.Shown.Clear();
        await talk.WaitAsync(TimeSpan.FromDays(days));
        await RetentionOf(talk.Rig).SweepAsync(Stop);
        await talk.Rig.Worker.DrainAsync(Stop);
    }

    private const string Kept = "SELECT (SELECT count(*) FROM dead_letters) || ' ' || (SELECT count(*) FROM nudges)";
}
