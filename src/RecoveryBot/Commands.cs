using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using RecoveryBot.Storage;

namespace RecoveryBot;

/// <summary>What the program can be told to do.</summary>
internal static class Commands
{
    /// <summary>Settings whose value is never shown.</summary>
    private static readonly string[] Secrets = ["Token", "Secret", "Password"];

    public static async Task ChatAsync(string[] args)
    {
        using var host = Build(args);
        // Opened before anything else starts: a database that cannot be used is one line, not a half-started host.
        host.Services.GetRequiredService<CoachStore>();
        await host.RunAsync().ConfigureAwait(false);
    }

    public static async Task MigrateAsync(string[] args)
    {
        using var host = Build(args);
        host.Services.GetRequiredService<CoachStore>();
        await Console.Out.WriteLineAsync($"The database has schema {CoachStore.SchemaVersion}.").ConfigureAwait(false);
    }

    public static async Task ConfigAsync(string[] args)
    {
        using var host = Build(args);
        var coaching = host.Services.GetRequiredService<IOptions<CoachingOptions>>().Value;
        var storage = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"Coaching:TimeScale = {coaching.TimeScale}"))
            .ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"Storage:ConnectionString = {Masked(storage.ConnectionString)}").ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"Storage:KeyFile = {storage.KeyPath}").ConfigureAwait(false);
    }

    public static int Version()
    {
        var version = typeof(Commands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        Console.WriteLine("recoverybot " + version?.InformationalVersion);
        return ExitCode.Ok;
    }

    internal static IHost Build(string[] args)
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
