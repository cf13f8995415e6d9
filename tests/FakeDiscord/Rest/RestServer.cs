using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FakeDiscord.Checks;
using FakeDiscord.Gateway;

namespace FakeDiscord.Rest;

/// <summary>One request from the wire to its answer: faults, credentials, limits, schema, and then the deed.</summary>
internal sealed partial class RestServer(
    FakeDiscordOptions options, CallLog log, Faults faults, RateLimits limits, GatewayServer gateway, BotMethods bot,
    InteractionMethods interactions)
{
    private const string Base = "/api/v10";

    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var operation in OpenApi.Instance.Operations)
            app.MapMethods(
                Base + operation.Path, [operation.Method], (RequestDelegate)(context => AnswerAsync(context, operation)));
    }

    /// <summary>What nobody else took.</summary>
    public async Task UnknownAsync(HttpContext context)
    {
        log.Violation($"{context.Request.Method} {context.Request.Path}", "no such route");
        await WriteAsync(context, null, 404, new JsonObject { ["message"] = "404: Not Found", ["code"] = 0 });
    }

    private async Task AnswerAsync(HttpContext context, Operation operation)
    {
        var (call, wrong) = await CallReader.ReadAsync(context, operation, options.Time.GetUtcNow());
        try
        {
            var rate = limits.Take(call, options.Time.GetUtcNow());
            rate.WriteTo(context.Response.Headers);
            var fault = faults.Take(call) ?? (rate.IsOver ? rate.TooMany() : null);
            if (fault is not null)
                await FailAsync(context, call, wrong, fault);
            else
                await WriteAsync(context, call, Do(call, wrong));
        }
        catch (RefusalException refusal)
        {
            limits.CountInvalid(refusal.Status, null);
            await WriteAsync(context, call, refusal.Status, refusal.ToJson());
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away.
        }
        finally
        {
            log.Add(call);
        }
    }

    private Answer Do(Call call, RefusalException? wrong)
    {
        try
        {
            CheckCaller(call);
            if (wrong is not null)
                throw wrong;
            CheckForm(call);
            return call.Operation.HasTokenInPath ? interactions.Do(call) : bot.Do(call);
        }
        catch (RefusalException refusal) when (refusal.IsOurs)
        {
            log.Violation(call.Route, $"{refusal.Message} {refusal.ToJson()["errors"]?.ToJsonString()}".TrimEnd());
            throw;
        }
    }

    private void CheckCaller(Call call)
    {
        if (!UserAgent.IsMatch(call.UserAgent))
            throw new RefusalException(403, 40333, "internal network error", isOurs: true);
        if (call.Operation.NeedsBotToken && (call.Authorization != $"Bot {options.Token}" || gateway.TokenIsDead))
            throw RefusalException.Unauthorized();
        if (call.Operation.HasTokenInPath && call.Authorization is not null)
            log.Violation(call.Route, "Authorization sent where the path has the token");
    }

    private static void CheckForm(Call call)
    {
        var problems = new Problems();
        foreach (var (name, value) in call.Query)
        {
            if (call.Operation.Query[name] is not JsonObject schema)
                problems.Add(name, "UNKNOWN_FIELD", "No parameter has this name.");
            else
                problems.AddUnder(name, OpenApi.Instance.Check(schema, Typed(schema, value)));
        }

        if (call.Operation.Body is { } body)
            problems.Add(OpenApi.Instance.Check(body, call.Body));
        if (problems.Count > 0)
            throw RefusalException.Form(problems);
    }

    private static JsonNode Typed(JsonObject schema, string value) => schema["type"].Text() switch
    {
        "boolean" when bool.TryParse(value, out var truth) => truth,
        "integer" when int.TryParse(value, out var number) => number,
        _ => value,
    };

    private async Task FailAsync(HttpContext context, Call call, RefusalException? wrong, Fault fault)
    {
        foreach (var (name, value) in fault.Headers)
            context.Response.Headers[name] = value;
        switch (fault.Kind)
        {
            case FaultKind.Refuse:
                throw new RefusalException(fault.Status, fault.Code, fault.Text);
            case FaultKind.Body:
                limits.CountInvalid(fault.Status, null);
                RemoveLimits(context.Response.Headers);
                await WriteTextAsync(context, call, fault.Status, fault.Text, fault.ContentType);
                break;
            case FaultKind.TooMany:
                await TooManyAsync(context, call, fault);
                break;
            case FaultKind.CutBefore:
                log.Add(call);
                context.Abort();
                break;
            case FaultKind.CutAfter:
                call.Answer = Do(call, wrong).Body;
                log.Add(call);
                context.Abort();
                break;
            case FaultKind.CutInside:
                var begun = Half(Do(call, wrong));
                context.Response.ContentLength = begun.Length + 1;
                await WriteTextAsync(context, call, 200, begun, "application/json");
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case FaultKind.Truncate:
                await WriteTextAsync(context, call, 200, Half(Do(call, wrong)), "application/json");
                break;
            case FaultKind.Stall:
                log.Add(call);
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            case FaultKind.Slow:
                await Task.Delay(fault.Delay, options.Time, context.RequestAborted);
                await WriteAsync(context, call, Do(call, wrong));
                break;
        }
    }

    private static string Half(Answer answer) =>
        answer.Body?.ToJsonString() is { } whole ? whole[..(whole.Length / 2)] : "";

    private async Task TooManyAsync(HttpContext context, Call call, Fault fault)
    {
        limits.CountInvalid(429, fault.Scope);
        var headers = context.Response.Headers;
        headers.RetryAfter = Math.Ceiling(fault.RetryAfter).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Scope"] = fault.Scope;
        if (fault.Scope == "global")
        {
            RemoveLimits(headers);
            headers["X-RateLimit-Global"] = "true";
        }

        await WriteAsync(context, call, 429, fault.TooManyBody());
    }

    private static void RemoveLimits(IHeaderDictionary headers)
    {
        foreach (var name in new[] { "Limit", "Remaining", "Reset", "Reset-After", "Bucket" })
            headers.Remove("X-RateLimit-" + name);
    }

    private Task WriteAsync(HttpContext context, Call call, Answer answer) =>
        WriteAsync(context, call, answer.Status, answer.Body);

    private Task WriteAsync(HttpContext context, Call? call, int status, JsonNode? body)
    {
        if (call is not null)
            call.Answer = body;
        return WriteTextAsync(context, call, status, body?.ToJsonString(), "application/json");
    }

    /// <summary>The call is in the log before the caller can know its answer.</summary>
    private async Task WriteTextAsync(HttpContext context, Call? call, int status, string? body, string contentType)
    {
        if (call is not null)
        {
            call.Status = status;
            log.Add(call);
        }

        context.Response.StatusCode = status;
        if (body is null)
            return;
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body);
    }

    [GeneratedRegex(@"^DiscordBot \(\S+, [^)]+\)")]
    private static partial Regex UserAgent { get; }
}
