using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Storage.Exports;

namespace RecoveryBot.Exports;

/// <summary>Everything about one user in one zip: JSON that can be read back, tables, and a page that explains them.</summary>
internal static class ExportZip
{
    /// <summary>Grows when an older reader could not make sense of the JSON any more.</summary>
    public const int Version = 1;

    /// <summary>The first instant that a zip can name: the clock of a small computer without a battery may be before it.</summary>
    private static readonly DateTimeOffset FirstOfZips = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // A file, no page: umlauts stay umlauts.
    };

    public static byte[] Pack(StoredUser user, DateTimeOffset now)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var words = Words.For(user.State?.Language ?? "en");
            Add(zip, "readme.txt", words.Text(ExportLines.Readme(now.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture))), now);
            Add(zip, "recoverybot.json", Json(user, now), now);
            Add(zip, "sessions.csv", ExportTables.Sessions(user), now);
            Add(zip, "measurements.csv", ExportTables.Measurements(user), now);
            Add(zip, "health-answers.csv", ExportTables.HealthAnswers(user), now);
        }

        return file.ToArray();
    }

    private static string Json(StoredUser user, DateTimeOffset now) => new JsonObject
    {
        ["format"] = "recoverybot-export",
        ["version"] = Version,
        ["exported_at"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["tables"] = user.Tables.DeepClone(),
    }.ToJsonString(Readable) + "\n";

    private static void Add(ZipArchive zip, string name, string text, DateTimeOffset now)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = now < FirstOfZips ? FirstOfZips : now;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
