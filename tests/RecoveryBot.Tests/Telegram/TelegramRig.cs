using FakeTelegram;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Wire;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Telegram;

/// <summary>The client beside a fake server of its own, both by one manual clock.</summary>
internal sealed class TelegramRig : IAsyncDisposable
{
    /// <summary>
    /// How long a test that waits for the other side may hang before it fails; a guard, never a wait.
    /// </summary>
    public const int PatienceMilliseconds = 120_000;

    public static readonly Person Ann = new(4_503_599_627_370_495);

    private TelegramRig(FakeTelegramServer fake, ManualTimeProvider time)
    {
        Fake = fake;
        Time = time;
        Options = new TelegramOptions { Token = fake.Token, ApiBaseUrl = fake.Address.OriginalString, PollSeconds = 0 };
        Client = new TelegramClient(Options, time, TelegramConnections.Create());
    }

    public FakeTelegramServer Fake { get; }

    public ManualTimeProvider Time { get; }

    public TelegramOptions Options { get; }

    public TelegramClient Client { get; }

    /// <param name="change">What the fake does otherwise.</param>
    public static async Task<TelegramRig> StartAsync(Func<FakeTelegramOptions, FakeTelegramOptions>? change = null)
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        var options = new FakeTelegramOptions { Time = time };
        return new TelegramRig(await FakeTelegramServer.StartAsync(change?.Invoke(options) ?? options), time);
    }

    /// <summary>A rig in which Ann has written, so that she can be written to.</summary>
    public static async Task<TelegramRig> WithAnnAsync(Func<FakeTelegramOptions, FakeTelegramOptions>? change = null)
    {
        var rig = await StartAsync(change);
        rig.Fake.People.Say(Ann, "hello");
        return rig;
    }

    public static SendMessage ToAnn(string text) => new() { ChatId = Ann.Id, Text = text };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Fake.DisposeAsync();
    }
}
