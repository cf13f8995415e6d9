using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

/// <summary>A flipped byte in one row is one user's trouble.</summary>
public class DamageTests
{
    private const string FlipState =
        "UPDATE users SET state = CAST(substr(state, 1, 20) || x'00ff' || substr(state, 23) AS BLOB) WHERE user_id = 1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_damaged_user_is_told_and_never_overwritten_and_the_others_go_on()
    {
        using var files = new StoreFiles();
        await LeaveDamagedAsync(files);
        using var rig = new HostRig(HostRig.Echo, files);
        var before = rig.Query<string>("SELECT hex(state) FROM users WHERE user_id = 1");

        await rig.Conversation.HandleAsync([HostRig.Says("hello", id: "1"), HostRig.Says("b", "bob", "2")], Stop);
        await rig.Worker.DrainAsync(Stop);
        await rig.Conversation.HandleAsync(HostRig.Says("again", id: "3"), Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(2, rig.Channel.Sent.Count(line => line.StartsWith("chat-ann: Sorry, what I have stored", StringComparison.Ordinal)));
        Assert.Contains("chat-bob: b minutes", rig.Channel.Sent);
        Assert.Equal(3, rig.Channel.Sent.Count);
        Assert.Equal(before, rig.Query<string>("SELECT hex(state) FROM users WHERE user_id = 1"));
        Assert.Equal(before, rig.Query<string>("SELECT hex(content) FROM dead_letters WHERE reason = 'user'"));
        Assert.Single(rig.Log.Lines, line => line.Contains("user 1 on test cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_user_whose_bell_is_due_is_told_with_a_sound_and_once()
    {
        using var files = new StoreFiles();
        await LeaveDamagedAsync(files);
        using var rig = new HostRig(HostRig.Echo, files);
        rig.Time.Advance(TimeSpan.FromHours(1));

        await rig.Wake.FireDueAsync(Stop);
        await rig.Worker.DrainAsync(Stop);
        await rig.Wake.FireDueAsync(Stop);

        var told = Assert.Single(rig.Channel.Shown, outgoing => outgoing.Chat == "chat-ann");
        Assert.True(told.Message.Sound);
        Assert.Contains("come down gently", told.Message.Text, StringComparison.Ordinal);
        Assert.Single(rig.Channel.Shown, outgoing => outgoing.Chat == "chat-bob");
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM timers"));
    }

    [Fact]
    [Trait("Rule", "SAFE-30")]
    public async Task A_damaged_user_with_chest_pain_hears_what_to_do_first()
    {
        using var files = new StoreFiles();
        await LeaveDamagedAsync(files);
        using var rig = new HostRig(HostRig.Echo, files);

        await rig.Conversation.HandleAsync(HostRig.Says("my chest hurts"), Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.StartsWith("Stop now.", rig.Channel.Texts[0], StringComparison.Ordinal);
        Assert.StartsWith("Sorry,", rig.Channel.Texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_user_can_still_be_erased_and_begin_anew()
    {
        using var files = new StoreFiles();
        await LeaveDamagedAsync(files);
        using var rig = new HostRig(HostRig.Echo, files);

        await rig.Conversation.HandleAsync([HostRig.Says("/delete", id: "1"), HostRig.Says("hello", id: "2")], Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["chat-ann: Everything I had stored about you is erased.", "chat-ann: hello minutes"], rig.Channel.Sent);
    }

    [Fact]
    public async Task A_damaged_message_is_put_aside_and_the_user_told_and_the_others_go_on()
    {
        using var rig = new HostRig(HostRig.Echo);
        await rig.Conversation.HandleAsync([HostRig.Says("a"), HostRig.Says("a2"), HostRig.Says("b", "bob")], Stop);
        rig.Execute("UPDATE outbox SET payload = CAST(substr(payload, 1, 40) || x'00ff' || substr(payload, 43) AS BLOB) WHERE id = 1");

        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["chat-bob: b minutes"], rig.Channel.Sent.Where(line => line.StartsWith("chat-bob", StringComparison.Ordinal)));
        var ann = rig.Channel.Shown.Where(outgoing => outgoing.Chat == "chat-ann").Select(outgoing => outgoing.Message.Text).ToList();
        Assert.StartsWith("Sorry, a message I had for you got damaged.", ann[0], StringComparison.Ordinal);
        Assert.Equal("a2 minutes", ann[1]);
        Assert.Equal("outbox", rig.Query<string>("SELECT reason FROM dead_letters"));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
        Assert.Single(rig.Log.Lines);
    }

    [Fact]
    public async Task A_damaged_nudge_is_put_aside_without_a_word()
    {
        using var rig = new HostRig((state, _, _) => new Decision { State = state, Replies = [HostRig.Line("n", DeliveryClass.Nudge)] });
        await rig.Conversation.HandleAsync(HostRig.Says("a"), Stop);
        rig.Execute("UPDATE outbox SET payload = x'00' WHERE id = 1");

        await rig.Worker.DrainAsync(Stop);

        Assert.Empty(rig.Channel.Attempts);
        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM dead_letters"));
    }

    /// <summary>Ann and Bob have a timer each, a minute from now; Ann's state has a flipped byte.</summary>
    private static async Task LeaveDamagedAsync(StoreFiles files)
    {
        var first = new HostRig((state, _, now) => new Decision
        {
            State = state with { Check = new SafetyCheck.LegsNumb { WakeAt = now.AddMinutes(1) } },
        }, files);
        await first.Conversation.HandleAsync([HostRig.Says("a", id: "a"), HostRig.Says("b", "bob", "b")], Stop);
        first.Execute(FlipState);
        first.Stop();
    }
}
