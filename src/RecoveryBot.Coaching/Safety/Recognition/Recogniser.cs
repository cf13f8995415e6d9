namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>Finds signs of the body in free text (section 3.6). Words that are in doubt are read as the more serious (TXT-10).</summary>
public static class Recogniser
{
    private static readonly Recognition Nothing = new([]);

    /// <summary>Reads a text of any length.</summary>
    public static Recognition Read(string text)
    {
        var language = Language.English;
        var reading = new Reading(language, text);
        if (reading.Count == 0)
            return Nothing;
        var found = Found(language, reading);
        if (found.Count == 0)
            return Nothing;
        var details = new Details(language, reading);
        return new Recognition([.. found.Select(details.Of).Distinct()
            .OrderBy(f => f.Urgency).ThenBy(f => f.Sign).ThenBy(f => f.Standing).ThenBy(f => f.EyeOnly)]);
    }

    /// <summary>Stop, out, enough, done … as the whole message or its first word (SEQ-22).</summary>
    public static bool IsStopWord(string text) => StopWords.Are(text);

    private static List<Find> Found(Language language, Reading reading)
    {
        var standings = new Standings(language, reading);
        var all = new List<Find>();
        for (var i = 0; i < reading.Count; i++)
        {
            foreach (var mark in reading.Chart.At(i))
            {
                if (language.SignOf(mark.Symbol) is { } kind && Applies(kind, reading, i, mark.End) && standings.Of(i, mark.End, kind.Sign) is { } standing)
                    all.Add(new Find(kind, standing, i, mark.End));
            }
        }

        return WithoutParts(all, reading.Count);
    }

    /// <summary>One bare word is a sign only where it is the whole message; both calves alike are no sign of a clot.</summary>
    private static bool Applies(SignKind kind, Reading reading, int start, int end) => kind switch
    {
        { Detail: "alone" } => start == 0 && end == reading.Count,
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
