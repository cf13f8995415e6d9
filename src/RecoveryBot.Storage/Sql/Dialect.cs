namespace RecoveryBot.Storage.Sql;

/// <summary>What one database engine says differently; the statements that both share are in <see cref="Statements"/>.</summary>
/// <param name="OnOpen">Run on each new connection.</param>
/// <param name="HasTable">Counts the tables named <c>@name</c>.</param>
/// <param name="AfterErase">Run after an erase has been committed, so that no old page keeps the data.</param>
internal sealed record Dialect(string OnOpen, string HasTable, string AfterErase)
{
    /// <summary>FULL: a commit survives a power failure. All but the journal mode are per connection.</summary>
    public static readonly Dialect Sqlite = new(
        OnOpen: """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = ON;
            PRAGMA busy_timeout = 5000;
            PRAGMA secure_delete = ON;
            """,
        HasTable: "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @name",
        AfterErase: "PRAGMA wal_checkpoint(TRUNCATE)");
}
