using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RecoveryBot.Discord.Gateway;
using RecoveryBot.Discord.Rest;

namespace RecoveryBot.Discord;

/// <summary>The Discord client with its settings.</summary>
public static class DiscordServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="DiscordRestClient"/> and <see cref="DiscordGateway"/>. One of each for the process: they hold what was
    /// learnt about limits.
    /// </summary>
    public static IServiceCollection AddDiscordClient(this IServiceCollection services)
    {
        services.AddOptions<DiscordOptions>().BindConfiguration("Discord").ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DiscordRestClient>();
        services.AddSingleton<DiscordGateway>();
        return services;
    }
}
