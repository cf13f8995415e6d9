using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>What one dispatch of Discord asks for. Closed.</summary>
internal abstract record DiscordHeard
{
    private DiscordHeard() { }

    /// <summary>Somebody said or did something to the coach.</summary>
    public sealed record ToCoach(IncomingUpdate Update) : DiscordHeard;

    /// <summary>An interaction that changes nothing: a line for that person alone.</summary>
    public sealed record Refused(Interaction Used, Line Why) : DiscordHeard;

    /// <summary>Nothing for us.</summary>
    public sealed record Nothing : DiscordHeard;
}
