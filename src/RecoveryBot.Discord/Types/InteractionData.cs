using System.Text.Json;

namespace RecoveryBot.Discord.Types;

/// <summary>What was used, and with which values. Which fields are set follows from <see cref="Interaction.Type"/>.</summary>
public sealed record InteractionData
{
    /// <summary>A command's default name.</summary>
    public string? Name { get; init; }

    /// <summary>A command's options as the person gave them.</summary>
    public IReadOnlyList<CommandOptionValue>? Options { get; init; }

    /// <summary>Of a component or modal: what we put there, unsigned; it may be anything.</summary>
    public string? CustomId { get; init; }

    /// <summary>What was chosen in a select.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>A submitted form; read it with <see cref="TextOf"/>.</summary>
    public IReadOnlyList<SubmittedComponent>? Components { get; init; }

    /// <summary>What was written into a form's text input; <see langword="null"/>: there is no such input.</summary>
    public string? TextOf(string customId) => Fields.FirstOrDefault(field => field.CustomId == customId)?.Value;

    /// <summary>What was chosen in a form's select; empty if nothing or there is no such select.</summary>
    public IReadOnlyList<string> ChoiceOf(string customId) =>
        Fields.FirstOrDefault(field => field.CustomId == customId)?.Values ?? [];

    private IEnumerable<SubmittedComponent> Fields => (Components ?? []).SelectMany(FieldsOf);

    /// <summary>Labels hold one field, the old rows a list.</summary>
    private static IReadOnlyList<SubmittedComponent> FieldsOf(SubmittedComponent outer) =>
        outer.Component is { } field ? [field] : outer.Components ?? [];
}

/// <summary>A part of a submitted form: a label or row around fields, or a field.</summary>
public sealed record SubmittedComponent
{
    public string? CustomId { get; init; }

    public string? Value { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    public SubmittedComponent? Component { get; init; }

    public IReadOnlyList<SubmittedComponent>? Components { get; init; }
}

/// <summary>One option of a used command: a value, or a sub-command with options of its own.</summary>
public sealed record CommandOptionValue
{
    public required string Name { get; init; }

    /// <summary>A string, number or boolean, as the option's type says; <see langword="null"/> for sub-commands.</summary>
    public JsonElement? Value { get; init; }

    public IReadOnlyList<CommandOptionValue>? Options { get; init; }
}
