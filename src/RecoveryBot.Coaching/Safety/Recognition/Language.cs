namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>A sign as the files name it, with the details under its heading.</summary>
internal sealed record SignKind(Sign Sign, string Detail);

/// <summary>All that is known of one language: how it spells, its families of words, its signs and how they may be meant.</summary>
internal sealed class Language
{
    private static readonly Lazy<Language> TheEnglish = new(() => new Language("English"));
    private readonly Dictionary<int, SignKind> _signs = [];
    private readonly Dictionary<string, int> _headings = [];
    private readonly Dictionary<string, HashSet<string>> _members = [];
    private readonly Dictionary<string, string[]> _beginnings = [];

    private Language(string name)
    {
        Spelling = new Spelling(name);
        var notation = new Notation(Grammar, Spelling.Plain);
        foreach (var (family, members) in WordFile.Families(name, "words"))
        {
            _members[family] = [.. members.SelectMany(m => _members.TryGetValue(m, out var nested) ? nested : [.. Spelling.Plain(m).Take(1)])];
            _beginnings[family] = [.. _members[family].Where(m => m[^1] == '*').Select(m => m[..^1])];
            foreach (var member in members)
                notation.Add(Grammar.Symbol(family), member);
        }

        foreach (var (heading, pattern) in WordFile.Sections(name, "signs"))
            notation.Add(SignSymbol(heading), pattern);
        foreach (var (heading, pattern) in WordFile.Sections(name, "standings").Concat(WordFile.Sections(name, "details")))
            notation.Add(Heading(heading), pattern);
        var idioms = new Notation(Idioms, Spelling.Plain);
        foreach (var (family, members) in WordFile.Families(name, "words"))
        {
            foreach (var member in members)
                idioms.Add(Idioms.Symbol(family), member);
        }

        Idiom = Idioms.Symbol("[idiom]");
        foreach (var pattern in WordFile.Lines(name, "idioms"))
            idioms.Add(Idiom, pattern);
        Spelling.Keep(Grammar.Words);
        Spelling.Keep(Idioms.Words);
        Glued = new Glued(Grammar.Words.Concat(Spelling.Variants));
    }

    public static Language English => TheEnglish.Value;

    public Spelling Spelling { get; }

    public Glued Glued { get; }

    public Grammar Grammar { get; } = new();

    /// <summary>Read first and by itself, so that what it takes out is in no sign's way (TXT-11).</summary>
    public Grammar Idioms { get; } = new();

    public int Idiom { get; }

    /// <summary>Whether a single word is of a family, whatever stands around it.</summary>
    public bool Is(string word, string family)
    {
        if (word.Length == 0)
            return false;
        if (_members[family].Contains(word))
            return true;
        foreach (var beginning in _beginnings[family])
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public bool IsSomeone(string word) => Is(word, "PERSON") || Is(word, "ANIMAL");

    /// <summary>All that a word may be in a pattern: itself, "chests" also a chest (is), "throbbin" also throbbing.</summary>
    public IReadOnlyList<int> SymbolsOf(string word, Grammar grammar)
    {
        var symbols = new List<int>();
        grammar.SymbolsOf(word, symbols);
        if (symbols.Count == 0 && word.Length > 3 && word[^1] == 's' && (Is(word[..^1], "ANY-PART") || Is(word[..^1], "ROOM")))
            grammar.SymbolsOf(word[..^1], symbols);
        if (word.Length > 4 && word.EndsWith("in", StringComparison.Ordinal))
            grammar.SymbolsOf(word + 'g', symbols);
        return symbols;
    }

    public int Family(string name) => Grammar.Symbol(name);

    public int Heading(string name)
    {
        if (!_headings.TryGetValue(name, out var symbol))
            _headings[name] = symbol = Grammar.Symbol($"[{name}]");
        return symbol;
    }

    /// <summary>A sign with the detail of its heading, as a symbol to look for.</summary>
    public int Symbol(Sign sign, string detail) => _signs.First(kind => kind.Value.Sign == sign && kind.Value.Detail == detail).Key;

    public SignKind? SignOf(int symbol) => _signs.GetValueOrDefault(symbol);

    private int SignSymbol(string heading)
    {
        var symbol = Grammar.Symbol($"[sign {heading}]");
        if (!_signs.ContainsKey(symbol))
        {
            var space = heading.IndexOf(' ', StringComparison.Ordinal);
            var name = space < 0 ? heading : heading[..space];
            _signs[symbol] = new SignKind(
                Enum.Parse<Sign>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
                space < 0 ? "" : heading[(space + 1)..]);
        }

        return symbol;
    }
}
