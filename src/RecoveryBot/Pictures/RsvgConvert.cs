using System.ComponentModel;
using System.Diagnostics;

namespace RecoveryBot.Pictures;

/// <summary>Debian's <c>rsvg-convert</c> (librsvg2-bin): SVG in, PNG out, in a process of its own.</summary>
internal sealed class RsvgConvert(string program)
{
    private const string Name = "rsvg-convert";
    private const int Width = 960;

    /// <summary>A chart takes some 50 ms; whatever takes this long has gone wrong.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <returns><see langword="null"/>: it is not installed.</returns>
    public static DrawChart? Find() => Find(Environment.GetEnvironmentVariable("PATH"));

    /// <param name="path">The directories to look in, as in the variable PATH.</param>
    internal static DrawChart? Find(string? path)
    {
        var found = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(directory => (string[])[Path.Combine(directory, Name), Path.Combine(directory, Name + ".exe")])
            .FirstOrDefault(File.Exists);
        return found is null ? null : new RsvgConvert(found).Draw;
    }

    /// <returns><see langword="null"/>: it did not draw anything.</returns>
    private byte[]? Draw(string svg)
    {
        var start = new ProcessStartInfo(program, ["--format=png", $"--width={Width}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The program's own settings, its tokens among them, are none of the tool's business.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "HOME")).ToList())
            start.Environment.Remove(name);
        try
        {
            using var process = Process.Start(start)!;
            using var limit = new Timer(_ => Kill(process), null, Limit, Timeout.InfiniteTimeSpan);
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardInput.Write(svg);
            process.StandardInput.Close();
            using var png = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(png);
            process.WaitForExit();
            return process.ExitCode == 0 && png.Length > 0 ? png.ToArray() : null;
        }
        catch (Exception e) when (e is IOException or Win32Exception)
        {
            return null;
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended in the same moment.
        }
    }
}
