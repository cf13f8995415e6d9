using RecoveryBot.Storage;

namespace RecoveryBot.Tests.Support;

/// <summary>A database and a key in a directory of their own, gone with the test.</summary>
internal sealed class StoreFiles : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("recoverybot-").FullName;

    public string Database => Path.Combine(_home, "data", "coach.db");

    public StorageOptions Options => new()
    {
        ConnectionString = "Data Source=" + Database,
        KeyFile = Path.Combine(_home, "config", "key"),
    };

    /// <summary>How often a test has started the program on these files.</summary>
    public int Starts { get; set; }

    public string Home => _home;

    public CoachStore Open() => CoachStore.Open(Options);

    /// <summary>A backup of the database, without the key; the program must not be running.</summary>
    public void KeepCopy() => File.Copy(Database, Path.Combine(_home, "copy.db"), overwrite: true);

    public void Restore()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Database)!))
            File.Delete(file);
        File.Copy(Path.Combine(_home, "copy.db"), Database);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
