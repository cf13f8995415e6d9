using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Telegram.Webhook;

/// <summary>
/// Updates by post. It knows a header, a stream and a status; which web server carries them is its caller's choice, so that
/// a bot that polls loads none.
/// </summary>
public sealed class TelegramWebhook(TelegramClient client, IOptions<TelegramOptions> options, ILogger<TelegramWebhook> log)
{
    /// <summary>The header in which Telegram sends the secret back.</summary>
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>The longest body that is read.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    private readonly string _secret = options.Value.ReadWebhookSecret() ?? RandomNumberGenerator.GetHexString(64);

    /// <summary>Tells Telegram where to post.</summary>
    public Task RegisterAsync(CancellationToken cancellationToken) => client.SetWebhookAsync(
        new SetWebhook { Url = options.Value.WebhookUrl!, SecretToken = _secret, AllowedUpdates = UpdateKinds.Wanted },
        cancellationToken);

    /// <summary>Takes one post: secret, size, shape, commit, in this order.</summary>
    /// <param name="secret">The header's value; <see langword="null"/>: there was none.</param>
    public async Task<WebhookAnswer> ReceiveAsync(
        string? secret, Stream body, IUpdateConsumer consumer, CancellationToken cancellationToken)
    {
        if (!IsOurs(secret))
        {
            log.WrongSecret();
            return WebhookAnswer.Stranger;
        }

        if (await ReadAsync(body, cancellationToken) is not { } json)
        {
            log.Refused("too long");
            return WebhookAnswer.TooLong;
        }

        if (TryParse(json) is not { } update)
        {
            log.Refused("not an update");
            return WebhookAnswer.Malformed;
        }

        return await CommitAsync(update, consumer, cancellationToken);
    }

    private async Task<WebhookAnswer> CommitAsync(
        Update update, IUpdateConsumer consumer, CancellationToken cancellationToken)
    {
        try
        {
            await consumer.CommitAsync([update], offset: null, mayBeLate: false, cancellationToken);
            return WebhookAnswer.Kept;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.CommitFailed(failure, WebhookAnswer.Later.RetryAfter!.Value.TotalSeconds);
            return WebhookAnswer.Later;
        }
    }

    /// <summary>Compares hashes, so that neither the content nor the length shows in the time taken.</summary>
    private bool IsOurs(string? secret) => secret is not null && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(_secret)));

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        const int Piece = 4096;
        var buffer = new ArrayBufferWriter<byte>(Piece);
        while (await body.ReadAsync(buffer.GetMemory(Piece)[..Piece], cancellationToken) is > 0 and var count)
        {
            buffer.Advance(count);
            if (buffer.WrittenCount > MaxBodyBytes)
                return null;
        }

        return buffer.WrittenMemory;
    }

    private static Update? TryParse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Update.Parse(json.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
