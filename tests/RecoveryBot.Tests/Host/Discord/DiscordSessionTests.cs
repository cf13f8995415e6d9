using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FakeDiscord;
using RecoveryBot.Coaching.Session;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>A person and the coach in Discord's DM, through the whole host.</summary>
public sealed class DiscordSessionTests
{
    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_whole_first_session_is_led_by_pressing_buttons()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();

        await rig.ToHoldAsync();
        Assert.Contains("Legs up the wall, until", rig.Newest(), StringComparison.Ordinal);
        await rig.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.StartsWith("Time's up.", rig.Newest(), StringComparison.Ordinal);
        await rig.PressAsync("I'm on my side");
        await rig.WaitAsync(TimeSpan.FromMinutes(8));
        await rig.PressAllAsync("Yes, 5 minutes", "None");

        Assert.Contains(rig.TextsTo(), text => text.StartsWith("Nicely done: 5 minutes", StringComparison.Ordinal));
        Assert.Empty(rig.Log.Lines);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task The_eight_health_cards_are_one_silent_message()
    {
        await using var rig = await DiscordHostRig.StartAsync();

        await rig.AgreeAsync();

        Assert.Single(rig.Fake.Log.Of(DiscordHostRig.Send), call => call.Content!.Contains(" of 8", StringComparison.Ordinal));
        Assert.All(rig.Fake.Log.Of(DiscordHostRig.Send), call => Assert.Equal(4096, call.Body!["flags"]!.GetValue<long>()));
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task What_has_many_answers_is_chosen_from_a_list()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.CommandAsync("stop");
        await rig.CommandAsync("settings");

        var choice = await rig.PressAsync("Close settings");

        Assert.Equal(3, choice.Data["component_type"]!.GetValue<long>());
        Assert.Equal(6, choice.AnswerType);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_command_in_the_dm_is_answered_by_the_message_itself()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.CommandAsync("stop");
        var sends = rig.Fake.Log.Of(DiscordHostRig.Send).Count;

        var used = await rig.CommandAsync("start-session", new JsonObject { ["minutes"] = 20 });
        Assert.Equal(4, used.AnswerType);
        Assert.Equal(used.OriginalId, rig.ButtonOf("No to all").Message);
        await rig.PressAsync("No to all");

        Assert.StartsWith("Today's plan, 20 minutes", rig.Newest(), StringComparison.Ordinal);
        Assert.Equal(sends, rig.Fake.Log.Of(DiscordHostRig.Send).Count); // The press changed the command's own answer.
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(0, true)]
    [InlineData(0, false)]
    [InlineData(2, false)]
    public async Task A_command_used_elsewhere_is_carried_out_in_the_dm_and_only_that_person_is_told_the_way(int context, bool botIsIn)
    {
        await using var rig = await DiscordHostRig.StartAsync();

        var used = await rig.CommandAsync("start-session", place: new Place(context, 3_000_000_000_000_000_007, botIsIn));

        Assert.StartsWith("Hello, I'm RecoveryBot.", rig.TextsTo()[0], StringComparison.Ordinal);
        var told = rig.AnswerTo(used)!;
        Assert.True(DiscordHostRig.IsEphemeral(told));
        Assert.Equal(
            $"We go on in private, where nobody reads along: https://discord.com/channels/@me/{rig.Fake.Channels.DmWith(DiscordHostRig.Ann)}",
            DiscordHostRig.TextOf(told));
        Assert.Equal([told["id"]!.ToString()], rig.Fake.Channels.MessagesOf(used.ChannelId).Select(message => message["id"]!.ToString()));
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(Reach.Closed)]
    [InlineData(Reach.NoServer)]
    public async Task Where_the_dm_is_closed_the_way_to_open_it_is_told_and_then_it_works(Reach reach)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        rig.Fake.Channels.SetReach(DiscordHostRig.Ann, reach);

        var used = await rig.CommandAsync("start-session", place: DiscordHostRig.Server);
        Assert.Empty(rig.SaidTo());
        Assert.True(DiscordHostRig.IsEphemeral(rig.AnswerTo(used)!));
        Assert.StartsWith("I coach in private, and Discord does not let me", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        rig.Fake.Channels.SetReach(DiscordHostRig.Ann, Reach.Open);
        await rig.CommandAsync("start-session", place: DiscordHostRig.Server);

        Assert.NotEmpty(rig.SaidTo());
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [Trait("Rule", "SAFE-10")]
    public async Task Where_the_dm_is_closed_the_advice_on_a_symptom_comes_where_it_was_told()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        rig.Fake.Channels.SetReach(DiscordHostRig.Ann, Reach.Closed);

        var used = await rig.CommandAsync("tingling", place: DiscordHostRig.Server);

        var told = DiscordHostRig.TextOf(rig.AnswerTo(used)!);
        Assert.True(DiscordHostRig.IsEphemeral(rig.AnswerTo(used)!));
        Assert.Contains("our signal to come out", told, StringComparison.Ordinal);
        Assert.Contains("allow direct messages", told, StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("press")]
    [InlineData("words")]
    [InlineData("command")]
    [InlineData("from a server")]
    [InlineData("edit")]
    [Trait("Rule", "SAFE-10")]
    public async Task Tingling_ends_the_hold_however_it_is_told(string how)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        await rig.SayAsync("nice");
        var mine = ulong.Parse(
            rig.Fake.Channels.MessagesWith(DiscordHostRig.Ann).Last(message => message["content"]!.ToString() == "nice")["id"]!.ToString(),
            CultureInfo.InvariantCulture);
        await rig.WaitAsync(TimeSpan.FromMinutes(3));

        switch (how)
        {
            case "press":
                await rig.PressAsync("Tingling or numb");
                break;
            case "words":
                await rig.SayAsync("both feet tingle");
                break;
            case "command":
                await rig.CommandAsync("tingling");
                break;
            case "from a server":
                await rig.CommandAsync("tingling", place: DiscordHostRig.Server);
                break;
            default:
                rig.Fake.People.Edit(DiscordHostRig.Ann, mine, "my toes tingle");
                await rig.TurnAsync();
                break;
        }

        Assert.IsNotType<Stage.Holding>((await rig.StateOfAsync())!.Session is SessionState.Live live ? live.Stage : null);
        Assert.Contains(rig.TextsTo().TakeLast(2), text => text.Contains("our signal to come out", StringComparison.Ordinal));
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task Stop_in_a_hold_is_the_way_out_with_sound()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();

        var used = await rig.CommandAsync("stop");

        Assert.Contains("Bend your knees", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        Assert.Equal(0, rig.AnswerTo(used)!["flags"]!.GetValue<long>());
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task What_no_person_wrote_and_an_edit_without_a_sign_change_nothing()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        var mine = rig.Fake.People.Say(DiscordHostRig.Ann, "nice");
        await rig.TurnAsync();
        var (before, said) = (await rig.StateOfAsync(), rig.SaidTo().Count);

        rig.Fake.People.SendOther(DiscordHostRig.Ann, new JsonObject { ["content"] = "/stop", ["webhook_id"] = "77" });
        rig.Fake.People.SendOther(DiscordHostRig.Ann, new JsonObject
        {
            ["content"] = "my feet tingle",
            ["author"] = new JsonObject { ["id"] = $"{DiscordHostRig.Ann.Id}", ["username"] = "x", ["bot"] = true },
        });
        rig.Fake.People.SendOther(DiscordHostRig.Ann, new JsonObject { ["content"] = "pinned", ["type"] = 6 });
        rig.Fake.People.Edit(DiscordHostRig.Ann, mine, "/stop");
        await rig.TurnAsync();

        Assert.Equivalent(before, await rig.StateOfAsync(), strict: true);
        Assert.Equal(said, rig.SaidTo().Count);
        Assert.Null(await rig.StateOfAsync(new Person(77)));
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task The_end_of_a_hold_rings_and_the_clock_counts_down_in_the_app()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        var hold = rig.SaidTo()[^1]["content"]!.ToString();

        await rig.WaitAsync(TimeSpan.FromMinutes(5));

        Assert.Matches(@"until <t:\d+:t>, <t:\d+:R> \(5 minutes\)", hold);
        var told = long.Parse(Regex.Match(hold, @"<t:(\d+):R>").Groups[1].Value, CultureInfo.InvariantCulture);
        var bell = rig.Fake.Log.Of(DiscordHostRig.Send)[^1];
        Assert.StartsWith("Time's up.", bell.Content, StringComparison.Ordinal);
        Assert.Null(bell.Body!["flags"]);
        Assert.InRange(bell.At.ToUnixTimeSeconds(), told, told + 1);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [Trait("Rule", "SEQ-24")]
    public async Task A_restart_in_a_hold_keeps_the_bell()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        await rig.WaitAsync(TimeSpan.FromMinutes(1));

        await rig.RestartAsync(TimeSpan.FromMinutes(2));
        Assert.DoesNotContain("Time's up.", rig.Newest(), StringComparison.Ordinal);
        await rig.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Single(rig.TextsTo(), text => text.StartsWith("Time's up.", StringComparison.Ordinal));
        Assert.Equal(1, rig.Fake.Gateway.Log.Identifies);
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "SAFE-16")]
    public async Task A_report_that_arrives_late_counts_from_when_it_was_made(bool pressed)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        await rig.WaitAsync(TimeSpan.FromMinutes(2));

        await rig.EndAsync();
        var made = rig.Time.GetUtcNow();
        if (pressed)
            rig.Press("Tingling or numb");
        else
            rig.Fake.People.Say(DiscordHostRig.Ann, "my feet tingle");
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.BeginAsync();

        Assert.Equal(made, Assert.Single((await rig.StateOfAsync())!.Settlings).Since);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_session_of_thirty_minutes_outlives_its_interaction_without_one_call_to_a_dead_token()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.CommandAsync("stop");
        var begun = rig.Time.GetUtcNow();
        await rig.CommandAsync("start-session", new JsonObject { ["minutes"] = 30 });
        await rig.PressAllAsync("No to all", "Start", "I'm in position");
        var last = rig.Time.GetUtcNow();

        // Nobody presses anything any more: the coach leads on by the clock, and is told in words.
        await rig.WaitAsync(TimeSpan.FromMinutes(20));
        await rig.SayAsync("ok");
        await rig.WaitAsync(TimeSpan.FromMinutes(20));

        Assert.True(rig.Time.GetUtcNow() - begun > TimeSpan.FromMinutes(30));
        Assert.Contains(rig.Fake.Log.Of(DiscordHostRig.Send), call => call.At > last.AddMinutes(15));
        var byToken = rig.Fake.Log.Calls.Where(call => call.Operation.HasTokenInPath).ToList();
        Assert.NotEmpty(byToken);
        Assert.All(byToken, call => Assert.True(call.At <= last.AddMinutes(1)));
        Assert.DoesNotContain(rig.Fake.Log.Calls, call => call.Status == 401);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_command_that_is_answered_a_minute_after_another_is_changed_by_the_bots_own_token()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.CommandAsync("stop");
        var used = await rig.CommandAsync("start-session", new JsonObject { ["minutes"] = 15 });
        await rig.WaitAsync(TimeSpan.FromMinutes(16));

        await rig.PressAsync("No to all");

        Assert.StartsWith("Today's plan, 15 minutes", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        Assert.Contains(rig.Fake.Log.Of(DiscordHostRig.Change), call => call.Id("message_id") == used.OriginalId);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_sticker_gets_one_friendly_line()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        var before = rig.SaidTo().Count;

        rig.Fake.People.SendOther(DiscordHostRig.Ann, new JsonObject { ["sticker_items"] = new JsonArray() });
        await rig.TurnAsync();

        Assert.Equal(before + 1, rig.SaidTo().Count);
    }
}
