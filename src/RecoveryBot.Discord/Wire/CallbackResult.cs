using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Wire;

/// <summary>What an interaction's first answer brought about.</summary>
internal sealed record CallbackResult(CallbackResource? Resource);

/// <param name="Message">The message that was made or changed; <see langword="null"/>: none.</param>
internal sealed record CallbackResource(Message? Message);
