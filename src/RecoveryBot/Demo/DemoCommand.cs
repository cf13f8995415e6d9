using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using RecoveryBot.Channels;
using RecoveryBot.Outbox;
using RecoveryBot.Storage;

namespace RecoveryBot.Demo;

/// <summary>Fills an empty database with some weeks of a made-up person, so that the record can be looked at.</summary>
internal static class DemoCommand
{
    private const int Usual = 4;
    private const int Most = 12;

    private static DateTimeZone Zone => DateTimeZoneProviders.Tzdb[SystemZone.Id ?? "UTC"];

    public static async Task<int> RunAsync(string[] args)
    {
        if (CommandLine.ValueOf(args, CommandLine.Data) is not { Length: > 0 } directory)
            throw new ConfigurationException("demo needs a directory of its own: recoverybot demo --weeks 4 --data DIR");
        var weeks = CommandLine.ValueOf(args, CommandLine.Weeks) is { } told ? Read(told) : Usual;

        // To yesterday: when the terminal is opened, the four weeks have just come to their end.
        var today = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(Zone).LocalDateTime.PlusHours(-4).Date;
        await LiveAsync(args, today.PlusDays(-7 * weeks).ToDateOnly(), weeks).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{weeks} weeks of a made-up person are in '{directory}'. Look at them with: recoverybot --data {directory}")).ConfigureAwait(false);
        return ExitCode.Ok;
    }

    /// <summary>Leads the made-up person through the weeks.</summary>
    /// <exception cref="ConfigurationException">There is somebody in the database already.</exception>
    internal static async Task LiveAsync(string[] args, DateOnly first, int weeks)
    {
        var clock = new DemoClock(Zone.AtStartOfDay(LocalDate.FromDateOnly(first)).ToDateTimeOffset());
        var channel = new DemoChannel();
        using var host = Commands.Build(args, services => services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IChatChannel>(channel)
            .AddSingleton(Options.Create(new CoachingOptions())));
        var store = host.Services.GetRequiredService<CoachStore>();
        if (await store.FindUserAsync(DemoPerson.Account, CancellationToken.None).ConfigureAwait(false) is not null)
            throw new ConfigurationException("there is somebody in this database already; give the demonstration an empty directory.");

        var person = new DemoPerson(
            store, host.Services.GetRequiredService<Conversation>(), host.Services.GetRequiredService<WakeLoop>(),
            host.Services.GetRequiredService<DeliveryWorker>(), channel, clock);
        await new DemoWeeks(person, Zone).LiveAsync(first, weeks).ConfigureAwait(false);
    }

    private static int Read(string told) =>
        int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) && weeks is >= 1 and <= Most
            ? weeks
            : throw new ConfigurationException($"--weeks must be a number from 1 to {Most}, not '{told}'.");
}
