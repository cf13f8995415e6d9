using RecoveryBot.Storage;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly StoreFiles _files = new();

    public override void Dispose()
    {
        base.Dispose();
        _files.Dispose();
    }

    protected override CoachStore Open() => _files.Open();
}
