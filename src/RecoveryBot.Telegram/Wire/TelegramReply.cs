using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace RecoveryBot.Telegram.Wire;

/// <summary>Tells a result, a refusal and no answer at all apart.</summary>
internal static partial class TelegramReply
{
    /// <exception cref="TelegramApiException">The answer is a refusal.</exception>
    /// <exception cref="TelegramTransportException">The body is not the Bot API's.</exception>
    public static TResult Read<TResult>(
        string method, HttpResponseMessage response, byte[] json, JsonTypeInfo<Reply<TResult>> type, TelegramToken token)
    {
        Reply<TResult>? reply = null;
        try
        {
            reply = JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            // Not kept as a cause: a proxy's page is no help, and may hold anything.
        }

        return reply switch
        {
            { Ok: true, Result: { } result } => result,
            { Ok: false } => throw Refusal(method, reply, response, token),
            _ when response.StatusCode == HttpStatusCode.TooManyRequests => throw new TelegramApiException(
                method, 429, "Too Many Requests", Within(HeaderSeconds(response))),
            _ => throw new TelegramTransportException(
                method, $"the answer ({(int)response.StatusCode}) is not the Bot API's", response.StatusCode),
        };
    }

    private static TelegramApiException Refusal<TResult>(
        string method, Reply<TResult> reply, HttpResponseMessage response, TelegramToken token)
    {
        var description = token.Hide(reply.Description ?? "");
        var wait = reply.Parameters?.RetryAfter ?? HeaderSeconds(response) ?? DescribedSeconds(description);
        return new TelegramApiException(
            method, reply.ErrorCode ?? (int)response.StatusCode, description, Within(wait),
            reply.Parameters?.MigrateToChatId);
    }

    private static double? HeaderSeconds(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta.TotalSeconds,
        { Date: { } date } => (date - (response.Headers.Date ?? date)).TotalSeconds,
        _ => null,
    };

    private static double? DescribedSeconds(string description) =>
        RetryAfterInWords.Match(description) is { Success: true } match
            ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    /// <summary>
    /// Rounded up, for sooner is punished; a day at most, for a broken number must not silence a chat for ever.
    /// </summary>
    private static TimeSpan? Within(double? seconds) =>
        seconds is { } value ? TimeSpan.FromSeconds(Math.Ceiling(Math.Clamp(value, 0, 86_400))) : null;

    [GeneratedRegex(@"retry after ([0-9]{1,9})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RetryAfterInWords { get; }
}
