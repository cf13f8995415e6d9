using System.Globalization;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Host.Terminal;

/// <summary>Buttons that do nothing in particular: <c>b1</c>, <c>b2</c> and so on, of session 1.</summary>
internal static class Buttons
{
    public static IReadOnlyList<ChatButton> Of(params string[] labels) => OfStep(1, labels);

    public static IReadOnlyList<ChatButton> OfStep(int step, params string[] labels) =>
        [.. labels.Select((label, i) => new ChatButton(Id(i + 1, step).ToString(), label, ButtonTone.Plain))];

    public static ButtonId Id(int number, int step = 1) =>
        new(string.Create(CultureInfo.InvariantCulture, $"b{number}"), Session: 1, step);
}
