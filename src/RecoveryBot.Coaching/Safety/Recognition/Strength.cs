namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>How strong a pain is, where it is said in numbers: "6/10", "six out of ten", "a 5", "pain 4".</summary>
internal static class Strength
{
    private const int Strongest = 10;

    /// <summary>0–10, the strongest told; <see langword="null"/>: none is.</summary>
    public static int? In(Reading reading)
    {
        int? strongest = null;
        for (var i = 0; i < reading.Count; i++)
        {
            if (Numbers.ValueOf(reading[i]) is { } value and <= Strongest && IsStrength(reading, i) && !(strongest >= value))
                strongest = value;
        }

        return strongest;
    }

    private static bool IsStrength(Reading reading, int word)
    {
        var (next, third) = (reading[word + 1], reading[word + 2]);
        if (IsTen(next) && reading.Words[word].After == ',')
            return true;
        if ((next is "out" && third is "of" && IsTen(reading[word + 3])) || (next is "of" or "from" or "outta" && IsTen(third)))
            return true;
        return !IsTen(reading[word + 1]) && next is not ("minutes" or "minute" or "seconds" or "times" or "days")
            && reading[word - 1] is "pain" or "level" or "hurts" or "ache";
    }

    private static bool IsTen(string word) => word is "10" or "ten";
}
