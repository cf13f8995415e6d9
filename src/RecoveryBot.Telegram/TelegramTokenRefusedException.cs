namespace RecoveryBot.Telegram;

/// <summary>
/// Telegram does not know the token: no call will ever succeed, so the process should end and say why.
/// </summary>
public sealed class TelegramTokenRefusedException(TelegramApiException refusal) : Exception(
    $"Telegram refuses the bot token ({refusal.ErrorCode} {refusal.Description}). "
    + "Copy it again from @BotFather into Telegram:Token, or make a new one there with /revoke.",
    refusal);
