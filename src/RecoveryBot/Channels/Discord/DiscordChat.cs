using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>How the outbox names a chat on Discord: the DM's channel id, or the person while the DM is not open yet.</summary>
internal static class DiscordChat
{
    public const string PersonPrefix = "user:";

    public static string OfPerson(Snowflake person) => PersonPrefix + person;

    /// <summary>The person whose DM has to be opened; <see langword="null"/>: it is a channel.</summary>
    public static Snowflake? PersonIn(string chat) =>
        chat.StartsWith(PersonPrefix, StringComparison.Ordinal) ? Snowflake.TryParse(chat[PersonPrefix.Length..]) : null;

    /// <summary>Where people find it.</summary>
    public static string LinkTo(string chat) => $"https://discord.com/channels/@me/{chat}";
}
