namespace RecoveryBot.Discord.Gateway;

/// <summary>Why a gateway connection was closed; Discord's page "Opcodes and Status Codes".</summary>
internal enum GatewayCloseCode
{
    Normal = 1000,
    GoingAway = 1001,

    /// <summary>Discord's "unknown"; ours for leaving, because 1000 and 1001 would end the session.</summary>
    UnknownError = 4000,
    UnknownOpcode = 4001,
    DecodeError = 4002,
    NotAuthenticated = 4003,
    AuthenticationFailed = 4004,
    AlreadyAuthenticated = 4005,
    InvalidSequence = 4007,
    RateLimited = 4008,
    SessionTimedOut = 4009,
    InvalidShard = 4010,
    ShardingRequired = 4011,
    InvalidVersion = 4012,
    InvalidIntents = 4013,
    DisallowedIntents = 4014,
}
