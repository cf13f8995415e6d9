using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>
/// A Bot API server on loopback for one bot, as strict as the real one and stricter where the real one is silent: see
/// <see cref="CallLog.Violations"/>. Nothing leaves the machine.
/// </summary>
public sealed class FakeTelegramServer : IAsyncDisposable
{
    private readonly FakeTelegramOptions _options;
    private readonly WebApplication _app;
    private readonly BotMethods _methods;
    private readonly FloodLimits _limits = new();

    private FakeTelegramServer(FakeTelegramOptions options)
    {
        _options = options;
        var bot = new JsonObject
        {
            ["id"] = long.Parse(options.Token.AsSpan(0, options.Token.IndexOf(':')), CultureInfo.InvariantCulture),
            ["is_bot"] = true,
            ["first_name"] = "Recovery",
            ["username"] = options.BotName,
            ["can_join_groups"] = true,
            ["can_read_all_group_messages"] = false,
            ["supports_inline_queries"] = false,
        };
        Updates = new PendingUpdates(options.Time);
        Chats = new Chats(options.Time);
        Queries = new CallbackQueries(options.Time, options.QueryLife);
        Webhook = new Webhook(Updates, options.Time);
        People = new People(Chats, Updates, Queries, bot);
        _methods = new BotMethods(Chats, Updates, Queries, Webhook, bot);
        _app = Build();
    }

    public Uri Address { get; private set; } = null!;

    public string Token => _options.Token;

    public CallLog Log { get; } = new();

    public Faults Faults { get; } = new();

    public PendingUpdates Updates { get; }

    public Chats Chats { get; }

    public CallbackQueries Queries { get; }

    public Webhook Webhook { get; }

    public People People { get; }

    public static async Task<FakeTelegramServer> StartAsync(FakeTelegramOptions? options = null)
    {
        var server = new FakeTelegramServer(options ?? new FakeTelegramOptions());
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Urls.First());
        return server;
    }

    /// <summary>Completes when the program is told to end.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        Webhook.Dispose();
        await _app.DisposeAsync();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{_options.Port}");
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero); // Waiting polls are cut.
        var app = builder.Build();
        app.UseRouting();
        app.Map("/bot{token}/{method}", (RequestDelegate)AnswerAsync);
        ControlEndpoints.Map(app, this);
        return app;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var name = (string)context.GetRouteValue("method")!;
        Call? call = null;
        try
        {
            if ((string)context.GetRouteValue("token")! != _options.Token)
                throw new RefusalException(401, "Unauthorized");
            var method = BotApiSchema.Instance.MethodNamed(name);
            if (method is null)
            {
                Log.Violation(name, "no such method");
                throw new RefusalException(404, "Not Found");
            }

            call = await CallReader.ReadAsync(context.Request, method, _options.Time.GetUtcNow());
            var fault = Faults.Take(call);
            if (fault is null)
                await WriteAsync(context, call, 200, await DoAsync(call, context.RequestAborted));
            else
                await FailAsync(context, call, fault);
        }
        catch (RefusalException refusal)
        {
            await WriteAsync(context, call, refusal.Code, refusal.ToJson());
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away.
        }
        finally
        {
            if (call is not null)
                Log.Add(call);
        }
    }

    private async Task<JsonObject> DoAsync(Call call, CancellationToken aborted)
    {
        var problems = BotApiSchema.Instance.ProblemsOf(call.Method, call.Parameters, call.Files.Keys);
        foreach (var problem in problems)
            Log.Violation(call.Method, problem);
        if (problems.FirstOrDefault(problem => !problem.EndsWith(" is unknown", StringComparison.Ordinal)) is { } serious)
            throw RefusalException.Bad("wrong request: " + serious);
        HoldToLimits(call);
        try
        {
            return new JsonObject { ["ok"] = true, ["result"] = await _methods.DoAsync(call, aborted) };
        }
        catch (RefusalException refusal) when (IsOurFault(refusal))
        {
            Log.Violation(call.Method, refusal.Message);
            throw;
        }
    }

    /// <summary>Whether a refusal shows a mistake in the bot, rather than the way of the world.</summary>
    private static bool IsOurFault(RefusalException refusal) => refusal.Code == 413 || (refusal.Code == 400
        && !refusal.Message.Contains("not modified", StringComparison.Ordinal)
        && !refusal.Message.Contains("not found", StringComparison.Ordinal)
        && !refusal.Message.Contains("query is too old", StringComparison.Ordinal)
        && !refusal.Message.Contains("upgraded", StringComparison.Ordinal));

    private void HoldToLimits(Call call)
    {
        if (!_options.FloodLimits || call.ChatId is not { } chat
            || call.Method is not ("sendMessage" or "sendPhoto" or "sendDocument"
                or "editMessageText" or "editMessageCaption" or "editMessageReplyMarkup"))
            return;
        if (_limits.Take(chat, Chats.IsAnswer(chat), _options.Time.GetUtcNow()) is > 0 and var wait)
            throw RefusalException.TooMany(wait);
    }

    private async Task FailAsync(HttpContext context, Call call, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Refuse:
                await RefuseAsync(context, call, fault);
                break;
            case FaultKind.Body:
                await WriteAsync(context, call, fault.Status, null, fault.Text, fault.ContentType, fault.RetryAfterHeader);
                break;
            case FaultKind.Flood:
                await FloodAsync(context);
                break;
            case FaultKind.CutBefore:
                context.Abort();
                break;
            case FaultKind.CutAfter:
                call.Answer = await DoAsync(call, context.RequestAborted);
                context.Abort();
                break;
            case FaultKind.Truncate:
                var whole = (await DoAsync(call, context.RequestAborted)).ToJsonString();
                await WriteAsync(context, call, 200, null, whole[..(whole.Length / 2)], "application/json");
                break;
            case FaultKind.Stall:
                Log.Add(call);
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            case FaultKind.Slow:
                await Task.Delay(fault.Delay, _options.Time, context.RequestAborted);
                await WriteAsync(context, call, 200, await DoAsync(call, context.RequestAborted));
                break;
        }
    }

    private async Task RefuseAsync(HttpContext context, Call call, Fault fault)
    {
        var parameters = new JsonObject();
        if (fault.RetryAfter is { } seconds)
            parameters["retry_after"] = seconds;
        if (fault.MigrateToChatId is { } chat)
            parameters["migrate_to_chat_id"] = chat;
        var refusal = new RefusalException(fault.Status, fault.Text, parameters.Count > 0 ? parameters : null);
        await WriteAsync(context, call, fault.Status, refusal.ToJson(), retryAfter: fault.RetryAfterHeader);
    }

    private static async Task FloodAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        var blank = Encoding.UTF8.GetBytes(new string(' ', 1024 * 1024));
        for (var sent = 0; sent < 100 && !context.RequestAborted.IsCancellationRequested; sent++)
            await context.Response.Body.WriteAsync(blank);
    }

    private async Task WriteAsync(
        HttpContext context, Call? call, int status, JsonNode? answer, string? body = null,
        string contentType = "application/json", string? retryAfter = null)
    {
        if (call is not null)
        {
            // Before the answer: whoever has it finds the call in the log.
            (call.Status, call.Answer) = (status, answer);
            Log.Add(call);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync(body ?? answer!.ToJsonString());
    }
}
