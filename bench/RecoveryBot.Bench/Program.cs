using System.Globalization;
using RecoveryBot.Bench;

var programs = args.Where(arg => arg.Contains('/', StringComparison.Ordinal)).ToList();
var program = programs.FirstOrDefault();
var count = args.Skip(1).Except(programs).Select(arg => (int?)int.Parse(arg, CultureInfo.InvariantCulture)).FirstOrDefault();
switch (args.FirstOrDefault())
{
    case "starts":
        await UpdatesBench.StartsAsync(program);
        return 0;
    case "paced":
        await UpdatesBench.PacedAsync(program, count ?? 1_000);
        return 0;
    case "full":
        await UpdatesBench.FullAsync(program, count ?? 1_000);
        return 0;
    case "compare":
        await CompareBench.RunAsync(programs, count ?? 3);
        return 0;
    case "timers":
        await TimersBench.RunAsync(program, count ?? 10_000);
        return 0;
    case "registered":
        await RegisteredBench.RunAsync(program, count ?? 1_000_000);
        return 0;
    case "nudges":
        await NudgeBench.RunAsync(count ?? 10_000);
        return 0;
    case "sweep":
        await SweepBench.IdleAsync(count ?? 1_000_000);
        await SweepBench.DueAsync(10_000);
        return 0;
    default:
        Console.Error.WriteLine("""
            starts [program]            from the start of the process to the reply to an update that waits already.
            paced [program] [updates]   so many updates a second for twenty seconds: how long until the reply?
            full [program] [people]     so many people talk at once, as fast as they are answered: updates a second, CPU, memory.
            compare program... [rounds]   the three above for each of the programs in turn, so many times: a table of medians.
            timers [program] [people]   so many sessions whose holds end one each millisecond: how late is the bell?
            registered [program] [people]   bytes on the disk for each, and what an update costs with 1,000 and with so many.
            nudges [people]     so many nudges due at one instant, through the fake Telegram and its 30 a second: how late is the
                                last one, and how long do replies take meanwhile? 10,000 people take seven minutes.
            sweep [reminders]   what a sweep costs when none of so many reminders is due, and how fast 10,000 due ones are committed.

            program             path of the published program; without it the one that is built beside the benchmark. In the
                                first four it may be a bot for Node.js instead: bench/peers/grammy.js, for one.
            """);
        return 2;
}
