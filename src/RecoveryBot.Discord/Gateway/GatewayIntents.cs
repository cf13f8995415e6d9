namespace RecoveryBot.Discord.Gateway;

/// <summary>What the gateway is asked to tell. None is privileged; interactions come without any.</summary>
[Flags]
internal enum GatewayIntents
{
    /// <summary>To be added to and removed from a server.</summary>
    Guilds = 1 << 0,

    /// <summary>What people write in the DM with the bot, with its text.</summary>
    DirectMessages = 1 << 12,

    Wanted = Guilds | DirectMessages,
}
