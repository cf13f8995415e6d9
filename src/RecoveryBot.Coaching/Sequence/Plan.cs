using System.Text.Json.Serialization;

namespace RecoveryBot.Coaching.Sequence;

/// <summary>Today's minutes for each pose, in whole minutes; 0 means left out.</summary>
/// <param name="X">1, or 2 with extended rise.</param>
/// <param name="C">0 in a break only (TIME-8).</param>
/// <param name="Spare">Minutes the person has and no pose needs: the session ends earlier (FIT-7).</param>
/// <param name="Target">The hold the dose allows today; V is never above it.</param>
public sealed record Plan(int U, int S, int V, int X, int E, int C, int Spare, int Target)
{
    /// <summary>The plan's T: all poses and the spare minutes (FIT-INV-1).</summary>
    [JsonIgnore]
    public int Total => PoseMinutes + Spare;

    /// <summary>The minutes spent in poses: T without the spare ones.</summary>
    [JsonIgnore]
    public int PoseMinutes => U + S + V + X + E + C;

    /// <summary>Minutes for changing position, outside T: one for each of U, S and V planned (FIT-10).</summary>
    [JsonIgnore]
    public int Allowance => (U > 0 ? 1 : 0) + (S > 0 ? 1 : 0) + (V > 0 ? 1 : 0);

    /// <summary>Clock minutes from Start to the told end: T and the allowance (FIT-10).</summary>
    [JsonIgnore]
    public int ToldMinutes => Total + Allowance;

    /// <summary>Whether the hold is below the target: fine for health, neutral for progress (DOSE-24).</summary>
    [JsonIgnore]
    public bool IsMaintenance => V < Target;

    /// <summary>A short leg-up break, not a session: V, X and E alone (TIME-8).</summary>
    [JsonIgnore]
    public bool IsBreak => C == 0;

    /// <summary>Whether the coach may say "about 20 minutes": only when it is 18–22 (SEQ-3).</summary>
    [JsonIgnore]
    public bool IsAboutTwenty => PoseMinutes is >= 18 and <= 22;

    /// <summary>The planned poses in their order (SEQ-1).</summary>
    [JsonIgnore]
    public IEnumerable<PoseId> Order => Poses.InOrder.Select(pose => pose.Id).Where(id => this[id] > 0);

    /// <summary>Minutes planned for one pose; 0: left out.</summary>
    [JsonIgnore]
    public int this[PoseId pose] => pose switch
    {
        PoseId.U => U,
        PoseId.S => S,
        PoseId.V => V,
        PoseId.X => X,
        PoseId.E => E,
        PoseId.C => C,
        _ => throw new ArgumentOutOfRangeException(nameof(pose), pose, "Not a pose."),
    };
}
