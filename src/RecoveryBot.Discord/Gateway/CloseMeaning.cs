namespace RecoveryBot.Discord.Gateway;

/// <summary>What a close code asks for.</summary>
internal enum CloseMeaning
{
    /// <summary>The session is still there.</summary>
    Resume,

    /// <summary>The server ended the connection in good order: the session may be there, ask once.</summary>
    ResumeOnce,

    /// <summary>The session is gone.</summary>
    Identify,

    /// <summary>No retry can help.</summary>
    Fatal,
}

internal static class CloseCodes
{
    /// <param name="code"><see langword="null"/>: cut without a word.</param>
    public static CloseMeaning Meaning(int? code) => (GatewayCloseCode?)code switch
    {
        GatewayCloseCode.Normal or GatewayCloseCode.GoingAway => CloseMeaning.ResumeOnce,
        GatewayCloseCode.NotAuthenticated or GatewayCloseCode.AlreadyAuthenticated
            or GatewayCloseCode.InvalidSequence or GatewayCloseCode.SessionTimedOut => CloseMeaning.Identify,
        GatewayCloseCode.AuthenticationFailed or GatewayCloseCode.InvalidShard or GatewayCloseCode.ShardingRequired
            or GatewayCloseCode.InvalidVersion or GatewayCloseCode.InvalidIntents
            or GatewayCloseCode.DisallowedIntents => CloseMeaning.Fatal,
        _ => CloseMeaning.Resume,
    };

    /// <summary>Whether the code says that this client did something wrong.</summary>
    public static bool IsOurBug(int? code) => (GatewayCloseCode?)code is GatewayCloseCode.UnknownOpcode
        or GatewayCloseCode.DecodeError or GatewayCloseCode.NotAuthenticated or GatewayCloseCode.AlreadyAuthenticated
        or GatewayCloseCode.InvalidSequence or GatewayCloseCode.RateLimited;
}
