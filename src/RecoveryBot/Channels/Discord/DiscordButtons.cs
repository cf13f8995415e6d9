using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>Buttons under a message, at most three in a row so that a phone shows their labels whole.</summary>
internal static class DiscordButtons
{
    private const int MostInRow = 3;

    /// <summary>More than these are easier to choose from in a list; but a warning stays a button of its own.</summary>
    private const int MostButtons = 6;

    /// <summary>So much of a row fits on a phone.</summary>
    private const int RowLength = 44;

    private const string ListId = "v1-list";

    public static IReadOnlyList<ActionRow> Of(IReadOnlyList<ChatButton> buttons) =>
        buttons.Count > MostButtons && buttons.All(button => button.Tone != ButtonTone.Alarm)
            ? [ActionRow.Of(new StringSelect(ListId, [.. buttons.Select(button => new SelectOption(button.Label, button.Id))]))]
            : [.. RowsOf(buttons).Select(row => ActionRow.Of([.. row.Select(ButtonOf)]))];

    /// <summary>What was pressed, or chosen in a list; <see langword="null"/>: none of ours.</summary>
    public static ButtonId? Pressed(InteractionData data) =>
        ButtonId.TryParse(data.CustomId == ListId && data.Values is [var chosen] ? chosen : data.CustomId);

    /// <summary>Discord takes five rows: where long labels would need more, they share.</summary>
    private static IEnumerable<IReadOnlyList<ChatButton>> RowsOf(IReadOnlyList<ChatButton> buttons)
    {
        var rows = WideRows(buttons).ToList();
        return rows.Count <= ActionRow.MaxRows ? rows : buttons.Chunk((buttons.Count + ActionRow.MaxRows - 1) / ActionRow.MaxRows);
    }

    private static IEnumerable<IReadOnlyList<ChatButton>> WideRows(IReadOnlyList<ChatButton> buttons)
    {
        var row = new List<ChatButton>();
        foreach (var button in buttons)
        {
            if (row.Count == MostInRow || row.Sum(other => other.Label.Length) + button.Label.Length > RowLength)
            {
                if (row.Count > 0)
                    yield return row;
                row = [];
            }

            row.Add(button);
        }

        if (row.Count > 0)
            yield return row;
    }

    private static Component ButtonOf(ChatButton button) => new RecoveryBot.Discord.Types.Button(button.Id, button.Label, button.Tone switch
    {
        ButtonTone.Primary => ButtonStyle.Primary,
        ButtonTone.Alarm => ButtonStyle.Danger,
        _ => ButtonStyle.Secondary,
    });
}
