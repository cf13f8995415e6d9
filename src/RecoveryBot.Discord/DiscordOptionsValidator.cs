using Microsoft.Extensions.Options;

namespace RecoveryBot.Discord;

/// <summary>Says which setting is wrong, and never what a secret is.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(DiscordOptions options)
    {
        if (!options.IsOn)
            yield break;
        if (Unreadable(options.TokenFile) is { } tokenFile)
            yield return $"Discord:TokenFile cannot be read ({tokenFile}).";
        else if (options.ReadToken() is null)
            yield return "Discord:Token is not a bot token; copy it from the Bot page of the developer portal, without \"Bot\".";
        if (!IsAddress(options.ApiBaseUrl, "http", "https"))
            yield return "Discord:ApiBaseUrl must be an http or https address.";
        if (!string.IsNullOrWhiteSpace(options.GatewayUrl) && !IsAddress(options.GatewayUrl, "ws", "wss"))
            yield return "Discord:GatewayUrl must be a ws or wss address.";
        if (options.Shards is < 1 or > 1000)
            yield return "Discord:Shards must be between 1 and 1000.";
    }

    private static bool IsAddress(string text, string plain, string secure) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == plain || uri.Scheme == secure)
        && uri is { Query: "", UserInfo: "", Fragment: "" };

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
}
