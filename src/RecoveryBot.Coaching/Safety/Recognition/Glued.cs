namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>"mychesthurts": words typed without spaces are parted where all of it is known words, as few as can be.</summary>
internal sealed class Glued
{
    private const int Shortest = 8;
    private const int Longest = 40;
    private const int MostParts = 7;
    private const int ShortestPart = 3;

    private static readonly string[] ShortWords = ["i", "a", "my", "is", "in", "me", "it", "so", "of", "on", "am", "no", "im", "to", "up", "at"];

    private readonly HashSet<string> _words;

    public Glued(IEnumerable<string> words) => _words = [.. words.Where(w => w.Length >= ShortestPart && w.All(char.IsAsciiLetter)), .. ShortWords];

    /// <summary>The parts; <see langword="null"/>: it cannot be parted.</summary>
    public IReadOnlyList<string>? Part(string typed)
    {
        if (typed.Length is < Shortest or > Longest)
            return null;
        var fewest = new int[typed.Length + 1];
        var from = new int[typed.Length + 1];
        Array.Fill(fewest, int.MaxValue, 1, typed.Length);
        for (var end = 1; end <= typed.Length; end++)
        {
            for (var start = Math.Max(0, end - 14); start < end; start++)
            {
                if (fewest[start] < MostParts && fewest[start] + 1 < fewest[end] && _words.Contains(typed[start..end]))
                    (fewest[end], from[end]) = (fewest[start] + 1, start);
            }
        }

        if (fewest[typed.Length] is int.MaxValue or < 2)
            return null;
        var parts = new List<string>();
        for (var end = typed.Length; end > 0; end = from[end])
            parts.Insert(0, typed[from[end]..end]);
        return parts;
    }
}
