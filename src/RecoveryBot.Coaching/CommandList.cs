using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>The commands that a platform's menu lists, in its order; the others are spellings of these (design 3.1).</summary>
public static class CommandList
{
    /// <summary>Name with underscores and without the slash, and what it does.</summary>
    public static IReadOnlyList<(string Name, Line Does)> All { get; } =
    [
        ("start_session", ChannelLines.MenuStartSession()),
        ("tingling", ChannelLines.MenuTingling()),
        ("stop", ChannelLines.MenuStop()),
        ("remind", ChannelLines.MenuRemind()),
        ("workout", ChannelLines.MenuWorkout()),
        ("why", ChannelLines.MenuWhy()),
        ("progress", ChannelLines.MenuProgress()),
        ("measure", ChannelLines.MenuMeasure()),
        ("learn", ChannelLines.MenuLearn()),
        ("safety", ChannelLines.MenuSafety()),
        ("settings", ChannelLines.MenuSettings()),
        ("export", ChannelLines.MenuExport()),
        ("privacy", ChannelLines.MenuPrivacy()),
        ("delete", ChannelLines.MenuDelete()),
        ("help", ChannelLines.MenuHelp()),
    ];
}
