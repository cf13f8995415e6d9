namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>The word files of a language: plain text that a clinician can read and correct, built into the assembly.</summary>
internal static class WordFile
{
    /// <summary>
    /// Lines without comments and blank ones of a file, or of all files of a folder; a line that begins with a space goes on
    /// with the one above it.
    /// </summary>
    public static IReadOnlyList<string> Lines(string language, string name)
    {
        var assembly = typeof(WordFile).Assembly;
        var path = $"{typeof(WordFile).Namespace}.{language}.{name}.";
        var files = assembly.GetManifestResourceNames().Where(file => file.StartsWith(path, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            throw new InvalidOperationException($"No word file {path} is in the assembly.");
        var lines = new List<string>();
        foreach (var file in files)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0 || line[0] == '#')
                    continue;
                if (line[0] == ' ' && lines.Count > 0)
                    lines[^1] += line;
                else
                    lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>"name = member, member", line by line.</summary>
    public static IEnumerable<(string Name, string[] Members)> Families(string language, string name)
    {
        foreach (var line in Lines(language, name))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            yield return (line[..at].Trim(), line[(at + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
    }

    /// <summary>The patterns under each [heading].</summary>
    public static IEnumerable<(string Heading, string Pattern)> Sections(string language, string name)
    {
        var heading = "";
        foreach (var line in Lines(language, name))
        {
            if (line[0] == '[')
                heading = line.Trim('[', ']', ' ');
            else
                yield return (heading, line.Trim());
        }
    }
}
