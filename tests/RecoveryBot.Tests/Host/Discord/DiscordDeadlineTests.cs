using FakeDiscord;
using FakeDiscord.Rest;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>Discord gives up on an interaction after 3 s: it has its answer in time whatever the program waits for.</summary>
public sealed class DiscordDeadlineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_slow_command_in_the_dm_is_promised_a_message_and_becomes_it()
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);
        await rig.SettleInAsync();
        var said = rig.SaidTo().Count;

        store.Stop();
        var used = rig.Fake.People.Command(DiscordHostRig.Ann, "help");
        await rig.ReceivedAsync(used);
        rig.Time.Advance(Patience - TimeSpan.FromMilliseconds(1));
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Null(used.AnsweredAt);
        rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Equal(("One moment …", 4096L), (DiscordHostRig.TextOf(rig.AnswerTo(used)!), rig.AnswerTo(used)!["flags"]!.GetValue<long>()));
        store.GoOn();
        await rig.TurnAsync();

        Assert.StartsWith("What I can do", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        Assert.Equal(said + 1, rig.SaidTo().Count);
        var change = Assert.Single(
            rig.Fake.Log.Of(DiscordHostRig.Change), call => call.Content!.StartsWith("What I can do", StringComparison.Ordinal));
        Assert.Equal(used.OriginalId, change.Id("message_id"));
        Assert.Empty(rig.Fake.Log.Of(DiscordHostRig.Original)); // It needs no token, which may be dead by then.
        Assert.Equal(0, rig.Interactions.Open);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_slow_command_in_a_server_is_promised_words_for_that_person_alone()
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);

        store.Stop();
        var used = rig.Fake.People.Command(DiscordHostRig.Ann, "start-session", place: DiscordHostRig.Server);
        await rig.ReceivedAsync(used);
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Equal(5, used.AnswerType);
        Assert.True(DiscordHostRig.IsEphemeral(rig.AnswerTo(used)!));
        store.GoOn();
        await rig.TurnAsync();

        Assert.StartsWith("We go on in private", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        Assert.Single(rig.Fake.Log.Of(DiscordHostRig.Original));
        Assert.NotEmpty(rig.SaidTo());
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_slow_press_is_answered_as_seen_and_once()
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);
        await rig.SayAsync("/start");

        store.Stop();
        var press = rig.Press("I'm 18 or over, I agree");
        await rig.ReceivedAsync(press);
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Equal(6, press.AnswerType);
        store.GoOn();
        await rig.TurnAsync();

        Assert.Single(rig.Fake.Log.Of(DiscordHostRig.Callback));
        Assert.Contains("1 of 8", rig.Newest(), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task What_comes_behind_a_slow_commit_is_answered_in_time_as_well()
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);
        await rig.SayAsync("/start");
        var bea = new Person(1_001_000_000_000_000_002, "bea");
        await rig.SayAsync("/start", bea);

        store.Stop();
        rig.Press("What is stored?");
        await store.WhenStoppedAsync();
        var behind = rig.Press("What is stored?", bea);
        await rig.ReceivedAsync(behind);
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();

        Assert.Equal(6, behind.AnswerType);
        store.GoOn();
        await rig.TurnAsync();
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_held_chat_keeps_the_promise_and_the_way_is_told_when_its_message_is_sent()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.TooMany) { Route = DiscordHostRig.Send, RetryAfter = 60 });

        var used = await rig.CommandAsync("help", place: DiscordHostRig.Server);
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Equal(5, used.AnswerType);
        rig.Time.Advance(TimeSpan.FromSeconds(61));
        await rig.DeliverAsync();

        Assert.StartsWith("What I can do", rig.Newest(), StringComparison.Ordinal);
        Assert.StartsWith("We go on in private", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutInside)]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.Refuse)]
    public async Task An_answer_whose_receipt_is_lost_is_one_answer_and_can_be_changed_later(FaultKind kind)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        var said = rig.SaidTo().Count;
        rig.Fake.Faults.Add(new Fault(kind) { Route = DiscordHostRig.Callback, Status = 502 });

        var used = await rig.CommandAsync("start-session", new() { ["minutes"] = 15 });
        Assert.Equal(said + 1, rig.SaidTo().Count);
        await rig.PressAsync("No to all");

        Assert.Equal(said + 1, rig.SaidTo().Count);
        Assert.StartsWith("Today's plan, 15 minutes", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_promise_whose_receipt_is_lost_becomes_the_message_all_the_same()
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);
        await rig.SettleInAsync();
        var said = rig.SaidTo().Count;
        rig.Fake.Faults.Add(new Fault(FaultKind.CutAfter) { Route = DiscordHostRig.Callback });

        store.Stop();
        var used = rig.Fake.People.Command(DiscordHostRig.Ann, "help");
        await rig.ReceivedAsync(used);
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();
        store.GoOn();
        await rig.TurnAsync();

        Assert.Equal(said + 1, rig.SaidTo().Count);
        Assert.StartsWith("What I can do", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task An_interaction_that_is_too_old_to_answer_still_gets_its_message()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        await rig.CommandAsync("learn");

        await rig.EndAsync();
        var used = rig.Fake.People.Command(DiscordHostRig.Ann, "help");
        var press = rig.Press(Words.English.Text(LearnLines.Tingling()));
        rig.Time.Advance(TimeSpan.FromSeconds(4));
        await rig.BeginAsync();

        Assert.Null(used.AnsweredAt);
        Assert.Null(press.AnsweredAt);
        Assert.Single(rig.TextsTo(), text => text.StartsWith("What I can do", StringComparison.Ordinal));
        Assert.Empty(rig.Fake.Log.Violations);
        Assert.Empty(rig.Log.Lines);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_promise_that_waits_for_a_retry_is_kept_by_the_message_that_made_it()
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);
        await rig.SettleInAsync();
        var said = rig.SaidTo().Count;
        rig.Fake.Faults.Add(new Fault(FaultKind.CutAfter) { Route = DiscordHostRig.Change });

        store.Stop();
        var used = rig.Fake.People.Command(DiscordHostRig.Ann, "help");
        await rig.ReceivedAsync(used);
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();
        store.GoOn();
        await rig.TurnAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(2));
        await rig.DeliverAsync();

        Assert.Equal(said + 1, rig.SaidTo().Count);
        Assert.StartsWith("What I can do", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task What_is_open_when_the_program_ends_is_promised_then()
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);
        await rig.SayAsync("/start");

        store.Stop();
        var press = rig.Press("What is stored?");
        await rig.ReceivedAsync(press);
        await store.WhenStoppedAsync();
        await rig.Interactions.FinishAsync();

        Assert.Equal(6, press.AnswerType);
        store.GoOn();
        await rig.TurnAsync();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_flood_of_commands_leaves_nothing_behind()
    {
        await using var rig = await DiscordHostRig.StartAsync((state, _, _) => new Decision { State = state });
        for (var turn = 0; turn < 20; turn++)
        {
            for (var command = 0UL; command < 50; command++)
            {
                var who = new Person(1_003_000_000_000_000_000 + command);
                rig.Fake.People.Command(who, "help", place: command % 2 == 0 ? null : DiscordHostRig.Server);
            }

            await rig.TurnAsync();
        }

        Assert.Equal(0, rig.Interactions.Open);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_command_whose_message_never_goes_is_forgotten_with_its_token()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("/start");
        rig.Fake.Faults.Add(new Fault(FaultKind.TooMany) { Route = DiscordHostRig.Send, RetryAfter = 3600 });
        await rig.CommandAsync("help", place: DiscordHostRig.Server);
        rig.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(1, rig.Interactions.Open);

        await rig.CommandAsync("why", place: DiscordHostRig.Server, who: new Person(1_003_000_000_000_000_000));

        Assert.Equal(0, rig.Interactions.Open);
        Assert.DoesNotContain(rig.Fake.Log.Calls, call => call.Status == 401);
    }
}
