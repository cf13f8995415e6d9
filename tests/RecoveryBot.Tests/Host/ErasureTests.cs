using RecoveryBot.Coaching;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

public sealed class ErasureTests : IDisposable
{
    private readonly StoreFiles _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task What_follows_an_erasure_in_the_same_batch_belongs_to_a_new_user()
    {
        using var rig = new HostRig(Deleting, _files);
        await rig.Conversation.HandleAsync([HostRig.Says("a"), HostRig.Says("b")], Stop);
        await rig.Worker.DrainAsync(Stop);

        await rig.Conversation.HandleAsync(
            [HostRig.Says("delete"), HostRig.Says("again"), HostRig.Says("c", "bob"), HostRig.Says("delete", id: "2"), HostRig.Says("last")],
            Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(
            ["a1", "b2", "bye", "again1", "bye", "last1"],
            rig.Channel.Sent.Where(line => line.StartsWith("chat-ann", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]));
        Assert.Contains("chat-bob: c1 minutes", rig.Channel.Sent);
        Assert.Equal(1, (await rig.Store.FindUserAsync(new AccountKey("test", "ann"), Stop))!.State.Step);
    }

    [Fact]
    public async Task Whoever_was_erased_is_erased_again_when_an_older_copy_is_restored()
    {
        await LeadAsync(["a", "b"]);
        _files.KeepCopy();
        await LeadAsync(["delete"]);

        _files.Restore();
        using var rig = new HostRig(Deleting, _files);

        Assert.Null(await rig.Store.FindUserAsync(new AccountKey("test", "ann"), Stop));
        Assert.NotNull(await rig.Store.FindUserAsync(new AccountKey("test", "bob"), Stop));
        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM users"));
    }

    [Fact]
    public async Task Whoever_came_back_after_erasing_stays()
    {
        await LeadAsync(["a"]);
        await LeadAsync(["delete"]);
        await LeadAsync(["again"]);
        _files.KeepCopy();
        await LeadAsync(["more"]);

        _files.Restore();
        using var rig = new HostRig(Deleting, _files);

        Assert.Equal(1, (await rig.Store.FindUserAsync(new AccountKey("test", "ann"), Stop))!.State.Step);
    }

    [Fact]
    public async Task The_file_of_the_erased_names_nobody_and_only_its_owner_reads_it()
    {
        await LeadAsync(["a"]);
        await LeadAsync(["delete"]);

        var path = _files.Options.KeyPath + ".erased";
        Assert.Matches("^[0-9]+ [A-Za-z0-9+/=]{44}\n$", await File.ReadAllTextAsync(path, Stop));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task Another_database_under_the_same_key_is_not_touched()
    {
        await LeadAsync(["a"]);
        using var other = new StoreFiles();
        Directory.CreateDirectory(Path.GetDirectoryName(other.Options.KeyPath)!);
        File.Copy(_files.Options.KeyPath, other.Options.KeyPath);
        var rig = new HostRig(Deleting, other);
        await rig.Conversation.HandleAsync(HostRig.Says("a"), Stop);
        rig.Stop();
        await LeadAsync(["delete"]);
        File.Copy(_files.Options.KeyPath + ".erased", other.Options.KeyPath + ".erased");

        using var again = new HostRig(Deleting, other);

        Assert.NotNull(await again.Store.FindUserAsync(new AccountKey("test", "ann"), Stop));
    }

    [Fact]
    public async Task An_erasure_that_could_not_be_committed_is_not_remembered()
    {
        using var rig = new HostRig(Deleting, _files);
        await rig.Conversation.HandleAsync(HostRig.Says("a"), Stop);
        rig.Execute("CREATE TRIGGER full BEFORE DELETE ON users BEGIN SELECT raise(ABORT, 'disk is full'); END");

        await Assert.ThrowsAsync<RecoveryBot.Storage.StorageException>(
            () => rig.Conversation.HandleAsync(HostRig.Says("delete"), Stop));

        Assert.Equal("", await File.ReadAllTextAsync(_files.Options.KeyPath + ".erased", Stop));
        Assert.NotNull(await rig.Store.FindUserAsync(new AccountKey("test", "ann"), Stop));
    }

    [Fact]
    public async Task An_erasure_goes_on_when_the_file_cannot_be_written()
    {
        Directory.CreateDirectory(_files.Options.KeyPath + ".erased");
        using var rig = new HostRig(Deleting, _files);
        await rig.Conversation.HandleAsync([HostRig.Says("a"), HostRig.Says("delete")], Stop);

        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM users"));
        Assert.Single(rig.Log.Lines, line => line.StartsWith("Somebody is erased, but", StringComparison.Ordinal));
    }

    /// <summary>Ann says these, and Bob is there too; each run is a start of the program, an hour after the one before.</summary>
    private async Task LeadAsync(string[] words)
    {
        var rig = new HostRig(Deleting, _files);
        rig.Time.Advance(TimeSpan.FromHours(_files.Starts++));
        await rig.Conversation.HandleAsync(
            [HostRig.Says("hello", "bob"), .. words.Select(word => HostRig.Says(word))], Stop);
        rig.Stop();
    }

    private static Decision Deleting(UserState state, CoachInput input, DateTimeOffset now)
    {
        var words = ((CoachInput.Text)input).Words;
        return words.StartsWith("delete", StringComparison.Ordinal)
            ? new Decision { State = state, Erases = true, Replies = [HostRig.Line("bye")] }
            : new Decision { State = state with { Step = state.Step + 1 }, Replies = [HostRig.Line($"{words}{state.Step + 1}")] };
    }
}
