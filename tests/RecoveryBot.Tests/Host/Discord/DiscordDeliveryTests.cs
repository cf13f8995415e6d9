using System.Text.Json.Nodes;
using FakeDiscord;
using FakeDiscord.Rest;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>What goes wrong on the way out concerns the one chat that it goes wrong in, and nothing is seen twice (P8).</summary>
public sealed class DiscordDeliveryTests
{
    private static readonly Person Ann = DiscordHostRig.Ann;
    private static readonly Person Bea = new(1_001_000_000_000_000_002, "bea");

    /// <summary>Each form in which Discord, or something before it, says "not so fast".</summary>
    public static TheoryData<string, double> SlowDowns() =>
        new() { { "user", 7 }, { "user", 0.4 }, { "shared", 7 }, { "global", 7 }, { "cloudflare", 9 } };

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [MemberData(nameof(SlowDowns))]
    public async Task A_chat_that_is_told_to_wait_waits_so_long_and_no_other_unless_all_are_meant(string scope, double seconds)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        await rig.SettleInAsync(Bea);
        rig.Fake.Faults.Add(scope == "cloudflare"
            ? Fault.Cloudflare(429, (int)seconds) with { ChannelId = rig.Fake.Channels.DmWith(Ann) }
            : new Fault(FaultKind.TooMany) { ChannelId = rig.Fake.Channels.DmWith(Ann), Scope = scope, RetryAfter = seconds });

        rig.Fake.People.Say(Ann, "/help");
        await rig.KeepAsync();
        await rig.DrainAsync();
        rig.Fake.People.Say(Ann, "/why");
        rig.Fake.People.Say(Bea, "/help");
        await rig.KeepAsync();
        await rig.DrainAsync();
        Assert.DoesNotContain(rig.TextsTo(), IsHelp);
        Assert.Equal(scope is "user" or "shared", rig.TextsTo(Bea).Any(IsHelp));
        rig.Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        await rig.DrainAsync();
        Assert.DoesNotContain(rig.TextsTo(), IsHelp);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await rig.DrainAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await rig.DrainAsync();

        Assert.Single(rig.TextsTo(Bea), IsHelp);
        Assert.True(IsHelp(rig.TextsTo()[^2]), string.Join('\n', rig.TextsTo()));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(FaultKind.CutBefore, 500)]
    [InlineData(FaultKind.CutAfter, 500)]
    [InlineData(FaultKind.CutInside, 200)]
    [InlineData(FaultKind.Truncate, 200)]
    [InlineData(FaultKind.Body, 502)]
    [InlineData(FaultKind.Refuse, 500)]
    [InlineData(FaultKind.Refuse, 504)]
    public async Task An_unclear_answer_is_repeated_soon_seen_once_and_overtaken_by_nothing(FaultKind kind, int status)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        rig.Fake.Faults.Add(new Fault(kind) { Route = DiscordHostRig.Send, Status = status });

        rig.Fake.People.Say(Ann, "/help");
        rig.Fake.People.Say(Ann, "/why");
        var before = rig.TextsTo().Count;
        await rig.TurnAsync();
        var inBetween = rig.TextsTo().Count - before;
        rig.Time.Advance(TimeSpan.FromSeconds(2));
        await rig.DrainAsync();

        Assert.Equal(kind is FaultKind.CutAfter or FaultKind.CutInside or FaultKind.Truncate ? 1 : 0, inBetween);
        Assert.Single(rig.TextsTo(), IsHelp);
        Assert.True(IsHelp(rig.TextsTo()[^2]), string.Join('\n', rig.TextsTo()));
        Assert.Empty(rig.Fake.Log.Violations);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_closed_dm_pauses_that_account_alone_until_the_person_is_back()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("/start");
        rig.Fake.Channels.SetReach(Ann, Reach.Closed);
        await rig.SayAsync("/help");
        await rig.SayAsync("/start", Bea);
        Assert.NotEmpty(rig.TextsTo(Bea));
        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM accounts WHERE blocked IS NOT NULL"));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));

        rig.Fake.Channels.SetReach(Ann, Reach.Open);
        await rig.SayAsync("/help");

        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM accounts WHERE blocked IS NOT NULL"));
        Assert.Single(rig.TextsTo(), IsHelp);
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(404, 10008)]
    [InlineData(429, 30046)]
    public async Task An_edit_that_cannot_be_made_is_a_new_message(int status, int code)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("/start");
        await rig.PressAsync("I'm 18 or over, I agree");
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Route = DiscordHostRig.Change, Status = status, Code = code, Text = "no" });

        await rig.PressAsync("None of these");

        Assert.Contains("2 of 8", rig.Newest(), StringComparison.Ordinal);
        Assert.Contains("1 of 8", rig.TextsTo()[^2], StringComparison.Ordinal);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_channel_that_is_gone_is_opened_again_once_for_a_command()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        var gone = new Fault(FaultKind.Refuse) { Route = DiscordHostRig.Send, Status = 404, Code = 10003, Text = "Unknown Channel" };
        rig.Fake.Faults.Add(gone);

        await rig.CommandAsync("help", place: DiscordHostRig.Server);
        Assert.True(IsHelp(rig.Newest()));
        rig.Fake.Faults.Add(gone with { Times = 9 });
        var used = await rig.CommandAsync("help", place: DiscordHostRig.Server);

        Assert.StartsWith("I coach in private", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        Assert.Equal(2, rig.Fake.Log.Of("POST /users/@me/channels").Count);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_channel_that_is_gone_is_opened_again_once_for_any_message()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        var gone = new Fault(FaultKind.Refuse) { Route = DiscordHostRig.Send, Status = 404, Code = 10003, Text = "Unknown Channel" };
        rig.Fake.Faults.Add(gone);

        await rig.SayAsync("my feet tingle");
        Assert.StartsWith("Thank you for telling me.", rig.Newest(), StringComparison.Ordinal);
        Assert.Single(rig.Fake.Log.Of("POST /users/@me/channels"));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM accounts WHERE blocked IS NOT NULL"));
        rig.Fake.Faults.Add(gone with { Times = 9 });
        await rig.SayAsync("/help");

        Assert.Equal(2, rig.Fake.Log.Of("POST /users/@me/channels").Count);
        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM accounts WHERE blocked IS NOT NULL"));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_text_that_discord_finds_too_long_comes_whole_in_several_messages(bool asCommand)
    {
        var words = string.Join(' ', Enumerable.Range(0, 900).Select(n => $"word{n}"));
        await using var rig = await DiscordHostRig.StartAsync((state, _, _) => new Decision
        {
            State = state with { Step = state.Step + 1 },
            Replies =
            [
                new Reply(TalkLines.RunBy(words))
                {
                    Class = DeliveryClass.Safety, Sound = true, Step = state.Step + 1, Buttons = [new Button("sym-light", SessionLines.Dizzy())],
                },
            ],
        });

        if (asCommand)
            await rig.CommandAsync("help");
        else
            await rig.SayAsync("hello");

        var said = rig.SaidTo();
        Assert.InRange(said.Count, 4, 5);
        Assert.Contains(words, string.Join(' ', rig.TextsTo()), StringComparison.Ordinal);
        Assert.Equal(0L, said[0]["flags"]!.GetValue<long>());
        Assert.All(said.Skip(1), message => Assert.Equal(4096L, message["flags"]!.GetValue<long>()));
        Assert.All(said.SkipLast(1), message => Assert.Empty(message["components"]!.AsArray()));
        Assert.NotEmpty(said[^1]["components"]!.AsArray());
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(50035)]
    [InlineData(50109)]
    public async Task A_form_that_is_refused_loses_its_buttons_and_not_its_words(int code)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Route = DiscordHostRig.Send, Status = 400, Code = code, Text = "Invalid Form Body" });

        await rig.SayAsync("/start_session");

        Assert.NotEmpty(rig.Newest());
        Assert.Empty(rig.SaidTo()[^1]["components"]!.AsArray());
        Assert.Contains(rig.Log.Lines, line => line.Contains("it went as bare words", StringComparison.Ordinal));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task Opening_dms_too_fast_waits_and_the_message_still_comes()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Route = "POST /users/@me/channels", Status = 400, Code = 40003, Text = "too fast" });

        var used = await rig.CommandAsync("start-session", place: DiscordHostRig.Server);
        Assert.Empty(rig.SaidTo());
        rig.Time.Advance(TimeSpan.FromSeconds(1.2));
        await rig.Interactions.WhenAnsweredAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(3));
        await rig.DeliverAsync();

        Assert.StartsWith("Hello, I'm RecoveryBot.", rig.TextsTo()[0], StringComparison.Ordinal);
        Assert.StartsWith("We go on in private", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_way_in_comes_with_its_drawing_and_the_running_pose_keeps_it()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();

        await rig.PressAllAsync("No to all", "15 minutes", "Start", "I'm in position");

        var bend = rig.SaidTo()[^1];
        var drawing = Assert.Single(bend["attachments"]!.AsArray());
        Assert.EndsWith(".png", drawing!["filename"]!.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(drawing["description"]!.ToString());
        Assert.Contains("until", DiscordHostRig.TextOf(bend), StringComparison.Ordinal);
        Assert.Empty(rig.Fake.Log.Of(DiscordHostRig.Change)[^1].Files);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task Another_drawing_takes_the_place_of_the_one_that_stood_there()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.PressAllAsync("No to all", "15 minutes", "Start", "I'm in position");
        await rig.WaitAsync(TimeSpan.FromMinutes(1));
        await rig.PressAsync("I'm in position");
        await rig.WaitAsync(TimeSpan.FromMinutes(3));
        var (before, wall) = (rig.SaidTo().Count, DrawingOf(rig.SaidTo()[^1]));

        await rig.PressAsync("Use the chair");

        Assert.Equal(before, rig.SaidTo().Count);
        Assert.Contains("chair", rig.Newest(), StringComparison.Ordinal);
        Assert.NotEqual(wall, DrawingOf(rig.SaidTo()[^1]));
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(413, 40005)]
    [InlineData(400, 50035)]
    public async Task Where_the_drawing_is_refused_the_words_go_without_it(int status, int code)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.PressAllAsync("No to all", "15 minutes");
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Route = DiscordHostRig.Send, Status = status, Code = code, Text = "no" });
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Route = DiscordHostRig.Change, Status = status, Code = code, Text = "no" });

        await rig.PressAsync("Start");

        Assert.StartsWith("Standing forward bend", rig.Newest(), StringComparison.Ordinal);
        Assert.Empty(rig.SaidTo()[^1]["attachments"]!.AsArray());
        Assert.Contains(rig.Log.Lines, line => line.StartsWith("discord did not take the attachment", StringComparison.Ordinal));
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task Where_another_drawing_is_refused_the_old_one_goes_all_the_same()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.PressAllAsync("No to all", "15 minutes", "Start", "I'm in position");
        await rig.WaitAsync(TimeSpan.FromMinutes(1));
        await rig.PressAsync("I'm in position");
        await rig.WaitAsync(TimeSpan.FromMinutes(3));
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Route = DiscordHostRig.Change, Status = 413, Code = 40005, Text = "no" });

        await rig.PressAsync("Use the chair");

        Assert.Contains("chair", rig.Newest(), StringComparison.Ordinal);
        Assert.Empty(rig.SaidTo()[^1]["attachments"]!.AsArray());
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_message_that_is_refused_is_given_up_and_its_command_is_answered_with_why()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("/start");
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Route = DiscordHostRig.Send, Status = 400, Code = 240000, Text = "blocked" });

        var used = await rig.CommandAsync("help", place: DiscordHostRig.Server);

        Assert.StartsWith("Discord did not take my message.", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
        Assert.Contains(rig.Log.Lines, line => line.Contains("is given up", StringComparison.Ordinal));
        rig.AssertClean();
    }

    private static bool IsHelp(string text) => text.StartsWith("What I can do", StringComparison.Ordinal);

    private static string DrawingOf(JsonObject message) => Assert.Single(message["attachments"]!.AsArray())!["filename"]!.ToString();
}
