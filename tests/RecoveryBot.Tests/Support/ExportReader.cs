using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace RecoveryBot.Tests.Support;

/// <summary>Reads an export as a program of somebody else would: with what the zip holds and nothing else.</summary>
internal sealed class ExportReader
{
    private readonly Dictionary<string, string> _files = [];

    public ExportReader(ReadOnlyMemory<byte> content)
    {
        using var zip = new ZipArchive(new MemoryStream(content.ToArray()));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            _files[entry.FullName] = reader.ReadToEnd();
        }

        Json = JsonNode.Parse(_files["recoverybot.json"])!.AsObject();
    }

    public IEnumerable<string> Names => _files.Keys;

    public JsonObject Json { get; }

    public JsonObject Tables => Json["tables"]!.AsObject();

    public string Text(string file) => _files[file];

    /// <summary>The rows of a table, each by its columns.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Csv(string file)
    {
        var lines = Cells(_files[file]).ToList();
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static IEnumerable<List<string>> Cells(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\r')
                (row, cell) = ([.. row, cell.ToString()], cell.Clear());
            else if (!quoted && c == '\n')
            {
                yield return row;
                row = [];
            }
            else
                cell.Append(c);
        }
    }
}
