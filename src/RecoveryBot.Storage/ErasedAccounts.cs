using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Storage.Sql;

namespace RecoveryBot.Storage;

/// <summary>
/// Who has been erased, as keyed hashes in a file beside the key, one a line behind the instant: a backup from before
/// the erasure forgets them again when it is started.
/// </summary>
/// <remarks>
/// The database notes how far into the file it has seen, so a start without a restore reads nothing. Several databases
/// may share one key; each hash names its own.
/// </remarks>
internal sealed class ErasedAccounts
{
    private const string DatabaseId = "database_id";
    private const string Seen = "erased_seen";
    private readonly string _path;
    private readonly Seal _seal;
    private readonly string _database;

    private ErasedAccounts(string path, Seal seal, string database) => (_path, _seal, _database) = (path, seal, database);

    /// <summary>What the last erasure left undone; <see langword="null"/>: nothing.</summary>
    public string? Fault { get; set; }

    public static ErasedAccounts Open(string keyPath, Seal seal, PreparedStatements sql)
    {
        var database = PlatformState.Get(sql, DatabaseId);
        if (database is null)
            PlatformState.Put(sql, DatabaseId, database = RandomNumberGenerator.GetBytes(16));
        return new ErasedAccounts(keyPath + ".erased", seal, Convert.ToHexString(database));
    }

    /// <summary>Erases anew whoever this copy of the database does not know to be erased.</summary>
    /// <returns>Whether there was anybody.</returns>
    public bool Replay(PreparedStatements sql)
    {
        if (!File.Exists(_path))
            return false;

        var seen = PlatformState.Get(sql, Seen) is { } mark ? BitConverter.ToInt64(mark) : 0;
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read);
        if (file.Length == seen)
            return false;

        // A shorter file is another file: all of it is news.
        file.Position = seen < file.Length ? seen : 0;
        var erasedAt = Read(file);
        var found = sql.Connection.Query<Account>(Statements.AllAccounts, null, sql.Transaction)
            .Where(account => erasedAt.TryGetValue(HashOf(new AccountKey(account.Platform, account.ExternalId)), out var at)
                && account.Since <= at)
            .ToList();
        foreach (var account in found)
            BatchWriter.EraseUser(account.UserId, sql);
        Mark(sql, file.Length);
        return found.Count > 0;
    }

    /// <summary>
    /// Writes down, before the commit, that these accounts are erased with it: a crash in between erases at the next
    /// start, which is what was asked for.
    /// </summary>
    /// <returns>Takes the lines back, for a commit that failed.</returns>
    public Action Add(IEnumerable<AccountKey> accounts, DateTimeOffset at, PreparedStatements sql)
    {
        Fault = null;
        try
        {
            using var file = Append();
            var before = file.Length;
            foreach (var account in accounts)
            {
                var line = string.Create(
                    CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds()} {HashOf(account)}\n");
                file.Write(System.Text.Encoding.ASCII.GetBytes(line));
            }

            file.Flush(flushToDisk: true);
            Mark(sql, file.Length);
            return () => TakeBack(before);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A key on a read-only mount must not make an erasure impossible; the host logs it.
            Fault = $"'{_path}' cannot be written: {e.Message}";
            return () => { };
        }
    }

    private static Dictionary<string, long> Read(FileStream file)
    {
        var erasedAt = new Dictionary<string, long>();
        using var reader = new StreamReader(file, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var at, var hash] && long.TryParse(at, CultureInfo.InvariantCulture, out var instant))
                erasedAt[hash] = instant;
        }

        return erasedAt;
    }

    private void TakeBack(long length)
    {
        try
        {
            using var file = Append();
            file.SetLength(length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fault = $"'{_path}' cannot be written: {e.Message}";
        }
    }

    private FileStream Append()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(_path, options);
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    private string HashOf(AccountKey account) => _seal.KeyedHash($"{_database}/{account.Platform}/{account.ExternalId}");

    private static void Mark(PreparedStatements sql, long length) =>
        PlatformState.Put(sql, Seen, BitConverter.GetBytes(length));

    private sealed record Account(long UserId, string Platform, string ExternalId, long Since);
}
