using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecoveryBot.Telegram;

namespace RecoveryBot.Tests.Telegram;

/// <summary>A wrong setting is named at start, and a secret is never shown.</summary>
public sealed class TelegramOptionsTests
{
    [Fact]
    public void Without_a_token_telegram_is_off_and_nothing_else_matters() =>
        Assert.False(Read(("PollSeconds", "99"), ("Token", "")).IsOn);

    [Fact]
    public void A_token_alone_is_enough()
    {
        var options = Read(("Token", "123456:ABC-def_1"));

        Assert.True(options.IsOn);
        Assert.Equal(("https://api.telegram.org", 30, false), (options.ApiBaseUrl, options.PollSeconds, options.HasWebhook));
    }

    [Theory]
    [InlineData("Token", "654321", "Telegram:Token is not a bot token")]
    [InlineData("Token", "bot123456:ABC", "Telegram:Token is not a bot token")]
    [InlineData("Token", "123456:ABC/../x", "Telegram:Token is not a bot token")]
    [InlineData("Token", "123456:ABC\nX", "Telegram:Token is not a bot token")]
    [InlineData("TokenFile", "/nowhere/token", "Telegram:TokenFile cannot be read (DirectoryNotFoundException)")]
    [InlineData("ApiBaseUrl", "api.telegram.org", "Telegram:ApiBaseUrl")]
    [InlineData("ApiBaseUrl", "ftp://api.telegram.org", "Telegram:ApiBaseUrl")]
    [InlineData("PollSeconds", "51", "Telegram:PollSeconds")]
    [InlineData("PollSeconds", "-1", "Telegram:PollSeconds")]
    [InlineData("WebhookUrl", "http://bot.example.org/hook", "Telegram:WebhookUrl")]
    [InlineData("WebhookSecret", "no spaces", "Telegram:WebhookSecret must")]
    [InlineData("WebhookSecretFile", "/nowhere/secret", "Telegram:WebhookSecretFile")]
    public void A_wrong_setting_is_named_and_a_secret_is_not_echoed(string key, string value, string complaint)
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Read(("Token", "123456:ABC"), (key, value)));

        Assert.StartsWith(complaint, problem.Message, StringComparison.Ordinal);
        if (key is "Token" or "WebhookSecret")
            Assert.DoesNotContain(value, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_can_come_from_files()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "123456:from-a-file\n");

        var options = Read(("TokenFile", file), ("WebhookUrl", "https://bot.example.org/hook"));

        Assert.NotNull(options.ReadToken());
        File.Delete(file);
    }

    private static TelegramOptions Read(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            settings.GroupBy(setting => setting.Key).ToDictionary(group => "Telegram:" + group.Key, group => (string?)group.Last().Value)).Build());
        services.AddTelegramClient();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<TelegramOptions>>().Value;
    }
}
