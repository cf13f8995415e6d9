using System.Text;
using System.Text.Json.Nodes;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Tests.Discord;

/// <summary>Each call as it goes over the wire, and what its answers mean.</summary>
public sealed class RestClientTests
{
    private static readonly FileUpload Chart = new("chart ä.png", "image/png", new byte[] { 0x89, 13, 10, 26, 10, 0 }, "Your week");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_carries_its_nonce_and_pings_nobody()
    {
        await using var rig = await RestRig.StartAsync();

        var message = await rig.SayAsync("@everyone hello");

        var call = Assert.Single(rig.Api.Calls);
        Assert.Equal(("POST", "/channels/7/messages"), (call.Method, call.Target));
        Assert.Equal("Bot " + RestRig.Token, call.Headers["Authorization"]);
        Assert.Matches(@"^DiscordBot \(https://[^ ]+, [0-9.]+\)$", call.Headers["User-Agent"]);
        Assert.Equal("application/json", call.Headers["Content-Type"]);
        Assert.Equal(
            """{"nonce":"n1","content":"@everyone hello","enforce_nonce":true,"allowed_mentions":{"parse":[]}}""",
            call.Json.ToJsonString());
        Assert.Equal(new Snowflake(900), message.Id);
    }

    [Fact]
    public async Task Rows_of_buttons_and_a_select_are_written_as_discord_reads_them()
    {
        await using var rig = await RestRig.StartAsync();

        await rig.Client.CreateMessageAsync(
            RestRig.Ann,
            new CreateMessage
            {
                Nonce = "n",
                Content = "How is it?",
                Components =
                [
                    ActionRow.Of(new Button("v1:fine:4-2", "Fine", ButtonStyle.Success), new LinkButton("https://example.org", "Read")),
                    ActionRow.Of(new StringSelect("v1:pick:4-2", [new SelectOption("One", "1")])),
                ],
                Flags = MessageFlags.SuppressNotifications,
            },
            Stop);

        var body = rig.Api.Calls[0].Json;
        AssertJson(
            """
            [{"type":1,"components":[{"type":2,"custom_id":"v1:fine:4-2","label":"Fine","style":3},{"type":2,"url":"https://example.org","label":"Read","style":5}]},{"type":1,"components":[{"type":3,"custom_id":"v1:pick:4-2","options":[{"label":"One","value":"1"}]}]}]
            """,
            body["components"]!);
        Assert.Equal(4096, (int)body["flags"]!);
    }

    [Fact]
    public async Task An_edit_writes_what_it_changes_null_for_what_it_clears_and_nothing_for_the_rest()
    {
        await using var rig = await RestRig.StartAsync();

        await rig.Client.EditMessageAsync(RestRig.Ann, new Snowflake(900), new EditMessage { Components = [] }, Stop);
        await rig.Client.EditMessageAsync(RestRig.Ann, new Snowflake(900), new EditMessage { Content = "", Embeds = [] }, Stop);
        await rig.Client.EditMessageAsync(
            RestRig.Ann, new Snowflake(900), new EditMessage { KeptAttachments = [new Snowflake(5)] }, Stop);

        Assert.All(rig.Api.Calls, call => Assert.Equal(("PATCH", "/channels/7/messages/900"), (call.Method, call.Target)));
        Assert.Equal(
            [
                """{"components":[],"allowed_mentions":{"parse":[]}}""",
                """{"content":null,"embeds":[],"allowed_mentions":{"parse":[]}}""",
                """{"allowed_mentions":{"parse":[]},"attachments":[{"id":"5"}]}""",
            ],
            rig.Api.Calls.Select(call => call.Json.ToJsonString()));
    }

    [Fact]
    public async Task A_file_travels_in_a_part_of_its_own_with_quoted_names_and_a_description()
    {
        await using var rig = await RestRig.StartAsync();

        await rig.Client.CreateMessageAsync(RestRig.Ann, new CreateMessage { Nonce = "n", Files = [Chart] }, Stop);

        var call = rig.Api.Calls[0];
        Assert.StartsWith("multipart/form-data; boundary=", call.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: form-data; name=\"payload_json\"\r\n", call.Text, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json\r\n", call.Text, StringComparison.Ordinal);
        Assert.Contains("form-data; name=\"files[0]\"; filename=\"chart__.png\"\r\n", call.Text, StringComparison.Ordinal);
        Assert.Contains("Content-Type: image/png\r\n", call.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("filename*", call.Text, StringComparison.Ordinal);
        Assert.Contains(Encoding.Latin1.GetString(Chart.Content.Span), call.Text, StringComparison.Ordinal);
        Assert.Contains(
            """[{"id":"0","filename":"chart__.png","description":"Your week"}]""", call.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_routes_of_an_interaction_carry_its_token_alone()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(ApiAnswer.Empty);

        await rig.RespondAsync(new InteractionResponse.DeferReply(IsEphemeral: true));
        await rig.Client.EditOriginalInteractionResponseAsync(RestRig.App, RestRig.Click, new EditMessage { Content = "c" }, Stop);
        await rig.Client.CreateFollowupMessageAsync(RestRig.App, RestRig.Click, new InteractionMessage { Content = "c" }, Stop);

        var token = RestRig.Click.Reveal();
        Assert.Equal(
            [
                $"/interactions/{rig.InteractionOf(TimeSpan.Zero)}/{token}/callback",
                $"/webhooks/1/{token}/messages/@original",
                $"/webhooks/1/{token}?wait=true",
            ],
            rig.Api.Calls.Select(call => call.Target));
        Assert.All(rig.Api.Calls, call => Assert.False(call.Headers.ContainsKey("Authorization")));
        AssertJson("""{"type":5,"data":{"flags":64}}""", rig.Api.Calls[0].Json);
    }

    [Fact]
    public async Task A_first_answer_that_makes_a_message_tells_its_id()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(new ApiAnswer(200, """{"interaction":{"id":"1","type":3},"resource":{"type":4,"message":{"id":"901","channel_id":"7"}}}"""));

        var message = await rig.RespondAsync(new InteractionResponse.Reply(new InteractionMessage { Content = "c" }));

        Assert.Equal(new Snowflake(901), message!.Id);
        Assert.EndsWith("/callback?with_response=true", rig.Api.Calls[0].Target, StringComparison.Ordinal);
        Assert.Equal(4, (int)rig.Api.Calls[0].Json["type"]!);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_first_answer_is_repeated_once_when_it_broke_and_already_answered_is_then_success(int status)
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(new ApiAnswer(status, "{}"), ApiAnswer.Error(400, 40060));

        var message = await rig.RespondAsync(new InteractionResponse.DeferUpdate(), TimeSpan.FromSeconds(2.4));

        Assert.Null(message);
        Assert.Equal(2, rig.Api.Calls.Count);
    }

    [Fact]
    public async Task It_is_not_repeated_when_the_time_is_up_nor_twice()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Default = ApiAnswer.Error(503, 0);

        await Assert.ThrowsAsync<DiscordApiException>(() => rig.RespondAsync(new InteractionResponse.DeferUpdate(), TimeSpan.FromSeconds(2.5)));
        Assert.Single(rig.Api.Calls);
        await Assert.ThrowsAsync<DiscordApiException>(() => rig.RespondAsync(new InteractionResponse.DeferUpdate()));
        Assert.Equal(3, rig.Api.Calls.Count);
    }

    [Theory]
    [InlineData(403, "<html>blocked</html>")]
    [InlineData(400, "{\"code\":50035,\"message\":\"No\"}")]
    public async Task A_refused_first_answer_is_not_repeated(int status, string body)
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(new ApiAnswer(status, body));

        Assert.NotNull(await Record.ExceptionAsync(() => rig.RespondAsync(new InteractionResponse.DeferUpdate())));

        Assert.Single(rig.Api.Calls);
    }

    [Fact]
    public async Task Already_answered_at_the_first_attempt_is_told()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(ApiAnswer.Error(400, 40060));

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => rig.RespondAsync(new InteractionResponse.DeferUpdate()));

        Assert.Equal(DiscordErrorKind.AlreadyAnswered, refusal.Kind);
        Assert.Single(rig.Api.Calls);
    }

    [Theory]
    [InlineData(403, 50007, DiscordErrorKind.Unreachable)]
    [InlineData(403, 50278, DiscordErrorKind.Unreachable)]
    [InlineData(403, 50001, DiscordErrorKind.MissingAccess)]
    [InlineData(403, 50013, DiscordErrorKind.ChannelForbidden)]
    [InlineData(403, 20016, DiscordErrorKind.ChannelForbidden)]
    [InlineData(403, 20028, DiscordErrorKind.ChannelForbidden)]
    [InlineData(400, 50083, DiscordErrorKind.ChannelForbidden)]
    [InlineData(400, 40003, DiscordErrorKind.DmsOpenedTooFast)]
    [InlineData(429, 40003, DiscordErrorKind.DmsOpenedTooFast)]
    [InlineData(404, 10003, DiscordErrorKind.ChannelGone)]
    [InlineData(404, 10008, DiscordErrorKind.MessageGone)]
    [InlineData(404, 10013, DiscordErrorKind.UserGone)]
    [InlineData(429, 30046, DiscordErrorKind.EditedTooOften)]
    [InlineData(400, 50006, DiscordErrorKind.OurBug)]
    [InlineData(400, 50033, DiscordErrorKind.OurBug)]
    [InlineData(400, 50035, DiscordErrorKind.OurBug)]
    [InlineData(400, 50109, DiscordErrorKind.OurBug)]
    [InlineData(400, 50045, DiscordErrorKind.TooLarge)]
    [InlineData(413, 40005, DiscordErrorKind.TooLarge)]
    [InlineData(400, 200000, DiscordErrorKind.Moderated)]
    [InlineData(400, 240000, DiscordErrorKind.Moderated)]
    [InlineData(401, 0, DiscordErrorKind.Unauthorised)]
    [InlineData(401, 50014, DiscordErrorKind.Unauthorised)]
    [InlineData(500, 0, DiscordErrorKind.ServerFailed)]
    [InlineData(400, 130000, DiscordErrorKind.ServerFailed)]
    [InlineData(400, 12345, DiscordErrorKind.Other)]
    public async Task A_refusal_says_what_it_asks_for(int status, int code, DiscordErrorKind kind)
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(ApiAnswer.Error(status, code, "Words"));

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => rig.SayAsync("hi"));

        Assert.Equal((kind, status, code), (refusal.Kind, refusal.Status, refusal.Code));
        Assert.Equal($"POST /channels/{{channel_id}}/messages: {status} ({code}) Words", refusal.Message);
    }

    [Theory]
    [InlineData(404, 10062, DiscordErrorKind.UnknownInteraction)]
    [InlineData(404, 10015, DiscordErrorKind.TokenExpired)]
    [InlineData(401, 50027, DiscordErrorKind.TokenExpired)]
    [InlineData(401, 0, DiscordErrorKind.TokenExpired)]
    public async Task A_dead_interaction_token_is_no_dead_bot_token_and_is_not_tried_again(int status, int code, DiscordErrorKind kind)
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(ApiAnswer.Error(status, code));

        var first = await Assert.ThrowsAsync<DiscordApiException>(FollowUpAsync);
        var second = await Assert.ThrowsAsync<DiscordApiException>(FollowUpAsync);

        Assert.Equal((kind, kind), (first.Kind, second.Kind));
        Assert.Single(rig.Api.Calls);
        Task<Message> FollowUpAsync() => rig.Client.CreateFollowupMessageAsync(
            RestRig.App, RestRig.Click, new InteractionMessage { Content = "c" }, Stop);
    }

    [Fact]
    public async Task A_message_that_is_gone_leaves_the_token_alone()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(ApiAnswer.Error(404, 10008));

        await Assert.ThrowsAsync<DiscordApiException>(() => rig.Client.EditOriginalInteractionResponseAsync(
            RestRig.App, RestRig.Click, new EditMessage { Content = "c" }, Stop));
        await rig.Client.CreateFollowupMessageAsync(RestRig.App, RestRig.Click, new InteractionMessage { Content = "c" }, Stop);

        Assert.Equal(2, rig.Api.Calls.Count);
    }

    [Fact]
    public async Task Field_errors_are_flattened_without_what_was_sent()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(new ApiAnswer(400, """
            {"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[
            {"code":"BASE_TYPE_MAX_LENGTH","message":"\"my secret\" must be 256 or fewer in length."}]}}},
            "_errors":[{"code":"WHOLE"}],"content":{"_errors":[{"code":"A"},{"message":"no code"}]}}}
            """));

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => rig.SayAsync("hi"));

        Assert.Equal(["embeds[0].title: BASE_TYPE_MAX_LENGTH", ": WHOLE", "content: A", "content: ?"], refusal.Errors);
        Assert.DoesNotContain("my secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502, true)]
    [InlineData(403, false)]
    [InlineData(200, true)]
    public async Task A_page_instead_of_json_is_no_answer(int status, bool mayHaveArrived)
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(new ApiAnswer(status, "<html><h1>Attention required! | Cloudflare</h1></html>"));

        var failure = await Assert.ThrowsAsync<DiscordTransportException>(() => rig.SayAsync("hi"));

        Assert.Equal(mayHaveArrived, failure.MayHaveArrived);
        Assert.DoesNotContain("html", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_may_have_arrived_and_a_closed_port_has_not()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(ApiAnswer.Cut);

        var cut = await Assert.ThrowsAsync<DiscordTransportException>(() => rig.SayAsync("hi"));
        await rig.Api.DisposeAsync();
        var closed = await Assert.ThrowsAsync<DiscordTransportException>(() => rig.SayAsync("hi"));

        Assert.True(cut.MayHaveArrived);
        Assert.False(closed.MayHaveArrived);
    }

    [Fact]
    public async Task An_answer_that_never_comes_has_a_limit()
    {
        await using var rig = await RestRig.StartAsync();
        var held = new TaskCompletionSource();
        rig.Api.Answer(ApiAnswer.Message with { Until = held.Task });

        var saying = rig.SayAsync("hi");
        await rig.Api.CalledAsync(1);
        rig.Advance(30);
        var failure = await Assert.ThrowsAsync<DiscordTransportException>(() => saying);
        held.SetResult();

        Assert.True(failure.MayHaveArrived);
    }

    [Fact]
    public async Task Too_long_an_answer_is_not_read()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(new ApiAnswer(200, new string(' ', 5 * 1024 * 1024)));

        await Assert.ThrowsAsync<DiscordTransportException>(() => rig.SayAsync("hi"));
    }

    [Fact]
    public async Task The_other_calls_go_where_they_belong()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(
            new ApiAnswer(200, """{"url":"wss://g","shards":2,"session_start_limit":{"total":1000,"remaining":9,"reset_after":60000,"max_concurrency":1}}"""),
            new ApiAnswer(200, """{"id":"1","name":"Coach"}"""), new ApiAnswer(200, """{"id":"77","type":1}"""), ApiAnswer.Empty);

        var gateway = await rig.Client.GetGatewayBotAsync(Stop);
        var application = await rig.Client.GetCurrentApplicationAsync(Stop);
        var dm = await rig.Client.CreateDmAsync(new Snowflake(42), Stop);
        await rig.Client.TriggerTypingAsync(dm.Id, Stop);

        Assert.Equal(("wss://g", 2, 9), (gateway.Url, gateway.Shards, gateway.SessionStartLimit!.Remaining));
        Assert.Equal("Coach", application.Name);
        Assert.Equal("""{"recipient_id":"42"}""", rig.Api.Calls[2].Json.ToJsonString());
        Assert.Equal(
            ["GET /gateway/bot", "GET /applications/@me", "POST /users/@me/channels", "POST /channels/77/typing"],
            rig.Api.Calls.Select(call => $"{call.Method} {call.Target}"));
    }

    [Fact]
    public async Task Commands_are_set_only_where_they_differ()
    {
        await using var rig = await RestRig.StartAsync();
        ApplicationCommand[] wanted =
        [
            new("start", "Begin") { DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Beginnen" } },
            new("target", "Minutes") { Options = [new CommandOption(CommandOptionType.Integer, "minutes", "How many") { MinValue = 2, MaxValue = 15, Required = true }] },
        ];
        var present = """
            [{"id":"11","application_id":"1","version":"3","type":1,"nsfw":false,"default_member_permissions":null,"name":"target","description":"Minutes",
              "name_localizations":null,"integration_types":[1,0],"contexts":[1],"options":[{"type":4,"name":"minutes","description":"How many","required":true,"min_value":2,"max_value":15}]},
             {"id":"10","name":"start","description":"Begin","description_localizations":{"de":"Beginnen"},"integration_types":[0,1],"contexts":[1],"options":[]}]
            """;
        rig.Api.Answer(new ApiAnswer(200, present), new ApiAnswer(200, present), new ApiAnswer(200, "[]"));

        var same = await rig.Client.SetGlobalCommandsAsync(RestRig.App, wanted, Stop);
        var changed = await rig.Client.SetGlobalCommandsAsync(RestRig.App, [wanted[0]], Stop);

        Assert.False(same);
        Assert.True(changed);
        Assert.Equal(
            ["GET /applications/1/commands?with_localizations=true", "GET /applications/1/commands?with_localizations=true", "PUT /applications/1/commands"],
            rig.Api.Calls.Select(call => $"{call.Method} {call.Target}"));
        Assert.Equal("start", (string)rig.Api.Calls[2].Json[0]!["name"]!);
    }

    [Fact]
    public void What_was_written_in_a_form_is_found_in_both_shapes()
    {
        var data = new InteractionData
        {
            Components =
            [
                new SubmittedComponent { Component = new SubmittedComponent { CustomId = "a", Value = "in a label" } },
                new SubmittedComponent { Components = [new SubmittedComponent { CustomId = "b", Value = "in a row" }] },
                new SubmittedComponent { Component = new SubmittedComponent { CustomId = "c", Values = ["x"] } },
            ],
        };

        Assert.Equal(("in a label", "in a row", null), (data.TextOf("a"), data.TextOf("b"), data.TextOf("z")));
        Assert.Equal(["x"], data.ChoiceOf("c"));
    }

    [Fact]
    public void An_id_knows_when_it_was_made() => Assert.Equal(
        new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), new Snowflake(175928847299117063).Timestamp);

    /// <summary>The order of names has no meaning.</summary>
    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
