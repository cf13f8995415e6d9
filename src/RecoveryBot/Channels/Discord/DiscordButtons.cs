using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>What is pressed, chosen or opened under a message; at most three buttons in a row, so that a phone shows their labels whole.</summary>
internal static class DiscordButtons
{
    private const int MostInRow = 3;

    /// <summary>More than these are easier to choose from in a list; but a warning stays a button of its own.</summary>
    private const int MostButtons = 6;

    /// <summary>So much of a row fits on a phone.</summary>
    private const int RowLength = 44;

    private const string ListId = "v1-list";

    /// <summary>The list that stands beside buttons.</summary>
    private const string ChoicesId = "v1-more";

    /// <summary>The button that opens a form to write in.</summary>
    public const string TypeId = "v1-type";

    /// <summary>None where nothing is to be pressed, chosen or written.</summary>
    public static IReadOnlyList<ActionRow> Of(ChatMessage message)
    {
        var choices = message.Choices;
        var buttons = message.Buttons.Where(button => button.Id != choices?.InsteadOf).ToList();
        if ((message.ExpectsNumber || message.ExpectsWords) && buttons.Count < ActionRow.MaxRows * ActionRow.MaxButtons)
            buttons.Add(new ChatButton(TypeId, Words.English.Text(ChannelLines.TypeIt()), ButtonTone.Plain));
        var rows = ListOrRows(buttons, ActionRow.MaxRows - (choices is null ? 0 : 1));
        return choices is null ? rows : [.. rows, ListOf(ChoicesId, choices.Items, choices.Name)];
    }

    /// <summary>What was pressed, or chosen in a list; <see langword="null"/>: none of ours.</summary>
    public static ButtonId? Pressed(InteractionData data) =>
        ButtonId.TryParse(data is { CustomId: ListId or ChoicesId, Values: [var chosen] } ? chosen : data.CustomId);

    private static IReadOnlyList<ActionRow> ListOrRows(IReadOnlyList<ChatButton> buttons, int mostRows)
    {
        var offered = buttons.Where(button => button.Id != TypeId).ToList();
        if (offered.Count <= MostButtons || offered.Any(button => button.Tone == ButtonTone.Alarm))
            return [.. RowsOf(buttons, mostRows).Select(row => ActionRow.Of([.. row.Select(ButtonOf)]))];
        return [ListOf(ListId, offered), .. buttons.Except(offered).Select(button => ActionRow.Of(ButtonOf(button)))];
    }

    private static ActionRow ListOf(string id, IReadOnlyList<ChatButton> items, string? name = null) => ActionRow.Of(
        new StringSelect(id, [.. items.Select(item => new SelectOption(item.Label, item.Id))]) { Placeholder = name });

    /// <summary>Discord takes five rows: where long labels would need more, they share.</summary>
    private static IEnumerable<IReadOnlyList<ChatButton>> RowsOf(IReadOnlyList<ChatButton> buttons, int most)
    {
        var rows = WideRows(buttons).ToList();
        return rows.Count <= most ? rows : buttons.Chunk((buttons.Count + most - 1) / most);
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
