namespace RecoveryBot.Discord.Types;

/// <summary>One row under a message: up to 5 buttons, or one select that has it to itself. At most 5 rows.</summary>
public sealed record ActionRow
{
    /// <summary>The most rows under a message.</summary>
    public const int MaxRows = 5;

    /// <summary>The most buttons in a row.</summary>
    public const int MaxButtons = 5;

    private ActionRow(IReadOnlyList<Component> components) => Components = components;

    /// <summary>The wire's number of its kind.</summary>
    public int Type { get; } = 1;

    public IReadOnlyList<Component> Components { get; }

    /// <param name="buttons">1–5, each a <see cref="Button"/> or <see cref="LinkButton"/>.</param>
    /// <exception cref="ArgumentException">They do not make a row.</exception>
    public static ActionRow Of(params IReadOnlyList<Component> buttons) =>
        buttons.Count is >= 1 and <= MaxButtons && buttons.All(button => button is Button or LinkButton)
            ? new ActionRow([.. buttons])
            : throw new ArgumentException("A row holds one to five buttons.", nameof(buttons));

    public static ActionRow Of(StringSelect select) => new([select]);
}
