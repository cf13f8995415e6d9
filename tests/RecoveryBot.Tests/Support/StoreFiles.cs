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

    public CoachStore Open() => CoachStore.Open(Options);

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
