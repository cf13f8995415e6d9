using Microsoft.Data.Sqlite;

namespace RecoveryBot.Storage.Sql;

/// <summary>One SQLite file, held by this process alone; <c>kill -9</c> leaves no lock behind.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly FileStream? _lock;

    private SqliteFile(SqliteConnection connection, FileStream? fileLock)
    {
        Connection = connection;
        _lock = fileLock;
    }

    public SqliteConnection Connection { get; }

    /// <exception cref="StorageException">Held by another process, unreadable, read-only or no database.</exception>
    public static SqliteFile Open(string connectionString)
    {
        var settings = Parse(connectionString);
        var path = settings.DataSource;
        var inMemory = settings.Mode == SqliteOpenMode.Memory || path is "" or ":memory:";
        var fileLock = inMemory ? null : Lock(path);
        SqliteConnection? connection = null;
        try
        {
            connection = new SqliteConnection(settings.ConnectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Dialect.Sqlite.OnOpen;
            command.ExecuteNonQuery();
            return new SqliteFile(connection, fileLock);
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            fileLock?.Dispose();
            throw Explain(e, path);
        }
    }

    /// <summary>The one plain line for what SQLite reports: what is wrong, and what to do.</summary>
    public static StorageException Explain(SqliteException e, string path) => new(e.SqliteErrorCode switch
    {
        5 or 6 => $"The database '{path}' is locked by another program: stop it and start again.",
        8 => $"The database '{path}' is read-only: give this program the right to write it.",
        10 => $"The database '{path}' cannot be read or written: check the disk.",
        11 or 26 => $"The database '{path}' is damaged or no SQLite file: restore a backup.",
        13 => $"The disk of the database '{path}' is full: free some space and start again.",
        14 => $"The database '{path}' cannot be opened: check that its directory exists and may be written.",
        _ => $"The database '{path}' answered with error {e.SqliteErrorCode}.",
    }, e);

    public void Dispose()
    {
        Connection.Dispose();
        _lock?.Dispose();
    }

    private static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        if (connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            throw new ConfigurationException(
                "Storage:ConnectionString names a PostgreSQL server, which is not supported yet: use 'Data Source=<file>'.");
        }

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
