using System.Globalization;

namespace RecoveryBot.Storage.Sql;

/// <summary>Brings the schema up to what this program knows: embedded, numbered scripts, in one transaction.</summary>
internal static class Migrator
{
    private const string Folder = ".Sql.Migrations.";

    /// <summary>The schema that this program knows.</summary>
    public static int Known => Of(Dialect.Sqlite)[^1].Number;

    /// <summary>The scripts of a dialect, in their order.</summary>
    public static IReadOnlyList<Migration> Of(Dialect dialect) =>
        [.. typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder + dialect.Migrations + ".", StringComparison.Ordinal))
            .Select(name => new Migration(NumberOf(name, dialect), () => Read(name)))
            .OrderBy(migration => migration.Number)];

    /// <exception cref="SchemaTooNewException">The database was written by a newer program.</exception>
    public static void Apply(PreparedStatements sql, Dialect dialect, IReadOnlyList<Migration> migrations)
    {
        var known = migrations[^1].Number;
        var found = Found(sql, dialect);
        if (found > known)
            throw new SchemaTooNewException(found, known);
        if (found == known)
            return;

        sql.Run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
        foreach (var migration in migrations.Where(migration => migration.Number > found))
            sql.Run(migration.Sql());
        sql.Run("DELETE FROM schema_version");
        sql.Run("INSERT INTO schema_version (version) VALUES (@version)", ("@version", known));
    }

    private static int Found(PreparedStatements sql, Dialect dialect) =>
        sql.Find(dialect.HasTable, ("@name", "schema_version")) is 0L
            ? 0
            : (int)(long)sql.Find("SELECT coalesce(max(version), 0) FROM schema_version")!;

    private static int NumberOf(string name, Dialect dialect)
    {
        var start = name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length + dialect.Migrations.Length + 1;
        // A file name that begins with a digit gets an underscore as a resource.
        return int.Parse(name.AsSpan(name[start] == '_' ? start + 1 : start, 4), CultureInfo.InvariantCulture);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

/// <summary>One step of the schema.</summary>
/// <param name="Number">Rising; a gap is allowed, but nothing may ever be put into it once a database has passed it.</param>
/// <param name="Sql">Reads the script.</param>
internal sealed record Migration(int Number, Func<string> Sql);
