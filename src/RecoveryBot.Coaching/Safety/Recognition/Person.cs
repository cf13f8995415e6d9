namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>Of whom a text speaks, word by word (TXT-8). What another says about the user is about the user.</summary>
internal sealed class Person
{
    private readonly Whom[] _whom;

    public Person(Language language, Reading reading)
    {
        _whom = new Whom[reading.Count];
        var whom = Whom.User;
        var told = false;
        for (var i = 0; i < reading.Count; i++)
        {
            var word = reading[i];
            if (i > 0 && (!reading.SamePart(i - 1, i) || (reading.Words[i - 1].After == ',' && !told)))
                whom = Whom.User;
            if (!told && IsBarePart(language, reading, i))
                whom = Whom.User;
            if (IsNamed(language, reading, i))
            {
                var speaks = Enumerable.Range(i + 1, 2).Any(next => language.Is(reading[next], "SPEAKS"));
                told = false;
                whom = speaks ? Whom.Speaker : language.Is(Bare(word), "ANIMAL") ? Whom.Animal : word is "people" ? Whom.Anyone : Whom.Other;
            }
            else if (language.Is(word, "OTHERS"))
            {
                if (whom is Whom.User or Whom.Speaker && word is not ("they" or "them" or "him" or "their"))
                    whom = Whom.Other;
            }
            else if (word is "i" or "myself" || (word is "my" && reading[i - 1] != "of" && !IsNamed(language, reading, i + 1) && !IsNamed(language, reading, i + 2)))
            {
                whom = Whom.User;
            }

            told |= reading.Chart.At(i).Any(mark => language.SignOf(mark.Symbol) is not null);
            _whom[i] = whom == Whom.Speaker ? Whom.User : whom;
        }
    }

    private enum Whom
    {
        User,
        Speaker,
        Other,
        Anyone,
        Animal,
    }

    public bool IsAnother(int word) => _whom[word] is Whom.Other or Whom.Anyone;

    /// <summary>"people get dizzy": nobody that help could be called for.</summary>
    public bool IsAnyone(int word) => _whom[word] == Whom.Anyone;

    public bool IsAnimal(int word) => _whom[word] == Whom.Animal;

    /// <summary>"my wife is out and chest is tight": of hers it would say "her chest" (TXT-10).</summary>
    private static bool IsBarePart(Language language, Reading reading, int at) => at > 0 && language.Is(reading[at - 1], "CONJUNCTION")
        && language.Is(reading[at], "ANY-PART") && language.Is(reading[at + 1], "VERB");

    private static string Bare(string word) => word.Length > 2 && word[^1] == 's' ? word[..^1] : word;

    /// <summary>"my mum", "mums", "mums left calf", "the woman next to me"; a bare "mate" speaks to us and is nobody.</summary>
    private static bool IsNamed(Language language, Reading reading, int at)
    {
        var word = reading[at];
        if (word.Length == 0 || !(language.Is(word, "PERSON") || language.Is(word, "ANIMAL") || language.Is(Bare(word), "PERSON") || language.Is(Bare(word), "ANIMAL")))
            return false;
        if (Enumerable.Range(1, 5).Any(back => reading[at - back] is "like" or "as"))
            return false;
        if (reading[at + 1] is "of" && reading[at + 2] is "my" && reading[at - 1] is "a")
            return true;
        if (reading[at - 1] is "me" && !language.Is(word, "CALLED-UPON"))
            return true;
        if (language.Is(reading[at - 1], "DETERMINER") || (language.Is(reading[at - 2], "DETERMINER") && reading[at - 1] is not ("i" or "is" or "are")))
            return !(reading[at - 1] is "of" or "a" && reading[at] is "people");
        if (word != Bare(word) && !language.Is(Bare(word), "CALLED-UPON") && Enumerable.Range(at + 1, 2).Any(next => language.Is(reading[next], "ANY-PART")))
            return true;
        return at + 1 < reading.Count && reading.MayFollow(at, at + 1) && language.Is(reading[at + 1], "VERB");
    }
}
