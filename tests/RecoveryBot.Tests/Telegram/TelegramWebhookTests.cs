using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Options;
using RecoveryBot.Telegram.Webhook;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Telegram;

/// <summary>A posted update is acknowledged when it is stored, and not before.</summary>
public sealed class TelegramWebhookTests
{
    private const string Secret = "a-secret_of-the-webhook";
    private const string Hello = """{"update_id":5,"message":{"message_id":1,"chat":{"id":7,"type":"private"},"date":1,"text":"hello"}}""";

    private readonly KeepingConsumer _consumer = new();
    private readonly KeepingLog<TelegramWebhook> _log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stored_update_is_acknowledged()
    {
        await using var rig = await TelegramRig.StartAsync();

        var answer = await WebhookOf(rig).ReceiveAsync(Secret, Body(Hello), _consumer, Stop);

        Assert.Equal(new WebhookAnswer(200), answer);
        Assert.Equal("hello", _consumer.Batches[0][0].Message!.Text);
        Assert.Null(_consumer.Offset);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret_of-the-webhoo")]
    [InlineData("A-secret_of-the-webhook")]
    public async Task Without_the_secret_nothing_is_read(string? secret)
    {
        await using var rig = await TelegramRig.StartAsync();
        using var body = Body(Hello);

        var answer = await WebhookOf(rig).ReceiveAsync(secret, body, _consumer, Stop);

        Assert.Equal(401, answer.Status);
        Assert.Equal(0, body.Position);
        Assert.Empty(_consumer.Batches);
    }

    [Fact]
    public async Task A_body_longer_than_any_update_is_not_read_to_its_end()
    {
        await using var rig = await TelegramRig.StartAsync();
        using var body = new MemoryStream(new byte[3 * TelegramWebhook.MaxBodyBytes]);

        var answer = await WebhookOf(rig).ReceiveAsync(Secret, body, _consumer, Stop);

        Assert.Equal(413, answer.Status);
        Assert.True(body.Position < 2 * TelegramWebhook.MaxBodyBytes);
    }

    [Fact]
    public async Task What_is_no_update_is_refused_and_what_cannot_be_read_is_kept()
    {
        await using var rig = await TelegramRig.StartAsync();
        var webhook = WebhookOf(rig);

        var nothing = await webhook.ReceiveAsync(Secret, Body("<html>"), _consumer, Stop);
        var unreadable = await webhook.ReceiveAsync(Secret, Body("""{"update_id":6,"message":[]}"""), _consumer, Stop);

        Assert.Equal((400, 200), (nothing.Status, unreadable.Status));
        Assert.NotNull(_consumer.Batches.Single()[0].Undecodable);
    }

    [Fact]
    public async Task While_the_store_is_down_telegram_is_asked_to_come_again()
    {
        await using var rig = await TelegramRig.StartAsync();
        _consumer.Failures = 1;

        var answer = await WebhookOf(rig).ReceiveAsync(Secret, Body(Hello), _consumer, Stop);

        Assert.Equal(new WebhookAnswer(503, TimeSpan.FromSeconds(5)), answer);
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task Telegram_posts_with_the_secret_and_repeats_until_it_is_stored()
    {
        WatchedTime? watch = null;
        await using var rig = await TelegramRig.WithAnnAsync(options =>
            options with { Time = watch = new WatchedTime((ManualTimeProvider)options.Time) });
        await using var site = await SiteAsync(rig);
        _consumer.Failures = 1;
        var refused = rig.Fake.Webhook.WhenAnsweredAsync();
        await WebhookOf(rig).RegisterAsync(Stop);
        await refused;
        await watch!.WhenWaitingAsync(TimeSpan.FromSeconds(5));

        var waited = rig.Fake.Updates.Count;
        var stored = rig.Fake.Webhook.WhenAnsweredAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(5));
        await stored;

        Assert.Equal(1, waited);
        Assert.Equal([503, 200], rig.Fake.Webhook.Answers);
        Assert.Equal("hello", _consumer.Batches.Single()[0].Message!.Text);
        Assert.Empty(rig.Fake.Log.Violations);
    }

    [Fact]
    public async Task Without_a_secret_set_each_start_makes_its_own()
    {
        await using var rig = await TelegramRig.StartAsync();
        rig.Options.WebhookUrl = "http://127.0.0.1:1/hook";

        await new TelegramWebhook(rig.Client, Options.Create(rig.Options), _log).RegisterAsync(Stop);
        await new TelegramWebhook(rig.Client, Options.Create(rig.Options), _log).RegisterAsync(Stop);

        var secrets = rig.Fake.Log.Of("setWebhook").Select(call => call.Parameters["secret_token"]!.ToString()).ToList();
        Assert.All(secrets, secret => Assert.Matches("^[0-9A-F]{64}$", secret));
        Assert.NotEqual(secrets[0], secrets[1]);
    }

    private static MemoryStream Body(string json) => new(Encoding.UTF8.GetBytes(json));

    private TelegramWebhook WebhookOf(TelegramRig rig)
    {
        rig.Options.WebhookSecret = Secret;
        return new TelegramWebhook(rig.Client, Options.Create(rig.Options), _log);
    }

    /// <summary>The smallest web server that carries the webhook, as a host would write it.</summary>
    private async Task<WebApplication> SiteAsync(TelegramRig rig)
    {
        var webhook = WebhookOf(rig);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.Run(async context =>
        {
            var answer = await webhook.ReceiveAsync(
                context.Request.Headers[TelegramWebhook.SecretHeader], context.Request.Body, _consumer, context.RequestAborted);
            context.Response.StatusCode = answer.Status;
            if (answer.RetryAfter is { } wait)
                context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        });
        await site.StartAsync(Stop);
        rig.Options.WebhookUrl = site.Urls.First() + "/hook";
        return site;
    }
}
