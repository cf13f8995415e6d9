using System.Globalization;
using System.Text.RegularExpressions;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Tests.Coaching.Dosing;

/// <summary>Reads the protocol's tables of doses and reports as they are written there.</summary>
internal static partial class VectorReader
{
    public static DateOnly Day(int day) => new DateOnly(2026, 3, 1).AddDays(day - 1);

    public static DateTimeOffset Evening(int day) => new(Day(day), new TimeOnly(20, 0), TimeSpan.Zero);

    public static string[] Cells(string row) => [.. row.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    public static TheoryData<string> Rows(string table) => new(table.Split('\n').Select(row => row.Trim()));

    /// <summary>"8, 2/9, 3, 15, WALL_EASY; tingling days 12; ext on".</summary>
    public static Dose Before(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var fields = parts[0].Split(',', StringSplitOptions.TrimEntries);
        var run = fields[1].Split('/');
        var dose = Dose.Start with
        {
            Target = Number(fields[0]),
            Streak = Number(run[0]),
            CleanRun = Number(run[1]),
            Need = Number(fields[2]),
            Cap = Number(fields[3]),
            Variant = VariantOf(fields[4]),
            LastDay = Day(19),
        };
        return parts.Skip(1).Aggregate(dose, Note);
    }

    /// <summary>"held 6; tingling from 6, settled 2", or several of them as "first: …; then: …".</summary>
    public static IReadOnlyList<DoseEvent.Reported> Reports(string text, int planned)
    {
        var reports = new List<DoseEvent.Reported>();
        var heads = Telling().Matches(text);
        if (heads.Count == 0)
            return [Reported(20, 0, text, planned)];
        for (var i = 0; i < heads.Count; i++)
        {
            var end = i + 1 < heads.Count ? heads[i + 1].Index : text.Length;
            var body = text[(heads[i].Index + heads[i].Length)..end].Trim().TrimEnd(';');
            var day = heads[i].Groups["day"] is { Success: true } told ? Number(told.Value) : 20;
            reports.Add(Reported(day, i, body, planned));
        }

        return reports;
    }

    public static Variant VariantOf(string text) => text switch
    {
        "WALL" => Variant.Wall,
        "WALL_EASY" => Variant.WallEasy,
        "CHAIR" => Variant.Chair,
        _ => throw new FormatException(text),
    };

    /// <summary>"ACTIVE", "PAUSED (AT_FLOOR)".</summary>
    public static DoseStatus Status(string text)
    {
        var parts = text.Split(' ');
        var reason = parts.Length > 1 ? parts[1].Trim('(', ')').Replace("_", "", StringComparison.Ordinal) : "";
        return parts[0] switch
        {
            "ACTIVE" => new DoseStatus.Active(),
            "PAUSED" => new DoseStatus.Paused(Enum.Parse<PauseReason>(reason, ignoreCase: true)),
            "BLOCKED" => new DoseStatus.Blocked(Enum.Parse<BlockReason>(reason, ignoreCase: true)),
            _ => throw new FormatException(text),
        };
    }

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Dose Note(Dose dose, string note) => note.Split(' ') switch
    {
        ["tingling", "days", var days] => dose with { TinglingDays = Days(days) },
        ["lightheaded", "days", var days] => dose with { LightheadedDays = Days(days) },
        ["pain", "days", var days] => dose with { PainDays = Days(days) },
        ["goal", var goal] => dose with { Goal = Number(goal) },
        ["base_cap", var cap] => dose with { BaseCap = Number(cap) },
        ["ext", "on"] => dose with { ExtendedRise = true },
        ["prefer_chair"] => dose with { PreferChair = true },
        ["lock_chair"] => dose with { LockChair = true },
        ["already", "clean", "today"] => dose with { LastDay = Day(20), LastCleanDay = Day(20) },
        _ => throw new FormatException(note),
    };

    private static SymptomDays Days(string list) => new([.. list.Split(',').Select(day => Day(Number(day)))]);

    private static DoseEvent.Reported Reported(int day, int telling, string text, int planned)
    {
        var report = new SessionReport { Day = Day(day), VRan = true, Complete = true, PlannedHold = planned };
        report = text.Split(';', StringSplitOptions.TrimEntries).Aggregate(report, Note);
        return new DoseEvent.Reported(Evening(day), Day(day), day, Evening(20).AddHours(telling), report);
    }

    private static SessionReport Note(SessionReport report, string note) => note.Split([' ', ',']) switch
    {
        ["held", var held] => report with { Held = Number(held) },
        ["no", "V"] => report with { VRan = false },
        ["not", "in", "time"] => report with { Complete = false },
        ["other", "pose"] => report with { OtherPose = OtherPoseSymptom.AfterV },
        ["red", "flag"] => report with { RedFlag = true },
        ["pain", var pain] => report with { Pain = Number(pain) },
        ["tingling", "from", var onset, "", "settled", var settled] =>
            report with { Tingling = new TinglingReport(Number(onset), Settled(settled)) },
        ["lightheaded", var moment, "", "settled", var settled] => report with
        {
            Lightheaded = new LightheadedReport(
                Enum.Parse<LightheadedMoment>(moment, ignoreCase: true), Settled(settled)),
        },
        _ => throw new FormatException(note),
    };

    private static SettleTime Settled(string text) => text switch
    {
        "no" => new SettleTime.StillThere(),
        "unknown" => new SettleTime.NotTold(),
        _ => new SettleTime.Gone(Number(text)),
    };

    [GeneratedRegex(@"(day (?<day>\d+) )?(first|then): |day (?<day>\d+): ")]
    private static partial Regex Telling();
}
