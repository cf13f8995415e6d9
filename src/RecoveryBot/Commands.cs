using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using RecoveryBot.Channels.Discord;
using RecoveryBot.Channels.Telegram;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Discord;
using RecoveryBot.Storage;
using RecoveryBot.Telegram;

namespace RecoveryBot;

/// <summary>What the program can be told to do.</summary>
internal static class Commands
{
    /// <summary>Settings whose value is never shown.</summary>
    private static readonly string[] Secrets = ["Token", "Secret", "Password"];

    /// <summary>Talks on every channel that has a token until it is stopped; without any, at the terminal.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, _ => { });

    /// <param name="change">Puts other services in the place of some: a test's.</param>
    internal static async Task<int> RunAsync(string[] args, Action<IServiceCollection> change)
    {
        WarmUp.Begin();
        var (telegram, discord) = PlatformsOn(args);
        if (!telegram && !discord)
            return await ChatAsync(args, change).ConfigureAwait(false);

        using var host = Build(args, services =>
        {
            if (telegram)
                services.AddTelegramChannel();
            if (discord)
                services.AddDiscordChannel();
            change(services);
        });
        host.Services.GetRequiredService<CoachStore>();
        await host.StartAsync().ConfigureAwait(false);
        await host.WaitForShutdownAsync().ConfigureAwait(false);
        var refusal = (Exception?)host.Services.GetService<TelegramService>()?.Refusal ?? host.Services.GetService<DiscordService>()?.Refusal;
        return refusal is null ? ExitCode.Ok : throw refusal;
    }

    /// <summary>Leads a conversation at the terminal until the input ends.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> ChatAsync(string[] args) => ChatAsync(args, _ => { });

    /// <param name="change">Puts other services in the place of some: a test's.</param>
    internal static async Task<int> ChatAsync(string[] args, Action<IServiceCollection> change)
    {
        WarmUp.Begin();
        using var device = TerminalDevice.Open(args.Contains(CommandLine.Plain), TimeProvider.System);
        using var host = Build(args, services =>
        {
            services.AddTerminal(device);
            change(services);
        });
        // Opened before anything else starts: a database that cannot be used is one line, not a half-started host.
        host.Services.GetRequiredService<CoachStore>();
        await host.StartAsync().ConfigureAwait(false);
        var code = await TalkAsync(host.Services).ConfigureAwait(false);
        await host.StopAsync().ConfigureAwait(false);
        if (code == TerminalSession.NobodyThere)
            await Console.Error.WriteLineAsync("recoverybot: nobody is at the terminal: the input ended before any line.").ConfigureAwait(false);
        return code;
    }

    public static async Task<int> MigrateAsync(string[] args)
    {
        using var host = Build(args);
        host.Services.GetRequiredService<CoachStore>();
        await Console.Out.WriteLineAsync($"The database has schema {CoachStore.SchemaVersion}.").ConfigureAwait(false);
        return ExitCode.Ok;
    }

    public static async Task<int> ConfigAsync(string[] args)
    {
        using var host = Build(args);
        var telegram = host.Services.GetRequiredService<IOptions<TelegramOptions>>().Value;
        var discord = host.Services.GetRequiredService<IOptions<DiscordOptions>>().Value;
        var coaching = host.Services.GetRequiredService<IOptions<CoachingOptions>>().Value;
        var storage = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var access = host.Services.GetRequiredService<IOptions<AccessOptions>>().Value;
        var reach = host.Services.GetRequiredService<IOptions<OperatorOptions>>().Value;
        await Console.Out.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            Coaching:TimeScale = {coaching.TimeScale}
            Storage:ConnectionString = {Masked(storage.ConnectionString)}
            Storage:KeyFile = {storage.KeyPath}
            Access:AllowedUsers = {access.AllowedUsers}
            Operator:Name = {reach.Name}
            Operator:Contact = {reach.Contact}
            Telegram:Token = {(telegram.IsOn ? "***" : "")}
            Telegram:ApiBaseUrl = {telegram.ApiBaseUrl}
            Telegram:PollSeconds = {telegram.PollSeconds}
            Telegram:WebhookUrl = {telegram.WebhookUrl}
            Telegram:WebhookPort = {telegram.WebhookPort}
            Discord:Token = {(discord.IsOn ? "***" : "")}
            Discord:ApiBaseUrl = {discord.ApiBaseUrl}
            Discord:GatewayUrl = {discord.GatewayUrl}
            Discord:Shards = {discord.Shards}
            Discord:Homepage = {discord.Homepage}

            """)).ConfigureAwait(false);
        return ExitCode.Ok;
    }

    private static Task<int> TalkAsync(IServiceProvider services) => services.GetRequiredService<TerminalSession>().RunAsync(
        services.GetRequiredService<TerminalHearing>().HearAsync,
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);

    public static int Version()
    {
        var version = typeof(Commands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        Console.WriteLine("recoverybot " + version?.InformationalVersion);
        return ExitCode.Ok;
    }

    internal static IHost Build(string[] args, Action<IServiceCollection>? channels = null)
    {
        // Empty: the default builder watches files and adds log sinks that nobody here reads.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = CommandLine.SettingsIn(args),
            ContentRootPath = Directory.GetCurrentDirectory(),
        });
        Configure(builder.Configuration, args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddSimpleConsole(line => line.ColorBehavior = LoggerColorBehavior.Disabled);
        builder.Services.AddCoaching().AddTelegramClient().AddDiscordClient();
        channels?.Invoke(builder.Services);
        var host = builder.Build();
        // Now, not only when the host starts: a wrong setting must not get as far as the database.
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        return host;
    }

    private static (bool Telegram, bool Discord) PlatformsOn(string[] args)
    {
        var settings = Configure(new ConfigurationBuilder(), args).Build();
        return (settings.GetSection("Telegram").Get<TelegramOptions>() is { IsOn: true },
            settings.GetSection("Discord").Get<DiscordOptions>() is { IsOn: true });
    }

    private static IConfigurationBuilder Configure(IConfigurationBuilder settings, string[] args) => settings
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .AddCommandLine(CommandLine.SettingsIn(args));

    private static string Masked(string connectionString) => string.Join(';', connectionString.Split(';').Select(part =>
        Secrets.Any(secret => part.Contains(secret, StringComparison.OrdinalIgnoreCase))
            ? part[..(part.IndexOf('=') + 1)] + "***"
            : part));
}
