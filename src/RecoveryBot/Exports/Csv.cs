using System.Globalization;
using System.Text;

namespace RecoveryBot.Exports;

/// <summary>A table as comma-separated values (RFC 4180).</summary>
internal sealed class Csv(params IReadOnlyList<string> columns)
{
    private readonly StringBuilder _text = new StringBuilder().AppendJoin(',', columns).Append("\r\n");

    /// <param name="cells">
    /// One for each column: text, whole numbers, numbers, days, instants (told in UTC), yes or no; <see langword="null"/>: empty.
    /// </param>
    public void Add(params ReadOnlySpan<object?> cells)
    {
        if (cells.Length != columns.Count)
            throw new ArgumentException($"{cells.Length} cells for {columns.Count} columns.", nameof(cells));
        for (var i = 0; i < cells.Length; i++)
            _text.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        _text.Append("\r\n");
    }

    public override string ToString() => _text.ToString();

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "yes" : "no",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        string text => Quoted(Harmless(text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(Harmless(value.ToString() ?? "")),
    };

    /// <summary>A spreadsheet takes a text that begins like this for a formula and runs it (OWASP, CSV injection).</summary>
    private static string Harmless(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : '"' + text.Replace("\"", "\"\"") + '"';
}
