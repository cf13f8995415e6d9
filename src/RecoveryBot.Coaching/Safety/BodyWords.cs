namespace RecoveryBot.Coaching.Safety;

/// <summary>What part of the body the words name, where the answer depends on it.</summary>
internal static class BodyWords
{
    private static readonly string[] Legs =
        ["foot", "feet", "toe", "leg", "calf", "calves", "heel", "sole", "ankle", "thigh", "shin", "knee"];

    /// <summary>Feet or legs are named, so "where is it?" is answered (SAFE-28).</summary>
    public static bool NameLegs(string text) => Any(text, Legs);

    /// <summary>What an ambiguous sign is about (SAFE-25, SAFE-26).</summary>
    public static RedTopic TopicOf(string text) =>
        Any(text, "eye") ? RedTopic.Eyes
        : Any(text, "heartburn", "acid", "reflux") ? RedTopic.Acid
        : Any(text, "nause", "sick", "ringing", "whoosh", "racing", "pounding", "flutter", "palpit", "skipping") ? RedTopic.Unwell
        : Any(text, "head", "face", "pressure") ? RedTopic.Head
        : RedTopic.Other;

    private static bool Any(string text, params string[] words) =>
        words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
