using System.Text.Json.Nodes;
using FakeDiscord;

namespace RecoveryBot.Tests.Discord;

/// <summary>The deadlines and rules of interactions in the fake, and what people do to cause them.</summary>
public sealed class FakeDiscordInteractionTests
{
    private const string Text = """{"type":4,"data":{"content":"t"}}""";
    private const string Modal = """
        {"type":9,"data":{"custom_id":"m","title":"T","components":[
        {"type":18,"label":"Feet","component":{"type":4,"custom_id":"feet","style":1,"max_length":9}},
        {"type":1,"components":[{"type":4,"custom_id":"hands","style":1,"label":"Hands","required":false}]}]}}
        """;

    [Theory]
    [InlineData(3000, 204, null)]
    [InlineData(3001, 404, 10062)]
    public async Task The_first_answer_has_three_seconds(int milliseconds, int status, int? code)
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();
        discord.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));

        var got = await discord.AnswerAsync(interaction, Text);

        Assert.Equal(status, got.Status);
        Assert.Equal(code, code is null ? null : got.Code);
        Assert.Equal(code is null, interaction.AnsweredAt is not null);
    }

    [Fact]
    public async Task There_is_one_first_answer()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();

        var wrong = await discord.AskAsync("POST", $"interactions/{interaction.Id}/forged/callback", Text);
        await discord.AnswerAsync(interaction, Text);
        var second = await discord.AnswerAsync(interaction, Text);

        Assert.Equal((404, 10062), (wrong.Status, wrong.Code));
        Assert.Equal((400, 40060), (second.Status, second.Code));
        Assert.Single(discord.Fake.Channels.MessagesOf(discord.Dm));
    }

    [Fact]
    public async Task A_token_lives_from_the_first_answer_for_fifteen_minutes()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();
        const string Message = """{"content":"t"}""";

        var early = await discord.ByTokenAsync(interaction, "POST", "", Message);
        await discord.AnswerAsync(interaction, Text);
        var other = await discord.AskAsync("POST", $"webhooks/{discord.Options.BotId}/{interaction.Token}", Message);
        discord.Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        var inTime = await discord.ByTokenAsync(interaction, "POST", "", Message);
        discord.Time.Advance(TimeSpan.FromMilliseconds(1));
        var late = await discord.ByTokenAsync(interaction, "POST", "", Message);

        Assert.Equal((404, 10015), (early.Status, early.Code));
        Assert.Equal((404, 10015), (other.Status, other.Code));
        Assert.Equal(200, inTime.Status);
        Assert.Equal((401, 50027), (late.Status, late.Code));
    }

    [Theory]
    [InlineData("command", 4, true)]
    [InlineData("command", 5, true)]
    [InlineData("command", 6, false)]
    [InlineData("command", 7, false)]
    [InlineData("command", 8, false)]
    [InlineData("command", 9, true)]
    [InlineData("command", 1, false)]
    [InlineData("press", 4, true)]
    [InlineData("press", 5, true)]
    [InlineData("press", 6, true)]
    [InlineData("press", 7, true)]
    [InlineData("press", 8, false)]
    [InlineData("press", 9, true)]
    [InlineData("modal", 5, true)]
    [InlineData("modal", 6, false)]
    [InlineData("modal", 9, false)]
    [InlineData("modal of a press", 6, true)]
    [InlineData("autocomplete", 8, true)]
    [InlineData("autocomplete", 4, false)]
    public async Task An_answer_fits_what_it_answers(string kind, int type, bool fits)
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await CausedAsync(discord, kind);

        var got = await discord.AnswerAsync(interaction, type switch
        {
            4 or 7 => $$$"""{"type":{{{type}}},"data":{"content":"t"}}""",
            8 => """{"type":8,"data":{"choices":[{"name":"Berlin","value":"Europe/Berlin"}]}}""",
            9 => Modal,
            _ => $$$"""{"type":{{{type}}}}""",
        });

        Assert.Equal(fits ? 204 : 400, got.Status);
        if (!fits)
            Assert.Equal("INTERACTION_CALLBACK_TYPE_INVALID", got.ErrorAt("type"));
    }

    [Theory]
    [InlineData("""{"type":4}""", "data", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":4,"data":{"content":"t","ephemeral":true}}""", "data/ephemeral", "UNKNOWN_FIELD")]
    [InlineData("""{"type":4,"data":{"content":"t","nonce":"n"}}""", "data/nonce", "UNKNOWN_FIELD")]
    [InlineData("""{"type":5,"data":{"content":"t"}}""", "data/content", "DEFERRAL_CARRIES_NOTHING")]
    [InlineData("""{"type":5,"data":{"flags":4}}""", "data/flags", "BASE_TYPE_CHOICES")]
    [InlineData("""{"type":9,"data":{"custom_id":"m","title":"T","components":[{"type":18,"label":"L","component":{"type":4,"custom_id":"a","style":1,"label":"L"}}]}}""", "data/components/0/component/label", "TEXT_INPUT_LABEL_IN_LABEL")]
    [InlineData("""{"type":9,"data":{"custom_id":"m","title":"T","components":[{"type":1,"components":[{"type":4,"custom_id":"a","style":1}]}]}}""", "data/components/0/components/0/label", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":9,"data":{"custom_id":"m","title":"T","components":[{"type":18,"label":"L","component":{"type":4,"custom_id":"a","style":1}},{"type":18,"label":"L","component":{"type":4,"custom_id":"a","style":1}}]}}""", "data/components/1/component/custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED")]
    [InlineData("""{"type":9,"data":{"custom_id":"m","title":"1234567890123456789012345678901234567890123456","components":[{"type":10,"content":"x"}]}}""", "data/title", "BASE_TYPE_BAD_LENGTH")]
    public async Task An_answer_that_breaks_a_rule_is_refused_and_another_may_follow(string json, string place, string error)
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();

        var refusal = await discord.AnswerAsync(interaction, json);
        var better = await discord.AnswerAsync(interaction, Text);

        Assert.Equal((400, 50035), (refusal.Status, refusal.Code));
        Assert.Equal(error, refusal.ErrorAt(place));
        Assert.Equal(204, better.Status);
    }

    [Fact]
    public async Task An_answers_content_has_2000_characters_too()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();

        var over = await discord.AnswerAsync(interaction, $$$"""{"type":4,"data":{"content":"{{{new string('x', 2001)}}}"}}""");

        Assert.Equal("BASE_TYPE_MAX_LENGTH", over.ErrorAt("data/content"));
    }

    [Fact]
    public async Task Autocomplete_offers_25_at_most()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await CausedAsync(discord, "autocomplete");
        var choices = string.Join(',', Enumerable.Range(0, 26).Select(i => $$"""{"name":"{{i}}","value":"{{i}}"}"""));

        var over = await discord.AnswerAsync(interaction, $$$"""{"type":8,"data":{"choices":[{{{choices}}}]}}""");

        Assert.Equal("BASE_TYPE_MAX_LENGTH", over.ErrorAt("data/choices"));
    }

    [Fact]
    public async Task The_first_follow_up_of_a_deferral_takes_its_place_and_visibility()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();
        await discord.AnswerAsync(interaction, """{"type":5,"data":{"flags":64}}""");
        var thinking = discord.Fake.Channels.MessagesOf(discord.Dm)[0];

        var first = await discord.ByTokenAsync(interaction, "POST", "", """{"content":"a"}""");
        var second = await discord.ByTokenAsync(interaction, "POST", "", """{"content":"b"}""");

        Assert.Equal(64 | 128, thinking["flags"]!.GetValue<long>());
        Assert.Equal(interaction.OriginalId, first.Id);
        Assert.Equal(64, first.Json["flags"]!.GetValue<long>());
        Assert.Equal(0, second.Json["flags"]!.GetValue<long>());
        Assert.Equal([second.Id], interaction.FollowUps);
    }

    [Fact]
    public async Task A_public_deferral_cannot_become_ephemeral()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();
        await discord.AnswerAsync(interaction, """{"type":5}""");

        var first = await discord.ByTokenAsync(interaction, "POST", "", """{"content":"a","flags":64}""");

        Assert.Equal(0, first.Json["flags"]!.GetValue<long>());
    }

    [Fact]
    public async Task An_ephemeral_message_is_out_of_reach_for_the_bots_token()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();
        await discord.AnswerAsync(interaction, """{"type":4,"data":{"content":"t","flags":64}}""");

        var byBot = await discord.AskAsync("PATCH", $"channels/{discord.Dm}/messages/{interaction.OriginalId}", """{"content":"x"}""");
        var byToken = await discord.ByTokenAsync(interaction, "PATCH", "/messages/@original", """{"content":"x"}""");
        var list = await discord.AskAsync("GET", $"channels/{discord.Dm}/messages");

        Assert.Equal((404, 10008), (byBot.Status, byBot.Code));
        Assert.Equal("x", byToken.Json["content"]!.ToString());
        Assert.Empty(list.Json.AsArray());
    }

    [Fact]
    public async Task A_token_reaches_its_own_messages_until_they_are_deleted()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();
        await discord.AnswerAsync(interaction, Text);
        var other = await discord.SayAsync("""{"content":"other"}""");
        var more = await discord.ByTokenAsync(interaction, "POST", "", """{"content":"more"}""");

        var foreign = await discord.ByTokenAsync(interaction, "PATCH", $"/messages/{other.Id}", """{"content":"x"}""");
        var edited = await discord.ByTokenAsync(interaction, "PATCH", $"/messages/{more.Id}", """{"content":"x"}""");
        var deleted = await discord.ByTokenAsync(interaction, "DELETE", "/messages/@original");
        var gone = await discord.ByTokenAsync(interaction, "GET", "/messages/@original");

        Assert.Equal((404, 10008), (foreign.Status, foreign.Code));
        Assert.Equal("x", edited.Json["content"]!.ToString());
        Assert.Equal(204, deleted.Status);
        Assert.Equal((404, 10008), (gone.Status, gone.Code));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Where_the_bot_is_no_member_a_token_sends_five_and_the_channel_is_closed(int context)
    {
        await using var discord = await RawDiscord.StartAsync();
        var place = context == 0 ? Place.ServerOfUserInstall(77 << 22) : Place.Private(88);
        var interaction = await discord.CommandAsync(place);
        await discord.AnswerAsync(interaction, Text);

        var channel = await discord.AskAsync("POST", $"channels/{interaction.ChannelId}/messages", """{"content":"t"}""");
        var five = new List<int>();
        for (var i = 0; i < 5; i++)
            five.Add((await discord.ByTokenAsync(interaction, "POST", "", """{"content":"t"}""")).Status);
        var sixth = await discord.ByTokenAsync(interaction, "POST", "", """{"content":"t"}""");

        Assert.Equal((403, 50001), (channel.Status, channel.Code));
        Assert.All(five, status => Assert.Equal(200, status));
        Assert.Equal((400, 40094), (sixth.Status, sixth.Code));
    }

    [Fact]
    public async Task With_response_tells_the_message()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();

        var got = await discord.AnswerAsync(interaction, Text, "?with_response=true");

        Assert.Equal(200, got.Status);
        Assert.Equal("t", got.Json["resource"]!["message"]!["content"]!.ToString());
        Assert.Equal($"{interaction.OriginalId}", got.Json["interaction"]!["response_message_id"]!.ToString());
    }

    [Fact]
    public async Task A_press_updates_its_message_and_means_it_by_original()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.PressAsync();

        await discord.AnswerAsync(interaction, """{"type":7,"data":{"content":"new","components":[]}}""");
        var original = await discord.ByTokenAsync(interaction, "GET", "/messages/@original");

        Assert.Equal(interaction.SourceMessageId, original.Id);
        Assert.Equal("new", original.Json["content"]!.ToString());
        Assert.Empty(original.Json["components"]!.AsArray());
    }

    [Fact]
    public async Task A_modal_comes_back_filled_in_as_it_was_made()
    {
        await using var discord = await RawDiscord.StartAsync();
        await discord.AnswerAsync(await discord.CommandAsync(), Modal);

        var sent = discord.Fake.People.Submit(RawDiscord.Ann, new JsonObject { ["feet"] = "warm" });

        Assert.Equal("warm", sent.Data["components"]![0]!["component"]!["value"]!.ToString());
        Assert.Equal("", sent.Data["components"]![1]!["components"]![0]!["value"]!.ToString());
        Assert.Throws<ArgumentException>(() => discord.Fake.People.Submit(RawDiscord.Ann, []));
        Assert.Throws<ArgumentException>(() => discord.Fake.People.Submit(RawDiscord.Ann, new JsonObject { ["feet"] = "very warm!" }));
    }

    [Fact]
    public async Task A_command_is_offered_only_where_it_is_meant_to_be()
    {
        await using var discord = await RawDiscord.StartAsync();
        await discord.AskAsync("PUT", $"applications/{discord.Options.ApplicationId}/commands", """
            [{"name":"go","description":"d","contexts":[1],"integration_types":[0],"options":[
            {"type":4,"name":"minutes","description":"d","required":true,"min_value":2,"max_value":15}]}]
            """);
        var people = discord.Fake.People;

        var used = people.Command(RawDiscord.Ann, "go", new JsonObject { ["minutes"] = 2 });

        Assert.Equal(2, used.Data["options"]![0]!["value"]!.GetValue<int>());
        Assert.Throws<ArgumentException>(() => people.Command(RawDiscord.Ann, "stop"));
        Assert.Throws<ArgumentException>(() => people.Command(RawDiscord.Ann, "go"));
        Assert.Throws<ArgumentException>(() => people.Command(RawDiscord.Ann, "go", new JsonObject { ["minutes"] = 16 }));
        Assert.Throws<ArgumentException>(() => people.Command(RawDiscord.Ann, "go", new JsonObject { ["minutes"] = 2 }, Place.Server(5)));
        Assert.Throws<ArgumentException>(() => people.Command(RawDiscord.Ann, "go", new JsonObject { ["minutes"] = 2 }, Place.DmOfUserInstall));
    }

    [Fact]
    public async Task A_forger_presses_what_is_not_there_and_where_they_are_not()
    {
        await using var discord = await RawDiscord.StartAsync();
        var sent = await discord.SayAsync("""{"content":"t"}""");
        var eve = new Person(666);

        var press = discord.Fake.People.Press(eve, sent.Id, "v1:forged");
        var answer = await discord.AnswerAsync(press, """{"type":7,"data":{"content":"u"}}""");

        Assert.Equal((eve.Id, discord.Dm, "v1:forged"), (press.Person.Id, press.ChannelId, press.Data["custom_id"]!.ToString()));
        Assert.Equal(204, answer.Status);
    }

    [Fact]
    public async Task A_button_under_an_ephemeral_message_is_for_one_person()
    {
        await using var discord = await RawDiscord.StartAsync();
        var place = Place.Server(7UL << 22);
        await discord.AnswerAsync(await discord.CommandAsync(place), """
            {"type":4,"data":{"content":"t","flags":64,"components":[{"type":1,"components":[{"type":2,"style":1,"label":"Go","custom_id":"go"}]}]}}
            """);

        Assert.Throws<ArgumentException>(() => discord.Fake.People.Press(new Person(666), "Go", place));
        Assert.Equal("go", discord.Fake.People.Press(RawDiscord.Ann, "Go", place).Data["custom_id"]!.ToString());
    }

    [Fact]
    public async Task An_app_offers_no_button_that_is_off_or_gone()
    {
        await using var discord = await RawDiscord.StartAsync();
        await discord.SayAsync("""{"content":"t","components":[{"type":1,"components":[{"type":2,"style":1,"label":"Off","custom_id":"off","disabled":true}]}]}""");

        Assert.Throws<ArgumentException>(() => discord.Fake.People.Press(RawDiscord.Ann, "Off"));
        Assert.Throws<ArgumentException>(() => discord.Fake.People.Press(RawDiscord.Ann, "On"));
    }

    private static async Task<Interaction> CausedAsync(RawDiscord discord, string kind)
    {
        if (kind == "press")
            return await discord.PressAsync();
        if (kind == "command")
            return await discord.CommandAsync();
        if (kind == "autocomplete")
        {
            await discord.AskAsync("PUT", $"applications/{discord.Options.ApplicationId}/commands", """
                [{"name":"zone","description":"d","options":[{"type":3,"name":"zone","description":"d","autocomplete":true}]}]
                """);
            return discord.Fake.People.Complete(RawDiscord.Ann, "zone", "zone", "Eur");
        }

        await discord.AnswerAsync(kind == "modal" ? await discord.CommandAsync() : await discord.PressAsync(), Modal);
        return discord.Fake.People.Submit(RawDiscord.Ann, new JsonObject { ["feet"] = "warm" });
    }
}
