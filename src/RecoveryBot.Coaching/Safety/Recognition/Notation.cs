namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>
/// Reads the notation of the word files into a grammar. A space parts slots, <c>|</c> parts alternatives, <c>word*</c> is
/// any ending, CAPITALS are a family; <c>(a|b c)</c> may be left out, <c>{a|b c}</c> may not; <c>…</c> is a gap;
/// <c>A ~ B</c> is A, a gap, B or the other way round; <c>A &amp; B</c> are both in one sentence.
/// </summary>
internal sealed class Notation(Grammar grammar, Func<string, IReadOnlyList<string>> plain)
{
    private readonly Dictionary<string, int> _phrases = [];

    public void Add(int yields, string pattern)
    {
        var parts = pattern.Split(" & ");
        if (parts.Length == 1)
        {
            AddRow(yields, pattern);
            return;
        }

        grammar.Add(new Joint(yields, [.. parts.Select(Phrase)]));
    }

    private void AddRow(int yields, string pattern)
    {
        var halves = pattern.Split(" ~ ");
        if (halves.Length == 1)
        {
            Add(yields, SlotsOf(pattern), pattern);
            return;
        }

        Slot[] one = SlotsOf(halves[0]), other = SlotsOf(halves[1]);
        Add(yields, [.. one, Slot.Gap, .. other], pattern);
        Add(yields, [.. other, Slot.Gap, .. one], pattern);
    }

    /// <summary>The first and the last slot are always filled: what may be left out there is tried with and without.</summary>
    private void Add(int yields, Slot[] slots, string row)
    {
        if (slots.Reverse().SkipWhile(slot => slot is { Optional: true, IsGap: false }).First().IsGap)
            throw new InvalidOperationException($"Nothing that must follow stands after a gap of \"{row}\": it would fit everywhere.");
        for (; slots[0].Optional; slots = slots[1..])
        {
            if (!slots[0].IsGap)
                grammar.Add(new Pattern(yields, [slots[0] with { Optional = false }, .. slots[1..]]));
            if (slots.Length == 1)
                return;
        }

        grammar.Add(new Pattern(yields, slots));
    }

    private Slot[] SlotsOf(string row) => [.. Pieces(row).Select(SlotOf)];

    private Slot SlotOf(string piece) => piece[0] switch
    {
        '…' => Slot.Gap,
        '(' => new Slot(Alternatives(piece[1..^1]), Optional: true),
        '{' => new Slot(Alternatives(piece[1..^1]), Optional: false),
        _ => new Slot(Alternatives(piece), Optional: false),
    };

    private int[] Alternatives(string piece) =>
        [.. piece.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Phrase).Distinct().Order()];

    /// <summary>One word or family is itself; several get a symbol of their own.</summary>
    private int Phrase(string text)
    {
        if (_phrases.TryGetValue(text, out var known))
            return known;
        var words = text.AsSpan().IndexOfAny(" |({…") >= 0 ? null : Plain(text);
        int symbol;
        if (words is { Count: 1 })
        {
            symbol = grammar.Symbol(words[0]);
        }
        else
        {
            symbol = grammar.Fresh();
            AddRow(symbol, words is null ? text : string.Join(' ', words));
        }

        return _phrases[text] = symbol;
    }

    private IReadOnlyList<string> Plain(string word) => char.IsUpper(word[0]) || word[^1] == '*' ? [word] : plain(word);

    private static IEnumerable<string> Pieces(string row)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= row.Length; i++)
        {
            if (i < row.Length && row[i] is '(' or '{')
                depth++;
            else if (i < row.Length && row[i] is ')' or '}')
                depth--;
            if (i < row.Length && (row[i] != ' ' || depth > 0))
                continue;
            if (i > start)
                yield return row[start..i];
            start = i + 1;
        }
    }
}
