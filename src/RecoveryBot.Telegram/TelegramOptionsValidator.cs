using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace RecoveryBot.Telegram;

/// <summary>Says which setting is wrong, and never what a secret is.</summary>
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(TelegramOptions options)
    {
        if (!options.IsOn)
            yield break;
        if (Unreadable(options.TokenFile) is { } tokenFile)
            yield return $"Telegram:TokenFile cannot be read ({tokenFile}).";
        else if (options.ReadToken() is null)
            yield return "Telegram:Token is not a bot token; it looks like 123456:ABC-def, as @BotFather shows it.";
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var server)
            || server is not { Scheme: "http" or "https", Query: "" })
            yield return "Telegram:ApiBaseUrl must be an http or https address.";
        if (options.PollSeconds is < 0 or > 50)
            yield return "Telegram:PollSeconds must be between 0 and 50.";
        if (options.HasWebhook && !CanBePostedTo(options.WebhookUrl!))
            yield return "Telegram:WebhookUrl must be an https address.";
        if (options.WebhookPort is < 1 or > 65535)
            yield return "Telegram:WebhookPort must be between 1 and 65535.";
        if (Unreadable(options.WebhookSecretFile) is { } secretFile)
            yield return $"Telegram:WebhookSecretFile cannot be read ({secretFile}).";
        else if (options.ReadWebhookSecret() is { } secret && !Secret.IsMatch(secret))
            yield return "Telegram:WebhookSecret must be 1 to 256 letters, digits, underscores or hyphens.";
    }

    private static bool CanBePostedTo(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static string? Unreadable(string? file)
    {
        if (string.IsNullOrWhiteSpace(file))
            return null;
        try
        {
            using (File.OpenRead(file))
                return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.GetType().Name;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Secret { get; }
}
