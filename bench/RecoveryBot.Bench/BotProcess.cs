using System.Diagnostics;
using System.Globalization;

namespace RecoveryBot.Bench;

/// <summary>The real program, or what one would pick instead, as a process of its own.</summary>
/// <remarks>Should it end before the benchmark is done with it, the benchmark ends too: nobody would ever answer.</remarks>
internal sealed class BotProcess : IDisposable
{
    /// <summary>What the kernel counts CPU time in, a second.</summary>
    private const double TicksPerSecond = 100;

    private readonly Process _process;
    private volatile bool _mayEnd;

    private BotProcess(ProcessStartInfo start, string program)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) =>
        {
            if (_mayEnd)
                return;
            Console.Error.WriteLine($"{program} has ended with exit code {_process.ExitCode} while it was measured.");
            Environment.Exit(1);
        };
        _process.Start();
    }

    /// <param name="program">
    /// The published program, its library, or a script for Node.js; <see langword="null"/>: the program beside the benchmark.
    /// </param>
    public static BotProcess Start(string? program, Workplace work, string token, string address)
    {
        program ??= Path.Combine(AppContext.BaseDirectory, "RecoveryBot.dll");
        var start = Path.GetExtension(program) switch
        {
            ".dll" => new ProcessStartInfo("dotnet", [program]),
            ".js" => new ProcessStartInfo("node", [program]),
            _ => new ProcessStartInfo(program),
        };
        start.Environment["Telegram__Token"] = token;
        start.Environment["Telegram__ApiBaseUrl"] = address;
        start.Environment["Storage__ConnectionString"] = work.Options.ConnectionString;
        start.Environment["Storage__KeyFile"] = work.Options.KeyFile;
        return new BotProcess(start, program);
    }

    /// <summary>User and system time so far, seconds.</summary>
    public double CpuSeconds
    {
        get
        {
            var line = File.ReadAllText($"/proc/{_process.Id}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
        }
    }

    /// <summary>Memory that is really there, MiB.</summary>
    public double ResidentMib => Number(
        File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;

    public void Dispose()
    {
        _mayEnd = true;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
