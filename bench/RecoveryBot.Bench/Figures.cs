using System.Globalization;

namespace RecoveryBot.Bench;

/// <summary>Times of the same thing, many times over.</summary>
internal sealed class Figures
{
    private readonly List<TimeSpan> _times = [];

    public void Add(TimeSpan time)
    {
        lock (_times)
            _times.Add(time);
    }

    /// <param name="part">0 to 1; 0.5 is the median.</param>
    /// <returns>Milliseconds.</returns>
    public double At(double part)
    {
        lock (_times)
            return At([.. _times.Order()], part);
    }

    /// <summary>Median, 99th percentile and longest, milliseconds.</summary>
    public override string ToString()
    {
        lock (_times)
        {
            TimeSpan[] sorted = [.. _times.Order()];
            return sorted.Length == 0 ? "none" : string.Create(
                CultureInfo.InvariantCulture,
                $"median {At(sorted, 0.5):0.###} ms, p99 {At(sorted, 0.99):0.###} ms, longest {At(sorted, 1):0.###} ms ({sorted.Length} times)");
        }
    }

    private static double At(TimeSpan[] sorted, double part) =>
        sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)].TotalMilliseconds;
}
