using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryBot.Storage;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Storage;

public sealed class OpeningTests : IDisposable
{
    private readonly StoreFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_first_start_makes_a_key_that_only_its_owner_reads()
    {
        using (_files.Open())
        {
        }

        Assert.True(File.Exists(_files.Options.KeyPath));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_files.Options.KeyPath));
    }

    [Fact]
    public void The_database_and_what_lies_beside_it_are_read_by_their_owner_alone()
    {
        using var open = _files.Open();

        string[] written = [_files.Database, _files.Database + "-wal", _files.Database + "-shm"];
        foreach (var file in written)
        {
            Assert.True(File.Exists(file), file);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void A_second_process_on_the_same_file_is_told_so()
    {
        using var first = _files.Open();

        var refused = Assert.Throws<StorageException>(_files.Open);

        Assert.Contains("in use by another RecoveryBot", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_is_never_replaced_when_there_is_data()
    {
        _files.Open().Dispose();
        File.Delete(_files.Options.KeyPath);

        Assert.Throws<ConfigurationException>(_files.Open);
        Assert.False(File.Exists(_files.Options.KeyPath));
    }

    [Fact]
    public void Another_key_is_refused()
    {
        _files.Open().Dispose();
        File.WriteAllText(_files.Options.KeyPath, Convert.ToBase64String(new byte[32]));

        Assert.Throws<ConfigurationException>(_files.Open);
    }

    [Fact]
    public void A_newer_schema_is_refused_and_left_alone()
    {
        _files.Open().Dispose();
        Execute("UPDATE schema_version SET version = 9999");

        Assert.Equal(9999, Assert.Throws<SchemaTooNewException>(_files.Open).Found);
    }

    [Fact]
    public void A_file_that_is_no_database_is_told_in_one_line()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_files.Database)!);
        File.WriteAllText(_files.Database, new string('x', 5000));

        var refused = Assert.Throws<StorageException>(_files.Open);

        Assert.Contains("restore a backup", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_address_is_not_taken_for_a_file() => Assert.Throws<ConfigurationException>(
        () => CoachStore.Open(new StorageOptions { ConnectionString = "Host=db;Database=coach" }));

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={_files.Database};Pooling=False");
        connection.Execute(statement);
    }
}
