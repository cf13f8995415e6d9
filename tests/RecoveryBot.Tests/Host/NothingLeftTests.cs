using System.Text;
using RecoveryBot.Demo;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

/// <summary>After <c>/delete</c> no byte that was the person's is left in any file (P10).</summary>
[Trait("Rule", "TONE-9")]
public sealed class NothingLeftTests : IDisposable
{
    private readonly StoreFiles _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task After_erasing_no_file_holds_a_byte_of_the_person()
    {
        var rig = new HostRig(RecoveryBot.Coaching.Coach.Decide, _files, timeScale: 1);
        const string Person = "person-4711";
        foreach (var (words, id) in ((string[])["/start", "I'm 18 or over, I agree", .. Enumerable.Repeat("None of these", 8), "/cancel",
            "/measure", "Heavy legs", "6", "Heat", "Close", "/remind 20:30", "Vienna", "/cancel"]).Select((words, id) => (words, id)))
        {
            await rig.Conversation.HandleAsync(HostRig.Says(words, Person, $"{id}"), Stop);
            await rig.Worker.DrainAsync(Stop);
        }

        rig.Execute("INSERT INTO nudges (user_id, kind, day, number, snoozes, at) SELECT user_id, 3, '2026-03-02', 1, 0, 0 FROM users");
        byte[][] traces =
        [
            Encoding.UTF8.GetBytes(Person), Encoding.UTF8.GetBytes("chat-" + Person),
            .. new[] { "users.state", "measurements.content" }.Select(place => place.Split('.'))
                .Select(place => rig.Query<byte[]>($"SELECT {place[1]} FROM {place[0]} LIMIT 1")[..32]),
        ];
        Assert.All(traces, trace => Assert.Contains(Files(), file => Holds(file, trace)));

        await rig.Conversation.HandleAsync(HostRig.Says("/delete", Person, "d1"), Stop);
        await rig.Worker.DrainAsync(Stop);
        await rig.Conversation.HandleAsync(HostRig.Says("Erase everything", Person, "d2"), Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.StartsWith("Everything about you is erased.", rig.Channel.Newest.Text);
        Assert.Equal(0, rig.Query<int>("SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM reminders) + (SELECT count(*) FROM nudges) + (SELECT count(*) FROM measurements) + (SELECT count(*) FROM outbox)"));
        Assert.All(traces, trace => Assert.All(Files(), file => Assert.False(Holds(file, trace), $"{Encoding.Latin1.GetString(trace)} is in {Path.GetFileName(file)}")));
        rig.Stop();
    }

    [Fact]
    public async Task Four_weeks_are_exported_within_five_seconds()
    {
        await DemoCommand.LiveAsync(
            ["demo", "--Storage:ConnectionString=" + _files.Options.ConnectionString, "--Storage:KeyFile=" + _files.Options.KeyFile], new DateOnly(2026, 3, 2), weeks: 4);
        using var store = _files.Open();
        var id = (await store.FindUserAsync(DemoPerson.Account, Stop))!.Id!.Value;

        var began = TimeProvider.System.GetTimestamp();
        var user = await store.ReadAllAsync(id, Stop);
        var zip = new ExportReader(RecoveryBot.Exports.ExportZip.Pack(user!, new DateTimeOffset(2026, 3, 30, 12, 0, 0, TimeSpan.Zero)));

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(23, zip.Csv("sessions.csv").Count);
        Assert.Equal(user!.Sessions.Select(s => s.Number), zip.Tables["sessions"]!.AsArray().Select(row => row!["content"]!["number"]!.GetValue<int>()));
        Assert.Equal(user.Measurements.Select(m => (m.Number, m.Value)), zip.Tables["measurements"]!.AsArray()
            .Select(row => (row!["content"]!["number"]!.GetValue<int>(), row["content"]!["value"]!.GetValue<decimal>())));
    }

    /// <summary>All but the lock, which nobody else may open and which is empty.</summary>
    private List<string> Files() =>
        [.. Directory.EnumerateFiles(_files.Home, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))];

    private static bool Holds(string file, byte[] trace)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(trace) >= 0;
    }
}
