using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Text;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Tests.Telegram;

/// <summary>Each method against the strict server, as it is used.</summary>
public sealed class TelegramClientTests
{
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bot_knows_its_name()
    {
        await using var rig = await TelegramRig.StartAsync();

        var me = await rig.Client.GetMeAsync(Stop);

        Assert.True(me.IsBot);
        Assert.Equal("recovery_test_bot", me.Username);
    }

    [Fact]
    public async Task A_message_arrives_with_its_markup_and_buttons()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var until = new DateTimeOffset(2026, 3, 2, 21, 30, 0, TimeSpan.Zero);

        var sent = await rig.Client.SendMessageAsync(
            new SendMessage
            {
                ChatId = TelegramRig.Ann.Id,
                Text = $"<b>Legs up</b> until {TelegramHtml.Time(until, "21:30")}, {TelegramHtml.Escape("<Ann> & \"co\"")}",
                ParseMode = ParseMode.Html,
                DisableNotification = true,
                LinkPreviewOptions = new LinkPreviewOptions(IsDisabled: true),
                ReplyParameters = new ReplyParameters(1),
                ReplyMarkup = Buttons(new InlineKeyboardButton("Tingling", "v1:tingling:4-2", Style: "danger")),
            },
            Stop);

        var shown = rig.Fake.Chats.MessagesOf(TelegramRig.Ann.Id)[^1];
        Assert.Equal("Legs up until 21:30, <Ann> & \"co\"", sent.Text);
        Assert.Equal(["bold", "date_time"], shown["entities"]!.AsArray().Select(entity => entity!["type"]!.ToString()));
        Assert.Equal("Tingling", shown["reply_markup"]!["inline_keyboard"]![0]![0]!["text"]!.ToString());
        Assert.Equal(rig.Time.GetUtcNow(), sent.Date);
        Assert.Empty(rig.Fake.Log.Violations);
    }

    [Fact]
    public async Task An_edit_replaces_the_text_and_takes_the_buttons_away()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var sent = await rig.Client.SendMessageAsync(
            TelegramRig.ToAnn("one") with { ReplyMarkup = Buttons(new InlineKeyboardButton("Go", "v1:go")) }, Stop);

        await rig.Client.EditMessageTextAsync(
            new EditMessageText { ChatId = TelegramRig.Ann.Id, MessageId = sent.MessageId, Text = "two" }, Stop);

        var shown = rig.Fake.Chats.MessagesOf(TelegramRig.Ann.Id)[^1];
        Assert.Equal("two", shown["text"]!.ToString());
        Assert.False(shown.ContainsKey("reply_markup"));
    }

    [Fact]
    public async Task Buttons_alone_can_be_changed()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var sent = await rig.Client.SendMessageAsync(TelegramRig.ToAnn("one"), Stop);

        await rig.Client.EditMessageReplyMarkupAsync(
            new EditMessageReplyMarkup
            {
                ChatId = TelegramRig.Ann.Id,
                MessageId = sent.MessageId,
                ReplyMarkup = Buttons(new InlineKeyboardButton("Docs", Url: "https://example.org/")),
            },
            Stop);

        var shown = rig.Fake.Chats.MessagesOf(TelegramRig.Ann.Id)[^1];
        Assert.Equal("https://example.org/", shown["reply_markup"]!["inline_keyboard"]![0]![0]!["url"]!.ToString());
    }

    [Fact]
    public async Task A_picture_is_uploaded_once_and_then_sent_by_its_id()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var first = await rig.Client.SendPhotoAsync(Photo(new InputFile.Upload("pose.png", Picture)), Stop);

        var second = await rig.Client.SendPhotoAsync(Photo(new InputFile.Known(first.Photo![^1].FileId)), Stop);

        var calls = rig.Fake.Log.Of("sendPhoto");
        Assert.Equal("pose.png", calls[0].Files["photo"].Name);
        Assert.Equal(Picture, calls[0].Files["photo"].Content.ToArray());
        Assert.Empty(calls[1].Files);
        Assert.Equal(first.Photo, second.Photo);
        Assert.Equal("Füße hoch", rig.Fake.Chats.MessagesOf(TelegramRig.Ann.Id)[^1]["caption"]!.ToString());
        Assert.NotNull(rig.Fake.Chats.MessagesOf(TelegramRig.Ann.Id)[^2]["reply_markup"]);
        Assert.Empty(rig.Fake.Log.Violations);
    }

    [Fact]
    public async Task The_words_under_a_picture_are_its_caption()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var sent = await rig.Client.SendPhotoAsync(Photo(new InputFile.Upload("pose.png", Picture)), Stop);

        await rig.Client.EditMessageCaptionAsync(
            new EditMessageCaption { ChatId = TelegramRig.Ann.Id, MessageId = sent.MessageId, Caption = "Hold." }, Stop);
        var asText = await Assert.ThrowsAsync<TelegramApiException>(() => rig.Client.EditMessageTextAsync(
            new EditMessageText { ChatId = TelegramRig.Ann.Id, MessageId = sent.MessageId, Text = "Hold." }, Stop));

        Assert.Equal("Hold.", rig.Fake.Chats.MessagesOf(TelegramRig.Ann.Id)[^1]["caption"]!.ToString());
        Assert.Equal(TelegramErrorKind.MessageGone, asText.Kind);
    }

    [Fact]
    public async Task A_document_is_uploaded_with_its_name()
    {
        await using var rig = await TelegramRig.WithAnnAsync();

        var sent = await rig.Client.SendDocumentAsync(
            new SendDocument
            {
                ChatId = TelegramRig.Ann.Id,
                Document = new InputFile.Upload("export.json", "{}"u8.ToArray()),
                Caption = "Your data",
                DisableNotification = true,
            },
            Stop);

        Assert.NotNull(sent.Document);
        Assert.Equal("export.json", rig.Fake.Log.Of("sendDocument")[0].Files["document"].Name);
        Assert.Empty(rig.Fake.Log.Violations);
    }

    [Fact]
    public async Task A_press_is_answered_once()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var sent = await rig.Client.SendMessageAsync(TelegramRig.ToAnn("one"), Stop);
        rig.Fake.People.Press(TelegramRig.Ann, sent.MessageId, "v1:go");
        var press = (await rig.Client.GetUpdatesAsync(new GetUpdates(), Stop))[^1].CallbackQuery!;
        var answer = new AnswerCallbackQuery { CallbackQueryId = press.Id, Text = "That step is over.", ShowAlert = true };

        await rig.Client.AnswerCallbackQueryAsync(answer, Stop);
        var again = await Assert.ThrowsAsync<TelegramApiException>(() => rig.Client.AnswerCallbackQueryAsync(answer, Stop));

        Assert.Equal("v1:go", press.Data);
        Assert.Equal(sent.MessageId, press.Message!.MessageId);
        Assert.Empty(rig.Fake.Queries.Unanswered);
        Assert.Equal(TelegramErrorKind.QueryTooOld, again.Kind);
    }

    [Fact]
    public async Task A_late_answer_to_a_press_is_told_apart()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.People.Press(TelegramRig.Ann, 1, "v1:go", inaccessible: true);
        var press = (await rig.Client.GetUpdatesAsync(new GetUpdates(), Stop))[^1].CallbackQuery!;
        rig.Time.Advance(TimeSpan.FromSeconds(16));

        var late = await Assert.ThrowsAsync<TelegramApiException>(() =>
            rig.Client.AnswerCallbackQueryAsync(new AnswerCallbackQuery { CallbackQueryId = press.Id }, Stop));

        Assert.True(press.Message!.IsInaccessible);
        Assert.Equal(TelegramErrorKind.QueryTooOld, late.Kind);
    }

    [Fact]
    public async Task Slow_things_show_an_action()
    {
        await using var rig = await TelegramRig.WithAnnAsync();

        await rig.Client.SendChatActionAsync(
            new SendChatAction { ChatId = TelegramRig.Ann.Id, Action = "upload_document" }, Stop);

        Assert.Equal(200, Assert.Single(rig.Fake.Log.Of("sendChatAction")).Status);
    }

    [Fact]
    public async Task Commands_are_kept_by_scope_and_language()
    {
        await using var rig = await TelegramRig.StartAsync();
        var menu = new CommandMenu { Scope = BotCommandScope.AllPrivateChats, LanguageCode = "de" };
        BotCommand[] commands = [new("start_session", "Die fünf Haltungen"), new("stop", "Sicher zurück")];

        await rig.Client.SetMyCommandsAsync(
            new SetMyCommands { Commands = commands, Scope = menu.Scope, LanguageCode = menu.LanguageCode }, Stop);
        var kept = await rig.Client.GetMyCommandsAsync(menu, Stop);
        var elsewhere = await rig.Client.GetMyCommandsAsync(new CommandMenu(), Stop);
        await rig.Client.DeleteMyCommandsAsync(menu, Stop);

        Assert.Equal(commands, kept);
        Assert.Empty(elsewhere);
        Assert.Empty(await rig.Client.GetMyCommandsAsync(menu, Stop));
        Assert.Empty(rig.Fake.Log.Violations);
    }

    [Fact]
    public async Task A_command_with_a_hyphen_is_refused()
    {
        await using var rig = await TelegramRig.StartAsync();

        var refusal = await Assert.ThrowsAsync<TelegramApiException>(() => rig.Client.SetMyCommandsAsync(
            new SetMyCommands { Commands = [new BotCommand("start-session", "Start")] }, Stop));

        Assert.Equal("Bad Request: BOT_COMMAND_INVALID", refusal.Description);
    }

    [Fact]
    public async Task Both_descriptions_read_back_as_set()
    {
        await using var rig = await TelegramRig.StartAsync();

        await rig.Client.SetMyDescriptionAsync(new SetMyDescription { Description = "Five poses." }, Stop);
        await rig.Client.SetMyShortDescriptionAsync(
            new SetMyShortDescription { ShortDescription = "Fünf Haltungen.", LanguageCode = "de" }, Stop);

        Assert.Equal("Five poses.", await rig.Client.GetMyDescriptionAsync(new InLanguage(), Stop));
        Assert.Equal("", await rig.Client.GetMyShortDescriptionAsync(new InLanguage(), Stop));
        Assert.Equal("Fünf Haltungen.", await rig.Client.GetMyShortDescriptionAsync(new InLanguage("de"), Stop));
    }

    [Fact]
    public async Task A_webhook_is_set_seen_and_taken_away_without_losing_what_waits()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        await rig.Client.SetWebhookAsync(
            new SetWebhook { Url = "http://127.0.0.1:1/hook", SecretToken = "s", AllowedUpdates = UpdateKinds.Wanted }, Stop);

        var info = await rig.Client.GetWebhookInfoAsync(Stop);
        var poll = await Assert.ThrowsAsync<TelegramApiException>(() => rig.Client.GetUpdatesAsync(new GetUpdates(), Stop));
        await rig.Client.DeleteWebhookAsync(new DeleteWebhook(), Stop);

        Assert.Equal("http://127.0.0.1:1/hook", info.Url);
        Assert.Equal(1, info.PendingUpdateCount);
        Assert.Equal(TelegramErrorKind.WebhookActive, poll.Kind);
        Assert.Single(await rig.Client.GetUpdatesAsync(new GetUpdates(), Stop));
        Assert.Empty((await rig.Client.GetWebhookInfoAsync(Stop)).Url);
    }

    private static SendPhoto Photo(InputFile file) => new()
    {
        ChatId = TelegramRig.Ann.Id,
        Photo = file,
        Caption = "<i>Füße</i> hoch",
        ParseMode = ParseMode.Html,
        ReplyMarkup = Buttons(new InlineKeyboardButton("Go", "v1:go")),
    };

    private static InlineKeyboardMarkup Buttons(params InlineKeyboardButton[] row) => new([row]);
}
