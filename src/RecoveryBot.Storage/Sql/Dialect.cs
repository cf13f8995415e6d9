using System.Data.Common;

namespace RecoveryBot.Storage.Sql;

/// <summary>
/// All that one database engine does differently: how it is opened, three statements, its column types (in the
/// migration scripts) and what its errors mean. Everything else is in <see cref="Statements"/>, once for all.
/// </summary>
internal abstract class Dialect
{
    public static readonly Dialect Sqlite = new SqliteDialect();

    /// <summary>Folder of its migration scripts; the numbers are the same for every dialect.</summary>
    public abstract string Migrations { get; }

    /// <summary>Counts the tables named <c>@name</c>.</summary>
    public abstract string HasTable { get; }

    /// <summary>Run after an erase has been committed, so that no old page keeps the data.</summary>
    public abstract string AfterErase { get; }

    /// <summary>The dialect that a connection string is written in.</summary>
    /// <exception cref="ConfigurationException">None that this program speaks.</exception>
    public static Dialect Of(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? throw new ConfigurationException(
                "Storage:ConnectionString names a PostgreSQL server, which is not supported yet: use 'Data Source=<file>'.")
            : Sqlite;

    /// <summary>Opens the database for this process.</summary>
    /// <exception cref="ConfigurationException">The connection string is wrong.</exception>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public abstract Database Open(string connectionString);

    /// <summary>The one plain line for what the engine reports: what is wrong, and what to do.</summary>
    /// <param name="name">How a person knows the database: its file or server.</param>
    public abstract StorageException Explain(DbException e, string name);
}
