using System.Net;
using FakeTelegram;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;
using RecoveryBot.Telegram.Wire;

namespace RecoveryBot.Tests.Telegram;

/// <summary>A refusal, an answer that is none, and silence are three things, and each is told as it is.</summary>
public sealed class TelegramFailureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "Bad Request: chat not found", TelegramErrorKind.ChatUnreachable)]
    [InlineData(400, "Bad Request: message is not modified: specified new …", TelegramErrorKind.NotModified)]
    [InlineData(400, "Bad Request: MESSAGE to edit not found", TelegramErrorKind.MessageGone)]
    [InlineData(400, "Bad Request: message can't be edited", TelegramErrorKind.MessageGone)]
    [InlineData(400, "Bad Request: can't parse entities: Unsupported start tag", TelegramErrorKind.MarkupRefused)]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat", TelegramErrorKind.ChatUnreachable)]
    [InlineData(400, "Bad Request: message is too long", TelegramErrorKind.Other)]
    [InlineData(401, "Unauthorized", TelegramErrorKind.TokenRefused)]
    [InlineData(404, "Not Found", TelegramErrorKind.TokenRefused)]
    [InlineData(403, "Forbidden: bot was blocked by the user", TelegramErrorKind.ChatUnreachable)]
    [InlineData(403, "Forbidden: user is deactivated", TelegramErrorKind.ChatUnreachable)]
    [InlineData(409, "Conflict: terminated by other getUpdates request", TelegramErrorKind.PolledElsewhere)]
    [InlineData(409, "Conflict: can't use getUpdates method while webhook is active", TelegramErrorKind.WebhookActive)]
    [InlineData(429, "Too Many Requests: retry after 5", TelegramErrorKind.TooManyRequests)]
    [InlineData(500, "Internal Server Error", TelegramErrorKind.ServerFailed)]
    [InlineData(418, "I'm a teapot", TelegramErrorKind.Other)]
    public async Task A_refusal_keeps_the_wires_words_and_says_what_to_do(int code, string words, TelegramErrorKind kind)
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Status = code, Text = words });

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(() => SendAsync(rig));

        Assert.Equal((code, words, "sendMessage"), (refusal.ErrorCode, refusal.Description, refusal.Method));
        Assert.Equal(kind, refusal.Kind);
    }

    [Fact]
    public async Task A_blocked_bot_is_refused_in_that_chat_alone()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.People.Say(new Person(8), "hello");
        rig.Fake.People.Block(TelegramRig.Ann);

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(() => SendAsync(rig));

        Assert.Equal(TelegramErrorKind.ChatUnreachable, refusal.Kind);
        Assert.Equal("hi", (await rig.Client.SendMessageAsync(new SendMessage { ChatId = 8, Text = "hi" }, Stop)).Text);
    }

    [Fact]
    public async Task A_group_that_moved_tells_its_new_id()
    {
        await using var rig = await TelegramRig.StartAsync();
        rig.Fake.People.Say(TelegramRig.Ann, "hello", group: -12);
        rig.Fake.People.Migrate(TelegramRig.Ann, -12, -1_001_234_567_890);

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(
            () => rig.Client.SendMessageAsync(new SendMessage { ChatId = -12, Text = "hi" }, Stop));
        var update = (await rig.Client.GetUpdatesAsync(new GetUpdates(), Stop))[^1];

        Assert.Equal((TelegramErrorKind.ChatMigrated, -1_001_234_567_890), (refusal.Kind, refusal.MigrateToChatId));
        Assert.Equal(-1_001_234_567_890, update.Message!.MigrateToChatId);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_told_apart()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var sent = await SendAsync(rig);

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(() => rig.Client.EditMessageTextAsync(
            new EditMessageText { ChatId = TelegramRig.Ann.Id, MessageId = sent.MessageId, Text = "hi" }, Stop));

        Assert.Equal(TelegramErrorKind.NotModified, refusal.Kind);
    }

    [Theory]
    [InlineData("""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}""", null, 7)]
    [InlineData("""{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":2.5}}""", null, 3)]
    [InlineData("""{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":"7"}}""", null, 7)]
    [InlineData("""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 9"}""", null, 9)]
    [InlineData("""{"ok":false,"error_code":429,"description":"Too Many Requests"}""", "11", 11)]
    [InlineData("""{"ok":false,"error_code":429,"description":"Too Many Requests"}""", null, null)]
    [InlineData("""{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":1e300}}""", null, 86_400)]
    [InlineData("<html>slow down</html>", "13", 13)]
    [InlineData("", null, null)]
    public async Task Too_many_requests_is_understood_in_every_form(string body, string? header, int? seconds)
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Body) { Status = 429, Text = body, RetryAfterHeader = header });

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(() => SendAsync(rig));

        Assert.Equal(TelegramErrorKind.TooManyRequests, refusal.Kind);
        Assert.Equal(seconds, (int?)refusal.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public void A_date_to_retry_after_counts_from_the_answers_own_date()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.Date = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        response.Headers.Add("Retry-After", "Mon, 02 Mar 2026 12:01:30 GMT");

        var refusal = Assert.Throws<TelegramApiException>(() => TelegramReply.Read(
            "getMe", response, [], TelegramJson.Default.ReplyUser, TelegramToken.TryParse("1:a")!));

        Assert.Equal(TimeSpan.FromSeconds(90), refusal.RetryAfter);
    }

    [Theory]
    [InlineData(500, "Internal Server Error")]
    [InlineData(502, "<html><body>Bad Gateway</body></html>")]
    [InlineData(503, "")]
    [InlineData(504, "null")]
    [InlineData(200, "<html>Log in to the hotel's network</html>")]
    [InlineData(200, "[]")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"ok":true}""")]
    [InlineData(200, """{"ok":true,"result":{"message_id":"x"}}""")]
    [InlineData(302, "")]
    public async Task What_is_not_the_bot_apis_json_is_no_answer(int status, string body)
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Body) { Status = status, Text = body });

        var failure = await Assert.ThrowsAsync<TelegramTransportException>(() => SendAsync(rig));

        Assert.Equal(status, (int?)failure.Status);
        Assert.True(failure.MayHaveArrived);
        Assert.Equal("hi", (await SendAsync(rig)).Text);
    }

    [Theory]
    [InlineData(FaultKind.CutBefore, 0)]
    [InlineData(FaultKind.CutAfter, 1)]
    [InlineData(FaultKind.Truncate, 1)]
    public async Task A_broken_answer_leaves_open_whether_the_message_arrived(FaultKind kind, int arrived)
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.Faults.Add(new Fault(kind));

        var failure = await Assert.ThrowsAsync<TelegramTransportException>(() => SendAsync(rig));

        Assert.True(failure.MayHaveArrived);
        Assert.Equal(1 + arrived, rig.Fake.Chats.MessagesOf(TelegramRig.Ann.Id).Count);
    }

    [Fact]
    public async Task Without_a_connection_nothing_arrived()
    {
        var rig = await TelegramRig.WithAnnAsync();
        await rig.Fake.DisposeAsync();

        var failure = await Assert.ThrowsAsync<TelegramTransportException>(() => SendAsync(rig));

        Assert.False(failure.MayHaveArrived);
        rig.Client.Dispose();
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task A_silent_server_is_given_up_after_thirty_seconds()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Stall));
        var sending = SendAsync(rig);
        await rig.Fake.Log.WhenAsync(call => call.Method == "sendMessage");

        rig.Time.Advance(TimeSpan.FromSeconds(29.9));
        var early = sending.IsCompleted;
        rig.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.False(early);
        Assert.True((await Assert.ThrowsAsync<TelegramTransportException>(() => sending)).MayHaveArrived);
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task A_poll_is_given_its_own_time_and_fifteen_seconds_more()
    {
        await using var rig = await TelegramRig.StartAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Stall) { Method = "getUpdates" });
        var polling = rig.Client.GetUpdatesAsync(new GetUpdates { Timeout = 50 }, Stop);
        await rig.Fake.Log.WhenAsync(call => call.Method == "getUpdates");

        rig.Time.Advance(TimeSpan.FromSeconds(64.9));
        var early = polling.IsCompleted;
        rig.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.False(early);
        await Assert.ThrowsAsync<TelegramTransportException>(() => polling);
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task A_cancelled_call_is_cancelled_and_no_failure()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Stall));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var sending = rig.Client.SendMessageAsync(TelegramRig.ToAnn("hi"), stop.Token);
        await rig.Fake.Log.WhenAsync(call => call.Method == "sendMessage");

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task An_endless_body_is_not_read_to_its_end()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Flood));

        var failure = await Assert.ThrowsAsync<TelegramTransportException>(() => SendAsync(rig));

        Assert.Contains("ConfigurationLimitExceeded", failure.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task One_stalled_chat_holds_up_no_other()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.People.Say(new Person(8), "hello");
        rig.Fake.Faults.Add(new Fault(FaultKind.Stall) { ChatId = TelegramRig.Ann.Id, Times = 50 });
        var stalled = Enumerable.Range(0, 50).Select(_ => SendAsync(rig)).ToList();

        var other = await rig.Client.SendMessageAsync(new SendMessage { ChatId = 8, Text = "hi" }, Stop);

        Assert.Equal("hi", other.Text);
        Assert.All(stalled, sending => Assert.False(sending.IsCompleted));
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<TelegramTransportException>(() => Task.WhenAll(stalled));
    }

    private static Task<Message> SendAsync(TelegramRig rig) =>
        rig.Client.SendMessageAsync(TelegramRig.ToAnn("hi"), Stop);
}
