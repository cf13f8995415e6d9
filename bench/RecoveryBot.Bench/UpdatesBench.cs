using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace RecoveryBot.Bench;

/// <summary>What an update costs: people talk with the real program over a loopback server.</summary>
internal static class UpdatesBench
{
    private const int WarmUpPerSecond = 1_000;
    private const long FirstPerson = 1_000_000;

    /// <summary>At least so many in a measurement, one after the other, where fewer than that are there at once.</summary>
    private const int FewestPeople = 1_500;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Paced = TimeSpan.FromSeconds(20);

    /// <summary>From the start of the process to the reply to an update that waits already.</summary>
    /// <param name="starts">How many are measured, after one more that makes the database.</param>
    public static async Task<StartFigures> StartsAsync(string? program, int starts = 10)
    {
        using var work = new Workplace();
        await using var server = await LeanBotApi.StartAsync();
        var (replies, cpu, idle) = (new Figures(), new Figures(), 0.0);
        for (var start = 0; start <= starts; start++)
        {
            var heard = new TaskCompletionSource<Shown>(TaskCreationOptions.RunContinuationsAsynchronously);
            server.Said += heard.SetIfFirst;
            server.Write(FirstPerson + start, "/start");
            var since = DateTimeOffset.UtcNow;
            using var bot = BotProcess.Start(program, work, LeanBotApi.Token, server.Address);
            var shown = await heard.Task;
            server.Said -= heard.SetIfFirst;
            if (start > 0)
            {
                cpu.Add(TimeSpan.FromSeconds(bot.CpuSeconds));
                replies.Add(shown.At - since);
            }

            await Task.Delay(start == starts ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(1));
            idle = bot.ResidentMib;
        }

        Tell($"cold start to the first reply: {replies}");
        Tell($"CPU until then: {cpu}");
        Tell($"resident memory ten seconds later: {idle:0} MiB");
        return new StartFigures(replies, cpu, idle);
    }

    /// <summary>So many updates a second, whoever is ready.</summary>
    public static async Task<PacedFigures> PacedAsync(string? program, int perSecond)
    {
        using var work = new Workplace();
        await using var server = await LeanBotApi.StartAsync();
        using var bot = BotProcess.Start(program, work, LeanBotApi.Token, server.Address);
        await PaceAsync(server, FirstPerson, WarmUpPerSecond, WarmUp);
        var (cpu, since) = (bot.CpuSeconds, Stopwatch.GetTimestamp());
        using var crowd = await PaceAsync(server, 2 * FirstPerson, perSecond, Paced);
        cpu = 1_000 * (bot.CpuSeconds - cpu) / crowd.Said;
        var behind = Stopwatch.GetElapsedTime(since) - Paced;
        Tell($"paced, {crowd.Said / Paced.TotalSeconds:0} updates a second: {crowd.Replies}, all answered {behind.TotalSeconds:0.0} s after the last, {cpu:0.000} s of CPU for 1,000");
        return new PacedFigures(crowd.Replies, behind, cpu);
    }

    /// <summary>So many at once, each saying the next thing as soon as the last is answered.</summary>
    public static async Task<FullFigures> FullAsync(string? program, int people)
    {
        using var work = new Workplace();
        return await FullAsync(program, people, work);
    }

    /// <param name="work">Holds the database; it may know people already.</param>
    public static async Task<FullFigures> FullAsync(string? program, int people, Workplace work)
    {
        await using var server = await LeanBotApi.StartAsync();
        using var bot = BotProcess.Start(program, work, LeanBotApi.Token, server.Address);
        await PaceAsync(server, FirstPerson, WarmUpPerSecond, WarmUp);

        var all = Math.Max(people, FewestPeople);
        var (joined, done) = (people, 0);
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var crowd = new Crowd(server, 2 * FirstPerson, GoOn);
        var (cpu, own, since) = (bot.CpuSeconds, Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
        crowd.Start();
        for (var person = 0; person < people; person++)
            crowd.Say(crowd.Join());
        await over.Task;
        var took = Stopwatch.GetElapsedTime(since).TotalSeconds;
        cpu = 1_000 * (bot.CpuSeconds - cpu) / crowd.Said;
        own = 1_000 * (Process.GetCurrentProcess().TotalProcessorTime - own) / crowd.Said;
        var figures = new FullFigures(crowd.Said / took, cpu, bot.ResidentMib);
        Tell($"{people:N0} at once: {figures.PerSecond:N0} updates a second, {cpu:0.000} s of CPU for 1,000 (server and people {own.TotalSeconds:0.000} s)");
        Tell($"resident memory after {all:N0} people: {figures.ResidentMib:0} MiB");
        return figures;

        void GoOn(Crowd crowd, Talker talker)
        {
            if (!talker.IsDone)
                crowd.Say(talker);
            else if (Interlocked.Increment(ref joined) <= all)
                crowd.Say(crowd.Join());
            if (talker.IsDone && Interlocked.Increment(ref done) == all)
                over.SetResult();
        }
    }

    /// <returns>The crowd, when all that it said is answered.</returns>
    public static async Task<Crowd> PaceAsync(LeanBotApi server, long firstPerson, int perSecond, TimeSpan length)
    {
        var ready = new ConcurrentQueue<Talker>();
        var crowd = new Crowd(server, firstPerson, (_, talker) =>
        {
            if (!talker.IsDone)
                ready.Enqueue(talker);
        });
        crowd.Start();
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) is var passed && passed < length)
        {
            while (crowd.Said < passed.TotalSeconds * perSecond)
                crowd.Say(ready.TryDequeue(out var talker) ? talker : crowd.Join());
            await Task.Delay(1);
        }

        while (crowd.Heard < crowd.Said)
            await Task.Delay(10);
        return crowd;
    }

    private static void SetIfFirst(this TaskCompletionSource<Shown> heard, Shown shown) => heard.TrySetResult(shown);

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

/// <param name="Cpu">Of the process until its reply.</param>
/// <param name="IdleMib">Resident ten seconds after the last start.</param>
internal sealed record StartFigures(Figures Replies, Figures Cpu, double IdleMib);

/// <param name="Behind">From the end of the pace until all was answered: seconds, if it could not keep up.</param>
/// <param name="Cpu">Seconds for 1,000 updates.</param>
internal sealed record PacedFigures(Figures Replies, TimeSpan Behind, double Cpu);

/// <param name="PerSecond">Updates answered.</param>
/// <param name="Cpu">Seconds for 1,000 updates.</param>
/// <param name="ResidentMib">At the end.</param>
internal sealed record FullFigures(double PerSecond, double Cpu, double ResidentMib);
