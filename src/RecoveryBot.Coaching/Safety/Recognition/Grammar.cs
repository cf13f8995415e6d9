namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>
/// Words, families of words and patterns of a language, all known by number. A family may stand wherever a word may,
/// so patterns are built of meanings ("numbness near the face") and not of sentences.
/// </summary>
internal sealed class Grammar
{
    private const int ShortestBeginning = 2;
    private static readonly IReadOnlyList<Pattern> NoPatterns = [];

    private readonly Dictionary<string, int> _symbols = [];
    private readonly Dictionary<string, int> _beginnings = [];
    private readonly Dictionary<int, List<Pattern>> _byFirst = [];
    private readonly Dictionary<int, List<Joint>> _joints = [];
    private readonly HashSet<int> _joined = [];

    public int Count { get; private set; }

    public IEnumerable<string> Words => _symbols.Keys;

    /// <summary>The number of a word, a family or a sign; the same name always has the same number.</summary>
    public int Symbol(string name)
    {
        if (name.Length > ShortestBeginning && name[^1] == '*')
            return Number(_beginnings, name[..^1]);
        return Number(_symbols, name);
    }

    public int Fresh() => Count++;

    public IReadOnlyList<Pattern> StartingWith(int symbol) =>
        _byFirst.TryGetValue(symbol, out var patterns) ? patterns : NoPatterns;

    public IReadOnlyList<Joint> JointsOn(int symbol) => _joints.TryGetValue(symbol, out var joints) ? joints : [];

    /// <summary>Whether a symbol is a later part of a joint pattern, to be looked for all over a sentence.</summary>
    public bool IsJoined(int symbol) => _joined.Contains(symbol);

    public void Add(Joint joint)
    {
        _joined.UnionWith(joint.Parts.Skip(1));
        if (!_joints.TryGetValue(joint.Parts[0], out var joints))
            _joints[joint.Parts[0]] = joints = [];
        joints.Add(joint);
    }

    public void Add(Pattern pattern)
    {
        foreach (var symbol in pattern.Slots[0].Symbols)
        {
            if (!_byFirst.TryGetValue(symbol, out var patterns))
                _byFirst[symbol] = patterns = [];
            patterns.Add(pattern);
        }
    }

    /// <summary>All that a word is by itself: the word, and the beginnings that patterns ask for.</summary>
    public void SymbolsOf(string word, List<int> into)
    {
        if (_symbols.TryGetValue(word, out var itself) && !into.Contains(itself))
            into.Add(itself);
        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = ShortestBeginning; length <= Math.Min(word.Length, 16); length++)
        {
            if (beginnings.TryGetValue(word.AsSpan(0, length), out var beginning) && !into.Contains(beginning))
                into.Add(beginning);
        }
    }

    private int Number(Dictionary<string, int> names, string name)
    {
        if (!names.TryGetValue(name, out var number))
            names[name] = number = Fresh();
        return number;
    }
}
