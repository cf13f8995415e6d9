using NodaTime;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>The user's own choices: minutes, pacing, chair, goal, a shorter hold, sounds, time zone.</summary>
internal static class SettingsFlow
{
    public static void Begin(Turn turn) => Show(turn, SettingQuestion.None);

    public static Card CardOf(Turn turn, Dialogue.ChangingSettings settings) => settings.Asking switch
    {
        SettingQuestion.Minutes => new Card(TalkLines.AskSessionMinutes()) { ExpectsNumber = true },
        SettingQuestion.Goal => new Card(TalkLines.AskGoal()) { ExpectsNumber = true },
        SettingQuestion.Less => new Card(TalkLines.AskLess(turn.Dose.Target)) { ExpectsNumber = true },
        SettingQuestion.Zone => new Card(TalkLines.AskZone()),
        _ => Menu(turn),
    };

    public static void Press(Turn turn, Dialogue.ChangingSettings settings, string verb)
    {
        var own = turn.State.Settings;
        switch (verb)
        {
            case "opt-minutes": Show(turn, SettingQuestion.Minutes); break;
            case "opt-goal": Show(turn, SettingQuestion.Goal); break;
            case "opt-less": Show(turn, SettingQuestion.Less); break;
            case "opt-zone": Show(turn, SettingQuestion.Zone); break;
            case "opt-pacing":
                turn.State = turn.State with
                {
                    Settings = own with { Pacing = own.Pacing == Pacing.Tap ? Pacing.HandsFree : Pacing.Tap },
                };
                Show(turn, SettingQuestion.None);
                break;
            case "opt-sounds":
                turn.State = turn.State with { Settings = own with { Sounds = !own.Sounds } };
                Show(turn, SettingQuestion.None);
                break;
            case "opt-chair":
                turn.Record(new DoseEvent.PreferChairSet(turn.Now, turn.Today, !turn.Dose.PreferChair));
                Show(turn, SettingQuestion.None);
                break;
            case "opt-close":
                turn.State = turn.State with { Dialogue = null };
                turn.Answer(new Card(TalkLines.SettingsClosed()));
                break;
            default: Talk.StepOver(turn); break;
        }
    }

    /// <summary>A typed number or zone; false: nothing was asked for.</summary>
    public static bool Text(Turn turn, Dialogue.ChangingSettings settings, string words, int? number)
    {
        switch (settings.Asking)
        {
            case SettingQuestion.Minutes when number is 0 or >= 7 and <= 60:
                turn.State = turn.State with
                {
                    Settings = turn.State.Settings with { SessionMinutes = number == 0 ? null : number },
                };
                break;
            case SettingQuestion.Goal when number is >= DoseLimits.LowestGoal and <= DoseLimits.LongestHold:
                turn.Record(new DoseEvent.GoalSet(turn.Now, turn.Today, number.Value));
                break;
            case SettingQuestion.Less when number is >= DoseLimits.ShortestHold && number <= turn.Dose.Target:
                turn.Record(new DoseEvent.AskedForLess(turn.Now, turn.Today, number.Value));
                break;
            case SettingQuestion.Zone when ZoneNamed(words) is { } zone:
                turn.State = turn.State with { Zone = zone };
                break;
            case SettingQuestion.None:
                return false;
            default:
                Refuse(turn, settings);
                return true;
        }

        Show(turn, SettingQuestion.None);
        return true;
    }

    private static void Refuse(Turn turn, Dialogue.ChangingSettings settings)
    {
        var line = settings.Asking switch
        {
            SettingQuestion.Minutes => TalkLines.BadNumber(7, 60),
            SettingQuestion.Goal => TalkLines.BadNumber(DoseLimits.LowestGoal, DoseLimits.LongestHold),
            SettingQuestion.Less => TalkLines.BadNumber(DoseLimits.ShortestHold, turn.Dose.Target),
            _ => TalkLines.BadZone(),
        };
        turn.Say(CardOf(turn, settings) with { Text = line });
    }

    private static string? ZoneNamed(string words)
    {
        var name = words.Trim().Replace(' ', '_');
        return name.Length is 0 or > 64
            ? null
            : DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => string.Equals(id, name, StringComparison.OrdinalIgnoreCase));
    }

    private static void Show(Turn turn, SettingQuestion asking)
    {
        var dialogue = new Dialogue.ChangingSettings(asking) { Step = turn.NextStep };
        turn.State = turn.State with { Dialogue = dialogue };
        turn.Answer(CardOf(turn, dialogue));
    }

    private static Card Menu(Turn turn)
    {
        var own = turn.State.Settings;
        return new Card(
            TalkLines.SettingsMenu(
                own.SessionMinutes is { } minutes ? TalkLines.SetMinutes(minutes) : TalkLines.AskedEachTime(),
                own.Pacing == Pacing.Tap ? TalkLines.PacingTap() : TalkLines.PacingHandsFree(),
                turn.Dose.PreferChair ? TalkLines.ChairOn() : TalkLines.ChairOff(),
                turn.Dose.Goal,
                own.Sounds ? TalkLines.SoundsOn() : TalkLines.SoundsOff(),
                turn.State.Zone is { } zone ? TalkLines.ZoneIs(zone) : TalkLines.ZoneUnknown()),
            new Button("opt-minutes", TalkLines.ChangeMinutes()), new Button("opt-pacing", TalkLines.ChangePacing()),
            new Button("opt-chair", TalkLines.ChangeChair()), new Button("opt-goal", TalkLines.ChangeGoal()),
            new Button("opt-less", TalkLines.ChangeLess()), new Button("opt-sounds", TalkLines.ChangeSounds()),
            new Button("opt-zone", TalkLines.ChangeZone()), new Button("opt-close", TalkLines.CloseSettings()));
    }
}
