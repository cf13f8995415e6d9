using RecoveryBot.Coaching;
using RecoveryBot.Outbox;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

public class DeliveryWorkerTests
{
    /// <summary>A test that waits longer has found a standstill.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chat_that_does_not_answer_holds_up_nobody_else_nor_its_own_safety_message()
    {
        using var rig = new HostRig(ByClass);
        var slow = new TaskCompletionSource<Delivery?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var others = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Channel.OnDeliver = outgoing =>
        {
            if (outgoing.Message.Text.StartsWith("reply stuck", StringComparison.Ordinal))
                return slow.Task;
            if (outgoing.Message.Text.StartsWith("safety", StringComparison.Ordinal))
                others.TrySetResult();
            return Task.FromResult<Delivery?>(null);
        };

        await rig.Conversation.HandleAsync(HostRig.Says("reply stuck"), Stop);
        var drain = rig.Worker.DrainAsync(Stop);
        await rig.Conversation.HandleAsync(
            [HostRig.Says("reply after"), HostRig.Says("reply b", "bob"), HostRig.Says("safety", id: "s")], Stop);
        await others.Task.WaitAsync(Patience, Stop);

        Assert.False(drain.IsCompleted);
        slow.SetResult(null);
        await drain.WaitAsync(Patience, Stop);

        Assert.Equal(
            ["chat-ann: safety minutes", "chat-ann: reply stuck minutes", "chat-ann: reply after minutes"],
            rig.Channel.Sent.Where(line => line.StartsWith("chat-ann", StringComparison.Ordinal)));
        Assert.Contains("chat-bob: reply b minutes", rig.Channel.Sent);
    }

    [Fact]
    public async Task Many_slow_chats_of_one_platform_leave_room_for_the_other_platform()
    {
        using var rig = new HostRig(ByClass);
        var slow = new TaskCompletionSource<Delivery?>(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Channel.OnDeliver = _ => slow.Task;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.OtherChannel.OnDeliver = _ =>
        {
            reached.TrySetResult();
            return Task.FromResult<Delivery?>(null);
        };

        await rig.Conversation.HandleAsync(
            [.. Enumerable.Range(0, 100).Select(n => HostRig.Says("reply", $"user{n}"))], Stop);
        var drain = rig.Worker.DrainAsync(Stop);
        await rig.Conversation.HandleAsync(HostRig.Says("reply", platform: "other"), Stop);
        await reached.Task.WaitAsync(Patience, Stop);

        Assert.Equal(64, rig.Channel.Attempts.Count);
        slow.SetResult(null);
        await drain.WaitAsync(Patience, Stop);
        Assert.Equal(100, rig.Channel.Sent.Count);
    }

    [Fact]
    [Trait("Rule", "SAFE-10")]
    public async Task A_session_message_that_a_symptom_withdrew_is_not_sent_though_it_was_in_hand()
    {
        using var rig = new HostRig((state, input, now) => ByClass(state, input, now) with
        {
            WithdrawsSessionMessages = input is CoachInput.Text { Words: "safety" },
        });
        await rig.Conversation.HandleAsync([HostRig.Says("session b", "bob"), HostRig.Says("session a", "ann")], Stop);
        rig.Channel.OnDeliver = async outgoing =>
        {
            // While Bob's is sent, Ann's lies in the worker's hand.
            if (outgoing.Chat == "chat-bob")
                rig.Conversation.HandleAsync(HostRig.Says("safety", "ann"), Stop).Wait(Stop);
            return null;
        };

        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["chat-bob: session b minutes", "chat-ann: safety minutes"], rig.Channel.Sent);
    }

    [Fact]
    public async Task An_unclear_result_is_tried_again_later_unless_it_must_not_be_seen_twice()
    {
        using var rig = new HostRig(ByClass);
        rig.Channel.Answer = new Delivery.Unclear("timeout");
        await rig.Conversation.HandleAsync(
            [.. Enum.GetNames<DeliveryClass>().Select(name => HostRig.Says(name.ToLowerInvariant(), name))], Stop);

        await rig.Worker.DrainAsync(Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(6, rig.Channel.Attempts.Count);
        rig.Channel.Answer = null;
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await rig.Worker.DrainAsync(Stop);
        Assert.Equal(
            ["chat-Reply: reply minutes", "chat-Safety: safety minutes", "chat-Session: session minutes"],
            rig.Channel.Sent.Order(StringComparer.Ordinal));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Fact]
    public async Task A_channel_that_throws_is_tried_again()
    {
        using var rig = new HostRig(ByClass);
        rig.Channel.OnDeliver = _ => throw new InvalidOperationException("bug");
        await rig.Conversation.HandleAsync(HostRig.Says("reply"), Stop);
        await rig.Worker.DrainAsync(Stop);

        rig.Channel.OnDeliver = null;
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["chat-ann: reply minutes"], rig.Channel.Sent);
    }

    [Fact]
    public async Task A_refusal_for_the_whole_platform_stops_all_of_it_and_safety_is_first_on_reopening()
    {
        using var rig = new HostRig(ByClass);
        await rig.Conversation.HandleAsync(HostRig.Says("nudge"), Stop);
        rig.Channel.Answer = new Delivery.Later(TimeSpan.FromSeconds(30), WholePlatform: true);
        await rig.Worker.DrainAsync(Stop);
        rig.Channel.Answer = null;

        await rig.Conversation.HandleAsync(
            [HostRig.Says("reply b", "bob"), HostRig.Says("safety", "eve"), HostRig.Says("reply", platform: "other")], Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Single(rig.Channel.Attempts);
        Assert.Single(rig.OtherChannel.Sent);
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        await rig.Worker.DrainAsync(Stop);
        Assert.Equal(
            ["chat-eve: safety minutes", "chat-bob: reply b minutes", "chat-ann: nudge minutes"], rig.Channel.Sent);
    }

    [Fact]
    public async Task An_edit_hits_the_newest_message_and_becomes_a_new_one_when_something_newer_is_shown()
    {
        using var rig = new HostRig(Stepping(DeliveryClass.Session));
        await SayAsync(rig, "new a");
        await SayAsync(rig, "edit b");
        Assert.Equal((null, "test-1"), (rig.Channel.Shown[0].Edits, rig.Channel.Shown[1].Edits));

        // The chat is held; meanwhile a safety message goes past the waiting edit.
        rig.Channel.Answer = new Delivery.Later(TimeSpan.FromSeconds(5));
        await SayAsync(rig, "edit c");
        rig.Channel.Answer = null;
        await SayAsync(rig, "safety d");
        rig.Time.Advance(TimeSpan.FromSeconds(5));
        await rig.Worker.DrainAsync(Stop);
        await SayAsync(rig, "edit e");

        Assert.Equal(["new a", "edit b", "safety d", "edit c", "edit e"], rig.Channel.Texts.Select(Words));
        Assert.Equal([null, "test-1", null, null, "test-2"], rig.Channel.Shown.Select(outgoing => outgoing.Edits));
        Assert.Equal(Placement.New, rig.Channel.Shown[3].Message.Placement);
    }

    [Fact]
    public async Task A_cosmetic_edit_without_its_message_is_dropped()
    {
        using var rig = new HostRig(Stepping(DeliveryClass.Cosmetic));
        await SayAsync(rig, "new a");
        rig.Channel.Answer = new Delivery.Later(TimeSpan.FromSeconds(5));
        await SayAsync(rig, "edit b");
        rig.Execute("UPDATE accounts SET newest_step = 99");
        rig.Channel.Answer = null;
        rig.Time.Advance(TimeSpan.FromSeconds(5));
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["new a"], rig.Channel.Texts.Select(Words));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Fact]
    public async Task The_first_message_that_answers_a_press_carries_it_and_each_message_has_a_key_of_its_own()
    {
        using var rig = new HostRig((state, _, _) => new Decision
        {
            State = state,
            Replies = [HostRig.Line("a"), HostRig.Line("b")],
        });

        await rig.Conversation.HandleAsync(HostRig.Says("x") with { Callback = "interaction" }, Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["interaction", null], rig.Channel.Shown.Select(outgoing => outgoing.Callback));
        Assert.Equal(2, rig.Channel.Shown.Select(outgoing => outgoing.Key).Distinct().Count());
    }

    [Fact]
    public async Task What_is_shown_but_cannot_be_recorded_is_not_shown_again()
    {
        using var rig = new HostRig(ByClass);
        await rig.Conversation.HandleAsync(HostRig.Says("reply"), Stop);
        rig.Execute("CREATE TRIGGER full BEFORE DELETE ON outbox BEGIN SELECT raise(ABORT, 'disk is full'); END");

        await rig.Worker.DrainAsync(Stop);
        await rig.Worker.DrainAsync(Stop);
        rig.Execute("DROP TRIGGER full");
        await rig.Worker.DrainAsync(Stop);

        Assert.Single(rig.Channel.Attempts);
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Fact]
    public async Task A_stop_waits_for_the_call_that_has_begun()
    {
        using var rig = new HostRig(ByClass);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var call = new TaskCompletionSource<Delivery?>(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Channel.OnDeliver = _ => call.Task;
        await rig.Conversation.HandleAsync(HostRig.Says("reply"), Stop);
        var drain = rig.Worker.DrainAsync(stop.Token);

        await stop.CancelAsync();
        call.SetResult(null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drain.WaitAsync(Patience, Stop));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Theory]
    [InlineData(0, DeliveryClass.Reply, 0, 1)]
    [InlineData(3, DeliveryClass.Reply, 0, 8)]
    [InlineData(3, DeliveryClass.Reply, 0.5, 6)]
    [InlineData(50, DeliveryClass.Reply, 0, 300)]
    [InlineData(50, DeliveryClass.Safety, 0, 15)]
    public void A_failed_message_waits_twice_as_long_each_time_and_safety_never_long(
        int attempts, DeliveryClass kind, double chance, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(attempts, kind, chance));

    private static async Task SayAsync(HostRig rig, string words)
    {
        await rig.Conversation.HandleAsync(HostRig.Says(words), Stop);
        await rig.Worker.DrainAsync(Stop);
    }

    private static string Words(string text) => text.Replace(" minutes", "", StringComparison.Ordinal);

    /// <summary>Says back what it hears, in the class that the first word names.</summary>
    private static Decision ByClass(UserState state, CoachInput input, DateTimeOffset now)
    {
        var words = ((CoachInput.Text)input).Words;
        return new Decision { State = state, Replies = [HostRig.Line(words, Enum.Parse<DeliveryClass>(words.Split(' ')[0], ignoreCase: true))] };
    }

    /// <summary>Says back what it hears: "edit" as an edit of the class, "safety" as a new safety message, else a new reply.</summary>
    private static Decide Stepping(DeliveryClass edits) => (state, input, _) =>
    {
        var words = ((CoachInput.Text)input).Words;
        var step = state.Step + 1;
        var reply = words.Split(' ')[0] switch
        {
            "edit" => HostRig.Line(words, edits) with { Placement = Placement.Edit },
            "safety" => HostRig.Line(words, DeliveryClass.Safety),
            _ => HostRig.Line(words),
        };
        return new Decision { State = state with { Step = step }, Replies = [reply with { Step = step }] };
    };
}
