using System.Buffers;
using System.Text.RegularExpressions;

namespace RecoveryBot.Tests.Coaching.Walking;

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

    /// <summary>A message of the catalogue up to its first number.</summary>
    public static string Message(string id) => Lines
        .Select(line => Regex.Match(line, $@"^\| {id} \| ([^{{|]*)")).First(m => m.Success).Groups[1].Value.Trim();

    private static IEnumerable<(string Cue, string[] Lines)> Cues() => Lines
        .Select(line => Regex.Match(line, @"^\| (CUE-[A-Z-]+) \| [^|]* \| (.*) \|$")).Where(m => m.Success)
        .Select(m => (m.Groups[1].Value, m.Groups[2].Value.Split(" · ")));

    [GeneratedRegex("^CUE-(U-(IN|HOLD|ALT|SUP)|S-(IN|HOLD)|V-(SETUP|IN|CHAIR|BED|HOLD|CHECK|EASE))$")]
    private static partial Regex LeadsIn();
}
