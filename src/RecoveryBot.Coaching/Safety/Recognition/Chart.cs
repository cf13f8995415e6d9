namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>A symbol that stands at a word, up to (not with) another.</summary>
internal readonly record struct Mark(int Symbol, int End);

/// <summary>
/// What stands where in a text. Built from the last word to the first: when a word is read, all that may follow it is
/// known already, so every pattern is tried once per place and the work grows with the text alone.
/// </summary>
internal sealed class Chart
{
    /// <summary>Words a gap may pass, fillers not counted; with them no more than the second number.</summary>
    private const int GapWords = 5;
    private const int GapLength = 12;

    /// <summary>Words on either side in which the parts of a joint pattern are looked for.</summary>
    private const int JointReach = 30;

    private readonly Grammar _grammar;
    private readonly IGapRule _gaps;
    private readonly List<Mark>[] _at;

    public Chart(Grammar grammar, Func<int, IReadOnlyList<int>> symbolsAt, int count, IGapRule gaps)
    {
        _grammar = grammar;
        _gaps = gaps;
        _at = new List<Mark>[count];
        for (var i = count - 1; i >= 0; i--)
        {
            _at[i] = [];
            foreach (var symbol in symbolsAt(i))
                _at[i].Add(new Mark(symbol, i + 1));
            for (var k = 0; k < _at[i].Count; k++)
                Extend(i, _at[i][k]);
        }

        for (var i = 0; i < count; i++)
            Join(i);
    }

    public IReadOnlyList<Mark> At(int word) => _at[word];

    public bool Has(int word, int symbol)
    {
        foreach (var mark in _at[word])
        {
            if (mark.Symbol == symbol)
                return true;
        }

        return false;
    }

    /// <summary>Where the longest of a symbol at a word ends; -1: there is none.</summary>
    public int EndOf(int word, int symbol)
    {
        var end = -1;
        foreach (var mark in _at[word])
        {
            if (mark.Symbol == symbol)
                end = Math.Max(end, mark.End);
        }

        return end;
    }

    private void Extend(int start, Mark first)
    {
        foreach (var pattern in _grammar.StartingWith(first.Symbol))
            Match(pattern, 1, start, first.End);
    }

    private void Match(Pattern pattern, int slot, int start, int at)
    {
        if (slot == pattern.Slots.Length)
        {
            var mark = new Mark(pattern.Yields, at);
            if (!_at[start].Contains(mark))
                _at[start].Add(mark);
            return;
        }

        var next = pattern.Slots[slot];
        if (next.IsGap)
        {
            MatchAfterGap(pattern, slot + 1, start, at);
            return;
        }

        if (next.Optional)
            Match(pattern, slot + 1, start, at);
        if (at < _at.Length && _gaps.MayFollow(at - 1, at))
            Fill(pattern, slot, start, at);
    }

    private void Fill(Pattern pattern, int slot, int start, int at)
    {
        var here = _at[at];
        for (var k = 0; k < here.Count; k++)
        {
            if (pattern.Slots[slot].Takes(here[k].Symbol))
                Match(pattern, slot + 1, start, here[k].End);
        }
    }

    private void MatchAfterGap(Pattern pattern, int slot, int start, int from)
    {
        var counted = 0;
        for (var at = from; at < _at.Length && at - from <= GapLength && _gaps.MayFollow(at - 1, at); at++)
        {
            if (pattern.Slots[slot].Optional)
                Match(pattern, slot + 1, start, at);
            Fill(pattern, slot, start, at);
            if (_gaps.Blocks(this, at) || (!_gaps.IsFiller(this, at) && ++counted > GapWords))
                return;
        }
    }

    private void Join(int start)
    {
        for (var k = 0; k < _at[start].Count; k++)
        {
            var first = _at[start][k];
            foreach (var joint in _grammar.JointsOn(first.Symbol))
            {
                if (joint.Parts.Skip(1).All(part => IsNear(start, part)) && !_at[start].Contains(first with { Symbol = joint.Yields }))
                    _at[start].Add(first with { Symbol = joint.Yields });
            }
        }
    }

    private bool IsNear(int word, int symbol)
    {
        for (var at = word; at < _at.Length && at - word <= JointReach && _gaps.SameSentence(word, at); at++)
        {
            if (Has(at, symbol))
                return true;
        }

        for (var at = word - 1; at >= 0 && word - at <= JointReach && _gaps.SameSentence(at, word); at--)
        {
            if (Has(at, symbol))
                return true;
        }

        return false;
    }
}

/// <summary>What a pattern may pass over.</summary>
internal interface IGapRule
{
    /// <summary>Whether two neighbours belong to one thought.</summary>
    bool MayFollow(int before, int word);

    bool SameSentence(int word, int later);

    /// <summary>Whether no gap goes on past a word.</summary>
    bool Blocks(Chart chart, int word);

    /// <summary>Whether a word costs a gap nothing.</summary>
    bool IsFiller(Chart chart, int word);
}
