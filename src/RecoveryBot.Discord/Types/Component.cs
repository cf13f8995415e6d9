using System.Text.Json.Serialization;

namespace RecoveryBot.Discord.Types;

/// <summary>Something to press, choose or write in. Closed.</summary>
[JsonDerivedType(typeof(Button))]
[JsonDerivedType(typeof(LinkButton))]
[JsonDerivedType(typeof(StringSelect))]
[JsonDerivedType(typeof(TextInput))]
public abstract record Component
{
    /// <summary>The longest <c>custom_id</c>; the shortest is 1.</summary>
    public const int MaxCustomIdLength = 100;

    private protected Component()
    {
    }

    /// <summary>The wire's number of its kind.</summary>
    public abstract int Type { get; }
}

/// <summary>A button that comes back as an interaction.</summary>
/// <param name="CustomId">1–100, unique in the message, no secret: it comes back unsigned.</param>
/// <param name="Label">1–80; some 38 look well.</param>
public sealed record Button(string CustomId, string Label, ButtonStyle Style = ButtonStyle.Secondary) : Component
{
    /// <summary>The longest label of any button.</summary>
    public const int MaxLabelLength = 80;

    public override int Type => 2;

    /// <summary>Shown, but not to be pressed; <see langword="null"/>: it can be.</summary>
    public bool? Disabled { get; init; }
}

/// <summary>A button that opens an address and tells us nothing.</summary>
/// <param name="Url">Up to 512.</param>
/// <param name="Label">1–80.</param>
public sealed record LinkButton(string Url, string Label) : Component
{
    public override int Type => 2;

    /// <summary>The wire's number of the link style.</summary>
    public int Style { get; } = 5;
}

/// <summary>How a button looks.</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
}

/// <summary>A drop-down list.</summary>
/// <param name="CustomId">1–100, unique in the message or form.</param>
/// <param name="Options">1–25.</param>
public sealed record StringSelect(string CustomId, IReadOnlyList<SelectOption> Options) : Component
{
    public override int Type => 3;

    /// <summary>Up to 150; <see langword="null"/>: Discord's own words.</summary>
    public string? Placeholder { get; init; }

    /// <summary>0–25; <see langword="null"/>: 1.</summary>
    public int? MinValues { get; init; }

    /// <summary>1–25; <see langword="null"/>: 1.</summary>
    public int? MaxValues { get; init; }
}

/// <summary>One choice.</summary>
/// <param name="Label">1–100.</param>
/// <param name="Value">1–100; comes back.</param>
/// <param name="Description">Up to 100; <see langword="null"/>: none.</param>
public sealed record SelectOption(string Label, string Value, string? Description = null);

/// <summary>A field to write in, in a form.</summary>
/// <param name="CustomId">1–100, unique in the form.</param>
public sealed record TextInput(string CustomId, TextInputStyle Style = TextInputStyle.Line) : Component
{
    public override int Type => 4;

    /// <summary>Up to 100; <see langword="null"/>: empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What stands in it already, up to 4000; <see langword="null"/>: nothing.</summary>
    public string? Value { get; init; }

    /// <summary>1–4000; <see langword="null"/>: 4000.</summary>
    public int? MaxLength { get; init; }

    /// <summary><see langword="null"/>: it is.</summary>
    public bool? Required { get; init; }
}

/// <summary>How large a text input is.</summary>
public enum TextInputStyle
{
    Line = 1,
    Paragraph = 2,
}
