using System.Text.Json.Nodes;
using FakeDiscord;
using FakeDiscord.Rest;
using RecoveryBot.Discord.Gateway;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>What Discord brings is kept once, whole and with its position, whatever it is (P1, P2).</summary>
public sealed class DiscordReceiverTests
{
    private static readonly Person Ann = DiscordHostRig.Ann;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task The_position_is_stored_with_the_dispatches_and_the_identifies_before_them()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        rig.Fake.People.Say(Ann, "/start");
        rig.Fake.People.Say(Ann, "/help");
        await rig.KeepAsync();

        var memory = await rig.Receiver.LoadAsync(new Shard(0, 1), Stop);

        Assert.Equal(rig.Fake.Gateway.Newest, (memory.Position!.SessionId, memory.Position.Sequence));
        Assert.Equal(rig.Fake.Gateway.ResumeUrl, memory.Position.ResumeUrl);
        Assert.Single(memory.Identifies);
        Assert.Equal(2, rig.Query<int>("SELECT count(*) FROM inbox"));
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task What_nobody_is_told_about_moves_the_position_too()
    {
        await using var rig = await DiscordHostRig.StartAsync();

        rig.Fake.Gateway.Join(3_000_000_000_000_000_001);
        rig.Fake.Gateway.Dispatch("INVENTED_EVENT", new JsonObject { ["id"] = "1" });
        await rig.KeepAsync();

        Assert.Equal(rig.Fake.Gateway.Newest!.Value.Sequence, (await rig.Receiver.LoadAsync(new Shard(0, 1), Stop)).Position!.Sequence);
        Assert.Empty(rig.Log.Lines);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task What_cannot_be_stored_leaves_the_position_and_comes_again_once()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("/start");
        await rig.KeepAsync(); // Our own messages come back as well.
        var position = (await rig.Receiver.LoadAsync(new Shard(0, 1), Stop)).Position;
        rig.Execute("CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(FAIL, 'full'); END");

        rig.Fake.People.Say(Ann, "/help");
        var press = rig.Press("What is stored?");
        await rig.GatewayLog.WhenAsync(line => line.StartsWith("Dispatches from Discord could not be stored", StringComparison.Ordinal));
        Assert.Equal(position, (await rig.Receiver.LoadAsync(new Shard(0, 1), Stop)).Position);
        rig.Execute("DROP TRIGGER full");
        await rig.TurnAsync();

        Assert.Single(rig.TextsTo(), text => text.StartsWith("What I can do", StringComparison.Ordinal));
        Assert.Equal(6, press.AnswerType);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task What_comes_after_an_erasure_belongs_to_a_new_person()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.CommandAsync("delete");
        rig.Press("Erase everything");
        rig.Fake.People.Say(Ann, "/start");

        await rig.TurnAsync();

        Assert.Null((await rig.StateOfAsync())!.Consent);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task One_undecodable_dispatch_among_a_hundred_is_put_aside_and_the_others_are_answered()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("hi");
        var dm = rig.Fake.Channels.DmWith(Ann);
        var people = Enumerable.Range(0, 99).Select(n => new Person(1_004_000_000_000_000_000 + (ulong)n)).ToList();
        foreach (var person in people)
        {
            rig.Fake.People.Say(person, "/start");
            if (person == people[40])
            {
                rig.Fake.Gateway.Dispatch("MESSAGE_CREATE", JsonNode.Parse($$$"""
                    {"id":"55","channel_id":"{{{dm}}}","type":"seven","content":"my feet tingle","author":{"id":"{{{Ann.Id}}}","username":"ann"}}
                    """)!.AsObject());
            }
        }

        await rig.KeepAsync();
        while (rig.Query<int>("SELECT count(*) FROM outbox") > 0)
        {
            await rig.DrainAsync();
            rig.Time.Advance(TimeSpan.FromSeconds(1)); // At most 45 calls in one.
        }

        Assert.All(people, person => Assert.NotEmpty(rig.TextsTo(person)));
        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM dead_letters"));
        Assert.Contains(rig.TextsTo(), text => text.Contains("our signal to come out", StringComparison.Ordinal));
        Assert.Contains(rig.TextsTo(), text => text.Contains("could not take that in", StringComparison.Ordinal));
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("""{"id":"55","type":"x"}""")]
    [InlineData("""{"id":"55","type":"x","author":null}""")]
    [InlineData("""{"id":"55","type":"x","author":{"id":"9","bot":true},"channel_id":"8","content":"my feet tingle"}""")]
    [InlineData("""{"id":"55","type":"x","author":{"id":"9"},"guild_id":"8","channel_id":"8","content":"my feet tingle"}""")]
    public async Task A_dispatch_that_is_nobodys_is_left_out_and_holds_up_nobody(string json)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        rig.Fake.Gateway.Dispatch("MESSAGE_CREATE", JsonNode.Parse(json)!.AsObject());
        await rig.SayAsync("/start");

        Assert.NotEmpty(rig.SaidTo());
        Assert.Contains("A dispatch MESSAGE_CREATE of Discord cannot be read, not even whose it is; it is left out.", rig.Log.Lines);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task An_undecodable_interaction_from_another_private_channel_is_answered_in_the_dm()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        rig.Fake.Gateway.Dispatch("INTERACTION_CREATE", JsonNode.Parse($$$"""
            {"id":"55","type":"x","context":2,"channel_id":"4000000000000000001","user":{"id":"{{{Ann.Id}}}","username":"ann"}}
            """)!.AsObject());

        await rig.TurnAsync();

        Assert.Contains("could not take that in", Assert.Single(rig.TextsTo()), StringComparison.Ordinal);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_stranger_who_writes_is_told_their_id_once_a_day_and_nothing_is_stored()
    {
        await using var rig = await DiscordHostRig.StartAsync(allowed: "discord:9");

        await rig.SayAsync("/start");
        await rig.Fake.Log.WhenAsync(call => call.Route == DiscordHostRig.Send);
        await rig.SayAsync("hello");

        Assert.Equal($"This coach is for invited people. Give this to the operator (Olga): discord:{Ann.Id}", Assert.Single(rig.TextsTo()));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM accounts"));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM inbox"));
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Rule", "SAFE-30")]
    public async Task A_stranger_who_uses_something_is_answered_there_for_their_eyes_alone(int context)
    {
        await using var rig = await DiscordHostRig.StartAsync(allowed: "discord:9");
        var place = new Place(context, context == 1 ? 0UL : 3_000_000_000_000_000_005, context < 2);

        var asked = await rig.CommandAsync("start-session", place: place);
        var again = await rig.CommandAsync("tingling", place: place);

        foreach (var used in new[] { asked, again })
        {
            Assert.True(DiscordHostRig.IsEphemeral(rig.AnswerTo(used)!));
            Assert.EndsWith($"(Olga): discord:{Ann.Id}", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        }

        Assert.Contains("signal to come out", DiscordHostRig.TextOf(rig.AnswerTo(again)!), StringComparison.Ordinal);
        Assert.Empty(rig.Fake.Log.Of(DiscordHostRig.Send));
        Assert.Empty(rig.Fake.Log.Of("POST /users/@me/channels"));
        Assert.Equal(0, rig.Query<int>("SELECT (SELECT count(*) FROM accounts) + (SELECT count(*) FROM inbox)"));
        Assert.Equal(0, rig.Interactions.Open);
        rig.AssertClean();
    }

    [Theory(Timeout = 2 * DiscordHostRig.PatienceMilliseconds)]
    [InlineData("new")]
    [InlineData("welcome")]
    [InlineData("screening")]
    [InlineData("precheck")]
    [InlineData("plan")]
    [InlineData("set-up")]
    [InlineData("hold")]
    [InlineData("way out")]
    [InlineData("report")]
    public async Task Every_kind_of_dispatch_gets_at_most_one_answer_and_no_error(string station)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        var mine = rig.Fake.People.SendOther(Ann, new JsonObject { ["content"] = "x", ["type"] = 6 });
        await GoToAsync(rig, station);

        foreach (var (kind, act, most) in Kinds(rig, mine))
        {
            var before = rig.Fake.Log.Calls.Count(IsMessage);
            act();
            await rig.TurnAsync();
            var answers = rig.Fake.Log.Calls.Count(IsMessage) - before;
            // A card too long to stand under the answer follows it as a message of its own.
            var withCard = most > 0 && answers == most + 1 && rig.SaidTo()[^1]["components"]!.AsArray().Count > 0;
            Assert.True(answers <= most || withCard, $"{kind} in {station}: {answers} answers");
        }

        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM dead_letters"));
        Assert.Empty(rig.Log.Lines);
        Assert.Equal(0, rig.Interactions.Open);
        rig.AssertClean();
    }

    /// <summary>A message for the DM, or words in answer to an interaction.</summary>
    private static bool IsMessage(Call call) => call.Route is DiscordHostRig.Send or DiscordHostRig.Change or DiscordHostRig.Original
        || (call.Route == DiscordHostRig.Callback && call.Content is not null);

    private static async Task GoToAsync(DiscordHostRig rig, string station)
    {
        if (station == "new")
            return;
        await rig.SayAsync("/start");
        if (station == "welcome")
            return;
        await rig.PressAsync("I'm 18 or over, I agree");
        if (station == "screening")
            return;
        for (var card = 0; card < 8; card++)
            await rig.PressAsync("None of these");
        if (station == "precheck")
            return;
        await rig.PressAllAsync("No to all", "15 minutes");
        if (station == "plan")
            return;
        await rig.PressAsync("Start");
        if (station == "set-up")
            return;
        await rig.PressAsync("I'm in position");
        await rig.WaitAsync(TimeSpan.FromMinutes(1));
        await rig.PressAsync("I'm in position");
        await rig.WaitAsync(TimeSpan.FromMinutes(3));
        await rig.PressAsync("Legs are up");
        if (station == "hold")
            return;
        await rig.WaitAsync(TimeSpan.FromMinutes(5));
        if (station == "way out")
            return;
        await rig.PressAsync("I'm on my side");
        await rig.WaitAsync(TimeSpan.FromMinutes(8));
    }

    /// <summary>What Discord can bring, and how many answers it may get.</summary>
    private static IEnumerable<(string Kind, Action Act, int Most)> Kinds(DiscordHostRig rig, ulong mine)
    {
        var people = rig.Fake.People;
        JsonObject data = new() { ["custom_id"] = "v1:con-agree:0-0", ["component_type"] = 2 };
        yield return ("edit", () => people.Edit(Ann, mine, "ok"), 0);
        yield return ("deleted message", () => people.Delete(Ann, people.SendOther(Ann, new JsonObject { ["content"] = "x", ["type"] = 6 })), 0);
        yield return ("bot's words", () => people.SendOther(Ann, new JsonObject { ["content"] = "/stop", ["webhook_id"] = "1" }), 0);
        yield return ("server", () => rig.Fake.Gateway.Join(3_000_000_000_000_000_002), 0);
        yield return ("server gone", () => rig.Fake.Gateway.Leave(3_000_000_000_000_000_002), 0);
        yield return ("unknown event", () => rig.Fake.Gateway.Dispatch("INVENTED", new JsonObject()), 0);
        yield return ("forged press", () => people.Press(Ann, mine, "x"), 1);
        yield return ("forged choice", () => people.Select(Ann, mine, "v1-list", "a", "b"), 1);
        yield return ("foreign press", () => people.Forge(Ann, InteractionKind.Component, data.DeepClone().AsObject(), DiscordHostRig.Server), 1);
        yield return ("sticker", () => people.SendOther(Ann, new JsonObject { ["sticker_items"] = new JsonArray() }), 1);
        yield return ("old press", () => people.Press(Ann, mine, "v1:con-agree:0-0"), 1);
        yield return ("words", () => people.Say(Ann, "what a nice day it is today"), 1);
        yield return ("typed command", () => people.Say(Ann, "/why"), 1);
        yield return ("unknown command", () => people.Say(Ann, "/dance"), 1);
        yield return ("command", () => people.Command(Ann, "why"), 1);
        // The message in private, and the way to it.
        yield return ("command elsewhere", () => people.Command(Ann, "help", place: DiscordHostRig.Server), 2);
        JsonObject dance = new() { ["id"] = "1", ["name"] = "dance", ["type"] = 1 };
        yield return ("command nobody has set", () => people.Forge(Ann, InteractionKind.Command, dance), 1);
        JsonObject nameless = new() { ["id"] = "1", ["type"] = 1 };
        yield return ("command without a name", () => people.Forge(Ann, InteractionKind.Command, nameless), 1);
    }
}
