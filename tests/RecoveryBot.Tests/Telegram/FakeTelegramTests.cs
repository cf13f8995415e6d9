using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FakeTelegram;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Tests.Telegram;

/// <summary>The fake is as strict as it says: a test that passes against it means something.</summary>
public sealed class FakeTelegramTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sendMessage", """{"chat_id":7}""", "sendMessage.text is missing")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"t","colour":"red"}""", "sendMessage.colour is unknown")]
    [InlineData("sendMessage", """{"chat_id":7,"text":5}""", "sendMessage.text is not String")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"t","reply_markup":null}""", "sendMessage.reply_markup is not InlineKeyboardMarkup")]
    [InlineData("sendMessage", """{"chat_id":1.5,"text":"t"}""", "sendMessage.chat_id is not Integer")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"t","parse_mode":"html"}""", "sendMessage.parse_mode cannot be 'html'")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"t","disable_notification":"true"}""", "sendMessage.disable_notification is not Boolean")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"t","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b","style":"pink"}]]}}""", "sendMessage.reply_markup.inline_keyboard[0][0].style cannot be 'pink'")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"t","reply_markup":{"inline_keyboard":[{"text":"a"}]}}""", "sendMessage.reply_markup.inline_keyboard[0] is not an array")]
    [InlineData("sendChatAction", """{"chat_id":7,"action":"dancing"}""", "sendChatAction.action cannot be 'dancing'")]
    [InlineData("getUpdates", """{"allowed_updates":["messages"]}""", "getUpdates.allowed_updates[0] cannot be 'messages'")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"everyone"}}""", "setMyCommands.scope.type cannot be 'everyone'")]
    [InlineData("sendTelepathy", "{}", "sendTelepathy: no such method")]
    public async Task A_request_outside_the_schema_is_held_against_the_bot(string method, string json, string violation)
    {
        await using var rig = await TelegramRig.StartAsync();
        rig.Fake.People.Say(new Person(7), "hello");

        await PostAsync(rig, method, JsonNode.Parse(json)!);

        Assert.Contains(rig.Fake.Log.Violations, found => found.Contains(violation, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Bad Request: message text is empty")]
    [InlineData("<b> </b>", "Bad Request: message text is empty")]
    [InlineData("a < b", "Bad Request: can't parse entities: Unsupported start tag \"\" at byte offset 2")]
    [InlineData("ü <b", "Bad Request: can't parse entities: Unclosed start tag at byte offset 3")]
    [InlineData("ü <Ann>", "Bad Request: can't parse entities: Unsupported start tag \"ann\" at byte offset 3")]
    [InlineData("<b>a", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("a</b>", "Bad Request: can't parse entities: Unexpected end tag at byte offset 1")]
    [InlineData("<i>a</em   >", "Bad Request: can't parse entities: Unmatched end tag at byte offset 4, expected \"</i>\", found \"</em>\"")]
    [InlineData("<i>a</i   ", "Bad Request: can't parse entities: Unclosed end tag at byte offset 4")]
    [InlineData("<i =a>", "Bad Request: can't parse entities: Empty attribute name in the tag \"i\" at byte offset 0")]
    [InlineData("<i a=1,>x</i>", "Bad Request: can't parse entities: Unexpected end of name token at byte offset 5")]
    [InlineData("<span>a</span>", "Bad Request: can't parse entities: Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<tg-time unix=\"1\" format=\"rt\">a</tg-time>", "Bad Request: can't parse entities: Invalid date format used")]
    public async Task Broken_markup_is_refused_in_telegrams_words(string html, string words)
    {
        await using var rig = await TelegramRig.WithAnnAsync();

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(() => rig.Client.SendMessageAsync(
            TelegramRig.ToAnn(html) with { ParseMode = ParseMode.Html }, Stop));

        Assert.Equal(words, refusal.Description);
        Assert.Single(rig.Fake.Chats.MessagesOf(TelegramRig.Ann.Id));
        Assert.NotEmpty(rig.Fake.Log.Violations);
    }

    [Theory]
    [InlineData("🏟 🏟<i>🏟 &gt;<b aba   =   caba>&lt🏟</b></i>", "🏟 🏟🏟 ><🏟", "italic 5 7, bold 9 3")]
    [InlineData("&ge;&lt;&amp;&quot;&#65;&#x42;", "&ge;<&\"AB", "")]
    [InlineData("<blockquote expandable>a<pre>b</></>", "ab", "expandable_blockquote 0 2, pre 1 1")]
    [InlineData("<a href='https://t.me'>a</a><b></b>", "a", "text_link 0 1")]
    [InlineData("<tg-time unix=\"12\" format=\"r\">21:30</tg-time>", "21:30", "date_time 0 5")]
    public async Task Markup_becomes_entities_in_utf16_units(string html, string text, string entities)
    {
        await using var rig = await TelegramRig.WithAnnAsync();

        await rig.Client.SendMessageAsync(TelegramRig.ToAnn(html) with { ParseMode = ParseMode.Html }, Stop);

        var shown = rig.Fake.Chats.MessagesOf(TelegramRig.Ann.Id)[^1];
        Assert.Equal(text, shown["text"]!.ToString());
        Assert.Equal(entities, string.Join(", ", (shown["entities"]?.AsArray() ?? []).Select(e => $"{e!["type"]} {e["offset"]} {e["length"]}")));
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public async Task The_longest_text_is_4096_after_markup(int length, bool passes)
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var text = $"<b>{new string('x', length - 1)}</b>&amp;";

        var refusal = await Record.ExceptionAsync(() =>
            rig.Client.SendMessageAsync(TelegramRig.ToAnn(text) with { ParseMode = ParseMode.Html }, Stop));

        Assert.Equal(passes, refusal is null);
    }

    [Theory]
    [InlineData("ää", 16, true)]
    [InlineData("ää", 17, false)]
    [InlineData("", 1, false)]
    public async Task Callback_data_is_one_to_64_bytes(string data, int times, bool passes)
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var button = new InlineKeyboardButton("Go", string.Concat(Enumerable.Repeat(data, times)));

        var refusal = await Record.ExceptionAsync(() => rig.Client.SendMessageAsync(
            TelegramRig.ToAnn("t") with { ReplyMarkup = new InlineKeyboardMarkup([[button]]) }, Stop));

        Assert.Equal(passes, refusal is null);
    }

    [Fact]
    public async Task An_app_marks_a_command_up_to_the_hyphen_only()
    {
        await using var rig = await TelegramRig.StartAsync();
        rig.Fake.People.Say(TelegramRig.Ann, "/start-session");

        var entity = rig.Fake.Chats.MessagesOf(TelegramRig.Ann.Id)[0]["entities"]![0]!;

        Assert.Equal(6, entity["length"]!.GetValue<int>());
    }

    [Fact]
    public async Task Every_kind_of_update_it_makes_fits_the_schema()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var people = rig.Fake.People;
        await rig.Client.SendMessageAsync(TelegramRig.ToAnn("<b>t</b>") with { ParseMode = ParseMode.Html }, Stop);
        people.Edit(TelegramRig.Ann, 1, "/stop now");
        people.Press(TelegramRig.Ann, 2, "v1:go");
        people.Press(TelegramRig.Ann, 2, "v1:go", inaccessible: true);
        people.SendOther(TelegramRig.Ann);
        people.Block(TelegramRig.Ann);
        people.Unblock(TelegramRig.Ann);
        people.Say(TelegramRig.Ann, "hello", group: -5);
        people.Migrate(TelegramRig.Ann, -5, -1_001_234_567_890);

        var answer = await PostAsync(rig, "getUpdates", new JsonObject());

        Assert.Equal(9, answer["result"]!.AsArray().Count);
        Assert.All(answer["result"]!.AsArray(), update => Assert.Empty(BotApiSchema.Instance.ProblemsOf("Update", update!)));
    }

    [Fact]
    public async Task An_update_is_kept_for_a_day_and_no_longer()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Time.Advance(TimeSpan.FromHours(23.9));
        var kept = await rig.Client.GetUpdatesAsync(new GetUpdates(), Stop);

        rig.Time.Advance(TimeSpan.FromHours(0.1));

        Assert.Single(kept);
        Assert.Empty(await rig.Client.GetUpdatesAsync(new GetUpdates(), Stop));
    }

    [Fact]
    public async Task A_kind_that_was_not_asked_for_never_comes()
    {
        await using var rig = await TelegramRig.StartAsync();
        await rig.Client.GetUpdatesAsync(new GetUpdates { AllowedUpdates = ["callback_query"] }, Stop);

        Assert.Null(rig.Fake.People.Say(TelegramRig.Ann, "hello"));
    }

    [Fact]
    public async Task A_chat_takes_three_messages_at_once_and_then_one_a_second()
    {
        await using var rig = await TelegramRig.WithAnnAsync(options => options with { FloodLimits = true });
        for (var i = 0; i < 3; i++)
            await rig.Client.SendMessageAsync(TelegramRig.ToAnn($"{i}"), Stop);

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(() => rig.Client.SendMessageAsync(TelegramRig.ToAnn("4"), Stop));
        rig.Time.Advance(refusal.RetryAfter!.Value);

        Assert.Equal(TimeSpan.FromSeconds(1), refusal.RetryAfter);
        await rig.Client.SendMessageAsync(TelegramRig.ToAnn("4"), Stop);
    }

    [Fact]
    public async Task Thirty_chats_that_asked_nothing_are_written_to_in_a_second()
    {
        await using var rig = await TelegramRig.StartAsync(options => options with { FloodLimits = true });
        for (var id = 1; id <= 31; id++)
            rig.Fake.People.Say(new Person(id), "hello");
        rig.Time.Advance(TimeSpan.FromHours(1));
        for (var id = 1; id <= 30; id++)
            await rig.Client.SendMessageAsync(new SendMessage { ChatId = id, Text = "t" }, Stop);
        var one = new SendMessage { ChatId = 31, Text = "t" };

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(() => rig.Client.SendMessageAsync(one, Stop));
        rig.Fake.People.Say(new Person(31), "are you there?");

        Assert.Equal(TelegramErrorKind.TooManyRequests, refusal.Kind);
        await rig.Client.SendMessageAsync(one, Stop);
    }

    [Fact]
    public async Task A_wrong_token_is_unauthorized()
    {
        await using var rig = await TelegramRig.StartAsync();
        rig.Options.Token = "1:wrong";
        using var client = new TelegramClient(rig.Options, rig.Time, new SocketsHttpHandler());

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(() => client.GetMeAsync(Stop));

        Assert.Equal(TelegramErrorKind.TokenRefused, refusal.Kind);
    }

    [Theory]
    [InlineData("document", null)]
    [InlineData("elsewhere", "attach://elsewhere")]
    public async Task A_file_comes_as_its_parameter_or_attached_to_it(string part, string? reference)
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        using var http = new HttpClient();
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{TelegramRig.Ann.Id}"), "chat_id" },
            { new ByteArrayContent([1, 2, 3]), part, "export.json" },
        };
        if (reference is not null)
            form.Add(new StringContent(reference), "document");

        using var answer = await http.PostAsync(new Uri(rig.Fake.Address, $"/bot{rig.Fake.Token}/sendDocument"), form, Stop);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal([1, 2, 3], rig.Fake.Log.Of("sendDocument")[0].Files["document"].Content.ToArray());
        Assert.Empty(rig.Fake.Log.Violations);
    }

    [Fact]
    public async Task By_hand_it_takes_updates_and_faults_and_tells_what_happened()
    {
        await using var rig = await TelegramRig.StartAsync();
        using var http = new HttpClient { BaseAddress = rig.Fake.Address };
        await http.PostAsJsonAsync("/control/updates", new { kind = "text", user = 7, text = "/start-session" }, Stop);
        await http.PostAsJsonAsync("/control/faults", new { kind = "refuse", method = "sendMessage", status = 429, retry_after = 3 }, Stop);
        var button = new InlineKeyboardMarkup([[new InlineKeyboardButton("Start", "v1:start")]]);
        var message = new SendMessage { ChatId = 7, Text = "Ready?", ReplyMarkup = button };

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(() => rig.Client.SendMessageAsync(message, Stop));
        await rig.Client.SendMessageAsync(message, Stop);
        await http.PostAsJsonAsync("/control/updates", new { kind = "press", user = 7, text = "Start" }, Stop);
        var chat = await http.GetFromJsonAsync<JsonArray>("/control/chats/7", Stop);
        var calls = await http.GetFromJsonAsync<JsonArray>("/control/calls", Stop);
        var state = await http.GetFromJsonAsync<JsonObject>("/control/state", Stop);

        Assert.Equal(TimeSpan.FromSeconds(3), refusal.RetryAfter);
        Assert.Equal(["/start-session", "Ready?"], chat!.Select(entry => entry!["text"]!.ToString()));
        Assert.Equal([429, 200], calls!.Select(call => call!["status"]!.GetValue<int>()));
        Assert.Equal((2, 1), (state!["unconfirmed_updates"]!.GetValue<int>(), state["unanswered_queries"]!.AsArray().Count));
    }

    private static async Task<JsonNode> PostAsync(TelegramRig rig, string method, JsonNode body)
    {
        using var http = new HttpClient();
        using var response = await http.PostAsJsonAsync(new Uri(rig.Fake.Address, $"/bot{rig.Fake.Token}/{method}"), body, Stop);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }
}
