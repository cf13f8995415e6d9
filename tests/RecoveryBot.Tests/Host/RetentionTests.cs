using Microsoft.Extensions.Logging.Abstractions;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

public class RetentionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Update_ids_are_kept_for_eight_days()
    {
        using var rig = new HostRig(HostRig.Echo);
        using var retention = new Retention(rig.Store, rig.Time, NullLogger<Retention>.Instance);
        await rig.Conversation.HandleAsync(HostRig.Says("old"), Stop);
        rig.Time.Advance(TimeSpan.FromDays(7));
        await rig.Conversation.HandleAsync(HostRig.Says("new"), Stop);

        await retention.SweepAsync(Stop);
        Assert.Equal(2, rig.Query<int>("SELECT count(*) FROM inbox"));

        rig.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        await retention.SweepAsync(Stop);
        Assert.Equal("annnew", rig.Query<string>("SELECT update_id FROM inbox"));
    }
}
