namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>How a sign is meant (TXT-3 to TXT-8); what is absent is not returned.</summary>
public enum Standing
{
    Present,
    Resolved,
    Question,
    History,
    Third,
}

/// <summary>One sign found in a text, with all that the answer to it needs: nobody looks at the words again.</summary>
/// <param name="Minute">Minute it began, 0–60, where the words say so; <see langword="null"/>: they do not.</param>
/// <param name="EyeOnly">Sight by flashes, floaters, a curtain or eye pain alone (SAFE-30).</param>
/// <param name="Sharp">Pain that is sharp or shooting (SAFE-23).</param>
/// <param name="OnRising">Lightheadedness on sitting or standing up.</param>
/// <param name="NamesLegs">The words name feet or legs, so "where is it?" is answered (SAFE-28).</param>
/// <param name="Topic">What an ambiguous sign is about (SAFE-25, SAFE-26).</param>
/// <param name="Cramp">A cramp that is not in a calf (SAFE-27).</param>
/// <param name="Strength">Pain 0–10 where it is said in numbers ("6/10"); <see langword="null"/>: it is not.</param>
public sealed record Recognised(
    Sign Sign,
    Standing Standing,
    int? Minute = null,
    bool EyeOnly = false,
    bool Sharp = false,
    bool OnRising = false,
    bool NamesLegs = false,
    RedTopic Topic = RedTopic.Other,
    bool Cramp = false,
    int? Strength = null)
{
    /// <summary>A red flag that has gone is one still (SAFE-31), so it comes before all that is milder.</summary>
    internal int Urgency => Standing switch
    {
        Standing.Present or Standing.Resolved when Sign < Sign.AskRed => 0,
        Standing.Present => 1,
        Standing.Resolved => 2,
        _ => 3,
    };
}

/// <summary>All that was found, most urgent first: the user's own before what is asked, past or another's, then by rank (TXT-9).</summary>
public sealed record Recognition(IReadOnlyList<Recognised> All)
{
    public Recognised? Highest => All.Count > 0 ? All[0] : null;

    public bool IsNothing => All.Count == 0;

    public bool Has(Sign sign) => All.Any(found => found.Sign == sign);
}
