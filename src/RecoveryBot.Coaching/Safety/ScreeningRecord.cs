namespace RecoveryBot.Coaching.Safety;

/// <summary>What is kept of the screening.</summary>
public sealed record ScreeningRecord
{
    /// <summary>Day on which the last full screening began; <see langword="null"/>: none, or it has to be asked again (SAFE-3).</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>The questions answered with yes, and the corrected ones (SAFE-5).</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; init; } = [];

    public IReadOnlyList<Clearance> Clearances { get; init; } = [];

    /// <summary>Sessions done, for what applies to the first three only (SCR-8a).</summary>
    public int Sessions { get; init; }
}

/// <summary>One answer.</summary>
/// <param name="Question">Id of the question, such as <c>SCR-5a</c>.</param>
/// <param name="Yes">The answer that stands; "not sure" is stored as yes (SAFE-4).</param>
/// <param name="Day">When it was given.</param>
/// <param name="Until">
/// Day on which a time-limited condition is over (DOSE-20a), or on which week 13 begins (SCR-10b);
/// <see langword="null"/>: not told.
/// </param>
/// <param name="CorrectedOn">Day on which a yes became a no; <see langword="null"/>: never (SAFE-5).</param>
/// <param name="InSession">It showed itself in a session (SAFE-25, SAFE-26); false: it was told.</param>
public sealed record GivenAnswer(
    string Question, bool Yes, DateOnly Day, DateOnly? Until = null, DateOnly? CorrectedOn = null, bool InSession = false);

/// <summary>A clinician's yes (SAFE-6).</summary>
/// <param name="About">Id of the question, <c>PAUSE</c> or <c>RED-FLAG</c>.</param>
/// <param name="Clinician">Kind of clinician, in a word of our own.</param>
/// <param name="LongestMinutes">Their longest hold; <see langword="null"/>: no limit named.</param>
public sealed record Clearance(
    string About, string Clinician, DateOnly Day, int? LongestMinutes, bool ChairOnly, bool NoForwardBend)
{
    public const string Pause = "PAUSE";
    public const string RedFlag = "RED-FLAG";

    /// <summary>A clearance lasts six months (SAFE-6).</summary>
    public bool IsValidOn(DateOnly day) => day >= Day && day < Day.AddMonths(6);
}
