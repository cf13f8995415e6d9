using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FakeTelegram;

/// <summary>
/// Posts updates, one after the other, until each is answered with 2xx: again after the answer's <c>Retry-After</c>, or
/// after delays doubling from one second to two minutes.
/// </summary>
public sealed partial class Webhook(PendingUpdates updates, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly Lock _gate = new();
    private readonly List<int> _answers = [];
    private TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _posting;
    private string _url = "";
    private string? _secret;
    private string? _lastError;

    /// <summary>The statuses that posts were answered with; 0: none came.</summary>
    public IReadOnlyList<int> Answers
    {
        get
        {
            lock (_gate)
                return [.. _answers];
        }
    }

    /// <summary>Completes with the next post that is answered.</summary>
    public Task WhenAnsweredAsync()
    {
        lock (_gate)
            return _answered.Task;
    }

    public void Dispose()
    {
        Stop();
        _http.Dispose();
    }

    internal JsonNode Set(Call call)
    {
        var url = call.Parameters["url"]!.ToString();
        var secret = call.Parameters["secret_token"]?.ToString();
        if (url.Length == 0)
            return Delete(call);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != "https" && !uri.IsLoopback))
            throw RefusalException.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        if (secret is not null && !Secret.IsMatch(secret))
            throw RefusalException.Bad("secret token contains unallowed characters");
        updates.Allow(call.Parameters["allowed_updates"]);
        Stop();
        lock (_gate)
        {
            (_url, _secret, updates.HasWebhook) = (url, secret, true);
            _posting = new CancellationTokenSource();
            _ = PostAsync(_posting.Token);
        }

        return true;
    }

    internal JsonNode Delete(Call call)
    {
        Stop();
        if (call.Parameters["drop_pending_updates"]?.GetValue<bool>() == true)
            updates.Drop();
        return true;
    }

    internal JsonNode Info()
    {
        lock (_gate)
        {
            var info = new JsonObject
            {
                ["url"] = _url,
                ["has_custom_certificate"] = false,
                ["pending_update_count"] = updates.Count,
            };
            if (_lastError is not null)
                (info["last_error_date"], info["last_error_message"]) = (time.GetUtcNow().ToUnixTimeSeconds(), _lastError);
            return info;
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            _posting?.Cancel();
            _posting?.Dispose();
            (_posting, _url, updates.HasWebhook) = (null, "", false);
        }
    }

    private async Task PostAsync(CancellationToken stopped)
    {
        var delay = TimeSpan.FromSeconds(1);
        try
        {
            while (true)
            {
                var update = await updates.OldestAsync(stopped);
                var wait = await PostAsync(update, stopped);
                if (wait is null)
                {
                    updates.Remove(update["update_id"]!.GetValue<long>());
                    delay = TimeSpan.FromSeconds(1);
                    continue;
                }

                await Task.Delay(wait.Value > TimeSpan.Zero ? wait.Value : delay, time, stopped);
                delay = TimeSpan.FromSeconds(Math.Min(120, delay.TotalSeconds * 2));
            }
        }
        catch (OperationCanceledException)
        {
            // The webhook was taken away; what waits is still in the queue.
        }
    }

    /// <returns><see langword="null"/>: done; zero: again by our own delays; else again after this.</returns>
    private async Task<TimeSpan?> PostAsync(JsonObject update, CancellationToken stopped)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = JsonContent.Create(update) };
        if (_secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", _secret);
        try
        {
            using var response = await _http.SendAsync(request, stopped);
            Answered((int)response.StatusCode);
            return response.IsSuccessStatusCode ? null : response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
        }
        catch (HttpRequestException)
        {
            Answered(0);
            return TimeSpan.Zero;
        }
    }

    private void Answered(int status)
    {
        lock (_gate)
        {
            _answers.Add(status);
            _answered.SetResult();
            _answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _lastError = status is >= 200 and < 300 ? null : $"Wrong response from the webhook: {status}";
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex Secret { get; }
}
