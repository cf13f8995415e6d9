namespace RecoveryBot.Discord;

/// <summary>
/// Discord will have nothing to do with this bot as it is set up: no call will ever succeed, so the process should end and
/// say why. The message is one plain line for the operator.
/// </summary>
public sealed class DiscordRefusedException(string message, Exception? cause = null) : Exception(message, cause)
{
    internal static DiscordRefusedException Token(string why, Exception? cause = null) => new(
        $"Discord refuses the bot token ({why}). Copy it again from the Bot page of the developer portal into "
        + "Discord:Token, or make a new one there with \"Reset Token\".",
        cause);
}
