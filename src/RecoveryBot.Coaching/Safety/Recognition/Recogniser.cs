namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>Finds signs of the body in free text (section 3.6). Words that are in doubt are read as the more serious (TXT-10).</summary>
public static class Recogniser
{
    /// <summary>Words up to which a sign is one phrase ("blurred vision"), so that what it says is said of all of it.</summary>
    private const int LongestPhrase = 3;

    private static readonly Recognition Nothing = new([]);

    /// <summary>Reads a text of any length.</summary>
    public static Recognition Read(string text)
    {
        var found = Pieces.Of(text).SelectMany(ReadPiece).Distinct().ToList();
        return found.Count == 0 ? Nothing : new Recognition(
            [.. found.OrderBy(f => f.Urgency).ThenBy(f => f.Sign).ThenBy(f => f.Standing).ThenBy(f => f.EyeOnly)]);
    }

    private static IEnumerable<Recognised> ReadPiece(string text)
    {
        var language = Language.English;
        var reading = new Reading(language, text);
        var found = reading.Count == 0 ? [] : Found(language, reading);
        return found.Count == 0 ? [] : found.Select(new Details(language, reading).Of);
    }

    /// <summary>Stop, out, enough, done … as the whole message or its first word (SEQ-22).</summary>
    public static bool IsStopWord(string text) => StopWords.Are(text);

    private static List<Find> Found(Language language, Reading reading)
    {
        var standings = new Standings(language, reading);
        var all = new List<Find>();
        var widest = new Dictionary<Sign, int>();
        for (var i = 0; i < reading.Count; i++)
        {
            // What begins within a phrase for the same sign is meant as the phrase is.
            foreach (var mark in reading.Chart.At(i).OrderByDescending(m => m.End))
            {
                if (language.SignOf(mark.Symbol) is not { } kind || !Applies(language, kind, reading, i, mark.End))
                    continue;
                if (kind.Detail.Length == 0 && widest.TryGetValue(kind.Sign, out var end) && i < end)
                    continue;
                if (mark.End - i <= LongestPhrase)
                    widest[kind.Sign] = Math.Max(mark.End, widest.GetValueOrDefault(kind.Sign));
                if (standings.Of(i, mark.End, kind.Sign) is { } standing)
                    all.Add(new Find(kind, standing, i, mark.End));
            }
        }

        return WithoutParts(all, reading.Count);
    }

    /// <summary>
    /// "alone": the whole message. "end": nothing follows in its clause. "doubt": nothing follows there that says all is
    /// well. Both calves alike are no sign of a clot.
    /// </summary>
    private static bool Applies(Language language, SignKind kind, Reading reading, int start, int end) => kind switch
    {
        { Detail: "alone" } => start == 0 && end == reading.Count,
        { Detail: "end" } => end == reading.Count || !reading.MayFollow(end - 1, end) || reading.Words[end - 1].After != '\0',
        { Detail: "doubt" } => !reading.ClauseHas(language.Family("NEUTRAL"), start),
        { Sign: Sign.AskDvt } => reading[start - 1] != "both" && reading[start - 2] != "both",
        _ => true,
    };

    /// <summary>"nearly fainted" is no fainting, and what goes black on standing up is no loss of sight.</summary>
    private static List<Find> WithoutParts(List<Find> found, int words)
    {
        var nearFainting = new bool[words];
        foreach (var find in found.Where(f => f.Kind.Sign == Sign.LightNear))
            Array.Fill(nearFainting, true, find.Start, find.End - find.Start);
        return [.. found.Where(f => !(f.Kind.Sign is Sign.RedFaint or Sign.RedVision
            && Enumerable.Range(f.Start, f.End - f.Start).Any(word => nearFainting[word])))];
    }
}

/// <summary>A sign where it stands in a reading.</summary>
internal sealed record Find(SignKind Kind, Standing Standing, int Start, int End);
