using System.Globalization;
using RecoveryBot.Bench;

var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : (int?)null;
switch (args.FirstOrDefault())
{
    case "nudges":
        await NudgeBench.RunAsync(count ?? 10_000);
        return 0;
    case "sweep":
        await SweepBench.IdleAsync(count ?? 1_000_000);
        await SweepBench.DueAsync(10_000);
        return 0;
    default:
        Console.Error.WriteLine("""
            nudges [people]     so many nudges due at one instant, through the fake Telegram and its 30 a second: how late is the
                                last one, and how long do replies take meanwhile? 10,000 people take seven minutes.
            sweep [reminders]   what a sweep costs when none of so many reminders is due, and how fast 10,000 due ones are committed.
            """);
        return 2;
}
