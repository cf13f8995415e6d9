using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using FakeTelegram;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Polling;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;
using RecoveryBot.Telegram.Webhook;

namespace RecoveryBot.Tests.Telegram;

/// <summary>A canary: whatever the runtime can be made to tell about the calls, the token is not in it.</summary>
public sealed class TelegramSecretTests
{
    private const string Canary = "canary-secret_part-of-the-token-0123456789";
    private const string Token = "987654321:" + Canary;

    private readonly ConcurrentQueue<string> _told = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_token_is_in_no_log_exception_trace_metric_or_event()
    {
        await using var fake = await FakeTelegramServer.StartAsync(new FakeTelegramOptions { Token = Token });
        await using var provider = ServicesFor(fake);
        using var traces = ListenToTraces();
        using var metrics = ListenToMetrics();
        using var events = new Events(_told);
        var client = provider.GetRequiredService<TelegramClient>();
        fake.People.Say(TelegramRig.Ann, "hello");

        await client.GetMeAsync(Stop);
        await client.SendPhotoAsync(
            new SendPhoto { ChatId = TelegramRig.Ann.Id, Photo = new InputFile.Upload("a.png", new byte[] { 0xFF, 0xD8, 0 }) }, Stop);
        foreach (var fault in Faults())
        {
            fake.Faults.Add(fault);
            Tell(await Record.ExceptionAsync(() => client.SendMessageAsync(TelegramRig.ToAnn("hi"), Stop)));
            fake.Faults.Add(fault with { Method = "getUpdates" });
            await provider.GetRequiredService<TelegramPoller>().StepAsync(new KeepingConsumer { Failures = 1 }, Stop);
        }

        await provider.GetRequiredService<TelegramWebhook>().ReceiveAsync("wrong", Stream.Null, new KeepingConsumer(), Stop);
        Tell(client);
        Tell(provider.GetRequiredService<TelegramPoller>());
        Tell(TelegramToken.TryParse(Token));

        Assert.DoesNotContain(_told, line => line.Contains(Canary, StringComparison.Ordinal));
        Assert.Contains(_told, line => line.Contains("Telegram cannot be polled", StringComparison.Ordinal));
        Assert.Contains(_told, line => line.Contains("http.client.request.duration", StringComparison.Ordinal));
        Assert.Contains(_told, line => line.Contains("/sendMessage", StringComparison.Ordinal));
    }

    /// <summary>The same listeners do hear a client that takes no care.</summary>
    [Fact]
    public async Task The_canary_would_be_heard()
    {
        await using var fake = await FakeTelegramServer.StartAsync(new FakeTelegramOptions { Token = Token });
        using var traces = ListenToTraces();
        using var events = new Events(_told);
        using var careless = new HttpClient();

        await careless.GetAsync(new Uri(fake.Address, $"/bot{Token}/getMe"), Stop);

        Assert.Contains(_told, line => line.StartsWith("trace", StringComparison.Ordinal) && line.Contains(Canary, StringComparison.Ordinal));
        Assert.Contains(_told, line => line.StartsWith("event", StringComparison.Ordinal) && line.Contains(Canary, StringComparison.Ordinal));
    }

    private static IEnumerable<Fault> Faults() =>
    [
        new(FaultKind.Refuse) { Status = 400, Text = $"Bad Request: no such path /bot{Token}/sendMessage" },
        new(FaultKind.Body) { Status = 502, Text = $"<html>/bot{Token}/sendMessage</html>" },
        new(FaultKind.CutBefore),
        new(FaultKind.Truncate),
    ];

    private void Tell(object? what) => _told.Enqueue(what?.ToString() ?? "");

    private ServiceProvider ServicesFor(FakeTelegramServer fake)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = Token,
            ["Telegram:ApiBaseUrl"] = fake.Address.OriginalString,
            ["Telegram:PollSeconds"] = "0",
        }).Build());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(_told)));
        services.AddTelegramClient();
        return services.BuildServiceProvider();
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

    private sealed class Lines(ConcurrentQueue<string> told) : ILoggerProvider, ILogger
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
