using Microsoft.Extensions.Logging;

namespace RecoveryBot.Tests.Support;

/// <summary>Keeps what is logged at Warning and above, one line each.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource Seen)> _watchers = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    /// <summary>Completes with the first line that fits, past or to come.</summary>
    public Task WhenAsync(Func<string, bool> wanted)
    {
        lock (_gate)
        {
            if (_lines.Exists(line => wanted(line)))
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((wanted, seen));
            return seen.Task;
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(KeptLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var line = formatter(state, exception);
            lock (log._gate)
            {
                log._lines.Add(line);
                foreach (var watcher in log._watchers.FindAll(watcher => watcher.Wanted(line)))
                    watcher.Seen.TrySetResult();
            }
        }
    }
}
