namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>How a sign is meant: there now, gone, asked about, long ago, or somebody else's (TXT-3 to TXT-8).</summary>
internal sealed class Standings
{
    private const int ResolvedWithin = 25;
    private const int SentenceReach = 40;
    private readonly Language _language;
    private readonly Reading _reading;
    private readonly Negation _negation;
    private readonly Person _person;
    private readonly int _question, _questionAfter, _now, _history, _resolved, _notResolved, _stillThere;

    public Standings(Language language, Reading reading)
    {
        _language = language;
        _reading = reading;
        _negation = new Negation(language, reading);
        _person = new Person(language, reading);
        _question = language.Heading("question");
        _questionAfter = language.Heading("question after");
        _now = language.Heading("happening now");
        _history = language.Heading("history");
        _resolved = language.Heading("resolved");
        _notResolved = language.Heading("not resolved");
        _stillThere = language.Heading("still there");
    }

    /// <summary><see langword="null"/>: the sign is said not to be there.</summary>
    public Standing? Of(int start, int end, Sign sign)
    {
        if (_negation.Covers(start, end))
            return _reading[start - 2] == "no" && _reading[start - 1] == "longer" ? Standing.Resolved : null;
        if (_person.IsAnother(start))
            return _person.IsAnyone(start) && sign != Sign.Crisis && IsAsked(start, end) ? Standing.Question : Standing.Third;
        if (_person.IsAnimal(start))
            return sign < Sign.RedCalf && sign != Sign.Crisis ? Standing.Third : null;
        if (_reading[start - 1] == "longer" && _reading[start - 2] == "no")
            return Standing.Resolved;
        if (sign != Sign.Crisis && IsAsked(start, end))
            return Standing.Question;
        if (IsLongAgo(start))
            return Standing.History;
        return sign != Sign.Crisis && IsOver(end) ? Standing.Resolved : Standing.Present;
    }

    /// <summary>A question or a condition comes before what it asks about; "I'm dizzy, is that normal?" tells first.</summary>
    private bool IsAsked(int start, int end)
    {
        var first = FirstOfSentence(start);
        var asked = false;
        for (var at = first; at < start && !asked; at++)
            asked = _reading.Starts(at, _question) && !IsDoubtAbout(at) && !TellsAfter(at, start) && !(_reading.Chart.EndOf(at, _question) > start && _reading[at] is "is" or "are");
        for (var at = end; IsNoun(start, first) && at < end + 3 && at < _reading.Count && _reading.SameSentence(start, at); at++)
            asked |= _reading.Starts(at, _questionAfter) && EndsInQuestion(at) && (at == end || _reading[first] is "is" or "are");
        asked |= _reading.Starts(start, _question) && _reading.Chart.EndOf(start, _question) > end;
        if (!asked)
            return false;
        return !SentenceAround(start).Any(at => _reading.Starts(at, _now));
    }

    /// <summary>"can anyone help, I can't breathe": after the comma one tells; "if I lie down, I get dizzy" goes on asking.</summary>
    private bool TellsAfter(int question, int start)
    {
        var end = _reading.Chart.EndOf(question, _question);
        var told = end <= start && _reading.Words[end - 1].After == ',';
        for (var at = question; at <= start; at++)
        {
            if (_reading[at] is "if" or "when")
                return false;
            told |= at > question && _reading.Words[at - 1].After == ',' && (_reading[at] is "i" or "my");
        }

        return told;
    }

    private static bool IsNoun(int start, int first) => start - first <= 1;

    private bool EndsInQuestion(int word)
    {
        for (var steps = 0; steps < SentenceReach && word + 1 < _reading.Count && _reading.SameSentence(word, word + 1); steps++)
            word++;
        return _reading.Words[word].After == '?' || word + 1 == _reading.Count;
    }

    /// <summary>"not sure if", "feels as if": no question.</summary>
    private bool IsDoubtAbout(int at) => _reading[at] == "if" && _reading[at - 1] is "sure" or "know" or "as" or "certain" or "tell" or "though" or "even" or "feels" or "looks";

    private bool IsLongAgo(int start)
    {
        var marked = SentenceAround(start).FirstOrDefault(at => _reading.Starts(at, _history) && IsOfThen(at, start), -1);
        if (marked < 0)
            return false;
        foreach (var at in SentenceAround(start))
        {
            if (_reading[at] is "again" or "returned" or "still" or "today" or "tonight" || _reading.Starts(at, _language.Family("NOW-MARK")) && at < start)
                return false;
            if (_reading[at] == "back" && _reading[at - 1] is "is" or "are" or "coming" or "come" or "came" or "now" or "its"
                && _reading[at - 2] is not ("never" or "not" or "didnt" or "hasnt"))
                return false;
            if (at > marked && at < start && _reading[at] is "now")
                return false;
        }

        return true;
    }

    /// <summary>What is compared with then is there now ("not as bad as last year"), and so is what "but" sets against it.</summary>
    private bool IsOfThen(int marked, int start) =>
        _reading[marked - 1] is not ("than" or "as" or "like") && _reading.SamePart(Math.Min(marked, start), Math.Max(marked, start));

    /// <summary>Said to be over, after the sign, in this sentence or the next, and nothing takes it back.</summary>
    private bool IsOver(int end)
    {
        var over = false;
        for (var at = end; at < _reading.Count && at < end + ResolvedWithin && _reading.SentenceOf(at) <= _reading.SentenceOf(end - 1) + 1; at++)
        {
            if (_reading.Starts(at, _stillThere) && !IsWellAgain(at))
                return false;
            over |= _reading.Starts(at, _resolved) && !IsTakenBack(at, end) && IsAboutIt(at, end);
        }

        return over;
    }

    /// <summary>"fine again", "feeling has come back": what returned is what should be there.</summary>
    private bool IsWellAgain(int at) => _reading.Starts(at, _resolved) || _reading.Starts(at + 1, _resolved)
        || Enumerable.Range(1, 3).Any(back => _language.Is(_reading[at - back], "GOOD")
            || _reading[at - back] is "away" or "went" or "gone" or "feeling" or "sensation" or "colour" or "color" or "strength");

    private bool IsTakenBack(int at, int end)
    {
        for (var before = at - 1; before >= Math.Max(end - 1, at - 3); before--)
        {
            if (before >= end && _reading.Starts(before, _notResolved))
                return true;
        }

        var after = _reading.Chart.EndOf(at, _resolved);
        return _reading[after] is "nearly" or "mostly" or "almost" or "partly" or "black" or "dark" or "numb" or "dead" or "white" or "blue" or "to" or "weird" or "funny" or "weak" or "blind"
            or "out" or "all" or "cold" or "stiff";
    }

    /// <summary>What is over is the sign, not the dog, the timer or the speaker's own doing ("so I stopped").</summary>
    private bool IsAboutIt(int at, int end)
    {
        var phrase = _reading[at];
        for (var before = at - 1; before >= end; before--)
        {
            var word = _reading[before];
            if (word is "i" or "we" or "you")
                return phrase is not ("stopped" or "stops" or "passed" or "went" or "gone" or "lifted" or "settled" or "eased");
            if (word is "it" or "that" or "they" or "this" or "all")
                return true;
            if (_reading.Words[before].After is '.' or '?')
                return true;
            if (word is "is" or "has" or "have" or "are" or "been" or "now" or "just" or "then" or "and" or "but" or "so" or "completely" or "was" or "s" or "had")
                continue;
            return !_language.Is(word, "ANIMAL") && !_language.Is(word, "PERSON") && !_language.Is(word, "THING");
        }

        return true;
    }

    private int FirstOfSentence(int word)
    {
        var first = word;
        while (first > 0 && word - first < SentenceReach && _reading.SameSentence(first - 1, first))
            first--;
        return first;
    }

    /// <summary>The words of a sentence around a sign; of one without end only the near ones.</summary>
    private IEnumerable<int> SentenceAround(int word)
    {
        for (var at = FirstOfSentence(word); at < _reading.Count && at - word < SentenceReach && _reading.SameSentence(word, at); at++)
            yield return at;
    }
}
