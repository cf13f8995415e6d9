using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecoveryBot.Discord;

namespace RecoveryBot.Tests.Discord;

/// <summary>A wrong setting is named at start, and a secret is never shown.</summary>
public sealed class DiscordOptionsTests
{
    private const string Token = RestRig.Token;

    [Fact]
    public void Without_a_token_discord_is_off_and_nothing_else_matters() =>
        Assert.False(Read(("Shards", "0"), ("Token", "")).IsOn);

    [Fact]
    public void A_token_alone_is_enough()
    {
        var options = Read(("Token", Token));

        Assert.True(options.IsOn);
        Assert.Equal(("https://discord.com/api/v10", null, null), (options.ApiBaseUrl, options.GatewayUrl, options.Shards));
    }

    [Theory]
    [InlineData("Token", "654321", "Discord:Token is not a bot token")]
    [InlineData("Token", "Bot " + Token, "Discord:Token is not a bot token")]
    [InlineData("Token", "0123456789abcdef0123456789abcdef", "Discord:Token is not a bot token")]
    [InlineData("Token", "a.b.c\nX", "Discord:Token is not a bot token")]
    [InlineData("TokenFile", "/nowhere/token", "Discord:TokenFile cannot be read (DirectoryNotFoundException)")]
    [InlineData("ApiBaseUrl", "discord.com", "Discord:ApiBaseUrl")]
    [InlineData("ApiBaseUrl", "wss://discord.com", "Discord:ApiBaseUrl")]
    [InlineData("GatewayUrl", "https://gateway.discord.gg", "Discord:GatewayUrl")]
    [InlineData("GatewayUrl", "wss://gateway.discord.gg/?v=9", "Discord:GatewayUrl")]
    [InlineData("Shards", "0", "Discord:Shards")]
    [InlineData("Shards", "1001", "Discord:Shards")]
    public void A_wrong_setting_is_named_and_a_secret_is_not_echoed(string key, string value, string complaint)
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Read(("Token", Token), (key, value)));

        Assert.StartsWith(complaint, problem.Message, StringComparison.Ordinal);
        if (key == "Token")
            Assert.DoesNotContain(value, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_token_can_come_from_a_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Token + "\n");

        var options = Read(("TokenFile", file), ("GatewayUrl", "wss://gateway.discord.gg"), ("Shards", "2"));

        Assert.NotNull(options.ReadToken());
        Assert.Equal(2, options.Shards);
        File.Delete(file);
    }

    private static DiscordOptions Read(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            settings.GroupBy(setting => setting.Key).ToDictionary(group => "Discord:" + group.Key, group => (string?)group.Last().Value)).Build());
        services.AddDiscordClient();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<DiscordOptions>>().Value;
    }
}
