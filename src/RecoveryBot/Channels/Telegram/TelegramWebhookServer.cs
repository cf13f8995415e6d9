using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Webhook;

namespace RecoveryBot.Channels.Telegram;

/// <summary>
/// Takes Telegram's posts over plain HTTP, behind whatever ends TLS. .NET's own small listener, which is not even loaded
/// while the bot polls; a web framework would have to be installed with the program.
/// </summary>
public sealed class TelegramWebhookServer(
    TelegramWebhook webhook, IOptions<TelegramOptions> options, TimeProvider time, ILogger<TelegramWebhookServer> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <exception cref="TelegramTokenRefusedException">The token is wrong or revoked.</exception>
    public async Task RunAsync(IUpdateConsumer consumer, CancellationToken cancellationToken)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://+:{options.Value.WebhookPort}/"));
        listener.Start();
        using var stop = cancellationToken.Register(listener.Stop);
        await RegisterAsync(cancellationToken).ConfigureAwait(false);
        while (await NextAsync(listener, cancellationToken).ConfigureAwait(false) is { } post)
            _ = TakeAsync(post, consumer, cancellationToken);
    }

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        for (var wait = TimeSpan.FromSeconds(1); ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            try
            {
                await webhook.RegisterAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TelegramApiException refusal) when (refusal.Kind == TelegramErrorKind.TokenRefused)
            {
                throw new TelegramTokenRefusedException(refusal);
            }
            catch (Exception e) when (e is TelegramApiException or TelegramTransportException)
            {
                log.WebhookNotRegistered(e, wait.TotalSeconds);
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<HttpListenerContext?> NextAsync(HttpListener listener, CancellationToken cancellationToken)
    {
        try
        {
            return await listener.GetContextAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException && cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task TakeAsync(HttpListenerContext post, IUpdateConsumer consumer, CancellationToken cancellationToken)
    {
        try
        {
            var answer = post.Request.HttpMethod == "POST"
                ? await webhook.ReceiveAsync(
                    post.Request.Headers[TelegramWebhook.SecretHeader], post.Request.InputStream, consumer, cancellationToken)
                    .ConfigureAwait(false)
                : new WebhookAnswer((int)HttpStatusCode.MethodNotAllowed);
            post.Response.StatusCode = answer.Status;
            if (answer.RetryAfter is { } wait)
                post.Response.AddHeader("Retry-After", wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture));
            post.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            post.Response.Abort(); // Not answered, so Telegram posts it again.
        }
    }
}
