using System.Text.Json;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// Interactions that are answered from memory as they come, because Discord does not wait for a store with them: what an
/// option could be, and a form to write in, which cannot follow a promise.
/// </summary>
internal static class DiscordAtOnce
{
    /// <summary>The form's own id and that of its one field.</summary>
    public const string FormId = "v1-typed";

    private const string FieldId = "words";

    /// <summary>Enough for any answer and for how somebody feels; the coach itself reads any length.</summary>
    private const int MostWords = 1000;

    private const int MostDescription = 100;

    /// <summary>Whether the coach has no part in it.</summary>
    public static bool Is(Interaction interaction) => interaction.Type == InteractionType.Autocomplete
        || (interaction is { Type: InteractionType.Component, Data.CustomId: DiscordButtons.TypeId } && DiscordUpdates.IsInDm(interaction));

    /// <summary>The answer to one of these.</summary>
    public static InteractionResponse AnswerTo(Interaction interaction) => interaction.Type == InteractionType.Autocomplete
        ? new InteractionResponse.Suggest(new Suggestions(ChoicesFor(interaction.Data)))
        : new InteractionResponse.OpenModal(FormUnder(interaction.Message));

    /// <summary>What was written into the form; <see langword="null"/>: it is none of ours.</summary>
    public static string? WordsIn(InteractionData form) => form.CustomId == FormId ? form.TextOf(FieldId) : null;

    private static IReadOnlyList<CommandChoice> ChoicesFor(InteractionData? data)
    {
        var typed = data?.Options?.FirstOrDefault(option => option.Focused);
        if (data?.Name is not { } command || typed is not { Value: { ValueKind: JsonValueKind.String } value })
            return [];
        return [.. DiscordCommands.Suggestions(command, typed.Name, value.GetString()!)
            .Where(words => words.Length is > 0 and <= CommandChoice.MaxLength)
            .Distinct(StringComparer.Ordinal)
            .Take(Suggestions.Max).Select(words => new CommandChoice(words, words))];
    }

    /// <summary>It covers the chat on a phone, so it repeats the question where that is short.</summary>
    private static Modal FormUnder(Message? message)
    {
        var question = message?.Content is { Length: > 0 } markdown && DiscordText.ToPlain(markdown) is { Length: > 0 and <= MostDescription } words
            ? words.ReplaceLineEndings(" ") : null;
        var field = new TextInput(FieldId, TextInputStyle.Paragraph) { MaxLength = MostWords };
        return new Modal(FormId, English(ChannelLines.FormTitle()), [Label.Of(English(ChannelLines.FormLabel()), field) with { Description = question }]);
    }

    private static string English(Line line) => Words.English.Text(line);
}
