namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>What is left of a short answer, so that "I'm on my side" and "on side" are the same.</summary>
internal static class ShortAnswer
{
    private static readonly HashSet<string> Small = ["a", "an", "the", "my", "i", "im", "am", "is", "its", "it", "are", "of", "to", "please"];

    /// <summary>The words that carry it: lower case, without punctuation and small words.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. new string([.. text.ToLowerInvariant().Where(c => c is not ('\'' or '’')).Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Small.Contains(word))];
}
