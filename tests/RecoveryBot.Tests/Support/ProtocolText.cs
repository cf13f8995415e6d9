using System.Buffers;
using System.Text.RegularExpressions;

namespace RecoveryBot.Tests.Support;

/// <summary>What the protocol says word for word: the cue cards and the outcomes of the health questions.</summary>
internal static partial class ProtocolText
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "protocol.md"));

    /// <summary>Lines that bring a person into U, S or V, or keep them there.</summary>
    public static SearchValues<string> IntoPose { get; } = SearchValues.Create(
        [.. Cues().Where(c => LeadsIn().IsMatch(c.Cue)).SelectMany(c => c.Lines).Distinct()], StringComparison.Ordinal);

    /// <summary>A question's rank as the table has it: OK is not listed there.</summary>
    public static IReadOnlyDictionary<string, string> OutcomeOf { get; } = Lines
        .Select(line => Regex.Match(line, @"^\| (SCR-\d+[a-c]?) \| .*? \| (CAUTION|BLOCK|URGENT_TODAY|EMERGENCY)"))
        .Where(m => m.Success).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    /// <summary>The single questions of each card, in the order of asking; the first card has signs instead.</summary>
    public static IReadOnlyList<string[]> Cards { get; } =
    [
        [],
        ["SCR-3", "SCR-4b"],
        ["SCR-5a", "SCR-5b", "SCR-5c", "SCR-6", "SCR-7", "SCR-8a", "SCR-8b"],
        ["SCR-2b", "SCR-12a", "SCR-12b"],
        ["SCR-10a", "SCR-10b", "SCR-10c"],
        ["SCR-11", "SCR-13b", "SCR-13c", "SCR-17"],
        ["SCR-9a", "SCR-9b", "SCR-14", "SCR-15a", "SCR-15b", "SCR-16"],
        ["SCR-18", "SCR-19", "SCR-20"],
    ];

    /// <summary>A message of the catalogue up to its first number.</summary>
    public static string Message(string id) => Lines
        .Select(line => Regex.Match(line, $@"^\| {id} \| ([^{{|]*)")).First(m => m.Success).Groups[1].Value.Trim();

    /// <summary>The lines of a cue card.</summary>
    public static IReadOnlyList<string> Cue(string id) => Cues().Single(c => c.Cue == id).Lines;

    private static IEnumerable<(string Cue, string[] Lines)> Cues() => Lines
        .Select(line => Regex.Match(line, @"^\| (CUE-[A-Z-]+) \| [^|]* \| (.*) \|$")).Where(m => m.Success)
        .Select(m => (m.Groups[1].Value, m.Groups[2].Value.Split(" · ")));

    [GeneratedRegex("^CUE-(U-(IN|HOLD|ALT|SUP)|S-(IN|HOLD)|V-(SETUP|IN|CHAIR|BED|HOLD|CHECK|EASE))$")]
    private static partial Regex LeadsIn();
}
