namespace RecoveryBot.Discord;

/// <summary>
/// Discord understood a call and refused it, or certainly would have. Holds the wire's own words, never a token or a value
/// that was sent.
/// </summary>
public sealed class DiscordApiException : Exception
{
    internal DiscordApiException(
        string route, int status, int code, string description, IReadOnlyList<string>? errors = null,
        TimeSpan? retryAfter = null, bool hasBotToken = true)
        : base(Words(route, status, code, description, errors ?? []))
    {
        Route = route;
        Status = status;
        Code = code;
        Description = description;
        Errors = errors ?? [];
        RetryAfter = retryAfter;
        Kind = KindOf(status, code, hasBotToken);
    }

    /// <summary>Method and route template, without ids.</summary>
    public string Route { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>Discord's JSON error code; 0: a general one.</summary>
    public int Code { get; }

    /// <summary>For people; may change.</summary>
    public string Description { get; }

    /// <summary>Which fields are wrong and how, <c>embeds[0].title: BASE_TYPE_MAX_LENGTH</c>; never their values.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>How long to wait before the next try, at most a day; <see langword="null"/>: not said.</summary>
    public TimeSpan? RetryAfter { get; }

    public DiscordErrorKind Kind { get; }

    /// <summary>The kind, or <see langword="null"/> where only the HTTP status can tell.</summary>
    internal static DiscordErrorKind? KindOf(int code) => code switch
    {
        50007 or 50278 => DiscordErrorKind.Unreachable,
        50001 => DiscordErrorKind.MissingAccess,
        50013 or 50083 or (>= 20016 and <= 20028) => DiscordErrorKind.ChannelForbidden,
        40003 => DiscordErrorKind.DmsOpenedTooFast,
        10003 => DiscordErrorKind.ChannelGone,
        10008 => DiscordErrorKind.MessageGone,
        10013 => DiscordErrorKind.UserGone,
        30046 => DiscordErrorKind.EditedTooOften,
        50006 or 50033 or 50035 or 50109 => DiscordErrorKind.OurBug,
        50045 or 40005 => DiscordErrorKind.TooLarge,
        200000 or 240000 => DiscordErrorKind.Moderated,
        10062 => DiscordErrorKind.UnknownInteraction,
        40060 => DiscordErrorKind.AlreadyAnswered,
        10015 or 50027 => DiscordErrorKind.TokenExpired,
        40094 => DiscordErrorKind.FollowupsSpent,
        130000 => DiscordErrorKind.ServerFailed,
        _ => null,
    };

    private static DiscordErrorKind KindOf(int status, int code, bool hasBotToken) => KindOf(code) ?? status switch
    {
        401 when hasBotToken => DiscordErrorKind.Unauthorised,
        401 => DiscordErrorKind.TokenExpired,
        413 => DiscordErrorKind.TooLarge,
        >= 500 => DiscordErrorKind.ServerFailed,
        _ => DiscordErrorKind.Other,
    };

    private static string Words(string route, int status, int code, string description, IReadOnlyList<string> errors) =>
        $"{route}: {status} ({code}) {description}" + (errors.Count > 0 ? $" [{string.Join("; ", errors)}]" : "");
}
