namespace FakeDiscord.Gateway;

/// <summary>What a session wants to be told. [Gateway: Intents]</summary>
internal static class Intents
{
    public const int None = 0;
    public const int Guilds = 1 << 0;
    public const int GuildMessages = 1 << 9;
    public const int DirectMessages = 1 << 12;

    /// <summary>Members, presences, message content.</summary>
    public const int Privileged = (1 << 1) | (1 << 8) | (1 << 15);

    /// <summary>0-16, 20, 21, 24, 25.</summary>
    public const int All = 0x1FFFF | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
}
