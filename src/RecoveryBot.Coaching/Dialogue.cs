using System.Text.Json.Serialization;

namespace RecoveryBot.Coaching;

/// <summary>A dialogue outside a session. Closed: the cases stand with their flows.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
public abstract partial record Dialogue
{
    private Dialogue() { }

    /// <summary>First message of the present question: presses on older ones are over.</summary>
    public int Step { get; init; }
}

/// <summary>What the user had asked for when something else had to come first.</summary>
/// <param name="StartSession">A session was asked for; otherwise nothing follows.</param>
/// <param name="Minutes">Minutes said with it; <see langword="null"/>: none.</param>
public sealed record Afterwards(bool StartSession, int? Minutes = null)
{
    public static Afterwards Nothing { get; } = new(false);
}
