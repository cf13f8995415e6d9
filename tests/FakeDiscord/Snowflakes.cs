namespace FakeDiscord;

/// <summary>Ids that rise with time: milliseconds since 2015 in the upper bits.</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private const long Epoch = 1_420_070_400_000;

    private readonly Lock _gate = new();
    private ulong _last;

    public ulong Next()
    {
        lock (_gate)
        {
            var now = (ulong)(time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
            return _last = Math.Max(now, _last + 1);
        }
    }

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);
}
