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

/// <summary>One sign found in a text.</summary>
/// <param name="Minute">Minute it began, where the words say so; <see langword="null"/>: they do not.</param>
/// <param name="EyeOnly">Sight by flashes, floaters, a curtain or eye pain alone (SAFE-30).</param>
/// <param name="Sharp">Pain that is sharp or shooting (SAFE-23).</param>
/// <param name="OnRising">Lightheadedness on sitting or standing up.</param>
public sealed record Recognised(
    Sign Sign, Standing Standing, int? Minute = null, bool EyeOnly = false, bool Sharp = false, bool OnRising = false);

/// <summary>All that was found, most urgent first: present before resolved before the rest, then by rank (TXT-9).</summary>
public sealed record Recognition(IReadOnlyList<Recognised> All)
{
    public Recognised? Highest => All.Count > 0 ? All[0] : null;

    public bool IsNothing => All.Count == 0;

    public bool Has(Sign sign) => All.Any(found => found.Sign == sign);
}
