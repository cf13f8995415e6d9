using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RecoveryBot.Pictures;

/// <summary>Turns the SVG of a chart into a PNG; it may take long and runs on a thread where that hurts nobody.</summary>
/// <returns><see langword="null"/>: it could not be drawn.</returns>
public delegate byte[]? DrawChart(string svg);

/// <summary>
/// Draws charts for the channels that show pictures: two at a time on threads of their own, some waiting, and none for
/// long. Where nothing is drawn the message goes in words.
/// </summary>
public sealed class ChartRenderer : IDisposable
{
    private const int AtOnce = 2;

    /// <summary>More than this at once goes in words: while a chart waits, its chat and one call of its channel wait too.</summary>
    private const int MostWaiting = 30;

    /// <summary>From being asked for, the waiting included.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly DrawChart? _draw;
    private readonly TimeProvider _time;
    private readonly ILogger<ChartRenderer> _log;
    private readonly BlockingCollection<Job> _waiting = new(MostWaiting);
    private readonly Lazy<bool> _threads;

    /// <param name="draw"><see langword="null"/>: there is no tool for it.</param>
    public ChartRenderer(DrawChart? draw, TimeProvider time, ILogger<ChartRenderer> log)
    {
        (_draw, _time, _log) = (draw, time, log);
        _threads = new Lazy<bool>(StartThreads);
        if (draw is null)
            log.NoChartTool();
    }

    /// <returns>A PNG; <see langword="null"/>: there is none, or not in time.</returns>
    public async Task<byte[]?> RenderAsync(string svg, CancellationToken cancellationToken)
    {
        var job = new Job(svg);
        if (_draw is null || !_threads.Value || !_waiting.TryAdd(job, 0, CancellationToken.None))
            return null;

        try
        {
            return await job.Done.Task.WaitAsync(Limit, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            job.Done.TrySetResult(null);
            _log.ChartNotDrawn($"it took more than {Limit.TotalSeconds} s");
            return null;
        }
    }

    public void Dispose() => _waiting.CompleteAdding();

    private bool StartThreads()
    {
        for (var thread = 0; thread < AtOnce; thread++)
            new Thread(DrawAll) { IsBackground = true, Name = "charts" }.Start();
        return true;
    }

    private void DrawAll()
    {
        foreach (var job in _waiting.GetConsumingEnumerable())
        {
            if (job.Done.Task.IsCompleted)
                continue;

            try
            {
                var png = _draw!(job.Svg);
                if (png is null)
                    _log.ChartNotDrawn("the tool did not draw it");
                job.Done.TrySetResult(png);
            }
            catch (Exception e)
            {
                // Whatever it is, it concerns this one chart; the next is drawn all the same.
                _log.ChartNotDrawn(e.Message);
                job.Done.TrySetResult(null);
            }
        }
    }

    private sealed record Job(string Svg)
    {
        public TaskCompletionSource<byte[]?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
