namespace RecoveryBot.Coaching.Dosing;

/// <summary>A side of the dose that the person may ask about.</summary>
public enum DoseAspect
{
    Target,
    Cap,
    Variant,
    Status,
    ExtendedRise,
    Rest,
}

/// <summary>What kind of event changed the dose.</summary>
public enum DoseFact
{
    /// <summary>Nothing has changed it since the start.</summary>
    Start,

    /// <summary>It was changed by events no longer kept one by one.</summary>
    Earlier,
    StartChosen,
    CleanDays,
    Tingling,
    Lightheaded,
    Pain,
    RedFlag,
    StillFelt,
    MissedDays,
    Screening,
    Clearance,
    OwnWish,
}

/// <summary>Where a rule comes from.</summary>
public enum RuleOrigin
{
    Article,

    /// <summary>The article says the direction, the number is our own.</summary>
    ArticleWithOurNumber,
    OurOwn,
}

/// <summary>Why one side of the dose is as it is: the last event that changed it.</summary>
/// <param name="Day"><see langword="null"/>: no single event did.</param>
/// <param name="Session">The session whose report it was; <see langword="null"/>: none.</param>
/// <param name="Before">The dose before that event, for "8 → 5".</param>
/// <param name="Rule">The protocol's rule id.</param>
public sealed record DoseReason(
    DoseAspect Aspect, DoseFact Fact, DateOnly? Day, int? Session, Dose Before, Dose After, string Rule,
    RuleOrigin Origin);
