using System.Data.Common;
using System.Globalization;
using Dapper;

namespace RecoveryBot.Storage.Sql;

/// <summary>Brings the schema up to what this program knows: embedded, numbered scripts, in one transaction.</summary>
internal static class Migrator
{
    private const string Folder = ".Sql.Migrations.";

    /// <summary>The schema that this program knows.</summary>
    public static int Known => Scripts().Max(script => script.Number);

    /// <exception cref="SchemaTooNewException">The database was written by a newer program.</exception>
    public static void Apply(DbConnection connection, DbTransaction transaction, Dialect dialect)
    {
        var found = Found(connection, transaction, dialect);
        var scripts = Scripts();
        if (found > scripts[^1].Number)
            throw new SchemaTooNewException(found, scripts[^1].Number);
        if (found == scripts[^1].Number)
            return;

        connection.Execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)", null, transaction);
        foreach (var script in scripts.Where(script => script.Number > found))
            connection.Execute(Read(script.Name), null, transaction);
        connection.Execute("DELETE FROM schema_version", null, transaction);
        connection.Execute(
            "INSERT INTO schema_version (version) VALUES (@version)", new { version = scripts[^1].Number }, transaction);
    }

    private static int Found(DbConnection connection, DbTransaction transaction, Dialect dialect) =>
        connection.ExecuteScalar<long>(dialect.HasTable, new { name = "schema_version" }, transaction) == 0
            ? 0
            : connection.ExecuteScalar<int>("SELECT coalesce(max(version), 0) FROM schema_version", null, transaction);

    private static List<(int Number, string Name)> Scripts() =>
        [.. typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(name => (NumberOf(name), name))
            .OrderBy(script => script.Item1)];

    private static int NumberOf(string name) => int.Parse(
        name.AsSpan(name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length, 4), CultureInfo.InvariantCulture);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
