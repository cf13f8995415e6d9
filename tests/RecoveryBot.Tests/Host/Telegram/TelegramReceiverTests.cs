using System.Text.Json.Nodes;
using FakeTelegram;

namespace RecoveryBot.Tests.Host.Telegram;

/// <summary>What Telegram brings is kept once, whole and with its offset, whatever it is (P1, P2).</summary>
public sealed class TelegramReceiverTests
{
    private const long Group = -1001;
    private static readonly Person Ann = TelegramHostRig.Ann;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task The_offset_is_stored_with_the_updates()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        var first = rig.Fake.People.Say(Ann, "/start")!.Value;
        rig.Fake.People.Say(Ann, "/help");

        await rig.PollAsync();

        Assert.Equal(first + 2, await rig.Receiver.LoadOffsetAsync(Stop));
        Assert.Equal(2, rig.Query<int>("SELECT count(*) FROM inbox"));
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Updates_that_nobody_is_told_about_move_the_offset_too()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        var id = rig.Fake.People.Say(Ann, "hello everybody", Group)!.Value;

        await rig.PollAsync();

        Assert.Equal(id + 1, await rig.Receiver.LoadOffsetAsync(Stop));
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_poll_that_cannot_be_stored_leaves_the_offset_and_comes_again_once()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.SayAsync("/start");
        var offset = await rig.Receiver.LoadOffsetAsync(Stop);
        rig.Fake.People.Say(Ann, "/help");
        rig.Execute("CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(FAIL, 'full'); END");

        Assert.False(await rig.PollAsync());
        Assert.Equal(offset, await rig.Receiver.LoadOffsetAsync(Stop));
        rig.Execute("DROP TRIGGER full");
        await rig.RestartAsync(TimeSpan.FromSeconds(5));
        await rig.TurnAsync();

        Assert.Single(rig.TextsIn(Ann.Id), text => text.StartsWith("What I can do", StringComparison.Ordinal));
        Assert.Equal(0, rig.Fake.Updates.Count - 1);
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Updates_after_an_erasure_in_the_same_poll_belong_to_a_new_person_and_the_offset_comes_last()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.SayAsync("/delete");
        rig.Fake.People.PressLabel(Ann, "Erase everything");
        var last = rig.Fake.People.Say(Ann, "/start")!.Value;

        await rig.TurnAsync();

        Assert.Equal(last + 1, await rig.Receiver.LoadOffsetAsync(Stop));
        Assert.Null((await rig.StateOfAsync())!.Consent);
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task One_undecodable_update_among_a_hundred_is_put_aside_and_the_others_are_answered()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        for (var person = 0; person < 99; person++)
        {
            rig.Fake.People.Say(new Person(5_000 + person), "/start");
            if (person == 40)
            {
                rig.Fake.People.Say(Ann, "hi");
                await rig.PollAsync();
                rig.Fake.Updates.AddRaw(JsonNode.Parse("""
                    {"message":{"message_id":"seven","date":1,"chat":{"id":1001,"type":"private"},
                     "from":{"id":1001,"is_bot":false,"first_name":"Ann"},"text":"my feet tingle"}}
                    """)!.AsObject());
            }
        }

        await rig.TurnAsync();

        Assert.All(Enumerable.Range(5_000, 99), id => Assert.NotEmpty(rig.TextsIn(id)));
        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM dead_letters"));
        Assert.Contains(rig.TextsIn(Ann.Id), text => text.Contains("our signal to come out", StringComparison.Ordinal));
        Assert.Contains(rig.TextsIn(Ann.Id), text => text.Contains("could not take that in", StringComparison.Ordinal));
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_group_is_told_the_way_to_the_private_chat_once_in_ten_minutes()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        rig.Fake.People.Say(Ann, "/start@recovery_test_bot", Group);
        await rig.TurnAsync();
        await rig.Fake.Log.WhenAsync(call => call.Method == "sendMessage");
        rig.Fake.People.Say(Ann, "/help", Group);
        rig.Fake.People.Say(Ann, "/help@another_bot", Group);
        rig.Fake.People.Say(Ann, "chest pain", Group);
        await rig.TurnAsync();

        Assert.Equal("I coach in a private chat only: https://t.me/recovery_test_bot?start=group", Assert.Single(rig.TextsIn(Group)));
        Assert.Null(await rig.StateOfAsync());
        rig.AssertClean();
    }

    [Theory(Timeout = TelegramHostRig.PatienceMilliseconds)]
    [InlineData("my feet tingle")]
    [InlineData("/tingling@recovery_test_bot 3")]
    [Trait("Rule", "SAFE-10")]
    public async Task A_sign_of_the_body_in_a_group_counts_and_is_answered_in_private(string words)
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();

        rig.Fake.People.Say(Ann, words, Group);
        await rig.TurnAsync();

        Assert.Empty(rig.TextsIn(Group));
        Assert.Contains("our signal to come out", rig.Newest(), StringComparison.Ordinal);
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    [Trait("Rule", "SAFE-10")]
    public async Task A_sign_of_the_body_that_an_edit_in_a_group_brings_counts_as_well()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        rig.Fake.People.Say(Ann, "good morning everybody", Group);
        await rig.TurnAsync();
        var mine = rig.Fake.Chats.MessagesOf(Group)[^1]["message_id"]!.GetValue<long>();

        rig.Fake.People.Edit(Ann, mine, "my feet tingle", Group);
        await rig.TurnAsync();

        Assert.Empty(rig.TextsIn(Group));
        Assert.Contains("our signal to come out", rig.Newest(), StringComparison.Ordinal);
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_group_that_has_moved_is_told_where_it_is_now()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse)
        {
            Status = 400,
            Text = "Bad Request: group chat was upgraded to a supergroup chat",
            MigrateToChatId = -1002,
            ChatId = Group,
        });
        rig.Fake.People.Say(new Person(2002), "hello", -1002);

        rig.Fake.People.Say(Ann, "/start@recovery_test_bot", Group);
        await rig.TurnAsync();
        await rig.Fake.Log.WhenAsync(call => call.Method == "sendMessage" && call.ChatId == -1002);

        Assert.Empty(rig.TextsIn(Group));
        Assert.Single(rig.TextsIn(-1002));
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Another_bots_command_is_not_for_us()
    {
        await using var rig = await TelegramHostRig.StartAsync();

        await rig.SayAsync("/start@another_bot");

        Assert.Empty(rig.TextsIn(Ann.Id));
        Assert.Null(await rig.StateOfAsync());
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_stranger_is_told_their_id_once_and_nothing_is_stored()
    {
        await using var rig = await TelegramHostRig.StartAsync(allowed: "telegram:9");

        await rig.SayAsync("/start");
        await rig.Fake.Log.WhenAsync(call => call.Method == "sendMessage");
        rig.Fake.People.Press(Ann, 1, "v1:con-agree:0-1");
        await rig.TurnAsync();

        Assert.Contains("telegram:1001", Assert.Single(rig.TextsIn(Ann.Id)), StringComparison.Ordinal);
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM accounts"));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM inbox"));
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Every_kind_of_update_in_every_state_gets_at_most_one_answer_and_no_error()
    {
        string[] stations = ["new", "welcome", "screening", "precheck", "plan", "set-up", "hold", "way out", "report"];
        foreach (var station in stations)
        {
            await using var rig = await TelegramHostRig.StartAsync();
            await GoToAsync(rig, station);
            foreach (var (kind, act, most) in Kinds(rig))
            {
                var before = rig.Fake.Log.Calls.Count(IsMessage);
                act();
                await rig.TurnAsync();
                var answers = rig.Fake.Log.Calls.Count(IsMessage) - before;
                // A card too long to stand under the answer follows it as a message of its own.
                var withCard = answers > most && answers == 2 * most && rig.SaidIn(Ann.Id)[^1].ContainsKey("reply_markup");
                Assert.True(answers <= most || withCard, $"{kind} in {station}: {answers} answers");
            }

            Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM dead_letters"));
            Assert.Empty(rig.Log.Lines);
            rig.AssertClean();
        }
    }

    private static bool IsMessage(Call call) => call.Method is "sendMessage" or "editMessageText";

    private static async Task GoToAsync(TelegramHostRig rig, string station)
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

    /// <summary>What Telegram can bring, and how many answers it may get.</summary>
    private static IEnumerable<(string Kind, Action Act, int Most)> Kinds(TelegramHostRig rig)
    {
        yield return ("edited message", () =>
        {
            rig.Fake.Updates.Add("edited_message", new JsonObject
            {
                ["message_id"] = 1,
                ["date"] = 1,
                ["edit_date"] = 2,
                ["text"] = "ok",
                ["chat"] = new JsonObject { ["id"] = Ann.Id, ["type"] = "private" },
                ["from"] = new JsonObject { ["id"] = Ann.Id, ["is_bot"] = false, ["first_name"] = "Ann" },
            });
        }, 0);
        yield return ("forged press", () => rig.Fake.People.Press(Ann, 1, "x"), 0);
        yield return ("channel post", () => rig.Fake.Updates.AddRaw(new JsonObject { ["channel_post"] = new JsonObject() }), 0);
        yield return ("unknown kind", () => rig.Fake.Updates.AddRaw(new JsonObject { ["invented"] = 1 }), 0);
        yield return ("group talk", () => rig.Fake.People.Say(Ann, "good morning", Group), 0);
        yield return ("migration", () => rig.Fake.People.Migrate(Ann, Group, -1002), 0);
        yield return ("unblocked", () => rig.Fake.People.Unblock(Ann), 0);
        yield return ("sticker", () => rig.Fake.People.SendOther(Ann), 1);
        yield return ("old press", () => rig.Fake.People.Press(Ann, 1, "v1:con-agree:0-0", inaccessible: true), 1);
        yield return ("words", () => rig.Fake.People.Say(Ann, "what a nice day it is today"), 1);
        yield return ("command", () => rig.Fake.People.Say(Ann, "/why"), 1);
        yield return ("unknown command", () => rig.Fake.People.Say(Ann, "/dance"), 1);
    }
}
