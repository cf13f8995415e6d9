using Microsoft.Extensions.DependencyInjection;

namespace RecoveryBot.Channels.Telegram;

/// <summary>Telegram as a chat channel, over the client that is added with its settings.</summary>
public static class TelegramChannelServiceCollectionExtensions
{
    public static IServiceCollection AddTelegramChannel(this IServiceCollection services) => services
        .AddSingleton<TelegramPresses>()
        .AddSingleton<TelegramPictures>()
        .AddSingleton<IChatChannel, TelegramChannel>()
        .AddSingleton<TelegramBotName>()
        .AddSingleton<TelegramUpdates>()
        .AddSingleton<TelegramGroups>()
        .AddSingleton<TelegramReceiver>()
        .AddSingleton<TelegramSetUp>()
        .AddSingleton<TelegramWebhookServer>()
        .AddSingleton<TelegramService>()
        .AddHostedService(provider => provider.GetRequiredService<TelegramService>());
}
