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

    /// <summary>One more than a gap pays for each word; 0: not asked yet.</summary>
    private readonly byte[] _cost;

    /// <summary>Where each later part of a joint pattern stands, in order.</summary>
    private readonly Dictionary<int, List<int>> _joined = [];

    public Chart(Grammar grammar, Func<int, IReadOnlyList<int>> symbolsAt, int count, IGapRule gaps)
    {
        _grammar = grammar;
        _gaps = gaps;
        _at = new List<Mark>[count];
        _cost = new byte[count];
        for (var i = count - 1; i >= 0; i--)
        {
            _at[i] = [];
            foreach (var symbol in symbolsAt(i))
                _at[i].Add(new Mark(symbol, i + 1));
            for (var k = 0; k < _at[i].Count; k++)
                Extend(i, _at[i][k]);
        }

        for (var i = 0; i < count; i++)
            NotePlaces(i);
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
            var cost = CostOf(at);
            counted += cost;
            if (counted > GapWords)
                return;
        }
    }

    /// <summary>What a gap pays to pass a word: nothing for a filler, one for most, more than it has where it may not.</summary>
    private int CostOf(int word)
    {
        if (_cost[word] == 0)
            _cost[word] = (byte)(1 + (_gaps.Blocks(this, word) ? GapWords + 1 : _gaps.IsFiller(this, word) ? 0 : 1));
        return _cost[word] - 1;
    }

    private void Join(int start)
    {
        for (var k = 0; k < _at[start].Count; k++)
        {
            var first = _at[start][k];
            foreach (var joint in _grammar.JointsOn(first.Symbol))
            {
                var whole = first with { Symbol = joint.Yields };
                if (!_at[start].Contains(whole) && AllNear(start, joint.Parts))
                    _at[start].Add(whole);
            }
        }
    }

    private bool AllNear(int word, int[] parts)
    {
        foreach (var part in parts.AsSpan(1))
        {
            if (!IsNear(word, part))
                return false;
        }

        return true;
    }

    private bool IsNear(int word, int symbol)
    {
        if (!_joined.TryGetValue(symbol, out var places))
            return false;
        var first = places.BinarySearch(word - JointReach);
        for (var k = first < 0 ? ~first : first; k < places.Count && places[k] <= word + JointReach; k++)
        {
            if (_gaps.SameSentence(places[k], word))
                return true;
        }

        return false;
    }

    private void NotePlaces(int word)
    {
        foreach (var mark in _at[word])
        {
            if (!_grammar.IsJoined(mark.Symbol))
                continue;
            if (!_joined.TryGetValue(mark.Symbol, out var places))
                _joined[mark.Symbol] = places = [];
            places.Add(word);
        }
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
