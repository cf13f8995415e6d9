using System.Text.Json.Nodes;
using FakeDiscord;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>What an option could be, and forms to write in: answered from memory, and what is written counts like typed words.</summary>
public sealed class DiscordAtOnceTests
{
    private static readonly Person Ann = DiscordHostRig.Ann;

    private static string Tingling => Words.English.Text(LearnLines.Tingling());

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("", 20, "Stress and cortisol")]
    [InlineData("s", 13, "Stress and cortisol")]
    [InlineData("pos", 1, "The poses, drawn")]
    [InlineData("  SLE ", 1, "Sleep")]
    [InlineData("leg", 2, "100 leg raises")]
    [InlineData("zzz", 0, null)]
    public async Task Topics_are_suggested_while_the_store_stands_still(string typed, int count, string? first)
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);
        await rig.SayAsync("/start");
        store.Stop();
        rig.Fake.People.Say(Ann, "hello");
        await store.WhenStoppedAsync();

        foreach (var place in new[] { Place.Dm, DiscordHostRig.Server, Place.Private(4_000_000_000_000_000_001) })
        {
            var used = rig.Fake.People.Complete(Ann, "learn", "topic", typed, place);
            await rig.ReceivedAsync(used);
            await rig.Interactions.WhenAnsweredAsync();

            Assert.Equal(8, used.AnswerType);
            var choices = used.Answer!["data"]!["choices"]!.AsArray();
            Assert.Equal(count, choices.Count);
            Assert.Equal(first, choices.FirstOrDefault()?["name"]?.ToString());
            Assert.All(choices, choice => Assert.Equal(choice!["name"]!.ToString(), choice["value"]!.ToString()));
        }

        store.GoOn();
        await rig.TurnAsync();
        Assert.Equal(0, rig.Interactions.Open);
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("""{"name":"learn","type":1,"id":"1"}""")]
    [InlineData("""{"name":"learn","type":1,"id":"1","options":[{"name":"topic","type":3,"value":"t"}]}""")]
    [InlineData("""{"name":"learn","type":1,"id":"1","options":[{"name":"else","type":3,"value":"t","focused":true}]}""")]
    [InlineData("""{"name":"learn","type":1,"id":"1","options":[{"name":"topic","type":4,"value":7,"focused":true}]}""")]
    [InlineData("""{"name":"start-session","type":1,"id":"1","options":[{"name":"minutes","type":3,"value":"1","focused":true}]}""")]
    [InlineData("""{"name":"nothing","type":1,"id":"1","options":[{"name":"topic","type":3,"value":"t","focused":true}]}""")]
    public async Task What_is_not_ours_to_complete_gets_no_suggestions(string data)
    {
        await using var rig = await DiscordHostRig.StartAsync();

        var used = rig.Fake.People.Forge(Ann, InteractionKind.Autocomplete, JsonNode.Parse(data)!.AsObject());
        await rig.TurnAsync();

        Assert.Equal(8, used.AnswerType);
        Assert.Empty(used.Answer!["data"]!["choices"]!.AsArray());
        Assert.Null(await rig.StateOfAsync());
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("berl", "Berlin, Germany", "Europe/Berlin")]
    [InlineData("Portl", "Portland, Oregon", "America/Los_Angeles")]
    [InlineData("são pau", "São Paulo, Brazil", "America/Sao_Paulo")]
    public async Task A_suggested_city_sets_the_time_zone(string typed, string first, string zone)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();

        var used = rig.Fake.People.Complete(Ann, "settings", "place", typed);
        await rig.TurnAsync();
        Assert.Equal(first, used.Answer!["data"]!["choices"]![0]!["name"]!.ToString());
        await rig.CommandAsync("settings", new JsonObject { ["place"] = first });

        Assert.Equal(zone, (await rig.StateOfAsync())!.Zone);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_place_that_nobody_knows_is_asked_for_again()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();

        await rig.CommandAsync("settings", new JsonObject { ["place"] = "Qqqqq" });
        Assert.Null((await rig.StateOfAsync())!.Zone);
        await rig.PressAsync("Type it");
        Submit(rig, "Lisbon");
        await rig.TurnAsync();

        Assert.Equal("Europe/Lisbon", (await rig.StateOfAsync())!.Zone);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_suggested_topic_shows_its_card()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();

        await rig.CommandAsync("learn", new JsonObject { ["topic"] = Tingling });

        Assert.Equal(Words.English.Text(LearnLines.TinglingCard()), rig.Newest());
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("tingling", "our signal to come out")]
    [InlineData("my chest hurts", "112")]
    [Trait("Rule", "SAFE-10")]
    public async Task In_a_hold_a_topic_that_names_a_sign_is_taken_as_told(string topic, string answer)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();

        await rig.CommandAsync("learn", new JsonObject { ["topic"] = topic });

        Assert.Contains(rig.TextsTo(), text => text.Contains(answer, StringComparison.Ordinal));
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_question_for_a_number_opens_a_form_with_it_and_takes_what_is_written_there()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        await rig.SayAsync("/settings");
        await rig.PressAsync("Session minutes");

        var press = await rig.PressAsync("Type it");
        Assert.Equal(9, press.AnswerType);
        var form = press.Answer!["data"]!;
        Assert.Equal("How many minutes for a session? Type a number from 7 to 60, or 0 to be asked each time.", form["components"]![0]!["description"]!.ToString());
        var sent = Submit(rig, "20");
        await rig.TurnAsync();

        Assert.Equal(6, sent.AnswerType);
        Assert.Equal(20, (await rig.StateOfAsync())!.Settings.SessionMinutes);
        Assert.Contains("Minutes for a session: 20 minutes", rig.Newest(), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_form_opens_at_once_however_slow_the_store_is()
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);
        await rig.SettleInAsync();
        await rig.SayAsync("/settings");
        await rig.PressAsync("Session minutes");
        store.Stop();
        rig.Fake.People.Say(Ann, "hello");
        await store.WhenStoppedAsync();

        var press = rig.Press("Type it");
        await rig.ReceivedAsync(press);
        await rig.Interactions.WhenAnsweredAsync();

        Assert.Equal(9, press.AnswerType);
        store.GoOn();
        await rig.TurnAsync();
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task What_is_written_while_the_store_stands_still_is_promised_like_a_press()
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);
        await OpenFormAsync(rig);
        store.Stop();

        var sent = Submit(rig, "20");
        await rig.ReceivedAsync(sent);
        rig.Time.Advance(TimeSpan.FromSeconds(1.2));
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Equal(6, sent.AnswerType);
        store.GoOn();
        await rig.TurnAsync();

        Assert.Equal(20, (await rig.StateOfAsync())!.Settings.SessionMinutes);
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("my chest hurts")]
    [InlineData("20 but my chest hurts")]
    [InlineData("I can't feel my foot and my chest hurts a lot")]
    [Trait("Rule", "SAFE-30")]
    public async Task A_red_flag_that_is_written_into_a_form_is_answered_as_one(string words)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await OpenFormAsync(rig);
        var before = rig.SaidTo().Count;

        var sent = Submit(rig, words);
        await rig.TurnAsync();

        Assert.Equal(6, sent.AnswerType);
        var answer = rig.SaidTo()[before];
        Assert.Contains("112", DiscordHostRig.TextOf(answer), StringComparison.Ordinal);
        Assert.Null((await rig.StateOfAsync())!.Settings.SessionMinutes);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [Trait("Rule", "SAFE-10")]
    public async Task A_form_that_is_old_by_now_still_tells_of_a_sign()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await OpenFormAsync(rig);
        await rig.SayAsync("/stop");
        await rig.SayAsync("/start_session");
        await rig.ToHoldAsync();

        Submit(rig, "both feet tingle");
        await rig.TurnAsync();

        Assert.Contains("our signal to come out", rig.Newest(), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_form_that_is_brought_twice_is_taken_once()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await OpenFormAsync(rig);
        Submit(rig, "20");
        await rig.TurnAsync();
        var said = rig.SaidTo().Count;

        var gateway = rig.Fake.Gateway;
        gateway.Dispatch("INTERACTION_CREATE", gateway.Log.Frames.Last(frame => frame.IsEvent("INTERACTION_CREATE")).Payload!["d"]!.DeepClone().AsObject());
        await rig.TurnAsync();

        Assert.Equal(said, rig.SaidTo().Count);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_form_longer_than_the_app_allows_is_read_for_signs_all_the_same()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        var button = await OpenFormAsync(rig);

        rig.Fake.People.Forge(Ann, InteractionKind.ModalSubmit, Form(string.Concat(Enumerable.Repeat("word ", 20_000)) + ". My chest hurts."), messageId: button);
        await rig.TurnAsync();

        Assert.Contains(rig.TextsTo(), text => text.Contains("112", StringComparison.Ordinal));
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [Trait("Rule", "SAFE-30")]
    public async Task A_red_flag_in_a_form_that_cannot_be_decoded_is_answered_all_the_same()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        rig.Fake.Gateway.Dispatch("INTERACTION_CREATE", JsonNode.Parse($$$"""
            {"id":"55","type":"x","context":1,"channel_id":"{{{rig.Fake.Channels.DmWith(Ann)}}}","user":{"id":"{{{Ann.Id}}}","username":"ann"},
             "data":{{{Form("my chest hurts").ToJsonString()}}}}
            """)!.AsObject());

        await rig.TurnAsync();

        Assert.Contains(rig.TextsTo(), text => text.Contains("112", StringComparison.Ordinal));
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("""{"custom_id":"v1-typed","components":[]}""")]
    [InlineData("""{"custom_id":"v1-typed","components":[{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"else","value":"20"}}]}""")]
    [InlineData("""{"custom_id":"v1:opt-back:1-1","components":[{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"words","value":"20"}}]}""")]
    [InlineData("""{"custom_id":"drop table users","components":[{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"words","value":"20"}}]}""")]
    public async Task A_form_that_is_none_of_ours_is_over_and_changes_nothing(string data)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        var button = await OpenFormAsync(rig);

        var sent = rig.Fake.People.Forge(Ann, InteractionKind.ModalSubmit, JsonNode.Parse(data)!.AsObject(), messageId: button);
        await rig.TurnAsync();

        Assert.Equal("That step is over.", DiscordHostRig.TextOf(rig.AnswerTo(sent)!));
        Assert.True(DiscordHostRig.IsEphemeral(rig.AnswerTo(sent)!));
        Assert.Null((await rig.StateOfAsync())!.Settings.SessionMinutes);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task The_old_form_of_a_form_is_read_too()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        var button = await OpenFormAsync(rig);

        rig.Fake.People.Forge(Ann, InteractionKind.ModalSubmit, JsonNode.Parse("""
            {"custom_id":"v1-typed","components":[{"type":1,"id":1,"components":[{"type":4,"id":2,"custom_id":"words","value":"25"}]}]}
            """)!.AsObject(), messageId: button);
        await rig.TurnAsync();

        Assert.Equal(25, (await rig.StateOfAsync())!.Settings.SessionMinutes);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task Outside_the_dm_neither_button_nor_form_does_anything()
    {
        var eve = new Person(1_001_000_000_000_000_666, "eve");
        await using var rig = await DiscordHostRig.StartAsync();
        var button = await OpenFormAsync(rig);

        var press = rig.Fake.People.Forge(
            eve, InteractionKind.Component, new JsonObject { ["custom_id"] = "v1-type", ["component_type"] = 2 }, DiscordHostRig.Server, button);
        var sent = rig.Fake.People.Forge(eve, InteractionKind.ModalSubmit, Form("20"), DiscordHostRig.Server, button);
        await rig.TurnAsync();

        Assert.All([press, sent], one => Assert.Equal("This is someone else's session.", DiscordHostRig.TextOf(rig.AnswerTo(one)!)));
        Assert.Null((await rig.StateOfAsync())!.Settings.SessionMinutes);
        Assert.Null(await rig.StateOfAsync(eve));
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_stranger_who_sends_a_form_is_turned_away()
    {
        await using var rig = await DiscordHostRig.StartAsync(allowed: "discord:9");

        var sent = rig.Fake.People.Forge(Ann, InteractionKind.ModalSubmit, Form("my chest hurts"));
        await rig.TurnAsync();

        var told = DiscordHostRig.TextOf(rig.AnswerTo(sent)!);
        Assert.Contains("112", told, StringComparison.Ordinal);
        Assert.Contains($"discord:{Ann.Id}", told, StringComparison.Ordinal);
        Assert.Null(await rig.StateOfAsync());
        rig.AssertClean();
    }

    /// <summary>The form for a session's minutes is open.</summary>
    /// <returns>The message that its button stands on.</returns>
    private static async Task<ulong> OpenFormAsync(DiscordHostRig rig)
    {
        await rig.SettleInAsync();
        await rig.SayAsync("/settings");
        await rig.PressAsync("Session minutes");
        return (await rig.PressAsync("Type it")).SourceMessageId!.Value;
    }

    private static Interaction Submit(DiscordHostRig rig, string words) => rig.Fake.People.Submit(Ann, new JsonObject { ["words"] = words });

    private static JsonObject Form(string words) => new()
    {
        ["custom_id"] = "v1-typed",
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = 18,
            ["id"] = 1,
            ["component"] = new JsonObject { ["type"] = 4, ["id"] = 2, ["custom_id"] = "words", ["value"] = words },
        }),
    };
}
