using System.Diagnostics.CodeAnalysis;

namespace RecoveryBot.Discord.Types;

/// <summary>The flags in use.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's own word.")]
public enum MessageFlags
{
    None = 0,

    /// <summary>Links get no preview.</summary>
    SuppressEmbeds = 1 << 2,

    /// <summary>Seen by one person, in answer to an interaction only, and never to be made otherwise later.</summary>
    Ephemeral = 1 << 6,

    /// <summary>Without a sound.</summary>
    SuppressNotifications = 1 << 12,
}
