using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RecoveryBot.Tests.Discord;

/// <summary>A REST server that answers as it is told to, in order, and keeps what it was asked.</summary>
internal sealed class ScriptedApi : IAsyncDisposable
{
    private readonly ConcurrentQueue<ApiAnswer> _answers = [];
    private readonly Lock _gate = new();
    private readonly List<ApiCall> _calls = [];
    private readonly List<(int Count, TaskCompletionSource Seen)> _watchers = [];
    private LoopbackServer _server = null!;

    public string Url => _server.Address + "/api/v10";

    /// <summary>What is answered where nothing is scripted.</summary>
    public ApiAnswer Default { get; set; } = ApiAnswer.Message;

    public IReadOnlyList<ApiCall> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    public static async Task<ScriptedApi> StartAsync()
    {
        var api = new ScriptedApi();
        api._server = await LoopbackServer.StartAsync(api.ServeAsync);
        return api;
    }

    /// <summary>The next answers.</summary>
    public void Answer(params ReadOnlySpan<ApiAnswer> answers)
    {
        foreach (var answer in answers)
            _answers.Enqueue(answer);
    }

    /// <summary>Completes when so many calls have come.</summary>
    public Task CalledAsync(int count)
    {
        lock (_gate)
        {
            if (_calls.Count >= count)
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((count, seen));
            return seen.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        var answer = _answers.TryDequeue(out var scripted) ? scripted : Default;
        await KeepAsync(context.Request);
        await answer.Until;
        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        if (answer.Status != 204)
            await context.Response.WriteAsync(answer.Body);
    }

    private async Task KeepAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var call = new ApiCall(
            request.Method, request.Path.Value!["/api/v10".Length..] + request.QueryString.Value,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        lock (_gate)
        {
            _calls.Add(call);
            foreach (var (_, seen) in _watchers.Where(watcher => watcher.Count <= _calls.Count))
                seen.TrySetResult();
        }
    }
}

/// <summary>One call as it came.</summary>
/// <param name="Target">Path and query below the version.</param>
internal sealed record ApiCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Text => Encoding.Latin1.GetString(Body);
}

/// <summary>One answer.</summary>
/// <param name="Status">0: the connection is cut instead.</param>
internal sealed record ApiAnswer(int Status, string Body = "{}", params (string Name, string Value)[] Headers)
{
    public static readonly ApiAnswer Message = new(200, """{"id":"900","channel_id":"7","content":"hi","new_field":[]}""");

    public static readonly ApiAnswer Empty = new(204, "");

    public static readonly ApiAnswer Cut = new(0);

    /// <summary>It is held back until then.</summary>
    public Task Until { get; init; } = Task.CompletedTask;

    /// <summary>The same with a bucket's headers.</summary>
    public ApiAnswer In(string bucket, int limit, int remaining, double resetAfter) => this with
    {
        Headers =
        [
            .. Headers, ("X-RateLimit-Bucket", bucket), ("X-RateLimit-Limit", $"{limit}"), ("X-RateLimit-Remaining", $"{remaining}"),
            ("X-RateLimit-Reset-After", FormattableString.Invariant($"{resetAfter:0.000}")), ("X-RateLimit-Reset", "1470173023.123"),
        ],
    };

    public static ApiAnswer Error(int status, int code, string message = "No") =>
        new(status, $$"""{"code":{{code}},"message":"{{message}}"}""");
}
