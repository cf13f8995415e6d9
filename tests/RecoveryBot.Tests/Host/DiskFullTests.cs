using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RecoveryBot.Channels;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;
using RecoveryBot.Outbox;
using RecoveryBot.Storage;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

/// <summary>The disk is full while somebody lies with their legs up.</summary>
public sealed class DiskFullTests : IDisposable
{
    private readonly StoreFiles _files = new();
    private readonly StringWriter _output = new();
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 19, 0, 0, TimeSpan.Zero));
    private readonly IHost _host;

    public DiskFullTests() => _host = Commands.Build(
        [$"--Storage:ConnectionString={_files.Options.ConnectionString}", $"--Storage:KeyFile={_files.Options.KeyFile}"],
        services => services
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<ITerminalScreen>(new PlainScreen(_output))
            .AddSingleton(new TerminalReader(() => null, _time))
            .AddSingleton<TerminalSession>().AddSingleton<TerminalHearing>().AddSingleton<IChatChannel, TerminalChannel>());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private CoachStore Store => _host.Services.GetRequiredService<CoachStore>();

    private string Screen => _output.ToString();

    public void Dispose()
    {
        _host.Dispose();
        _output.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task Nothing_is_acknowledged_signs_are_answered_and_the_bell_rings_when_there_is_room_again()
    {
        await LieDownAsync();
        await FillAsync();
        var shown = Screen.Length;

        await HearAsync("my chest hurts");
        Assert.Contains("coach> Stop now.", Screen[shown..], StringComparison.Ordinal);
        Assert.Contains("coach> Sorry, I cannot store anything right now", Screen[shown..], StringComparison.Ordinal);

        // A bell may still fit into the last pages; this one does not.
        Store.Database.Connection.Execute(
            "CREATE TEMP TRIGGER no_room BEFORE INSERT ON outbox BEGIN SELECT raise(ABORT, 'database or disk is full'); END");
        _time.Advance(TimeSpan.FromMinutes(6));
        await Assert.ThrowsAsync<StorageException>(FireAsync);
        Assert.DoesNotContain("Time's up.", Screen, StringComparison.Ordinal);

        Store.Database.Connection.Execute("PRAGMA max_page_count = 1000000; DROP TRIGGER no_room");
        await FireAsync();
        Assert.Contains("coach> Time's up.", Screen, StringComparison.Ordinal);
    }

    private async Task LieDownAsync()
    {
        await HearAsync("/start", "I'm 18 or over, I agree");
        for (var card = 0; card < 8; card++)
            await HearAsync("None of these");
        await HearAsync("No to all", "15 minutes", "Start", "I'm in position");
        _time.Advance(TimeSpan.FromMinutes(1));
        await FireAsync();
        await HearAsync("I'm in position");
        _time.Advance(TimeSpan.FromMinutes(3));
        await FireAsync();
        await HearAsync("Legs are up");
        Assert.Contains("I'll ring when it's time", Screen, StringComparison.Ordinal);
    }

    /// <summary>No page may be added any more, and what is left in the pages is used up.</summary>
    private async Task FillAsync()
    {
        Store.Database.Connection.Execute("PRAGMA max_page_count = 1");
        for (var n = 0; n < 2_000 && !Screen.Contains("cannot store", StringComparison.Ordinal); n++)
            await HearAsync("/help");
        Assert.Contains("cannot store", Screen, StringComparison.Ordinal);
    }

    private async Task HearAsync(params string[] lines)
    {
        foreach (var line in lines)
            await _host.Services.GetRequiredService<TerminalHearing>().HearAsync(new CoachInput.Text(line), Stop);
    }

    private async Task FireAsync()
    {
        await _host.Services.GetRequiredService<WakeLoop>().FireDueAsync(Stop);
        await _host.Services.GetRequiredService<DeliveryWorker>().DrainAsync(Stop);
    }
}
