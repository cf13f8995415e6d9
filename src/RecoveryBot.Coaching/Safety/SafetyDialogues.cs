using System.Text.Json.Serialization;
using RecoveryBot.Coaching.Safety;

namespace RecoveryBot.Coaching
{
    /// <summary>The dialogues of the health answers.</summary>
    [JsonDerivedType(typeof(Screening), "screening")]
    [JsonDerivedType(typeof(Safety), "safety")]
    public abstract partial record Dialogue
    {
        /// <summary>The health questions are being asked.</summary>
        /// <param name="Card">Which of the eight cards is on, 0–7.</param>
        public sealed record Screening(Afterwards Then, int Card) : Dialogue
        {
            /// <summary>The day of the first card: "right now" was asked on it.</summary>
            public required DateOnly Begun { get; init; }

            /// <summary>Yes answers so far.</summary>
            public IReadOnlyList<GivenAnswer> Answers { get; init; } = [];

            /// <summary>Earlier yes answers taken back this time (SAFE-5).</summary>
            public IReadOnlyList<string> Denied { get; init; } = [];

            /// <summary>The question asked by itself; <see langword="null"/>: the card.</summary>
            public string? Question { get; init; }

            /// <summary>The signs of card 1 are listed.</summary>
            public bool ListingSigns { get; init; }

            /// <summary>Weeks are asked for the single question.</summary>
            public bool AskingNumber { get; init; }

            /// <summary>An earlier yes is asked once in other words; <see langword="null"/>: none.</summary>
            public string? Confirming { get; init; }
        }

        /// <summary>/safety is open.</summary>
        public sealed record Safety(SafetyQuestion Question, string? About = null, Clearance? Draft = null) : Dialogue;
    }
}

namespace RecoveryBot.Coaching.Safety
{
    /// <summary>What /safety asks.</summary>
    public enum SafetyQuestion
    {
        Menu,
        WhichAnswer,
        InOtherWords,
        WhichClearance,
        Clinician,
        ClearedWhen,
        LimitMinutes,
        LimitChair,
        LimitBend,
        LimitOther,
    }
}

namespace RecoveryBot.Coaching.Session
{
    [JsonDerivedType(typeof(Precheck), "precheck")]
    public abstract partial record SessionState
    {
        /// <summary>The questions before every session (3.3).</summary>
        /// <param name="Minutes">Minutes said with the command; <see langword="null"/>: none.</param>
        public sealed record Precheck(int? Minutes, bool IsBreak, PrecheckForm Form, PrecheckQuestion Question) : SessionState
        {
            public override DateTimeOffset? WakeAt => Since + WaitsBeforeFirstPose;
        }
    }

    /// <summary>Which card opens the pre-check.</summary>
    public enum PrecheckForm
    {
        Full,

        /// <summary>One line, without any caution and after 5 clean sessions in a row (SAFE-11).</summary>
        OneLine,

        /// <summary>PRE-5 (and PRE-6) alone, after a full screening on the same day (SEQ-20).</summary>
        AfterScreening,
    }

    /// <summary>PRE-1 to PRE-6, after their card.</summary>
    public enum PrecheckQuestion
    {
        Card,
        New,
        Signs,
        Leg,
        Leftover,
        Body,
        MealTime,
        Buddy,
    }
}
