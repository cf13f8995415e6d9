using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Storage.Exports;

namespace RecoveryBot.Exports;

/// <summary>What a person may want in a spreadsheet; the whole is in the JSON beside it.</summary>
internal static class ExportTables
{
    public static string Sessions(StoredUser user)
    {
        var csv = new Csv(
            "number", "day", "kind", "started_at", "ended_at", "plan_u", "plan_s", "plan_v", "plan_x", "plan_e", "plan_c", "target",
            "held", "told_at", "complete", "tingling_minute", "tingling_gone", "dizzy", "dizzy_gone", "pain", "pain_sharp",
            "other_pose", "something_else", "warning_sign", "way_back_skipped");
        var reports = user.Reports.ToDictionary(report => report.Session);
        foreach (var session in user.Sessions)
        {
            var told = reports.GetValueOrDefault(session.Number);
            Add(csv, session, told?.ToldAt, told?.Report);
        }

        return csv.ToString();
    }

    public static string HealthAnswers(StoredUser user)
    {
        var csv = new Csv("about", "kind", "day", "answer", "until", "corrected_on", "longest_minutes", "chair_only", "no_forward_bend");
        var screening = user.State?.Screening ?? new ScreeningRecord();
        foreach (var answer in screening.Answers)
            csv.Add(answer.Question, answer.InSession ? "in a session" : "question", answer.Day, answer.Yes, answer.Until, answer.CorrectedOn, null, null, null);
        foreach (var yes in screening.Clearances)
            csv.Add(yes.About, yes.Clinician, yes.Day, true, null, null, yes.LongestMinutes, yes.ChairOnly, yes.NoForwardBend);
        return csv.ToString();
    }

    public static string Measurements(StoredUser user)
    {
        var csv = new Csv("number", "what", "value", "unit", "day", "at", "note");
        foreach (var value in user.Measurements)
        {
            var unit = MeasureSpec.Of(value.What).Unit.ToString().ToLowerInvariant();
            csv.Add(value.Number, value.What.ToString(), value.Value, unit, value.Day, value.At, value.Note == MeasureNote.None ? null : value.Note.ToString());
        }

        return csv.ToString();
    }

    private static void Add(Csv csv, SessionRecord session, DateTimeOffset? toldAt, SessionReport? report)
    {
        var plan = session.Plan;
        csv.Add(
            session.Number, session.Day, session.IsBreak ? "break" : "session", session.StartedAt, session.EndedAt,
            plan.U, plan.S, plan.V, plan.X, plan.E, plan.C, plan.Target,
            report?.Held ?? session.Held, toldAt, report?.Complete,
            report?.Tingling is { } tingling ? tingling.Onset ?? (object)"not known" : null, Gone(report?.Tingling?.Settled),
            report?.Lightheaded?.Moment.ToString().ToLowerInvariant(), Gone(report?.Lightheaded?.Settled),
            report?.Pain, report?.PainSharp,
            report is null or { OtherPose: OtherPoseSymptom.None } ? null : report.OtherPose == OtherPoseSymptom.BeforeV ? "before" : "after",
            report?.SomethingElse, report?.RedFlag, report?.CounterSkipped);
    }

    /// <summary>Minutes, or in words where there are none.</summary>
    private static object? Gone(SettleTime? settled) => settled switch
    {
        null => null,
        SettleTime.Gone gone => gone.Minutes,
        SettleTime.StillThere => "still there",
        _ => "not told",
    };
}
