using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Storage;

namespace RecoveryBot;

/// <summary>What the program can be told to do.</summary>
internal static class Commands
{
    /// <summary>Settings whose value is never shown.</summary>
    private static readonly string[] Secrets = ["Token", "Secret", "Password"];

    /// <summary>Leads a conversation at the terminal until the input ends.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> ChatAsync(string[] args) => ChatAsync(args, _ => { });

    /// <param name="change">Puts other services in the place of some: a test's.</param>
    internal static async Task<int> ChatAsync(string[] args, Action<IServiceCollection> change)
    {
        using var device = TerminalDevice.Open(args.Contains("--plain"), TimeProvider.System);
        using var host = Build([.. args.Where(arg => arg != "--plain")], services =>
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
            Args = [.. args.Where(arg => arg.StartsWith('-'))],
            ContentRootPath = Directory.GetCurrentDirectory(),
        });
        builder.Configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true, reloadOnChange: false)
            .AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(arg => arg.StartsWith('-'))]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddSimpleConsole(line => line.ColorBehavior = LoggerColorBehavior.Disabled);
        builder.Services.AddCoaching();
        channels?.Invoke(builder.Services);
        var host = builder.Build();
        // Now, not only when the host starts: a wrong setting must not get as far as the database.
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        return host;
    }

    private static string Masked(string connectionString) => string.Join(';', connectionString.Split(';').Select(part =>
        Secrets.Any(secret => part.Contains(secret, StringComparison.OrdinalIgnoreCase))
            ? part[..(part.IndexOf('=') + 1)] + "***"
            : part));
}
