using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Coaching.Safety;

/// <summary>
/// A new diagnosis, operation, injury, pregnancy or medicine, mentioned in passing: the full set is asked again (SAFE-3).
/// A wrong guess costs eight taps, a missed one may cost more, so the words are read broadly.
/// </summary>
internal static class HealthNews
{
    private static readonly string[] News =
    [
        "pregnant", "expecting a baby", "gave birth", "miscarriage", "had an operation", "had surgery", "had a surgery", "operated on", "had an op",
        "after my operation", "after my surgery", "been diagnosed", "was diagnosed", "got diagnosed", "a diagnosis", "prescribed", "new medicine",
        "new medication", "new meds", "new tablets", "new pills", "started taking", "put me on", "started on tablets", "blood thinner", "injured",
        "an injury", "broke my", "broken my", "fractured", "sprained", "tore my", "slipped disc", "concussion", "in hospital", "out of hospital",
        "doctor said", "doctor told me", "doctor says", "physio said", "midwife said", "gp said", "blood clot",
    ];

    private static readonly string[] NotMine =
    [
        "not pregnant", "no longer pregnant", "isn't pregnant", "never pregnant", "no new", "my wife", "my husband", "my mum", "my mom", "my dad",
        "my sister", "my brother", "my daughter", "my son", "my friend", "my partner", "what if", "if i were", "if i was", "years ago",
    ];

    public static bool IsIn(string text) =>
        News.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase))
        && !NotMine.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase))
        && Answers.Read(text) != Answer.ClearNo;
}
