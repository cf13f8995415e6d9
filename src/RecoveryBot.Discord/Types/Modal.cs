using System.Text.Json.Serialization;

namespace RecoveryBot.Discord.Types;

/// <summary>A form. It can be opened in answer to a command or component, not to a form, and not after a deferral.</summary>
/// <param name="CustomId">1–100; comes back with what was written.</param>
/// <param name="Title">1–45.</param>
/// <param name="Components">1–5.</param>
public sealed record Modal(string CustomId, string Title, IReadOnlyList<Label> Components);

/// <summary>One field of a form with its name.</summary>
public sealed record Label
{
    private Label(string text, Component component) => (Text, Component) = (text, component);

    /// <summary>The wire's number of its kind.</summary>
    public int Type { get; } = 18;

    /// <summary>1–45.</summary>
    [JsonPropertyName("label")]
    public string Text { get; }

    /// <summary>A line below, up to 100; <see langword="null"/>: none.</summary>
    public string? Description { get; init; }

    public Component Component { get; }

    public static Label Of(string text, TextInput input) => new(text, input);

    public static Label Of(string text, StringSelect select) => new(text, select);
}
