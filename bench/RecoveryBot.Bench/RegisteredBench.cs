using System.Globalization;
using Dapper;
using RecoveryBot.Storage;

namespace RecoveryBot.Bench;

/// <summary>What somebody costs who is known and silent: bytes on the disk, and what others' updates take longer.</summary>
internal static class RegisteredBench
{
    private const int Measured = 10_000;
    private const int AtOnce = 1_000;
    private const long FirstPerson = 1_000_000_000;

    public static async Task RunAsync(string? program, int people)
    {
        await BytesAsync();
        foreach (var registered in new[] { 1_000, people })
        {
            using var work = new Workplace();
            CoachStore.Open(work.Options).Dispose();
            work.Register(registered, StateBytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"with {registered:N0} registered people:"));
            await UpdatesBench.FullAsync(program, AtOnce, work);
        }
    }

    /// <summary>About what is sealed for somebody who has been through the health questions.</summary>
    private const int StateBytes = 1_000;

    private static async Task BytesAsync()
    {
        using var work = new Workplace();
        using (var store = CoachStore.Open(work.Options))
            await work.PutPeopleAsync(store, People().Take(1), null);
        var before = work.Bytes;
        using (var store = CoachStore.Open(work.Options))
            await work.PutPeopleAsync(store, People().Skip(1), null);
        using var connection = work.Open();
        var state = connection.ExecuteScalar<double>("SELECT avg(length(state)) FROM users");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"on the disk for each of {Measured:N0}: {(work.Bytes - before) / (double)Measured:0} bytes, {state:0} of them the sealed state"));

        // Ids come in any order.
        static IEnumerable<long> People() => Enumerable.Range(0, Measured + 1).Select(n => FirstPerson + (n * 7_919L % 1_000_003));
    }
}
