using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using RecoveryBot.Channels;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Storage;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Transcripts;

/// <summary>
/// A conversation as a text file. What happens is played into the real services (<c>user> words</c>, <c>clock + 5 min</c>,
/// <c>restart</c>, <c>restart + 10 min</c> for a program that was down); what the coach says is written between it as the
/// terminal's plain mode prints it, with ♪ where a message rings. <c>given other.txt</c> plays that one first, unprinted; <c>dose 13</c> is
/// where an earlier life with the coach had led to.
/// </summary>
internal sealed partial class Transcript : IDisposable
{
    private readonly StringBuilder _said = new();
    private readonly StringWriter _screen;
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 19, 42, 0, TimeSpan.Zero));
    private readonly StoreFiles _files = new();
    private readonly SqliteConnection _keepsDatabase;
    private readonly StorageOptions _storage;
    private readonly Func<Outgoing, Task<ChatMessage>>? _platform;
    private TranscriptHost _host;

    private Transcript(Func<Outgoing, Task<ChatMessage>>? platform)
    {
        _platform = platform;
        _screen = new StringWriter(_said);
        var database = $"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        _storage = new StorageOptions { ConnectionString = database, KeyFile = _files.Options.KeyFile };
        // A database in memory lives as long as somebody is connected to it: over a restart that is us.
        _keepsDatabase = new SqliteConnection(database + ";Pooling=False");
        _keepsDatabase.Open();
        _host = new TranscriptHost(_storage, _time, _screen, _platform);
    }

    public static string Folder => Path.Combine(Repository.Tests, "Transcripts");

    /// <summary>Plays a file.</summary>
    /// <param name="platform">Where messages pass through; see <see cref="TranscriptHost"/>.</param>
    /// <returns>The file as it reads when the coach says what it says now.</returns>
    public static async Task<string> PlayAsync(string file, Func<Outgoing, Task<ChatMessage>>? platform = null)
    {
        using var transcript = new Transcript(platform);
        return await transcript.PlayFileAsync(file);
    }

    public void Dispose()
    {
        _host.Dispose();
        _keepsDatabase.Dispose();
        _files.Dispose();
        _screen.Dispose();
    }

    private async Task<string> PlayFileAsync(string file)
    {
        var text = new StringBuilder();
        var begun = false;
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Folder, file)))
        {
            if (IsCoach().IsMatch(line))
                continue;
            if (line.Length == 0 || line[0] == '#')
            {
                text.Append(line).Append('\n');
                continue;
            }

            if (DoseLine().Match(line) is { Success: true } dose)
            {
                _host.FirstTarget = int.Parse(dose.Groups["minutes"].Value, CultureInfo.InvariantCulture);
                text.Append(line).Append('\n');
                continue;
            }

            if (!begun && !line.StartsWith("given ", StringComparison.Ordinal))
            {
                await _host.OpenAsync();
                TakeSaid(text);
            }

            begun = true;
            text.Append(line).Append('\n');
            if (line.StartsWith("given ", StringComparison.Ordinal))
            {
                await PlayFileAsync(line["given ".Length..].Trim());
                continue;
            }

            await PlayLineAsync(file, line);
            TakeSaid(text);
        }

        return text.ToString();
    }

    private async Task PlayLineAsync(string file, string line)
    {
        if (line.StartsWith("user> ", StringComparison.Ordinal))
        {
            await _host.TypeAsync(line["user> ".Length..]);
        }
        else if (ClockLine().Match(line) is { Success: true } clock)
        {
            await _host.WaitAsync(TimeOf(clock));
        }
        else if (RestartLine().Match(line) is { Success: true } restart)
        {
            _host.Dispose();
            _time.Advance(restart.Groups["number"].Success ? TimeOf(restart) : TimeSpan.Zero);
            _host = new TranscriptHost(_storage, _time, _screen, _platform);
            await _host.OpenAsync();
        }
        else
        {
            throw new FormatException($"{file}: no line of a transcript: {line}");
        }
    }

    private void TakeSaid(StringBuilder text)
    {
        text.Append(_said);
        _said.Clear();
    }

    private static TimeSpan TimeOf(Match match)
    {
        var number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "s" => TimeSpan.FromSeconds(number),
            "min" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    [GeneratedRegex(@"^(coach[>~] |  )")]
    private static partial Regex IsCoach();

    [GeneratedRegex(@"^dose (?<minutes>\d+)$")]
    private static partial Regex DoseLine();

    [GeneratedRegex(@"^clock \+ (?<number>\d+(\.\d+)?) (?<unit>s|min|h|days?)$")]
    private static partial Regex ClockLine();

    [GeneratedRegex(@"^restart( \+ (?<number>\d+(\.\d+)?) (?<unit>s|min|h|days?))?$")]
    private static partial Regex RestartLine();
}
