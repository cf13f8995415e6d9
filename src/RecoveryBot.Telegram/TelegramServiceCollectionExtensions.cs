using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RecoveryBot.Telegram.Polling;
using RecoveryBot.Telegram.Webhook;

namespace RecoveryBot.Telegram;

/// <summary>The Bot API client with its settings.</summary>
public static class TelegramServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="TelegramClient"/>, <see cref="TelegramPoller"/> and <see cref="TelegramWebhook"/>. One client for
    /// the process: a factory's rotating handlers and logging would only have to be switched off again.
    /// </summary>
    public static IServiceCollection AddTelegramClient(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration("Telegram").ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TelegramClient>();
        services.AddSingleton<TelegramPoller>();
        services.AddSingleton<TelegramWebhook>();
        return services;
    }
}
