namespace FakeDiscord.Gateway;

/// <summary>Why a connection was closed. [Opcodes and Status Codes]</summary>
internal static class CloseCodes
{
    public const int Normal = 1000;
    public const int GoingAway = 1001;
    public const int UnknownOpcode = 4001;
    public const int DecodeError = 4002;
    public const int NotAuthenticated = 4003;
    public const int AuthenticationFailed = 4004;
    public const int AlreadyAuthenticated = 4005;
    public const int InvalidSequence = 4007;
    public const int RateLimited = 4008;
    public const int SessionTimedOut = 4009;
    public const int InvalidShard = 4010;
    public const int ShardingRequired = 4011;
    public const int InvalidVersion = 4012;
    public const int InvalidIntents = 4013;
    public const int DisallowedIntents = 4014;

    /// <summary>Whether the session is gone when Discord closes so.</summary>
    public static bool EndsSession(int code) => code is NotAuthenticated or AuthenticationFailed or AlreadyAuthenticated
        or InvalidSequence or (>= SessionTimedOut and <= DisallowedIntents);
}

/// <summary>What a payload is. [Opcodes and Status Codes]</summary>
internal static class Opcodes
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Presence = 3;
    public const int VoiceState = 4;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int RequestMembers = 8;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
    public const int SoundboardSounds = 31;
    public const int ChannelInfo = 43;
}
