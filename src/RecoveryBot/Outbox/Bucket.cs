namespace RecoveryBot.Outbox;

/// <summary>So many at once, and then so many a second.</summary>
/// <param name="size">The burst.</param>
internal sealed class Bucket(int size, double perSecond, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _left = size;
    private long _at = time.GetTimestamp();

    /// <summary>Takes one.</summary>
    /// <returns>How long until there is one; zero: it is taken.</returns>
    public TimeSpan Take()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _left = Math.Min(size, _left + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond));
            _at = now;
            if (_left < 1)
                return TimeSpan.FromSeconds((1 - _left) / perSecond) + TimeSpan.FromMilliseconds(1);
            _left--;
            return TimeSpan.Zero;
        }
    }
}
