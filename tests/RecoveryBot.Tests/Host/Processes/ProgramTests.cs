using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryBot.Storage;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Processes;

/// <summary>The shipped program from outside: what it prints, and the number it ends with (design 6).</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly StoreFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Lines_of_a_pipe_are_all_answered_before_it_ends_well()
    {
        using var run = ProgramRun.Start(_files, "chat", "--plain");

        run.Say("/start", "I'm 18 or over, I agree", "None of these", "None of these").EndInput();

        Assert.Equal(ExitCode.Ok, run.WaitForExit());
        Assert.Contains(run.Seen, line => line.Contains("3 of 8", StringComparison.Ordinal));
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public void Quit_ends_it_once_what_was_said_is_answered()
    {
        using var run = ProgramRun.Start(_files);

        run.Say("/start", "I'm 18 or over, I agree", "quit");

        Assert.Equal(ExitCode.Ok, run.WaitForExit());
        Assert.Contains(run.Seen, line => line.Contains("1 of 8", StringComparison.Ordinal));
    }

    [Fact]
    public void Input_that_ends_before_any_line_is_told_in_one_line()
    {
        using var run = ProgramRun.Start(_files, "--plain");

        run.EndInput();

        AssertEnds(run, ExitCode.Configuration, "the input ended before any line");
    }

    [Fact]
    public void An_export_lies_beside_where_it_was_started_for_its_owner_alone_and_none_is_overwritten()
    {
        using var run = ProgramRun.Start(_files, "chat", "--plain");

        run.Say("/start", "I'm 18 or over, I agree", "/cancel", "/export", "/export").EndInput();

        Assert.Equal(ExitCode.Ok, run.WaitForExit());
        var files = Directory.GetFiles(_files.Home, "recoverybot-export-*.zip");
        Assert.Equal(2, files.Length);
        Assert.All(files, file =>
        {
            Assert.Contains(run.Seen, line => line.EndsWith("Saved as " + file, StringComparison.Ordinal));
            Assert.Equal("terminal", new ExportReader(File.ReadAllBytes(file)).Tables["accounts"]![0]!["platform"]!.ToString());
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        });
    }

    [Fact]
    public void A_second_terminal_is_refused_while_the_first_goes_on()
    {
        using var first = ProgramRun.Start(_files, "--plain");
        first.Expect("coach> Hello, I'm RecoveryBot.");
        using var second = ProgramRun.Start(_files, "--plain");

        AssertEnds(second, ExitCode.Database, "is in use by another RecoveryBot: stop that one first");

        first.Say("/help");
        first.Expect("/start");
    }

    [Fact]
    public void A_termination_signal_ends_it_well()
    {
        using var run = ProgramRun.Start(_files, "--plain");
        run.Answer("coach> I lead you through", "I'm 18 or over, I agree").Expect("1 of 8");

        run.Terminate();

        Assert.Equal(ExitCode.Ok, run.WaitForExit());
        Assert.Equal("", run.Errors);
        using var store = _files.Open();
    }

    [Theory]
    [InlineData("dance", "there is no command 'dance': use run, chat, migrate, config, demo or version")]
    [InlineData("--Coaching:TimeScale=0", "Coaching:TimeScale must be between 1 and 600")]
    [InlineData("--Coaching:TimeScale=fast", "Coaching:TimeScale")]
    [InlineData("--Telegram:Token=secret", "Telegram:Token is not a bot token")]
    [InlineData("--Access:AllowedUsers=me", "Access:AllowedUsers must be accounts like telegram:123")]
    [InlineData("--Storage:ConnectionString=Host=db;Password=x", "PostgreSQL server, which is not supported yet")]
    [InlineData("--Storage:ConnectionString=Nonsense=1", "Storage:ConnectionString is not one of SQLite")]
    public void A_wrong_word_or_setting_is_one_line_and_nothing_is_written(string arg, string line)
    {
        using var run = ProgramRun.Start(_files, arg);

        AssertEnds(run, ExitCode.Configuration, line);
        Assert.False(Directory.Exists(Path.GetDirectoryName(_files.Database)));
    }

    [Fact]
    public void The_settings_are_shown_without_their_secrets()
    {
        using var run = ProgramRun.StartOf(
            "RecoveryBot", _files, ["config"], new Dictionary<string, string>
            {
                ["Storage__ConnectionString"] = "Data Source=x.db;Password=hunter2",
                ["Operator__Name"] = "Olga",
                ["Telegram__Token"] = "42:hunter3",
            });

        Assert.Equal(ExitCode.Ok, run.WaitForExit());
        Assert.Contains("Storage:ConnectionString = Data Source=x.db;Password=***", run.Seen);
        Assert.Contains("Operator:Name = Olga", run.Seen);
        Assert.Contains("Telegram:Token = ***", run.Seen);
        Assert.DoesNotContain(run.Seen, line => line.Contains("hunter", StringComparison.Ordinal));
        Assert.Contains($"Storage:KeyFile = {_files.Options.KeyPath}", run.Seen);
    }

    [Fact]
    public void Migrate_and_version_say_what_there_is()
    {
        using var migrate = ProgramRun.Start(_files, "migrate");
        Assert.Equal(ExitCode.Ok, migrate.WaitForExit());
        Assert.Equal([$"The database has schema {CoachStore.SchemaVersion}."], migrate.Seen);

        using var version = ProgramRun.Start(_files, "version");
        Assert.Equal(ExitCode.Ok, version.WaitForExit());
        Assert.StartsWith("recoverybot ", Assert.Single(version.Seen), StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_database_is_left_alone()
    {
        _files.Open().Dispose();
        Execute("UPDATE schema_version SET version = 9999");

        using var run = ProgramRun.Start(_files, "--plain");

        AssertEnds(run, ExitCode.SchemaTooNew, "start the newer program, or restore an older backup");
    }

    [Fact]
    public void Another_key_or_none_is_refused_and_none_is_made()
    {
        _files.Open().Dispose();
        var key = File.ReadAllText(_files.Options.KeyPath);
        File.WriteAllText(_files.Options.KeyPath, Convert.ToBase64String(new byte[32]));
        using (var wrong = ProgramRun.Start(_files, "--plain"))
            AssertEnds(wrong, ExitCode.Configuration, "is not the key that this database was sealed with");

        File.WriteAllText(_files.Options.KeyPath, "short");
        using (var broken = ProgramRun.Start(_files, "--plain"))
            AssertEnds(broken, ExitCode.Configuration, "is not a key of 32 bytes in base64");

        File.Delete(_files.Options.KeyPath);
        using (var missing = ProgramRun.Start(_files, "--plain"))
            AssertEnds(missing, ExitCode.Configuration, "is missing, but the database is sealed");
        Assert.False(File.Exists(_files.Options.KeyPath));

        File.WriteAllText(_files.Options.KeyPath, key);
        _files.Open().Dispose();
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_as_it_is()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_files.Database)!);
        File.WriteAllText(_files.Database, new string('x', 5_000));

        using var run = ProgramRun.Start(_files, "--plain");

        AssertEnds(run, ExitCode.Database, "is damaged or no SQLite file: restore a backup");
        Assert.Equal(new string('x', 5_000), File.ReadAllText(_files.Database));
    }

    [Fact]
    public void A_locked_database_is_told()
    {
        _files.Open().Dispose();
        using var other = new SqliteConnection($"Data Source={_files.Database};Pooling=False");
        other.Open();
        other.Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE schema_version SET version = version");

        using var run = ProgramRun.StartOf(
            "RecoveryBot", _files, ["--plain"], new Dictionary<string, string>
            {
                ["Storage__ConnectionString"] = _files.Options.ConnectionString + ";Default Timeout=1",
            });

        AssertEnds(run, ExitCode.Database, "is locked by another program: stop it and start again");
    }

    [Fact]
    public void A_read_only_database_is_told()
    {
        _files.Open().Dispose();

        using var run = ProgramRun.StartOf(
            "RecoveryBot", _files, ["--plain"], new Dictionary<string, string>
            {
                ["Storage__ConnectionString"] = _files.Options.ConnectionString + ";Mode=ReadOnly",
            });

        AssertEnds(run, ExitCode.Database, "is read-only: give this program the right to write it");
    }

    [Fact]
    public void A_place_that_cannot_be_is_told()
    {
        File.WriteAllText(Path.Combine(_files.Home, "data"), "a file where the directory should be");

        using var run = ProgramRun.Start(_files, "--plain");

        AssertEnds(run, ExitCode.Database, "cannot be made");
    }

    private static void AssertEnds(ProgramRun run, int code, string line)
    {
        Assert.Equal(code, run.WaitForExit());
        Assert.Contains(line, run.Errors, StringComparison.Ordinal);
        Assert.StartsWith("recoverybot: ", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd().Split('\n'));
    }

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={_files.Database};Pooling=False");
        connection.Execute(statement);
    }
}
