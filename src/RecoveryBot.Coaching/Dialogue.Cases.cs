using System.Text.Json.Serialization;

namespace RecoveryBot.Coaching;

/// <summary>The dialogues of consent, data, settings and learning; measuring stands with its flow.</summary>
[JsonDerivedType(typeof(Welcome), "welcome")]
[JsonDerivedType(typeof(BreakOffer), "break-offer")]
[JsonDerivedType(typeof(Erasing), "erasing")]
[JsonDerivedType(typeof(ChangingSettings), "settings")]
[JsonDerivedType(typeof(Learning), "learning")]
[JsonDerivedType(typeof(Drawings), "drawings")]
[JsonDerivedType(typeof(Measuring), "measuring")]
[JsonDerivedType(typeof(BlockEnd), "block-end")]
public abstract partial record Dialogue
{
    /// <summary>Nothing is agreed to yet.</summary>
    public sealed record Welcome(Afterwards Then) : Dialogue;

    /// <summary>A short leg-up break is offered (TIME-8).</summary>
    public sealed record BreakOffer : Dialogue;

    /// <summary>"Erase everything?" was asked, or a pose has to be left first (SEQ-28).</summary>
    public sealed record Erasing(bool AfterWayBack = false) : Dialogue;

    /// <summary>Settings are shown, or one number or word is asked for.</summary>
    public sealed record ChangingSettings(SettingQuestion Asking = SettingQuestion.None) : Dialogue;

    /// <summary>The topics of the learning cards are shown.</summary>
    public sealed record Learning : Dialogue;

    /// <summary>The drawings of the poses are leafed through.</summary>
    /// <param name="Shown">The drawing's name; <see langword="null"/>: the list of poses.</param>
    public sealed record Drawings(string? Shown = null) : Dialogue;
}

/// <summary>Which setting is being typed.</summary>
public enum SettingQuestion
{
    None,
    Minutes,
    Goal,
    Less,
    FirstHold,
    Quiet,
    Review,
    SetUp,
    Hold,
}
