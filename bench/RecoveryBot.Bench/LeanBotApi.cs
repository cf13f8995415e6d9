using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RecoveryBot.Bench;

/// <summary>
/// A Bot API server on loopback that checks nothing and keeps nothing, so that the bot is what is measured. The strict one
/// of the tests looks at every call against the schema and keeps them all.
/// </summary>
internal sealed class LeanBotApi : IAsyncDisposable
{
    public const string Token = "100000001:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private const int MostInOnePoll = 100;

    private static readonly byte[] True = """{"ok":true,"result":true}"""u8.ToArray();
    private static readonly byte[] Me = """{"ok":true,"result":{"id":100000001,"is_bot":true,"first_name":"Recovery","username":"recovery_bot"}}"""u8.ToArray();
    private static readonly byte[] None = """{"ok":true,"result":[]}"""u8.ToArray();
    private static readonly byte[] NoText = """{"ok":true,"result":{"description":"","short_description":""}}"""u8.ToArray();

    private readonly Lock _gate = new();
    private readonly Queue<(long Id, string Json)> _pending = new();
    private readonly WebApplication _app;
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastUpdate = 700_000_000;
    private long _lastMessage;

    private LeanBotApi()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero); // Waiting polls are cut.
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>A message or an edit has come in, and is answered.</summary>
    public event Action<Shown>? Said;

    public string Address => _app.Urls.First();

    public static async Task<LeanBotApi> StartAsync()
    {
        var server = new LeanBotApi();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Somebody writes.</summary>
    public void Write(long person, string text) => Offer(person, $$"""
        "message":{"message_id":{{Interlocked.Increment(ref _lastMessage)}},{{From(person)}},{{Chat(person)}},"text":"{{text}}"{{Command(text)}}}
        """);

    /// <summary>Somebody presses a button.</summary>
    /// <param name="message">The one that it is under.</param>
    public void Press(long person, long message, string button) => Offer(person, $$"""
        "callback_query":{"id":"{{Guid.NewGuid():N}}",{{From(person)}},"chat_instance":"1","data":"{{button}}","message":{"message_id":{{message}},{{Chat(person)}},"text":"…"} }
        """);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string From(long person) => $$"""
        "from":{"id":{{person}},"is_bot":false,"first_name":"Somebody","language_code":"en"}
        """;

    private static string Chat(long person) => $$"""
        "chat":{"id":{{person}},"type":"private","first_name":"Somebody"},"date":{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}
        """;

    /// <summary>How Telegram marks a command, which some libraries want to see.</summary>
    private static string Command(string text) => text.StartsWith('/') ? $$"""
        ,"entities":[{"type":"bot_command","offset":0,"length":{{text.Length}}}]
        """ : "";

    private void Offer(long person, string what)
    {
        TaskCompletionSource arrived;
        lock (_gate)
        {
            _pending.Enqueue((++_lastUpdate, $$"""{"update_id":{{_lastUpdate}},{{what}}}"""));
            arrived = _arrived;
        }

        arrived.TrySetResult();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var at = DateTimeOffset.UtcNow;
        var method = context.Request.Path.Value![(context.Request.Path.Value!.LastIndexOf('/') + 1)..];
        switch (method)
        {
            case "getUpdates":
                await ReplyAsync(context, await PollAsync(await CallOf(context), context.RequestAborted));
                break;
            case "sendMessage" or "sendPhoto" or "editMessageText" or "editMessageCaption":
                var call = await CallOf(context);
                var message = call.Message ?? Interlocked.Increment(ref _lastMessage);
                await ReplyAsync(context, Encoding.UTF8.GetBytes($$"""
                    {"ok":true,"result":{"message_id":{{message}},{{Chat(call.Chat)}},"photo":[{"file_id":"photo"}]} }
                    """));
                Said?.Invoke(new Shown(call.Chat, message, call.FirstButton, at));
                break;
            case "getMe":
                await ReplyAsync(context, Me);
                break;
            case "getMyCommands":
                await ReplyAsync(context, None);
                break;
            case "getMyDescription" or "getMyShortDescription":
                await ReplyAsync(context, NoText);
                break;
            default:
                await ReplyAsync(context, True);
                break;
        }
    }

    private async Task<byte[]> PollAsync(Call call, CancellationToken gone)
    {
        Confirm(call.Offset);
        if (Waiting() is { } arrived)
            await Task.WhenAny(arrived, Task.Delay(TimeSpan.FromSeconds(call.Timeout), gone));
        lock (_gate)
            return Encoding.UTF8.GetBytes($$"""{"ok":true,"result":[{{string.Join(',', _pending.Take(MostInOnePoll).Select(one => one.Json))}}]}""");
    }

    private void Confirm(long offset)
    {
        lock (_gate)
        {
            while (_pending.TryPeek(out var first) && first.Id < offset)
                _pending.Dequeue();
        }
    }

    /// <returns><see langword="null"/>: something is there.</returns>
    private Task? Waiting()
    {
        lock (_gate)
        {
            if (_pending.Count > 0)
                return null;
            _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _arrived.Task;
        }
    }

    private static async Task ReplyAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.BodyWriter.WriteAsync(json);
    }

    private static async Task<Call> CallOf(HttpContext context)
    {
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync();
            return new Call
            {
                Chat = long.Parse(form["chat_id"]!, CultureInfo.InvariantCulture),
                FirstButton = form["reply_markup"].ToString() is { Length: > 0 } markup ? Call.Read(Encoding.UTF8.GetBytes(markup)).FirstButton : null,
            };
        }

        var length = (int)(context.Request.ContentLength ?? 0);
        var body = new byte[length];
        await context.Request.Body.ReadExactlyAsync(body);
        return length == 0 ? new Call() : Call.Read(body);
    }

    /// <summary>All that is looked at in a call.</summary>
    private sealed class Call
    {
        public long Chat { get; set; }

        public long? Message { get; set; }

        public string? FirstButton { get; set; }

        public long Offset { get; set; }

        public int Timeout { get; set; }

        public static Call Read(ReadOnlySpan<byte> json)
        {
            var call = new Call();
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                if (reader.ValueTextEquals("chat_id"u8) && reader.Read())
                    call.Chat = reader.GetInt64();
                else if (reader.ValueTextEquals("message_id"u8) && reader.Read())
                    call.Message = reader.GetInt64();
                else if (reader.ValueTextEquals("offset"u8) && reader.Read())
                    call.Offset = reader.GetInt64();
                else if (reader.ValueTextEquals("timeout"u8) && reader.Read())
                    call.Timeout = reader.GetInt32();
                else if (call.FirstButton is null && reader.ValueTextEquals("callback_data"u8) && reader.Read())
                    call.FirstButton = reader.GetString();
            }

            return call;
        }
    }
}

/// <summary>What a chat shows now.</summary>
/// <param name="FirstButton">Its data; <see langword="null"/>: there are no buttons.</param>
/// <param name="At">When the call came in.</param>
internal readonly record struct Shown(long Chat, long Message, string? FirstButton, DateTimeOffset At);
