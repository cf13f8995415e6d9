namespace RecoveryBot.Telegram.Types;

/// <summary>Whether the first link of a text unfolds into a preview.</summary>
public sealed record LinkPreviewOptions(bool IsDisabled);
