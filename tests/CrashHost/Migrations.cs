using RecoveryBot.Storage;
using RecoveryBot.Storage.Sql;

namespace CrashHost;

/// <summary>A migration of two more steps, which dies between them.</summary>
internal static class Migrations
{
    public static int Apply(string connectionString, string keyFile, CrashPoint crash)
    {
        var next = Migrator.Known + 1;
        var options = new StorageOptions { ConnectionString = connectionString, KeyFile = keyFile };
        CoachStore.Open(options,
        [
            .. Migrator.Of(Dialect.Sqlite),
            new Migration(next, () => "CREATE TABLE first_step (id INTEGER)"),
            new Migration(next + 1, () =>
            {
                crash.Reached();
                return "CREATE TABLE second_step (id INTEGER)";
            }),
        ]).Dispose();
        return 0;
    }
}
