namespace RecoveryBot.Coaching.Sequence;

/// <summary>The five poses and the exit pause, in the order in which they run (SEQ-1).</summary>
public enum PoseId
{
    /// <summary>Standing forward bend, or what replaces it (<see cref="ForwardBend"/>).</summary>
    U,

    /// <summary>Reclining bound angle.</summary>
    S,

    /// <summary>Legs up the wall: the main pose.</summary>
    V,

    /// <summary>Exit pause on the side; always between V and E.</summary>
    X,

    /// <summary>Easy pose.</summary>
    E,

    /// <summary>Corpse pose.</summary>
    C,
}

/// <summary>What a pose is there for in the sequence (SEQ-5, SEQ-6).</summary>
public enum PoseRole
{
    Preparation,
    Main,
    Transition,
    Counter,
}

/// <summary>How the main pose is set up; easier ones are of full value (POSE-V2).</summary>
public enum Variant
{
    /// <summary>Hips close to the wall, legs nearly straight. By own wish only.</summary>
    Wall,

    /// <summary>Hips a forearm's length or more from the wall, knees soft. The start for new users.</summary>
    WallEasy,

    /// <summary>Calves on a chair or sofa seat, knees bent about 90°.</summary>
    Chair,
}

/// <summary>What stands in the slot of U; each takes U's minutes (SEQ-15, FIT-8).</summary>
public enum ForwardBend
{
    /// <summary>The standing forward bend itself.</summary>
    Standing,

    /// <summary>U_ALT: half fold with the hands on a wall or chair seat, head not below the heart.</summary>
    HalfFold,

    /// <summary>U_SUP: lying down, hugging one knee at a time. Wins where both are asked for.</summary>
    Supine,
}

/// <summary>What gives way when time is short (section 7).</summary>
public enum Preference
{
    /// <summary>Preparation first; the hold may be shortened.</summary>
    Balanced,

    /// <summary>The full hold first; S gives way.</summary>
    Hold,
}

/// <summary>One pose as the protocol's table names it (SEQ-2).</summary>
/// <param name="Sanskrit"><see langword="null"/> for the exit pause.</param>
/// <param name="Shortest">Fewest minutes it is held in a session (SEQ-7); the hold of V starts at 2.</param>
/// <param name="Longest">Most minutes it is held in a session.</param>
public sealed record Pose(
    PoseId Id, PoseRole Role, string English, string? Sanskrit, int Shortest, int Longest, string Purpose);

/// <summary>The sequence (SEQ-1, SEQ-2).</summary>
public static class Poses
{
    /// <summary>All poses in the order in which they run; what is not planned is skipped over.</summary>
    public static IReadOnlyList<Pose> InOrder { get; } =
    [
        new(PoseId.U, PoseRole.Preparation, "Standing forward bend", "Uttanasana", 1, 2,
            "get the hamstrings used to lengthening"),
        new(PoseId.S, PoseRole.Preparation, "Reclining bound angle", "Supta Baddha Konasana", 3, 5,
            "open hips, ease inner thighs, let the pelvic floor relax"),
        new(PoseId.V, PoseRole.Main, "Legs up the wall", "Viparita Karani", 2, 15,
            "venous return and whole-body relaxation"),
        new(PoseId.X, PoseRole.Transition, "Exit pause on the side", null, 1, 2,
            "let the circulation adjust before sitting"),
        new(PoseId.E, PoseRole.Counter, "Easy pose", "Sukhasana", 1, 2,
            "get used to being upright again; grounding"),
        new(PoseId.C, PoseRole.Counter, "Corpse pose", "Savasana", 3, 5,
            "final integration and rest"),
    ];

    public static Pose Of(PoseId id) => InOrder[(int)id];
}
