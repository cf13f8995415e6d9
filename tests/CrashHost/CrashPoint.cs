using System.Diagnostics;

namespace CrashHost;

/// <summary>Ends the process as a power failure does, the <paramref name="count"/>-th time it is reached.</summary>
internal sealed class CrashPoint(int count)
{
    private int _left = count;

    public void Reached()
    {
        if (Interlocked.Decrement(ref _left) != 0)
            return;

        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
