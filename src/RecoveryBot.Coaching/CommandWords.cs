using RecoveryBot.Coaching.Reminders.Places;

namespace RecoveryBot.Coaching;

/// <summary>What can be written behind a command, for platforms that suggest it while it is typed.</summary>
public static class CommandWords
{
    private const int MostPlaces = 25;

    /// <summary>The topics of <c>/learn</c>, those first that begin as it is typed.</summary>
    public static IEnumerable<string> Topics(string typed) => LearnFlow.Topics
        .Where(topic => topic.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(topic => topic.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Cities whose names begin as it is typed, the largest first, with their state or country.</summary>
    public static IEnumerable<string> Places(string typed) =>
        PlaceName.KeyOf(typed) is { Length: > 0 } key ? Cities.Starting(key, MostPlaces).Select(Countries.Describe) : [];
}
