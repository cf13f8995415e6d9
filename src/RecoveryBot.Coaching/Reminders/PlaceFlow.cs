using RecoveryBot.Coaching.Reminders.Places;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>Where the user lives: asked when a local time is first needed, changed in /settings, and always told back (design 3.5).</summary>
internal static class PlaceFlow
{
    /// <param name="then">What is set once the zone is known; <see langword="null"/>: back to the settings.</param>
    /// <param name="forReview">It was the weekly review that needed the zone.</param>
    public static void Ask(Turn turn, ReminderDraft? then, bool forReview = false)
    {
        var guess = turn.State.Zone is null ? LanguageZones.Guess(turn.State.AppLanguage) : null;
        Show(turn, new Dialogue.Placing(guess is null ? [] : [new Place(NameOf(guess), guess)], then, FromSettings: then is null, forReview));
    }

    /// <summary>A place was told with the command: <c>/settings Berlin</c>.</summary>
    public static void Told(Turn turn, string words)
    {
        var asked = new Dialogue.Placing([], FromSettings: true) { Step = turn.NextStep };
        turn.State = turn.State with { Dialogue = asked };
        Text(turn, asked, words);
    }

    /// <summary>"Have you moved?"</summary>
    public static void AskMoved(Turn turn, string zone)
    {
        var asked = new Dialogue.Placing([new Place(NameOf(zone), zone)]) { Step = turn.NextStep };
        turn.State = turn.State with { Dialogue = asked };
        turn.Say(CardOf(turn, asked));
    }

    public static Card CardOf(Turn turn, Dialogue.Placing d)
    {
        if (d is { Choices: [var home], Then: null, FromSettings: false })
        {
            return new Card(ReminderLines.HaveYouMoved(Time(turn, home), home.Name),
                new Button("zon-stay", ReminderLines.ThatIsRight()), new Button("zon-other", ReminderLines.IHaveMoved()));
        }

        List<Button> buttons = d.Choices switch
        {
            [] => [],
            [_] => [new Button("zon-0", ReminderLines.YesThatIsIt(), ButtonTone.Primary)],
            _ => [.. d.Choices.Select((place, i) => new Button($"zon-{i}", ReminderLines.Named(place.Name)))],
        };
        if (d.Choices.Count > 0)
            buttons.Add(new Button("zon-other", ReminderLines.AnotherPlace()));
        if (d.FromSettings)
            buttons.Add(new Button("zon-back", TalkLines.Back()));
        var text = d.Choices switch
        {
            [] => ReminderLines.AskPlace(),
            [var place] => ReminderLines.IsItNow(Time(turn, place), Day(turn, place), place.Name),
            _ => ReminderLines.WhichPlace(),
        };
        return new Card(text, buttons)
        {
            ExpectsWords = d.Choices.Count == 0,
            Choices = d.Choices.Count == 0 ? WorldClock.Choices(turn.Now) : null,
        };
    }

    public static void Press(Turn turn, Dialogue.Placing d, string verb)
    {
        if (verb == "zon-back" && d.FromSettings)
        {
            SettingsFlow.Show(turn, SettingQuestion.None);
        }
        else if (verb == "zon-stay")
        {
            turn.State = turn.State with { Dialogue = null };
            turn.Answer(new Card(ReminderLines.Stayed()));
        }
        else if (verb == "zon-other")
        {
            Show(turn, d with { Choices = [], FromSettings = d.FromSettings || d.Then is null });
        }
        else if (WorldClock.Chosen(verb) is { } place)
        {
            Choose(turn, d, place);
        }
        else if (verb.Length == 5 && verb[4] - '0' is var chosen && chosen >= 0 && chosen < d.Choices.Count)
        {
            Choose(turn, d, d.Choices[chosen]);
        }
        else
        {
            Talk.StepOver(turn);
        }
    }

    public static bool Text(Turn turn, Dialogue.Placing d, string words)
    {
        if (d.Choices is [var only] && Answers.Read(words) is not Answer.Unclear and var answer)
        {
            if (d is { Then: null, FromSettings: false })
                Press(turn, d, answer == Answer.ClearNo ? "zon-stay" : "zon-other");
            else if (answer == Answer.ClearYes)
                Choose(turn, d, only);
            else
                Show(turn, d with { Choices = [] });
            return true;
        }

        var read = PlaceReader.Read(words, turn.Now);
        if (read is { IsCertain: true, Choices: [var place] })
            Choose(turn, d, place);
        else if (read.Choices.Count > 0)
            Show(turn, d with { Choices = read.Choices, FromSettings = d.FromSettings || d.Then is null });
        else
            turn.Say(CardOf(turn, d with { Choices = [] }) with { Text = ReminderLines.BadPlace() });
        return true;
    }

    private static void Choose(Turn turn, Dialogue.Placing d, Place place)
    {
        var moved = turn.State.Zone is { } before && !PlaceReader.RunAlike(before, place.Zone, turn.Now);
        Planner.MoveTo(turn, place.Zone);
        turn.State = turn.State with { Dialogue = null };
        turn.WithdrawsNudges = moved;
        var echo = ReminderLines.PlaceSet(place.Name, place.Zone, Time(turn, place), Day(turn, place));
        var next = turn.State.Reminders.All.Select(reminder => Planner.NextHeard(turn, reminder)).Min();
        if (d.Then is { } draft)
        {
            turn.Say(echo);
            RemindFlow.Continue(turn, draft);
            return;
        }

        turn.Answer(new Card(next is null ? echo : WithNext(turn, echo, next.Value)));
        if (d.FromSettings)
            SettingsFlow.Show(turn, d.ForReview ? SettingQuestion.Review : SettingQuestion.None);
    }

    /// <summary>What becomes of the next nudge, and why it is not tonight's.</summary>
    private static Line WithNext(Turn turn, Line echo, DateTimeOffset due)
    {
        var next = Clock.NextTime(turn, due);
        return turn.State.Reminders.NotBefore > turn.Now ? ReminderLines.PlaceSetLater(echo, next) : ReminderLines.PlaceSetNext(echo, next);
    }

    private static void Show(Turn turn, Dialogue.Placing d)
    {
        var shown = d with { Step = turn.NextStep };
        turn.State = turn.State with { Dialogue = shown };
        turn.Answer(CardOf(turn, shown));
    }

    private static string Time(Turn turn, Place place) => Clock.Text(turn.Now, NodaTime.DateTimeZoneProviders.Tzdb[place.Zone]);

    private static Line Day(Turn turn, Place place) => Clock.Weekday(turn.Now, NodaTime.DateTimeZoneProviders.Tzdb[place.Zone]);

    private static string NameOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
