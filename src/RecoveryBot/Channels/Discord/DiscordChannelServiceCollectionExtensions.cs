using Microsoft.Extensions.DependencyInjection;

namespace RecoveryBot.Channels.Discord;

/// <summary>Discord as a chat channel, over the client that is added with its settings.</summary>
public static class DiscordChannelServiceCollectionExtensions
{
    public static IServiceCollection AddDiscordChannel(this IServiceCollection services) => services
        .AddSingleton<DiscordInteractions>()
        .AddSingleton<IChatChannel, DiscordChannel>()
        .AddSingleton<DiscordUpdates>()
        .AddSingleton<DiscordReceiver>()
        .AddSingleton<DiscordSetUp>()
        .AddSingleton<DiscordService>()
        .AddHostedService(provider => provider.GetRequiredService<DiscordService>());
}
