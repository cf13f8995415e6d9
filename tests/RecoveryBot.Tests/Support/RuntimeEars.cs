using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace RecoveryBot.Tests.Support;

/// <summary>Hears whatever the runtime can be made to tell: traces, metrics, and the network's events.</summary>
internal sealed class RuntimeEars : IDisposable
{
    private readonly ConcurrentQueue<string> _told;
    private readonly ActivityListener _traces;
    private readonly MeterListener _metrics;
    private readonly Events _events;

    public RuntimeEars(ConcurrentQueue<string> told)
    {
        _told = told;
        _traces = ListenToTraces();
        _metrics = ListenToMetrics();
        _events = new Events(told);
    }

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
        _events.Dispose();
    }

    private ActivityListener ListenToTraces()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _told.Enqueue($"trace {activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener ListenToMetrics()
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, own) => own.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => TellMetric(instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => TellMetric(instrument, tags));
        listener.Start();
        return listener;
    }

    private void TellMetric(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _told.Enqueue($"metric {instrument.Name} {string.Join(' ', tags.ToArray())}");

    /// <summary>What <c>dotnet-trace</c> and the like would see.</summary>
    private sealed class Events(ConcurrentQueue<string> told) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name.StartsWith("System.Net.", StringComparison.Ordinal))
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            told?.Enqueue($"event {eventData.EventName} {string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[])}");
    }

    /// <summary>Every line of a log at every level.</summary>
    internal sealed class Lines(ConcurrentQueue<string> told) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => told.Enqueue($"log {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
