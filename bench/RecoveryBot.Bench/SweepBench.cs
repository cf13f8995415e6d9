using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecoveryBot.Jobs;
using RecoveryBot.Storage;

namespace RecoveryBot.Bench;

/// <summary>What the look at due reminders costs, which every two seconds pays.</summary>
internal static class SweepBench
{
    private const int Looks = 10_000;
    private const int Batch = 100;

    /// <summary>None of many is due.</summary>
    public static async Task IdleAsync(int reminders)
    {
        using var work = new Workplace();
        CoachStore.Open(work.Options).Dispose();
        work.Register(reminders, stateBytes: 1);
        Remind(work);
        using var store = CoachStore.Open(work.Options);
        var figures = new Figures();
        for (var look = 0; look < Looks; look++)
        {
            var since = Stopwatch.GetTimestamp();
            var due = await store.DueRemindersAsync(TimeProvider.System.GetUtcNow(), Batch, CancellationToken.None);
            figures.Add(Stopwatch.GetElapsedTime(since));
            if (due.Count > 0)
                throw new InvalidOperationException("Something is due.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a sweep with {reminders:N0} reminders, none due: {figures}"));
    }

    /// <summary>Many are due at one instant: until all nudges, messages and next instants are committed.</summary>
    public static async Task DueAsync(int reminders)
    {
        using var work = new Workplace();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = work.Options.ConnectionString,
            ["Storage:KeyFile"] = work.Options.KeyFile,
        }).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddCoaching().BuildServiceProvider();
        var store = services.GetRequiredService<CoachStore>();
        await work.PutPeopleAsync(store, Enumerable.Range(1, reminders).Select(n => (long)n), TimeProvider.System.GetUtcNow());

        var since = Stopwatch.GetTimestamp();
        await services.GetRequiredService<ReminderSweep>().SweepAsync(CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(since);

        using var connection = work.Open();
        var nudges = connection.ExecuteScalar<int>("SELECT count(*) FROM nudges");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{nudges:N0} of {reminders:N0} due nudges committed in {took.TotalSeconds:0.00} s, {nudges / took.TotalSeconds:N0} a second"));
    }

    private static void Remind(Workplace work)
    {
        using var connection = work.Open();
        connection.Execute(
            "INSERT INTO reminders (user_id, kind, due) SELECT user_id, 3, @tomorrow + user_id FROM users",
            new { tomorrow = TimeProvider.System.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds() });
    }
}
