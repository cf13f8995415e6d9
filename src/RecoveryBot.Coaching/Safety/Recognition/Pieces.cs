namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>
/// A long text in pieces that overlap, so that the work grows with its length and no more: everybody's bells wait for the
/// one decision that is being made.
/// </summary>
internal static class Pieces
{
    /// <summary>Characters of a piece: longer than people write, two or three sentences.</summary>
    private const int Longest = 500;

    /// <summary>Characters that the next piece begins before the end of this one: longer than any phrase with its negation.</summary>
    private const int Overlap = 120;

    public static IEnumerable<string> Of(string text)
    {
        if (text.Length <= Longest)
            yield return text;
        for (var start = 0; text.Length > Longest && start < text.Length;)
        {
            var end = Math.Min(text.Length, start + Longest);
            if (end < text.Length && text.LastIndexOf(' ', end - 1, Overlap) is > 0 and var space)
                end = space;
            yield return text[start..end];
            if (end == text.Length)
                yield break;
            start = end - Overlap;
            if (text.IndexOf(' ', start, Overlap) is > 0 and var next)
                start = next;
        }
    }
}
