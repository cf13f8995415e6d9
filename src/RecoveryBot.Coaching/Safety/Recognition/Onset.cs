namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>
/// The minute at which something began: "since minute 4", "started around 6 min", "5 mins in", "after three minutes".
/// How long it lasted ("gone after two minutes", "for 5 minutes") is another thing.
/// </summary>
internal static class Onset
{
    private const int LatestMinute = 60;

    /// <summary>0–60; <see langword="null"/>: none told, or several that differ.</summary>
    public static int? MinuteIn(Reading reading)
    {
        int? found = null;
        for (var i = 0; i < reading.Count; i++)
        {
            if (At(reading, i) is not { } minute)
                continue;
            if (found is not null && found != minute)
                return null;
            found = minute;
        }

        return found;
    }

    private static int? At(Reading reading, int word)
    {
        if (reading[word] is not ("minutes" or "minute"))
            return null;
        if (Numbers.ValueOf(reading[word + 1]) is { } after && reading[word] == "minute" && after <= LatestMinute)
            return after;
        if (Numbers.ValueOf(reading[word - 1]) is not { } before || before > LatestMinute)
            return null;
        return reading[word + 1] is "in" or "into" or "mark" || IsBeginning(reading, word - 2) ? before : null;
    }

    /// <summary>"at about", "started around", "since", "after": not "for", "within", "gone after".</summary>
    private static bool IsBeginning(Reading reading, int word)
    {
        while (reading[word] is "about" or "around" or "roughly" or "like" or "maybe" or "approximately" or "the" or "only" or "just")
        {
            if (reading[word] is "around" && reading[word - 1] is "started" or "began" or "starting")
                return true;
            word--;
        }

        if (reading[word] is "at" or "since" or "from" or "started" or "began")
            return true;
        if (reading[word] is not "after")
            return false;
        for (var before = word - 1; before >= 0 && before >= word - 4; before--)
        {
            if (reading[before] is "gone" or "away" or "off" or "stopped" or "passed" or "settled" or "cleared" or "normal" or "back" or "better" or "faded" or "eased" or "up")
                return false;
        }

        return true;
    }
}
