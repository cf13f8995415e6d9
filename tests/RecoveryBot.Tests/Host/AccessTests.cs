using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

public class AccessTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_is_told_their_id_once_a_day_and_nothing_is_written()
    {
        using var rig = new HostRig(HostRig.Echo, allowedUsers: "test:ann, other:7");

        for (var n = 0; n < 3; n++)
            await rig.Conversation.HandleAsync(HostRig.Says("hello", "eve", $"{n}"), Stop);

        Assert.Equal(
            ["chat-eve: This coach is for invited people. Give this to the operator (Olga): test:eve"], rig.Channel.Sent);
        Assert.Equal(0, rig.Query<int>("SELECT (SELECT count(*) FROM inbox) + (SELECT count(*) FROM users)"));

        rig.Time.Advance(TimeSpan.FromDays(1));
        await rig.Conversation.HandleAsync(HostRig.Says("hello", "eve", "4"), Stop);

        Assert.Equal(2, rig.Channel.Sent.Count);
    }

    [Fact]
    public async Task Whoever_is_allowed_is_heard_beside_a_stranger()
    {
        using var rig = new HostRig(HostRig.Echo, allowedUsers: "test:ann");

        await rig.Conversation.HandleAsync([HostRig.Says("hello", "eve"), HostRig.Says("a")], Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Contains("chat-ann: a minutes", rig.Channel.Sent);
        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM users"));
    }

    [Fact]
    public async Task The_terminal_is_never_a_stranger()
    {
        using var rig = new HostRig(HostRig.Echo, allowedUsers: "test:ann");

        await rig.Conversation.HandleAsync(HostRig.Says("a", platform: "terminal"), Stop);

        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM users"));
    }

    [Fact]
    [Trait("Rule", "SAFE-30")]
    public async Task A_strangers_red_flag_is_answered()
    {
        using var rig = new HostRig(HostRig.Echo, allowedUsers: "test:ann");

        await rig.Conversation.HandleAsync(HostRig.Says("my chest hurts", "eve"), Stop);

        Assert.StartsWith("Stop now.", rig.Channel.Texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(" telegram:123 , discord:456,", 2)]
    public void Accounts_are_read_from_one_line(string? allowed, int count) =>
        Assert.Equal(count, AccessOptions.TryParse(allowed)!.Count);

    [Theory]
    [InlineData("123")]
    [InlineData("telegram:")]
    [InlineData("telegram:1:2")]
    public void What_is_no_account_is_refused(string allowed) => Assert.Null(AccessOptions.TryParse(allowed));
}
