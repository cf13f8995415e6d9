using System.Globalization;

namespace RecoveryBot.Bench;

/// <summary>
/// The program beside what one would pick instead: each measurement is taken of one after the other before the next is, so
/// that whatever else the machine does meets them alike.
/// </summary>
internal static class CompareBench
{
    private const int AtOnce = 1_000;
    private const int Starts = 4;

    /// <summary>The first is one that all keep up with, even where a commit takes milliseconds.</summary>
    private static readonly int[] PerSecond = [200, 1_000];

    /// <summary>Behind by more: it does not keep up, and its times only tell for how long it was asked to.</summary>
    private static readonly TimeSpan KeepsUp = TimeSpan.FromSeconds(0.5);

    public static async Task RunAsync(IReadOnlyList<string> programs, int rounds)
    {
        var table = new Table(programs);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var program in Announced("starts"))
            {
                var figures = await UpdatesBench.StartsAsync(program, Starts);
                table.Add("start to first reply, ms", program, figures.Replies.At(0.5));
                table.Add("CPU until then, ms", program, figures.Cpu.At(0.5));
                table.Add("resident idle, MiB", program, figures.IdleMib);
            }

            foreach (var program in Announced("full"))
            {
                var figures = await UpdatesBench.FullAsync(program, AtOnce);
                table.Add($"updates a second, {AtOnce:N0} at once", program, figures.PerSecond);
                table.Add("CPU for 1,000 of them, ms", program, 1_000 * figures.Cpu);
                table.Add("resident afterwards, MiB", program, figures.ResidentMib);
            }

            foreach (var rate in PerSecond)
            {
                foreach (var program in Announced($"paced {rate}"))
                {
                    var figures = await UpdatesBench.PacedAsync(program, rate);
                    var keepsUp = figures.Behind < KeepsUp;
                    table.Add($"median at {rate:N0} a second, ms", program, keepsUp ? figures.Replies.At(0.5) : null);
                    table.Add($"p99 at {rate:N0} a second, ms", program, keepsUp ? figures.Replies.At(0.99) : null);
                    table.Add($"CPU for 1,000 at {rate:N0} a second, ms", program, 1_000 * figures.Cpu);
                }
            }

            Console.WriteLine(table); // Of the rounds so far: each takes a quarter of an hour.

            IEnumerable<string> Announced(string what)
            {
                foreach (var program in programs)
                {
                    Console.WriteLine($"round {round + 1} of {rounds}, {what}, {program}");
                    yield return program;
                }
            }
        }
    }

    /// <summary>A row for each figure, a column for each program.</summary>
    private sealed class Table(IReadOnlyList<string> programs)
    {
        private readonly List<string> _rows = [];
        private readonly Dictionary<(string Row, string Program), List<double?>> _values = [];

        /// <param name="value"><see langword="null"/>: the program did not keep up.</param>
        public void Add(string row, string program, double? value)
        {
            if (!_rows.Contains(row))
                _rows.Add(row);
            if (!_values.TryGetValue((row, program), out var values))
                _values[(row, program)] = values = [];
            values.Add(value);
        }

        /// <summary>Markdown: median (least to most).</summary>
        public override string ToString() => string.Join('\n',
        [
            Line("", programs.Select(program => Path.GetFileNameWithoutExtension(program))),
            Line("---", programs.Select(_ => "---")),
            .. _rows.Select(row => Line(row, programs.Select(program => Cell(_values[(row, program)])))),
        ]);

        private static string Line(string first, IEnumerable<string> cells) => $"| {first} | {string.Join(" | ", cells)} |";

        private static string Cell(List<double?> values)
        {
            var kept = values.OfType<double>().Order().ToList();
            var lost = values.Count == kept.Count ? "" : $", {values.Count - kept.Count} of {values.Count} not kept up";
            return kept.Count == 0 ? "not kept up" : string.Create(
                CultureInfo.InvariantCulture, $"{(kept[(kept.Count - 1) / 2] + kept[kept.Count / 2]) / 2:#,0.#} ({kept[0]:#,0.#} to {kept[^1]:#,0.#}{lost})");
        }
    }
}
