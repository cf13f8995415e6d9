using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Rest;

/// <summary>Where a call goes, and with whom it shares a limit.</summary>
/// <param name="Template">The path with names in place of ids: for limits, logs and exceptions.</param>
/// <param name="Path">The path with ids; an interaction token is a placeholder until the last step.</param>
/// <param name="Major">The id that splits a limit: channel or webhook; empty: none.</param>
internal sealed record DiscordRoute(HttpMethod Method, string Template, string Path, string Major, Lane Lane)
{
    /// <summary>Stands in a path for the interaction token.</summary>
    public const string TokenPlace = "-token-";

    /// <summary>The credential in the path; <see langword="null"/>: the call carries the bot's.</summary>
    public InteractionToken? Token { get; init; }

    public static DiscordRoute GetGatewayBot { get; } = Bot(HttpMethod.Get, "/gateway/bot");

    public static DiscordRoute GetCurrentApplication { get; } = Bot(HttpMethod.Get, "/applications/@me");

    public static DiscordRoute CreateDm { get; } = Bot(HttpMethod.Post, "/users/@me/channels");

    public static DiscordRoute CreateMessage(Snowflake channel) => new(
        HttpMethod.Post, "/channels/{channel_id}/messages", $"/channels/{channel}/messages", channel.ToString(), Lane.Bot);

    public static DiscordRoute EditMessage(Snowflake channel, Snowflake message) => new(
        HttpMethod.Patch, "/channels/{channel_id}/messages/{message_id}", $"/channels/{channel}/messages/{message}",
        channel.ToString(), Lane.Bot);

    public static DiscordRoute TriggerTyping(Snowflake channel) => new(
        HttpMethod.Post, "/channels/{channel_id}/typing", $"/channels/{channel}/typing", channel.ToString(), Lane.Bot);

    public static DiscordRoute GetCommands(Snowflake application) => new(
        HttpMethod.Get, "/applications/{application_id}/commands",
        $"/applications/{application}/commands?with_localizations=true", "", Lane.Bot);

    public static DiscordRoute PutCommands(Snowflake application) => new(
        HttpMethod.Put, "/applications/{application_id}/commands", $"/applications/{application}/commands", "", Lane.Bot);

    public static DiscordRoute Respond(Snowflake interaction, InteractionToken token, bool withResponse) => new(
        HttpMethod.Post, "/interactions/{interaction_id}/{interaction_token}/callback",
        $"/interactions/{interaction}/{TokenPlace}/callback{(withResponse ? "?with_response=true" : "")}", "", Lane.Callback)
    {
        Token = token,
    };

    public static DiscordRoute FollowUp(Snowflake application, InteractionToken token) => new(
        HttpMethod.Post, "/webhooks/{webhook_id}/{webhook_token}", $"/webhooks/{application}/{TokenPlace}?wait=true",
        token.Reveal(), Lane.Webhook)
    {
        Token = token,
    };

    public static DiscordRoute EditOriginal(Snowflake application, InteractionToken token) => new(
        HttpMethod.Patch, "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        $"/webhooks/{application}/{TokenPlace}/messages/@original", token.Reveal(), Lane.Webhook)
    {
        Token = token,
    };

    public override string ToString() => $"{Method} {Template}";

    private static DiscordRoute Bot(HttpMethod method, string path) => new(method, path, path, "", Lane.Bot);
}

/// <summary>Which limits a call meets.</summary>
internal enum Lane
{
    /// <summary>The bot's token, learnt buckets, and the limit over everything.</summary>
    Bot,

    /// <summary>An interaction's token and learnt buckets of its own.</summary>
    Webhook,

    /// <summary>An interaction's first answer: it waits for nothing.</summary>
    Callback,
}
