using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace RecoveryBot.Storage.Sql;

/// <summary>One SQLite file, held by this process alone; <c>kill -9</c> leaves no lock behind.</summary>
internal sealed class SqliteDialect : Dialect
{
    /// <summary>FULL: a commit survives a power failure. All but the journal mode are per connection.</summary>
    private const string OnOpen = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA busy_timeout = 5000;
        PRAGMA secure_delete = ON;
        """;

    public override string Migrations => "Sqlite";

    public override string HasTable => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @name";

    public override string AfterErase => "PRAGMA wal_checkpoint(TRUNCATE)";

    public override Database Open(string connectionString)
    {
        var settings = Parse(connectionString);
        var path = settings.DataSource;
        var inMemory = settings.Mode == SqliteOpenMode.Memory || path is "" or ":memory:";
        var fileLock = inMemory ? null : Lock(path);
        if (!inMemory && settings.Mode == SqliteOpenMode.ReadWriteCreate)
            CreateForOwnerAlone(path);
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = OnOpen;
            command.ExecuteNonQuery();
            return new Database(this, connection, path, fileLock);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            fileLock?.Dispose();
            throw Explain(e, path);
        }
    }

    public override StorageException Explain(DbException e, string name) => new((e as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => $"The database '{name}' is locked by another program: stop it and start again.",
        8 => $"The database '{name}' is read-only: give this program the right to write it.",
        10 => $"The database '{name}' cannot be read or written: check the disk.",
        11 or 26 => $"The database '{name}' is damaged or no SQLite file: restore a backup.",
        13 => $"The disk of the database '{name}' is full: free some space; until then nothing is stored.",
        14 => $"The database '{name}' cannot be opened: check that its directory exists and may be written.",
        var code => $"The database '{name}' answered with error {code}: {e.Message}",
    }, e);

    private static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            // One connection for the life of the process: a pool would only keep the file open after it.
            return new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        }
        catch (ArgumentException e)
        {
            throw new ConfigurationException("Storage:ConnectionString is not one of SQLite: use 'Data Source=<file>'.", e);
        }
    }

    /// <summary>Ids and instants stand in clear in it, so nobody else on the machine reads it; what SQLite adds has its mode.</summary>
    private static void CreateForOwnerAlone(string path)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path))
            return;

        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            new FileStream(path, options).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // SQLite fails on it too, and says why.
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StorageException(
                $"The directory of the database '{path}' cannot be written: give this program the right to.", e);
        }
        catch (IOException e) when (File.Exists(path + ".lock"))
        {
            throw new StorageException(
                $"The database '{path}' is in use by another RecoveryBot: stop that one first.", e);
        }
        catch (IOException e)
        {
            throw new StorageException($"The directory of the database '{path}' cannot be made: {e.Message}", e);
        }
    }
}
