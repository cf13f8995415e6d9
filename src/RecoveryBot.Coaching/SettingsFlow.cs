using NodaTime;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Reminders.Reading;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>The user's own choices: minutes, pacing, set-up, how far and how fast the hold grows, sounds, time zone.</summary>
internal static class SettingsFlow
{
    /// <summary>What comes before the number in the verb of a choice.</summary>
    private const string Chosen = "opt-n.";

    public static void Begin(Turn turn)
    {
        turn.Say(Catalogue.MsgDisclaimer());
        Show(turn, SettingQuestion.None);
    }

    public static Card CardOf(Turn turn, Dialogue.ChangingSettings settings) => settings.Asking switch
    {
        SettingQuestion.Minutes => Number(TalkLines.AskSessionMinutes(), [0, .. MinuteChoices.OfSession]),
        SettingQuestion.Goal => Number(TalkLines.AskGoal(), From(DoseLimits.LowestGoal, DoseLimits.LongestHold)),
        SettingQuestion.Less => Number(TalkLines.AskLess(turn.Dose.Target), From(DoseLimits.ShortestHold, turn.Dose.Target - 1)),
        SettingQuestion.FirstHold => Number(TalkLines.AskFirstHold(), From(DoseLimits.Start, DoseLimits.HighestStart)),
        SettingQuestion.Quiet => new Card(TalkLines.AskQuiet(), Back) { ExpectsWords = true },
        SettingQuestion.Review => ReviewMenu(turn),
        SettingQuestion.SetUp => SetUpMenu(turn),
        SettingQuestion.Hold => HoldMenu(turn),
        _ => Menu(turn),
    };

    public static void Press(Turn turn, Dialogue.ChangingSettings settings, string verb)
    {
        var own = turn.State.Settings;
        var dose = turn.Dose;
        switch (verb)
        {
            case "opt-minutes": Show(turn, SettingQuestion.Minutes); break;
            case "opt-goal": Show(turn, SettingQuestion.Goal); break;
            case "opt-less": Show(turn, SettingQuestion.Less); break;
            case "opt-first" when MayChooseFirst(turn): Show(turn, SettingQuestion.FirstHold); break;
            case "opt-zone": PlaceFlow.Ask(turn, null); break;
            case "opt-quiet": Show(turn, SettingQuestion.Quiet); break;
            // Without a zone no local time has an instant.
            case "opt-review" when turn.Zone is null: PlaceFlow.Ask(turn, null, forReview: true); break;
            case "opt-review": Show(turn, SettingQuestion.Review); break;
            case ['o', 'p', 't', '-', 'd', 'a', 'y', '-', >= '0' and <= '7' and var day]:
                WeekReview.Set(turn, day == '0' ? Weekdays.None : WeekdaysExtensions.Of((IsoDayOfWeek)(day - '0')));
                Show(turn, SettingQuestion.None);
                break;
            case "opt-setup": Show(turn, SettingQuestion.SetUp); break;
            case "opt-hold": Show(turn, SettingQuestion.Hold); break;
            case "opt-back": Show(turn, SettingQuestion.None); break;
            case "opt-pacing":
                Change(turn, own with { Pacing = own.Pacing == Pacing.Tap ? Pacing.HandsFree : Pacing.Tap }, SettingQuestion.None);
                break;
            case "opt-sounds":
                Change(turn, own with { Sounds = !own.Sounds }, SettingQuestion.None);
                break;
            case "opt-streak":
                Change(turn, own with { Streak = !own.Streak }, SettingQuestion.None);
                break;
            case "opt-bend":
                Change(turn, own with { HalfFold = !own.HalfFold }, SettingQuestion.SetUp);
                break;
            case "opt-chair":
                Change(turn, new DoseEvent.PreferChairSet(turn.Now, turn.Today, !dose.PreferChair), SettingQuestion.SetUp);
                break;
            case "opt-wall" when dose.Variant == Variant.Wall || MayGoClose(dose):
                Change(turn, new DoseEvent.WallWished(turn.Now, turn.Today, dose.Variant != Variant.Wall), SettingQuestion.SetUp);
                break;
            case "opt-s":
                Change(turn, new DoseEvent.WithoutSSet(turn.Now, turn.Today, !dose.WithoutS), SettingQuestion.SetUp);
                break;
            case "opt-prefer":
                var other = dose.Preference == Preference.Balanced ? Preference.Hold : Preference.Balanced;
                Change(turn, new DoseEvent.PreferenceSet(turn.Now, turn.Today, other), SettingQuestion.Hold);
                break;
            case "opt-close":
                turn.State = turn.State with { Dialogue = null };
                Open.Answer(turn, TalkLines.SettingsClosed());
                break;
            case var _ when MinuteChoices.In(verb, Chosen) is { } number && Text(turn, settings, verb, number): break;
            default: Talk.StepOver(turn); break;
        }
    }

    /// <summary>A typed number or zone; false: nothing was asked for.</summary>
    public static bool Text(Turn turn, Dialogue.ChangingSettings settings, string words, int? number)
    {
        switch (settings.Asking)
        {
            case SettingQuestion.Minutes when number is 0 or >= 7 and <= 60:
                turn.State = turn.State with { Settings = turn.State.Settings with { SessionMinutes = number == 0 ? null : number } };
                Planner.ArrangeAll(turn);
                Show(turn, SettingQuestion.None);
                return true;
            case SettingQuestion.Goal when number is >= DoseLimits.LowestGoal and <= DoseLimits.LongestHold:
                Change(turn, new DoseEvent.GoalSet(turn.Now, turn.Today, number.Value), SettingQuestion.Hold);
                return true;
            case SettingQuestion.Less when number is >= DoseLimits.ShortestHold && number <= turn.Dose.Target:
                Change(turn, new DoseEvent.AskedForLess(turn.Now, turn.Today, number.Value), SettingQuestion.Hold);
                return true;
            case SettingQuestion.FirstHold when number is >= DoseLimits.Start and <= DoseLimits.HighestStart:
                Change(turn, new DoseEvent.StartChosen(turn.Now, turn.Today, number.Value), SettingQuestion.Hold);
                return true;
            case SettingQuestion.Quiet when QuietHoursIn(words) is { } quiet:
                Change(turn, turn.State.Settings with { Quiet = quiet }, SettingQuestion.None);
                return true;
            case SettingQuestion.None or SettingQuestion.SetUp or SettingQuestion.Hold or SettingQuestion.Review:
                return false;
            default:
                Refuse(turn, settings);
                return true;
        }
    }

    private static void Refuse(Turn turn, Dialogue.ChangingSettings settings)
    {
        var line = settings.Asking switch
        {
            SettingQuestion.Minutes => TalkLines.BadNumber(7, 60),
            SettingQuestion.Goal => TalkLines.BadNumber(DoseLimits.LowestGoal, DoseLimits.LongestHold),
            SettingQuestion.Less => TalkLines.BadNumber(DoseLimits.ShortestHold, turn.Dose.Target),
            SettingQuestion.FirstHold => TalkLines.BadNumber(DoseLimits.Start, DoseLimits.HighestStart),
            _ => TalkLines.BadQuiet(),
        };
        turn.Say(CardOf(turn, settings) with { Text = line });
    }

    /// <summary>"22 to 7", or "none".</summary>
    private static QuietHours? QuietHoursIn(string words)
    {
        if (words.Trim(' ', '.', '!').ToLowerInvariant() is "none" or "no" or "off" or "never" or "no quiet hours")
            return new QuietHours(default, default);
        var read = WishReader.Read(words);
        return read is { Unknown: null, IsImpossible: false, Times: [var from, var to] }
            ? new QuietHours(from.Meanings(asBedtime: true)[0], to.Meanings(asBedtime: false)[0]) : null;
    }

    private static void Change(Turn turn, Settings settings, SettingQuestion then)
    {
        turn.State = turn.State with { Settings = settings };
        Show(turn, then);
    }

    private static void Change(Turn turn, DoseEvent wish, SettingQuestion then)
    {
        turn.Record(wish);
        Show(turn, then);
    }

    public static void Show(Turn turn, SettingQuestion asking)
    {
        var dialogue = new Dialogue.ChangingSettings(asking) { Step = turn.NextStep };
        turn.State = turn.State with { Dialogue = dialogue };
        turn.Answer(CardOf(turn, dialogue));
    }

    /// <summary>DOSE-2: before the first session, and without any caution.</summary>
    private static bool MayChooseFirst(Turn turn) => turn.Dose is { IsUntried: true, AnyCaution: false };

    /// <summary>POSE-V2: by own wish after 5 clean sessions in a row.</summary>
    private static bool MayGoClose(Dose dose) =>
        dose.Variant == Variant.WallEasy && dose.CleanRun >= DoseLimits.WallAfter && !dose.KeepsChair;

    private static Button Back { get; } = new("opt-back", TalkLines.Back());

    private static Card Number(Line text, IReadOnlyList<int> choices) => new(text, Back)
    {
        ExpectsNumber = true,
        Choices = choices.Count == 0 ? null : MinuteChoices.Of(Chosen, TalkLines.ChooseMinutes(), choices),
    };

    private static IReadOnlyList<int> From(int least, int most) => [.. Enumerable.Range(least, Math.Max(0, most - least + 1))];

    private static Card Menu(Turn turn)
    {
        var own = turn.State.Settings;
        return new Card(
            TalkLines.SettingsMenu(
                own.SessionMinutes is { } minutes ? TalkLines.SetMinutes(minutes) : TalkLines.AskedEachTime(),
                own.Pacing == Pacing.Tap ? TalkLines.PacingTap() : TalkLines.PacingHandsFree(),
                VariantOf(turn), turn.Dose.Target, turn.Dose.Goal,
                own.Sounds ? TalkLines.SoundsOn() : TalkLines.SoundsOff(),
                turn.State.Zone is { } zone ? TalkLines.ZoneIs(zone) : TalkLines.ZoneUnknown(),
                own.Quiet.From == own.Quiet.To ? TalkLines.NoQuiet() : TalkLines.QuietIs(Clock.Text(own.Quiet.From), Clock.Text(own.Quiet.To)),
                own.Streak ? TalkLines.StreakOn() : TalkLines.StreakOff(), ReviewOf(turn)),
            new Button("opt-minutes", TalkLines.ChangeMinutes()),
            new Button("opt-pacing", own.Pacing == Pacing.Tap ? TalkLines.ToHandsFree() : TalkLines.ToTaps()),
            new Button("opt-setup", TalkLines.ChangeSetUp()), new Button("opt-hold", TalkLines.ChangeHold()),
            new Button("opt-sounds", own.Sounds ? TalkLines.ToSilent() : TalkLines.ToSounds()),
            new Button("opt-zone", TalkLines.ChangeZone()), new Button("opt-quiet", TalkLines.ChangeQuiet()),
            new Button("opt-streak", own.Streak ? TalkLines.ToNoStreak() : TalkLines.ToStreak()),
            new Button("opt-review", BlockLines.ReviewButton()), new Button("opt-close", TalkLines.CloseSettings()));
    }

    private static Line ReviewOf(Turn turn) => turn.State.Reminders.Of(ReminderKind.Review)?.Wish is ReminderWish.WeekReview review
        ? turn.State.Settings.Quiet.Covers(ReminderWish.WeekReview.Time)
            ? BlockLines.ReviewQuiet(ReminderWords.DaysOf(review.Day), Clock.Text(ReminderWish.WeekReview.Time))
            : BlockLines.ReviewOn(ReminderWords.DaysOf(review.Day), Clock.Text(ReminderWish.WeekReview.Time))
        : BlockLines.ReviewOff();

    private static Card ReviewMenu(Turn turn)
    {
        var days = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)
            .Select(day => new Button($"opt-day-{(int)day}", ReminderWords.WeekdayName(day))).ToList();
        if (turn.State.Reminders.Of(ReminderKind.Review) is not null)
            days.Add(new Button("opt-day-0", BlockLines.NoReview()));
        return new Card(BlockLines.AskReview(Clock.Text(ReminderWish.WeekReview.Time)), [.. days, Back]);
    }

    private static Line VariantOf(Turn turn) =>
        turn.Fitness.LockChair || turn.Dose.KeepsChair || turn.Dose.Variant == Variant.Chair ? TalkLines.OnChair()
        : turn.Dose.Variant == Variant.Wall ? TalkLines.CloseToWall() : TalkLines.AwayFromWall();

    private static Card SetUpMenu(Turn turn)
    {
        var dose = turn.Dose;
        var own = turn.State.Settings;
        var buttons = new List<Button> { new("opt-chair", dose.PreferChair ? TalkLines.ToRules() : TalkLines.ToChair()) };
        if (dose.Variant == Variant.Wall)
            buttons.Add(new Button("opt-wall", TalkLines.ToMoreSpace()));
        else if (MayGoClose(dose))
            buttons.Add(new Button("opt-wall", TalkLines.ToClose()));
        buttons.Add(new Button("opt-bend", own.HalfFold ? TalkLines.ToStandingBend() : TalkLines.ToHalfFold()));
        buttons.Add(new Button("opt-s", dose.WithoutS ? TalkLines.ToWithS() : TalkLines.ToWithoutS()));
        buttons.Add(Back);
        return new Card(TalkLines.SetUpMenu(
            VariantOf(turn),
            dose.WithoutS ? TalkLines.LeftOutWord() : TalkLines.InWord(),
            own.HalfFold ? TalkLines.HalfFoldWord() : TalkLines.StandingWord()), buttons);
    }

    private static Card HoldMenu(Turn turn)
    {
        var dose = turn.Dose;
        var buttons = new List<Button> { new("opt-goal", TalkLines.ChangeGoal()), new("opt-less", TalkLines.ChangeLess()) };
        if (MayChooseFirst(turn))
            buttons.Add(new Button("opt-first", TalkLines.ChangeFirst()));
        buttons.Add(new Button("opt-prefer", dose.Preference == Preference.Hold ? TalkLines.ToBalanced() : TalkLines.ToHoldFirst()));
        buttons.Add(Back);
        return new Card(TalkLines.HoldMenu(
            dose.Target, dose.Goal,
            dose.Preference == Preference.Hold ? TalkLines.HoldFirstWord() : TalkLines.BalancedWord()), buttons);
    }
}
