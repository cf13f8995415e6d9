using System.Text;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Outbox;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

public class ConversationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_users_second_update_sees_the_first()
    {
        using var rig = new HostRig(Counting);

        await rig.Conversation.HandleAsync([HostRig.Says("a"), HostRig.Says("b"), HostRig.Says("c", "bob")], Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(
            ["chat-ann: a1 minutes", "chat-ann: b2 minutes"],
            rig.Channel.Sent.Where(line => line.StartsWith("chat-ann", StringComparison.Ordinal)));
        Assert.Equal(2, (await rig.Store.FindUserAsync(new AccountKey("test", "ann"), Stop))!.State.Step);
        Assert.Equal(1, (await rig.Store.FindUserAsync(new AccountKey("test", "bob"), Stop))!.State.Step);
    }

    [Fact]
    public async Task The_same_update_twice_counts_once()
    {
        using var rig = new HostRig(Counting);

        await rig.Conversation.HandleAsync([HostRig.Says("a", id: "7"), HostRig.Says("a", id: "7")], Stop);
        await rig.Conversation.HandleAsync(HostRig.Says("a", id: "7"), Stop);

        Assert.Equal(1, (await rig.Store.FindUserAsync(new AccountKey("test", "ann"), Stop))!.State.Step);
    }

    [Fact]
    public async Task An_update_that_breaks_the_coach_is_set_aside_with_one_apology()
    {
        using var rig = new HostRig((state, input, now) => input is CoachInput.Text { Words: "bad" }
            ? throw new InvalidOperationException("broken")
            : Counting(state, input, now));

        await rig.Conversation.HandleAsync([HostRig.Says("a"), HostRig.Says("bad"), HostRig.Says("b")], Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM dead_letters"));
        Assert.Equal(3, rig.Channel.Sent.Count);
        Assert.Contains("chat-ann: b2 minutes", rig.Channel.Sent);
        Assert.Single(rig.Channel.Sent, line => line.Contains("Sorry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timer_is_never_fired_early()
    {
        var fired = new List<DateTimeOffset>();
        using var rig = new HostRig((state, input, now) => input is CoachInput.TimeUp
            ? Fired(state, now)
            : new Decision { State = state with { Check = new SafetyCheck.LegsNumb { WakeAt = now.AddMinutes(2) } } });
        Decision Fired(UserState state, DateTimeOffset now)
        {
            fired.Add(now);
            return new Decision { State = state with { Check = null } };
        }

        await rig.Conversation.HandleAsync(HostRig.Says("a"), Stop);
        rig.Time.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1));
        await rig.Wake.FireDueAsync(Stop);

        Assert.Empty(fired);

        rig.Time.Advance(TimeSpan.FromTicks(1));
        await rig.Wake.FireDueAsync(Stop);
        await rig.Wake.FireDueAsync(Stop);

        Assert.Equal([rig.Time.GetUtcNow()], fired);
    }

    [Fact]
    public async Task After_downtime_every_wait_is_stepped_through_and_only_the_last_message_said()
    {
        using var rig = new HostRig((state, input, now) => new Decision
        {
            State = state with
            {
                Step = state.Step + 1,
                Check = state.Step == 3 ? null : new SafetyCheck.LegsNumb { WakeAt = now.AddMinutes(1) },
            },
            Replies = input is CoachInput.TimeUp ? [HostRig.Line($"step {state.Step}")] : [],
        });

        await rig.Conversation.HandleAsync(HostRig.Says("a"), Stop);
        rig.Time.Advance(TimeSpan.FromHours(1));
        await rig.Wake.FireDueAsync(Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["chat-ann: step 3 minutes"], rig.Channel.Sent);
    }

    [Fact]
    public async Task A_symptom_takes_unsent_session_messages_out_of_the_outbox()
    {
        using var rig = new HostRig((state, input, _) => input is CoachInput.Text { Words: "tingling" }
            ? new Decision
            {
                State = state,
                WithdrawsSessionMessages = true,
                Replies = [HostRig.Line("come out", DeliveryClass.Safety)],
            }
            : new Decision { State = state, Replies = [HostRig.Line("hold", DeliveryClass.Session), HostRig.Line("kept")] });

        await rig.Conversation.HandleAsync(HostRig.Says("go"), Stop);
        await rig.Conversation.HandleAsync(HostRig.Says("tingling"), Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["chat-ann: come out minutes", "chat-ann: kept minutes"], rig.Channel.Sent);
    }

    [Fact]
    public async Task A_held_chat_waits_but_a_safety_message_goes_past_it()
    {
        using var rig = new HostRig((state, input, _) => new Decision
        {
            State = state,
            Replies = [HostRig.Line(
                ((CoachInput.Text)input).Words, input is CoachInput.Text { Words: "help" } ? DeliveryClass.Safety : DeliveryClass.Reply)],
        });
        rig.Channel.Answer = new Delivery.Later(TimeSpan.FromSeconds(30));

        await rig.Conversation.HandleAsync(HostRig.Says("a"), Stop);
        await rig.Worker.DrainAsync(Stop);
        rig.Channel.Answer = new Delivery.Sent("1");
        await rig.Conversation.HandleAsync([HostRig.Says("b"), HostRig.Says("help")], Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["chat-ann: help minutes"], rig.Channel.Sent);

        rig.Time.Advance(TimeSpan.FromSeconds(30));
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["chat-ann: help minutes", "chat-ann: a minutes", "chat-ann: b minutes"], rig.Channel.Sent);
    }

    [Fact]
    public async Task Erasing_leaves_no_row_of_the_user_and_still_says_goodbye()
    {
        using var rig = new HostRig((state, input, now) => input is CoachInput.Text { Words: "delete" }
            ? new Decision { State = state, Erases = true, Replies = [HostRig.Line("bye")] }
            : Counting(state with { Check = new SafetyCheck.LegsNumb { WakeAt = now.AddDays(1) } }, input, now));

        await rig.Conversation.HandleAsync(HostRig.Says("a"), Stop);
        await rig.Conversation.HandleAsync(HostRig.Says("delete"), Stop);

        var tables = rig.Query<string>("""
            SELECT group_concat(m.name) FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND c.name = 'user_id'
            """).Split(',');
        Assert.True(tables.Length >= 7);
        Assert.All(tables, table =>
            Assert.Equal(0, rig.Query<int>($"SELECT count(*) FROM {table} WHERE user_id IS NOT NULL")));

        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(["chat-ann: bye minutes"], rig.Channel.Sent);
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Fact]
    public async Task No_word_of_a_user_or_the_coach_is_readable_on_disk()
    {
        using var rig = new HostRig((state, input, now) => input is CoachInput.Text { Words: "bad-numbness" }
            ? throw new InvalidOperationException("broken")
            : Counting(state with { Language = "secretlanguage" }, input, now));

        await rig.Conversation.HandleAsync([HostRig.Says("tinglingtoes", id: "1"), HostRig.Says("bad-numbness", id: "2")], Stop);

        foreach (var file in new[] { rig.Files.Database, rig.Files.Database + "-wal" })
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync(Stop);
            Assert.DoesNotContain("tinglingtoes", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("numbness", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("secretlanguage", bytes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Time_runs_at_the_pace_of_the_settings()
    {
        double seen = 0;
        using var rig = new HostRig((state, _, _) =>
        {
            seen = state.TimeScale;
            return new Decision { State = state };
        });

        await rig.Conversation.HandleAsync(HostRig.Says("a"), Stop);

        Assert.Equal(10, seen);
    }

    private static Decision Counting(UserState state, CoachInput input, DateTimeOffset now) => new()
    {
        State = state with { Step = state.Step + 1 },
        Replies = [HostRig.Line(((CoachInput.Text)input).Words + (state.Step + 1))],
    };
}
