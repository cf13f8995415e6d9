using Microsoft.Extensions.DependencyInjection;

namespace RecoveryBot.Channels.Terminal;

/// <summary>The terminal as the one chat channel.</summary>
public static class TerminalServiceCollectionExtensions
{
    public static IServiceCollection AddTerminal(this IServiceCollection services, TerminalDevice device) => services
        .AddSingleton(device.Screen)
        .AddSingleton(device.Reader)
        .AddSingleton<TerminalSession>()
        .AddSingleton<TerminalHearing>()
        .AddSingleton<IChatChannel, TerminalChannel>();
}
