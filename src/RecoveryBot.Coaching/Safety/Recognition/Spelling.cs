namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>
/// From how a word was typed to the word that was meant: known variants first, then the nearest safety word, by letters
/// or by sound. Real words that merely stand near one (<c>near-words.txt</c>) are left alone.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestRepaired = 5;
    private const int LongestRepaired = 18;

    private readonly Dictionary<string, string[]> _variants = [];
    private readonly HashSet<string> _real = [];
    private readonly string[] _meant;
    private readonly Dictionary<string, List<string>> _byDeletion = [];
    private readonly Dictionary<string, List<string>> _bySound = [];

    public Spelling(string language)
    {
        foreach (var (plain, variants) in WordFile.Families(language, "spelling"))
        {
            foreach (var variant in variants)
                _variants[variant] = plain.Split(' ');
        }

        foreach (var line in WordFile.Lines(language, "near-words"))
            _real.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        _meant = [.. WordFile.Lines(language, "repaired").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        foreach (var word in _meant)
        {
            foreach (var shorter in Deletions(word))
                Add(_byDeletion, shorter, word);
            Add(_bySound, SoundOf(word), word);
        }

        _real.UnionWith(_meant);
    }

    /// <summary>The words a typed word stands for; one, or several where it is short for them.</summary>
    public IReadOnlyList<string> Plain(string word) => _variants.TryGetValue(word, out var plain) ? plain : [word];

    /// <summary>Whether a typed form has a plain form of its own.</summary>
    public bool IsVariant(string word) => _variants.ContainsKey(word);

    /// <summary>A word that stands in a file is meant as it is.</summary>
    public void Keep(IEnumerable<string> words) => _real.UnionWith(words);

    public IEnumerable<string> Variants => _variants.Keys;

    public bool IsReal(string word) => _real.Contains(word);

    public IReadOnlyList<string> Restore(string word)
    {
        if (_variants.TryGetValue(word, out var plain))
            return plain;
        if (word.Length > LongestRepaired || _real.Contains(word) || !char.IsAsciiLetter(word[0]))
            return [word];
        if (WithoutDouble(word) is { } single)
            return Plain(single);
        if (word.Length < ShortestRepaired)
            return [word];
        if (word.EndsWith("in", StringComparison.Ordinal) && _real.Contains(word + 'g'))
            return [word];
        return [Nearest(word) ?? word];
    }

    /// <summary>The known word that is left when one letter typed twice is struck out.</summary>
    private string? WithoutDouble(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word.Remove(i, 1) is var single && (_real.Contains(single) || _variants.ContainsKey(single)))
                return single;
        }

        return null;
    }

    private string? Nearest(string word)
    {
        string? best = null;
        var least = int.MaxValue;
        foreach (var shorter in Deletions(word))
        {
            if (!_byDeletion.TryGetValue(shorter, out var near))
                continue;
            foreach (var candidate in near)
                Consider(candidate, candidate.Length >= 8 ? 2 : 1);
        }

        if (best is null && word.Length >= 6 && _bySound.TryGetValue(SoundOf(word), out var alike))
        {
            foreach (var candidate in alike)
                Consider(candidate, 3);
        }

        return best;

        void Consider(string candidate, int allowed)
        {
            var distance = Distance(word, candidate);
            if (distance <= allowed && distance < least)
                (best, least) = (candidate, distance);
        }
    }

    /// <summary>The word and all that is left of it when one letter, or in a long word two, are struck out.</summary>
    private static HashSet<string> Deletions(string word)
    {
        var all = new HashSet<string> { word };
        for (var i = 0; i < word.Length; i++)
        {
            var shorter = word.Remove(i, 1);
            if (!all.Add(shorter) || word.Length < 7)
                continue;
            for (var j = i; j < shorter.Length; j++)
                all.Add(shorter.Remove(j, 1));
        }

        return all;
    }

    /// <summary>Consonants as they sound, vowels but for the first letter left out.</summary>
    private static string SoundOf(string word)
    {
        var sound = new System.Text.StringBuilder();
        var spelled = word.Replace("ph", "f", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal)
            .Replace("gh", "", StringComparison.Ordinal).Replace("ch", "k", StringComparison.Ordinal);
        for (var i = 0; i < spelled.Length; i++)
        {
            var c = spelled[i] switch { 'c' or 'q' => 'k', 'z' => 's', 'y' or 'w' or 'h' => 'e', var other => other };
            if (i > 0 && c is 'a' or 'e' or 'i' or 'o' or 'u')
                continue;
            if (sound.Length == 0 || sound[^1] != c)
                sound.Append(c);
        }

        return sound.ToString();
    }

    /// <summary>Edits from one word to another; two neighbours exchanged count as one.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static void Add(Dictionary<string, List<string>> index, string key, string word)
    {
        if (!index.TryGetValue(key, out var words))
            index[key] = words = [];
        words.Add(word);
    }
}
