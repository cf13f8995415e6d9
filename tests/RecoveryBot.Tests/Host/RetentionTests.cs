using RecoveryBot.Jobs;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

public class RetentionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Update_ids_are_kept_for_eight_days()
    {
        using var rig = new HostRig(HostRig.Echo);
        var retention = new Retention(rig.Store, rig.Time);
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
        var retention = new Retention(rig.Store, rig.Time);
        await rig.Conversation.HandleAsync(HostRig.Says("one") with { Fault = "broken" }, Stop);
        rig.Execute($"INSERT INTO nudges (user_id, kind, day, number, snoozes, at) VALUES (1, 3, '2026-03-02', 1, 0, {rig.Time.GetUtcNow().ToUnixTimeMilliseconds()})");

        rig.Time.Advance(TimeSpan.FromDays(30));
        await retention.SweepAsync(Stop);
        Assert.Equal("1 1", rig.Query<string>(Kept));

        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await retention.SweepAsync(Stop);
        Assert.Equal("0 0", rig.Query<string>(Kept));
    }

    private const string Kept = "SELECT (SELECT count(*) FROM dead_letters) || ' ' || (SELECT count(*) FROM nudges)";
}
