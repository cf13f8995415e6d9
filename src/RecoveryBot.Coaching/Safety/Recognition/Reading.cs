namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>A text laid out for reading: its words without idioms, its sentences and clauses, and what stands where.</summary>
internal sealed class Reading : IGapRule
{
    private const string Taken = "·";

    private readonly Language _language;
    private readonly int[] _sentence;
    private readonly int[] _clause;
    private readonly int[] _part;
    private readonly int _anyPart, _good, _negator, _notNegation, _filler, _link, _determiner, _side;

    public Reading(Language language, string text)
    {
        _language = language;
        Words = Tokens.Of(text, language);
        _anyPart = language.Family("ANY-PART");
        _good = language.Family("GOOD");
        _negator = language.Heading("negator");
        _notNegation = language.Heading("not a negation");
        _filler = language.Family("FEW");
        _link = language.Family("LINK");
        _determiner = language.Family("DETERMINER");
        _side = language.Family("SIDE");
        _sentence = Clauses.Sentences(Words);
        TakeOutIdioms();
        _part = Clauses.Parts(language, Words);
        _clause = Clauses.Of(language, Words);
        Chart = new Chart(language.Grammar, Symbols(language.Grammar), Words.Count, this);
    }

    public List<Word> Words { get; }

    public Chart Chart { get; }

    public int Count => Words.Count;

    public string this[int word] => word >= 0 && word < Words.Count ? Words[word].Text : "";

    public int SentenceOf(int word) => _sentence[word];

    public int ClauseOf(int word) => _clause[word];

    /// <summary>Whether a symbol stands anywhere from a word to the end of its clause.</summary>
    public bool ClauseHas(int symbol, int from)
    {
        for (var at = from; at < Count && at - from < 30 && MayFollow(from, at); at++)
        {
            if (Chart.Has(at, symbol) && this[at - 1] is not ("not" or "aint" or "isnt"))
                return true;
        }

        return false;
    }

    /// <summary>Whether a heading's phrase starts at a word.</summary>
    public bool Starts(int word, int symbol) => word >= 0 && word < Count && Chart.Has(word, symbol);

    public bool SamePart(int word, int later) => _part[word] == _part[later];

    public bool MayFollow(int before, int word) => _clause[before] == _clause[word];

    public bool SameSentence(int word, int later) => _sentence[word] == _sentence[later];

    public bool IsFiller(Chart chart, int word) => chart.Has(word, _filler);

    public bool Blocks(Chart chart, int word)
    {
        if (chart.Has(word, _good) && !_language.Is(this[word - 1], "GOOD") && this[word - 1] is not ("not" or "aint" or "isnt" or "no"))
            return true;
        if (chart.Has(word, _negator))
            return !chart.Has(word, _notNegation);
        return this[word] != "back" && chart.Has(word, _anyPart) && !IsListed(chart, word);
    }

    /// <summary>One of several parts named together: "pain in my arm and chest".</summary>
    private bool IsListed(Chart chart, int word)
    {
        if (Words[word].After == ',' || (word + 1 < Count && chart.Has(word + 1, _link)) || this[word - 1] == "of" || this[word - 2] == "of")
            return true;
        var before = word - 1;
        while (before > 0 && (_language.Is(this[before], "DETERMINER") || _language.Is(this[before], "SIDE")))
            before--;
        return before >= 0 && (_language.Is(this[before], "LINK") || Words[before].After == ',');
    }

    private void TakeOutIdioms()
    {
        var chart = new Chart(_language.Idioms, Symbols(_language.Idioms), Words.Count, new WithinPhrase(_language, Words, _sentence));
        for (var i = 0; i < Words.Count; i++)
        {
            for (var end = chart.EndOf(i, _language.Idiom); i < end; i++)
                Words[i] = Words[i] with { Text = Taken };
            if (i < Words.Count && chart.EndOf(i, _language.Idiom) > i)
                i--;
        }
    }

    private Func<int, IReadOnlyList<int>> Symbols(Grammar grammar)
    {
        var known = new Dictionary<string, IReadOnlyList<int>>();
        return i => known.TryGetValue(this[i], out var symbols) ? symbols
            : known[this[i]] = this[i] == Taken ? [] : _language.SymbolsOf(this[i], grammar);
    }

    /// <summary>An idiom is one phrase: it passes no mark and does not reach into what is said of the user.</summary>
    private sealed class WithinPhrase(Language language, List<Word> words, int[] sentence) : IGapRule
    {
        public bool MayFollow(int before, int word) =>
            sentence[before] == sentence[word] && (words[before].After == '\0' || language.Is(words[word].Text, "JOKE"));

        public bool SameSentence(int word, int later) => sentence[word] == sentence[later];

        public bool Blocks(Chart chart, int word) => words[word].Text is "i" or "my";

        public bool IsFiller(Chart chart, int word) => false;
    }
}
