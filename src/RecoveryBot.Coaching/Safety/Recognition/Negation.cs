namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>Whether a sign is said not to be there (TXT-3, TXT-4).</summary>
internal sealed class Negation(Language language, Reading reading)
{
    private const int Reach = 6;
    private const int ListReach = 14;
    private readonly int _negator = language.Heading("negator");
    private readonly int _notNegation = language.Heading("not a negation");
    private readonly int _ends = language.Heading("ends a negation");

    public bool Covers(int start, int end) => IsAnsweredNo(end) || StandsBefore(start);

    private bool StandsBefore(int start)
    {
        var reach = Reach;
        for (var at = start - 1; at >= 0 && reach > 0 && reading.SamePart(at, start); at--, reach--)
        {
            if (reading.Words[at].After != ',' && !reading.MayFollow(at, at + 1))
                return false;
            if (reading.Words[at].After == ',')
            {
                if (!ListGoesOn(at + 1))
                    return false;
                reach = Reach;
            }

            if (IsNegatorAt(at))
                return !IsCancelled(at, start);
            if (reading[at] is "and" or "then" or "plus" or "with" || reading.Starts(at, _ends))
                return false;
            if (reading[at] is "or" or "nor")
                reach = Reach;
        }

        return false;
    }

    private bool IsNegatorAt(int at) => reading.Starts(at, _negator);

    /// <summary>A phrase that only looks like a negation, or one that turns an earlier one round.</summary>
    private bool IsCancelled(int at, int start)
    {
        for (var from = Math.Max(0, at - 4); from <= at; from++)
        {
            var end = reading.Chart.EndOf(from, _notNegation);
            if (end > at && end <= start + 3)
                return true;
        }

        return false;
    }

    /// <summary>After a comma a negation goes on only where an or/nor list follows.</summary>
    private bool ListGoesOn(int from)
    {
        for (var at = from; at < reading.Count && at < from + ListReach && reading.SamePart(from, at); at++)
        {
            if (reading[at] is "or" or "nor")
                return true;
            if (language.Is(reading[at], "VERB") && reading[at] is not ("feeling" or "hurt" or "hurts"))
                return false;
        }

        return false;
    }

    /// <summary>"Tingling? no", "tingling: none", "headache no, chest no".</summary>
    private bool IsAnsweredNo(int end)
    {
        if (end >= reading.Count)
            return false;
        var word = reading[end];
        if (word is not ("no" or "none" or "zero" or "nil" or "nada" or "negative" or "nowt" or "absent"))
            return false;
        var asked = reading.Words[end - 1].After is '?' or ',';
        var alone = end + 1 == reading.Count || reading.Words[end].After != '\0';
        return alone && (asked || reading.SentenceOf(end) == reading.SentenceOf(end - 1));
    }
}
