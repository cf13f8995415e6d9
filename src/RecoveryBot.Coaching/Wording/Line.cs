using System.Runtime.CompilerServices;

namespace RecoveryBot.Coaching.Wording;

/// <summary>
/// A line of the catalogue with its numbers, in no language yet. <see cref="Words"/> holds the sentence.
/// </summary>
/// <param name="Shelf">Name of the resource file that holds it.</param>
/// <param name="Name">Name of the entry.</param>
/// <param name="Args">
/// What goes into its places: <see cref="int"/>, <see cref="string"/>, <see cref="DateOnly"/>,
/// <see cref="DateTimeOffset"/> (told as the user's clock time), another <see cref="Line"/>, or a list of lines.
/// </param>
public sealed record Line(string Shelf, string Name, IReadOnlyList<object> Args)
{
    /// <summary>The entry named like the calling member.</summary>
    internal static Line Of(string shelf, object[] args, [CallerMemberName] string name = "") => new(shelf, name, args);
}

/// <summary>Lines one under the other, or joined by a separator that no language changes.</summary>
public sealed record LineList(IReadOnlyList<Line> Lines, string Separator = "\n");
