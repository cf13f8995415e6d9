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

    /// <summary>Median, 99th percentile and longest, milliseconds.</summary>
    public override string ToString()
    {
        lock (_times)
        {
            var sorted = _times.Order().ToList();
            return sorted.Count == 0 ? "none" : string.Create(
                CultureInfo.InvariantCulture,
                $"median {At(0.5):0.###} ms, p99 {At(0.99):0.###} ms, longest {At(1):0.###} ms ({sorted.Count} times)");

            double At(double part) => sorted[(int)Math.Ceiling(part * sorted.Count) - 1].TotalMilliseconds;
        }
    }
}
