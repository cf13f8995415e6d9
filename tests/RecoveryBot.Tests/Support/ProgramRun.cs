using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace RecoveryBot.Tests.Support;

/// <summary>The program as a process of its own, talked to line by line in plain mode.</summary>
internal sealed class ProgramRun : IDisposable
{
    /// <summary>Far more than any answer takes, so that a busy machine is no failure.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = [];
    private readonly StringBuilder _errors = new();
    private readonly List<string> _seen = [];

    private ProgramRun(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                _lines.CompleteAdding();
            else
                _lines.Add(line.Data);
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
                _errors.Append(line.Data).Append(line.Data is null ? "" : "\n");
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>What stands on standard error once the program has ended.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    public IReadOnlyList<string> Seen => _seen;

    public static ProgramRun Start(StoreFiles files, params string[] args) =>
        StartOf("RecoveryBot", files, args, new Dictionary<string, string>());

    /// <param name="program">Assembly beside the tests: the program, or the one that crashes.</param>
    /// <param name="settings">Environment variables on top of the database and the key.</param>
    public static ProgramRun StartOf(
        string program, StoreFiles files, IEnumerable<string> args, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = files.Home,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program + ".dll"));
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        start.Environment["Storage__ConnectionString"] = files.Options.ConnectionString;
        start.Environment["Storage__KeyFile"] = files.Options.KeyFile;
        start.Environment["PATH"] = WithChartTool(files.Home) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new ProgramRun(new Process { StartInfo = start });
    }

    /// <summary>A tool that draws nothing, so that the program finds one on every machine and says no more than it has to.</summary>
    private static string WithChartTool(string home)
    {
        var directory = Directory.CreateDirectory(Path.Combine(home, "tools")).FullName;
        File.WriteAllText(Path.Combine(directory, "rsvg-convert"), "");
        return directory;
    }

    public ProgramRun Say(params string[] lines)
    {
        foreach (var line in lines)
            _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return this;
    }

    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Reads on until a line has these words; fails when the program ends or is silent for too long.</summary>
    public string Expect(string words)
    {
        var deadline = Stopwatch.StartNew();
        while (_lines.TryTake(out var line, Deadline - deadline.Elapsed is { Ticks: > 0 } left ? left : TimeSpan.Zero))
        {
            _seen.Add(line);
            if (line.Contains(words, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"No line had '{words}'. Seen:\n{string.Join('\n', _seen)}\nErrors:\n{Errors}");
    }

    /// <summary>Answers the question with these words, once it is on the screen.</summary>
    public ProgramRun Answer(string question, string answer)
    {
        Expect(question);
        return Say(answer);
    }

    public void Kill() => _process.Kill();

    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit(Deadline);
    }

    /// <summary>The exit code, after the last line has been read.</summary>
    public int WaitForExit()
    {
        if (!_process.WaitForExit(Deadline))
            throw new InvalidOperationException($"The program does not end. Seen:\n{string.Join('\n', _seen)}");

        _process.WaitForExit();
        while (_lines.TryTake(out var line))
            _seen.Add(line);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _lines.Dispose();
    }
}
