using System.Text.Json.Serialization;
using RecoveryBot.Coaching.Reminders;

namespace RecoveryBot.Coaching
{
    /// <summary>The dialogues of reminders and of the time zone.</summary>
    [JsonDerivedType(typeof(Reminding), "reminding")]
    [JsonDerivedType(typeof(ReminderOffer), "reminder-offer")]
    [JsonDerivedType(typeof(AfterWorkout), "after-workout")]
    [JsonDerivedType(typeof(Placing), "placing")]
    public abstract partial record Dialogue
    {
        /// <summary>/remind is open.</summary>
        public sealed record Reminding(ReminderQuestion Asking, ReminderDraft? Draft = null) : Dialogue;

        /// <summary>"Shall I remind you?" stands under a summary; it holds nothing up.</summary>
        public sealed record ReminderOffer : Dialogue;

        /// <summary>A workout is over: when to begin?</summary>
        public sealed record AfterWorkout(DateTimeOffset EndedAt) : Dialogue;

        /// <summary>Where does the user live?</summary>
        /// <param name="Choices">Zones to choose from; one: is it this?</param>
        /// <param name="Then">What was to be set when the zone had to come first; <see langword="null"/>: nothing.</param>
        /// <param name="FromSettings">It leads back there; with neither it is the question "have you moved?".</param>
        /// <param name="ForReview">Back in the settings, the day of the weekly review is asked for, which needed the zone.</param>
        public sealed record Placing(
            IReadOnlyList<Place> Choices, ReminderDraft? Then = null, bool FromSettings = false, bool ForReview = false) : Dialogue;
    }
}

namespace RecoveryBot.Coaching.Reminders
{
    /// <summary>What /remind asks.</summary>
    public enum ReminderQuestion
    {
        /// <summary>The list, or the kinds to choose from.</summary>
        Menu,

        /// <summary>One that is set: change, pause, delete.</summary>
        One,

        /// <summary>Days, times or the bedtime, as the kind needs them.</summary>
        Details,

        /// <summary>In the morning or in the evening?</summary>
        MorningOrEvening,

        /// <summary>It lies in the quiet hours: all the same?</summary>
        InQuietHours,

        /// <summary>Until when is it paused?</summary>
        PauseUntil,
    }

    /// <summary>A reminder as far as it has been told.</summary>
    public sealed record ReminderDraft(ReminderKind Kind)
    {
        public Weekdays Days { get; init; }

        /// <summary>Times told: one, or two for desk hours.</summary>
        public IReadOnlyList<TimeOnly> Times { get; init; } = [];

        /// <summary>The one time told can be either of these.</summary>
        public IReadOnlyList<TimeOnly> Either { get; init; } = [];

        public bool EveryOtherDay { get; init; }

        public bool EvenInQuietHours { get; init; }
    }

    /// <summary>A place that people know and its zone.</summary>
    /// <param name="Name">As told: "Portland, Oregon".</param>
    /// <param name="Zone">IANA id.</param>
    public sealed record Place(string Name, string Zone);
}
