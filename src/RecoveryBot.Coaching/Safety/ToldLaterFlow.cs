using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>
/// A symptom told outside a pose: now or in the last session, from which minute, for how long. The session of the same
/// or the previous day takes it; otherwise a health question follows (TXT-13, TXT-14).
/// </summary>
internal static class ToldLaterFlow
{
    /// <summary>TXT-14: now, or in the last session?</summary>
    public static void AskWhen(Turn turn, SymptomFlow.Heard heard) => CheckFlow.Ask(turn, WhenOf(heard));

    /// <summary>It is there now, that much is known.</summary>
    public static void IsNow(Turn turn, SymptomFlow.Heard heard) => When(turn, WhenOf(heard), now: true);

    public static void Press(Turn turn, SafetyCheck check, string verb)
    {
        switch (check, verb)
        {
            case (SafetyCheck.When asked, "chk-now" or "chk-last"):
                turn.State = turn.State with { Check = null };
                When(turn, asked, now: verb == "chk-now");
                break;
            case (SafetyCheck.When, "chk-neither"):
                turn.State = turn.State with { Check = null };
                Open.Answer(turn, SymptomLines.HistoryPlain());
                break;
            case (SafetyCheck.HowLong told, "chk-w10"): HowLong(turn, told, new SettleTime.Gone(10)); break;
            case (SafetyCheck.HowLong told, "chk-w30"): HowLong(turn, told, new SettleTime.Gone(30)); break;
            case (SafetyCheck.HowLong told, "chk-long" or "chk-still"): HowLong(turn, told, new SettleTime.StillThere()); break;
            case (SafetyCheck.LegsNumb, "chk-yes" or "chk-no"):
                turn.State = turn.State with { Check = null };
                // Asked, never assumed; a yes stands from now on (TXT-14, INV-14).
                if (verb == "chk-yes")
                    ScreeningFlow.NoteYes(turn, "SCR-12a");
                ScreeningFlow.ReopenForSign(turn);
                Open.Answer(turn, verb == "chk-yes" ? Catalogue.MsgClear() : SymptomLines.NotedScreening());
                break;
            default: Talk.StepOver(turn); break;
        }
    }

    public static bool Text(Turn turn, SafetyCheck check, string words, int? number)
    {
        switch (check)
        {
            case SafetyCheck.Onset onset:
                CheckFlow.Ask(turn, new SafetyCheck.HowLong(onset.Sign, onset.Session, number));
                return true;
            case SafetyCheck.HowLong told when number is { } minutes:
                HowLong(turn, told, minutes > DoseLimits.NotSettled ? new SettleTime.StillThere() : new SettleTime.Gone(minutes));
                return true;
            case SafetyCheck.When asked when WhenMeant(words) is { } now:
                turn.State = turn.State with { Check = null };
                When(turn, asked, now);
                return true;
            case SafetyCheck.When when Answers.Read(words) == Answer.ClearNo || words.Trim().Equals("never mind", StringComparison.OrdinalIgnoreCase):
                Press(turn, check, "chk-neither");
                return true;
            default:
                return false;
        }
    }

    private static SafetyCheck.When WhenOf(SymptomFlow.Heard heard) => new(heard.Sign, heard.Sharp, heard.Gone, heard.Minute);

    private static bool? WhenMeant(string words) => words.Trim(' ', '.', '!').ToLowerInvariant() switch
    {
        "now" or "right now" or "just now" or "it's now" or "its now" or "at the moment" or "yes now" => true,
        "last session" or "in the last session" or "last time" or "in the session" or "then" or "before" or "yesterday" => false,
        _ => null,
    };

    private static void When(Turn turn, SafetyCheck.When asked, bool now)
    {
        var taker = SessionFlow.Recent(turn);
        switch (asked.Sign)
        {
            case Sign.Tingle when taker is null:
                CheckFlow.Put(turn, new SafetyCheck.LegsNumb());
                turn.Answer(CheckFlow.CardOf(turn, turn.State.Check!), DeliveryClass.Safety);
                break;
            case Sign.Tingle or Sign.Light or Sign.LightNear when taker is not null && now && !asked.Gone:
                TakenBy(turn, asked, taker);
                break;
            case Sign.Tingle or Sign.Light or Sign.LightNear when taker is not null:
                // The words may have said the minute already.
                CheckFlow.Put(turn, asked.Minute is { } minute
                    ? new SafetyCheck.HowLong(asked.Sign, taker.Number, minute)
                    : new SafetyCheck.Onset(asked.Sign, taker.Number));
                turn.Answer(CheckFlow.CardOf(turn, turn.State.Check!), DeliveryClass.Safety);
                break;
            case Sign.Pain when taker is not null && !now:
                var report = taker.Report;
                SessionFlow.Keep(turn, taker with
                {
                    Report = report with { Pain = Math.Max(report.Pain, 4), PainSharp = report.PainSharp || asked.Sharp },
                });
                Open.Answer(turn, Noted(turn));
                break;
            default:
                // PRE-1: something new, so the health questions come before any pose.
                ScreeningFlow.ReopenForSign(turn);
                Open.Answer(turn, SymptomLines.NotedScreening());
                break;
        }
    }

    private static void TakenBy(Turn turn, SafetyCheck.When asked, Run run)
    {
        var report = run.Report;
        run = run with
        {
            Report = asked.Sign == Sign.Tingle
                ? report with { Tingling = report.Tingling ?? new TinglingReport(asked.Minute ?? report.Held ?? run.TimerHeld, new SettleTime.NotTold()) }
                : report with
                {
                    Lightheaded = report.Lightheaded
                        ?? new LightheadedReport(LightheadedMoment.Rise, new SettleTime.NotTold(), asked.Sign == Sign.LightNear),
                },
        };
        SessionFlow.Keep(turn, run);
        SettlingFlow.Begin(turn, run, asked.Sign == Sign.Tingle ? SettlingKind.Tingling : SettlingKind.Lightheaded, askWhere: false, early: false);
    }

    private static void HowLong(Turn turn, SafetyCheck.HowLong told, SettleTime settled)
    {
        turn.State = turn.State with { Check = null };
        if (SessionFlow.Recent(turn) is not { } run || run.Number != told.Session)
        {
            ScreeningFlow.ReopenForSign(turn);
            Open.Answer(turn, SymptomLines.NotedScreening());
            return;
        }

        var report = run.Report;
        SessionFlow.Keep(turn, run with
        {
            Report = told.Sign == Sign.Tingle
                ? report with { Tingling = new TinglingReport(Earlier(report.Tingling?.Onset, told.Minute), settled) }
                : report with
                {
                    Lightheaded = new LightheadedReport(
                        LightheadedMoment.Pose, settled, told.Sign == Sign.LightNear || report.Lightheaded is { NearFaint: true }),
                },
        });
        Open.Answer(turn, Noted(turn));
    }

    /// <summary>A second onset keeps the first minute (SAFE-16a).</summary>
    private static int? Earlier(int? known, int? told) => known is { } first && told is { } second ? Math.Min(first, second) : known ?? told;

    private static Line Noted(Turn turn) => turn.Dose.IsActive
        ? SymptomLines.NotedDose(turn.Dose.Target) : SymptomLines.NotedPaused(Catalogue.MsgPaused());
}
