using System.Collections.Concurrent;
using FakeTelegram;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Polling;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;
using RecoveryBot.Telegram.Webhook;
using RecoveryBot.Tests.Support;

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
        using var ears = new RuntimeEars(_told);
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
        using var ears = new RuntimeEars(_told);
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
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new RuntimeEars.Lines(_told)));
        services.AddTelegramClient();
        return services.BuildServiceProvider();
    }
}
