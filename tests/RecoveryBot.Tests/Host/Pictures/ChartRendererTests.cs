using Microsoft.Extensions.Logging;
using RecoveryBot.Pictures;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Pictures;

public sealed class ChartRendererTests : IDisposable
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly KeptLog _log = new();
    private readonly ILoggerFactory _logs;
    private readonly ManualResetEventSlim _open = new();

    public ChartRendererTests() => _logs = LoggerFactory.Create(logging => logging.AddProvider(_log));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _open.Set();
        _logs.Dispose();
    }

    [Fact]
    public async Task Two_are_drawn_at_a_time_and_what_finds_no_room_is_told_in_words_at_once()
    {
        var (now, most) = (0, 0);
        using var charts = Renderer(svg =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            _open.Wait();
            Interlocked.Decrement(ref now);
            return [.. svg.Select(c => (byte)c)];
        });

        var asked = Enumerable.Range(0, 60).Select(n => charts.RenderAsync($"{n}", Stop)).ToList();
        var refused = asked.Count(task => task.IsCompleted && task.Result is null);
        Assert.InRange(refused, 28, 30);
        _open.Set();
        var drawn = await Task.WhenAll(asked);

        Assert.Equal(60 - refused, drawn.Count(png => png is not null));
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task A_renderer_that_hangs_costs_its_askers_five_seconds_and_no_more()
    {
        using var charts = Renderer(_ =>
        {
            _open.Wait();
            return [1];
        });
        var asked = Enumerable.Range(0, 20).Select(n => charts.RenderAsync($"{n}", Stop)).ToList();

        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.DoesNotContain(asked, task => task.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.All(await Task.WhenAll(asked), Assert.Null);
        Assert.Equal(20, _log.Lines.Count(line => line.Contains("it took more than 5 s", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_chart_that_fails_does_not_take_the_next_one_with_it()
    {
        using var charts = Renderer(svg => svg == "bad" ? throw new InvalidOperationException("no font") : svg == "none" ? null : [7]);

        Assert.Null(await charts.RenderAsync("bad", Stop));
        Assert.Null(await charts.RenderAsync("bad", Stop));
        Assert.Null(await charts.RenderAsync("none", Stop));
        Assert.Equal([7], await charts.RenderAsync("good", Stop));
        Assert.Equal(3, _log.Lines.Count);
    }

    [Fact]
    public async Task Without_the_tool_one_line_at_start_says_so_and_nothing_is_drawn()
    {
        using var charts = Renderer(null);

        Assert.Null(await charts.RenderAsync("<svg/>", Stop));
        Assert.Null(await charts.RenderAsync("<svg/>", Stop));
        Assert.Equal(["rsvg-convert is not installed (Debian: librsvg2-bin): charts are told in words."], _log.Lines);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
            Interlocked.CompareExchange(ref most, value, seen);
    }

    private ChartRenderer Renderer(DrawChart? draw) => new(draw, _time, _logs.CreateLogger<ChartRenderer>());
}
