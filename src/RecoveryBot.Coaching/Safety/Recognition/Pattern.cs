namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>A row of slots; where it fits, its yield stands in the text as one more symbol.</summary>
internal sealed record Pattern(int Yields, Slot[] Slots);

/// <summary>One place of a pattern: any of these symbols (sorted), perhaps left out; none at all: a gap.</summary>
internal sealed record Slot(int[] Symbols, bool Optional)
{
    public static Slot Gap { get; } = new([], Optional: true);

    public bool IsGap => Symbols.Length == 0;

    public bool Takes(int symbol) => Array.BinarySearch(Symbols, symbol) >= 0;
}

/// <summary>Parts that may stand in any order in one sentence; what they mean together holds where the first one is.</summary>
internal sealed record Joint(int Yields, int[] Parts);
