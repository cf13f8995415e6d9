using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Coaching;

/// <summary>Finds the button whose label was typed, or the beginning of it where no other begins so; small words do not matter.</summary>
internal static class TypedLabel
{
    /// <summary>Words of a beginning; one may say something else as well.</summary>
    private const int Fewest = 2;

    /// <returns>The verb of that button; <see langword="null"/>: none, or several, or a label would be shorter.</returns>
    public static string? In(Turn turn, Card card, string text)
    {
        var typed = ShortAnswer.Words(text);
        var labels = card.Buttons.Select(button => (button.Verb, Words: ShortAnswer.Words(turn.Words.Text(button.Label)))).ToList();
        var meant = labels.FindAll(label => typed.SequenceEqual(label.Words));
        // Where no button has a number to type instead, its first word is enough.
        if (meant is [] && typed.Count >= (card.ExpectsNumber ? 1 : Fewest))
            meant = labels.FindAll(label => typed.SequenceEqual(label.Words.Take(typed.Count)));
        return meant.Select(label => label.Verb).Distinct().ToList() is [var verb] ? verb : null;
    }
}
