using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Requests;

/// <summary>Whose DM to open.</summary>
internal sealed record CreateDm(Snowflake RecipientId);
