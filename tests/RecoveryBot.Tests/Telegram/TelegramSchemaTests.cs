using System.Net;
using System.Text.Json.Nodes;
using FakeTelegram;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Tests.Telegram;

/// <summary>Every request that the client can make is one that the published Bot API knows.</summary>
public sealed class TelegramSchemaTests
{
    private static readonly InlineKeyboardMarkup Buttons = new(
        [[new InlineKeyboardButton("Go", "v1:go", Style: "success"), new InlineKeyboardButton("Read", Url: "https://example.org")]]);

    /// <summary>Each request with everything set.</summary>
    private static readonly object[] Full =
    [
        new GetUpdates { Offset = 5, Limit = 1, Timeout = 30, AllowedUpdates = UpdateKinds.Wanted },
        new SetWebhook { Url = "https://example.org", SecretToken = "s", AllowedUpdates = UpdateKinds.Wanted },
        new DeleteWebhook { DropPendingUpdates = true },
        new AnswerCallbackQuery { CallbackQueryId = "1", Text = "t", ShowAlert = true },
        new SendMessage
        {
            ChatId = 1, Text = "t", ParseMode = ParseMode.Html, LinkPreviewOptions = new LinkPreviewOptions(true),
            DisableNotification = true, ReplyParameters = new ReplyParameters(1, true), ReplyMarkup = Buttons,
        },
        new SendPhoto
        {
            ChatId = 1, Photo = new InputFile.Known("f"), Caption = "c", ParseMode = ParseMode.Html,
            DisableNotification = true, ReplyMarkup = Buttons,
        },
        new SendDocument
        {
            ChatId = 1, Document = new InputFile.Known("f"), Caption = "c", ParseMode = ParseMode.Html,
            DisableNotification = true, ReplyMarkup = Buttons,
        },
        new SendChatAction { ChatId = 1, Action = "typing" },
        new EditMessageText
        {
            ChatId = 1, MessageId = 1, Text = "t", ParseMode = ParseMode.Html,
            LinkPreviewOptions = new LinkPreviewOptions(true), ReplyMarkup = Buttons,
        },
        new EditMessageCaption { ChatId = 1, MessageId = 1, Caption = "c", ParseMode = ParseMode.Html, ReplyMarkup = Buttons },
        new EditMessageReplyMarkup { ChatId = 1, MessageId = 1, ReplyMarkup = Buttons },
        new SetMyCommands { Commands = [new BotCommand("stop", "d")], Scope = BotCommandScope.AllGroupChats, LanguageCode = "en" },
        new CommandMenu { Scope = BotCommandScope.Default, LanguageCode = "en" },
        new SetMyDescription { Description = "d", LanguageCode = "en" },
        new SetMyShortDescription { ShortDescription = "d", LanguageCode = "en" },
        new InLanguage("en"),
    ];

    /// <summary>Each request with nothing set that can be left out, and emptiness where it has a meaning.</summary>
    private static readonly object[] Bare =
    [
        new GetUpdates(),
        new SetWebhook { Url = "" },
        new DeleteWebhook(),
        new AnswerCallbackQuery { CallbackQueryId = "1" },
        new SendMessage { ChatId = 1, Text = "t" },
        new SendPhoto { ChatId = 1, Photo = new InputFile.Known("f") },
        new SendDocument { ChatId = 1, Document = new InputFile.Known("f") },
        new SendChatAction { ChatId = 1, Action = "typing" },
        new EditMessageText { ChatId = 1, MessageId = 1, Text = "t" },
        new EditMessageCaption { ChatId = 1, MessageId = 1 },
        new EditMessageReplyMarkup { ChatId = 1, MessageId = 1 },
        new SetMyCommands { Commands = [] },
        new CommandMenu(),
        new SetMyDescription { Description = "" },
        new SetMyShortDescription { ShortDescription = "" },
        new InLanguage(),
    ];

    public static TheoryData<string> Methods => [.. typeof(TelegramClient).GetMethods()
        .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task What_a_method_sends_fits_the_schema(string method)
    {
        foreach (var samples in new[] { Full, Bare })
        {
            var (wireName, body) = await RequestOfAsync(method, samples);

            Assert.Equal(method, wireName[..1].ToUpperInvariant() + wireName[1..] + "Async");
            Assert.Equal(wireName, BotApiSchema.Instance.MethodNamed(wireName));
            Assert.Empty(BotApiSchema.Instance.ProblemsOf(wireName, body, []));
        }
    }

    [Fact]
    public void The_full_samples_leave_nothing_out() => Assert.All(
        Full.SelectMany(sample => sample.GetType().GetProperties().Select(property => (Sample: sample, Property: property))),
        pair => Assert.False(pair.Property.GetValue(pair.Sample) is null or false or 0 or 0L, $"{pair.Property.DeclaringType}.{pair.Property.Name}"));

    /// <summary>Its size always; field by field where the published file stands beside the repository.</summary>
    [Fact]
    public void The_fakes_schema_is_the_published_one()
    {
        var published = Published();
        foreach (var (part, size) in new[] { ("methods", 185), ("types", 388) })
        {
            var ours = BotApiSchema.Instance.Root[part]!.AsObject();
            Assert.Equal(size, ours.Count);
            Assert.All(published?[part]!.AsObject() ?? [], entry =>
            {
                var fields = part == "methods" ? ours[entry.Key] : ours[entry.Key]!["fields"];
                Assert.Equal(FieldsOf(entry.Value!), (fields?.AsObject() ?? []).ToDictionary(f => f.Key, f => f.Value!.ToString()));
            });
        }
    }

    private static Dictionary<string, string> FieldsOf(JsonNode entry) => (entry["fields"]?.AsArray() ?? []).ToDictionary(
        field => field!["name"]! + (field["required"]!.GetValue<bool>() ? "" : "?"),
        field => string.Join(' ', field!["types"]!.AsArray().Select(
            type => type!.ToString().Replace("Array of ", "[]", StringComparison.Ordinal))));

    /// <summary>Beside the repository, or beside whatever holds it.</summary>
    private static JsonNode? Published()
    {
        for (var home = new DirectoryInfo(AppContext.BaseDirectory); home is not null; home = home.Parent)
        {
            var file = Path.Combine(home.FullName, "shared", "protocol", "telegram-bot-api.json");
            if (File.Exists(file))
                return JsonNode.Parse(File.ReadAllText(file));
        }

        return null;
    }

    private static async Task<(string Method, JsonObject Body)> RequestOfAsync(string method, object[] samples)
    {
        var options = new TelegramOptions { Token = "1:a", ApiBaseUrl = "http://127.0.0.1" };
        using var wire = new KeepingWire();
        using var client = new TelegramClient(options, TimeProvider.System, wire);
        var call = typeof(TelegramClient).GetMethod(method)!;
        var arguments = call.GetParameters().Select(parameter => parameter.ParameterType == typeof(CancellationToken)
            ? TestContext.Current.CancellationToken
            : samples.Single(sample => sample.GetType() == parameter.ParameterType));

        await Assert.ThrowsAsync<TelegramTransportException>(() => (Task)call.Invoke(client, [.. arguments])!);

        return (wire.Method!, wire.Body!);
    }

    /// <summary>Keeps what would go over the wire and answers nothing of use.</summary>
    private sealed class KeepingWire : HttpMessageHandler
    {
        public string? Method { get; private set; }

        public JsonObject? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Method = request.RequestUri!.Segments[^1];
            Body = request.Content is null
                ? []
                : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        }
    }
}
