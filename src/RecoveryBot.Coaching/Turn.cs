using NodaTime;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>A message with its buttons, before it is known where it goes.</summary>
internal sealed record Card(Line Text, params IReadOnlyList<Button> Buttons)
{
    public bool ExpectsNumber { get; init; }

    public bool ExpectsWords { get; init; }

    public Choices? Choices { get; init; }

    public bool IsSummary { get; init; }

    public DateTimeOffset? Countdown { get; init; }

    public string? Picture { get; init; }

    public HoldHistory? Chart { get; init; }

    public ChatFile? File { get; init; }
}

/// <summary>
/// One decision in the making: the state as it changes and what has been said so far. It lives inside
/// <see cref="Coach.Decide"/> and never leaves it.
/// </summary>
internal sealed class Turn
{
    /// <summary>Days of events kept one by one, so that /why can name them; two windows of symptoms and more.</summary>
    private const int DaysKept = 35;

    private readonly List<Reply> _replies = [];
    private readonly Dictionary<int, SessionRecord> _sessions = [];
    private readonly Dictionary<int, ReportRecord> _reports = [];
    private readonly Dictionary<int, Measurement> _measurements = [];
    private readonly int _newestAtStart;
    private readonly bool _wasBusy;
    private Dose? _dose;
    private DateTimeZone? _zone;

    public Turn(UserState state, CoachInput input, DateTimeOffset now)
    {
        State = state;
        Input = input;
        Now = now;
        _newestAtStart = state.Step;
        _wasBusy = NudgeRules.IsBusy(state);
        WasAboutToGo = state.ErasedAt is not null;
    }

    public UserState State { get; set; }

    public CoachInput Input { get; }

    public DateTimeOffset Now { get; }

    /// <summary>When it was written or pressed, where the platform tells, and never after now: an outage makes no one's hold longer.</summary>
    public DateTimeOffset SaidAt
    {
        get
        {
            var told = Input switch { CoachInput.Text text => text.SentAt, CoachInput.Press press => press.PressedAt, _ => null };
            // Platforms tell whole seconds: a second or two is no delay, and would cost a whole minute when rounded down.
            return told is { } at && Now - at > TimeSpan.FromSeconds(2) ? at : Now;
        }
    }

    public DateTimeZone? Zone => State.Zone is not { } id ? null
        : _zone?.Id == id ? _zone
        : _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    public Words Words => Words.For(State.Language);

    /// <summary>The user's day, which begins at 04:00 (section 0); UTC's while the zone is not known.</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>The step that the next message will have.</summary>
    public int NextStep => State.Step + 1;

    /// <summary>The user had been told that everything would be erased.</summary>
    public bool WasAboutToGo { get; }

    public bool HasSpoken => _replies.Count > 0;

    public bool WithdrawsSessionMessages { get; set; }

    /// <summary>Unsent nudges are not wanted any more; a session or a check that opens says so by itself (TIME-11).</summary>
    public bool WithdrawsNudges { get; set; }

    public bool Erases { get; set; }

    /// <summary>The dose as folded from the events so far (DOSE-3a).</summary>
    public Dose Dose => _dose ??= DoseFold.Fold(State.DoseBase, State.Events);

    /// <summary>What the health answers allow today (3.1).</summary>
    public ScreeningResult Fitness => Screening.Evaluate(State.Screening, Today);

    /// <summary>
    /// Whether any leg-up pose may begin today: the health questions are answered, none of them stands against it, and the
    /// dose allows a hold (P7, INV-14, DOSE-22).
    /// </summary>
    public bool MayHold => State is { Consent: not null, Check: null or SafetyCheck.HappeningNow, AskAgainAt: null, Settlings: [], Dialogue: not Dialogue.Screening }
        && State.Screening.AskedOn is not null
        && State.NoSessionOn != Today
        && Fitness.Outcome < Outcome.Block
        && DoseRules.PlannedHold(Dose, Today) > 0;

    /// <summary>What stands in the slot of U: as screening says, or the half fold after a symptom in it (SEQ-15, SAFE-29).</summary>
    public ForwardBend ForwardBend => Fitness.ForwardBend == ForwardBend.Standing && State.Settings.HalfFold
        ? ForwardBend.HalfFold
        : Fitness.ForwardBend;

    /// <summary>How the main pose is set up today: on the chair where screening keeps it there.</summary>
    public Variant Variant => Fitness.LockChair ? Variant.Chair : Dose.Variant;

    /// <summary>The press answered here was made on the newest message, so that an edit may answer it (design 3.3).</summary>
    public bool PressedNewest => Input is CoachInput.Press press && press.Button.Step == _newestAtStart;

    /// <summary>The user's day of an instant: the local date, taken to begin at 04:00.</summary>
    public DateOnly DayOf(DateTimeOffset instant)
    {
        var local = Instant.FromDateTimeOffset(instant).InZone(Zone ?? DateTimeZone.Utc).LocalDateTime.PlusHours(-4);
        return new DateOnly(local.Year, local.Month, local.Day);
    }

    /// <summary>Says a card as a message of its own.</summary>
    public void Say(Card card, DeliveryClass kind = DeliveryClass.Reply, bool sound = false) =>
        Add(card, kind, sound, Placement.New);

    /// <summary>Says a nudge: once for its key, and not any more when it is of no use.</summary>
    public void Nudge(Card card, NudgeRecord nudge, DateTimeOffset usefulUntil)
    {
        Add(card, DeliveryClass.Nudge, sound: true, Placement.New);
        _replies[^1] = _replies[^1] with { Nudge = nudge, UsefulUntil = usefulUntil };
    }

    /// <summary>Says a line as a message of its own, without buttons.</summary>
    public void Say(Line line, DeliveryClass kind = DeliveryClass.Reply, bool sound = false) =>
        Say(new Card(line), kind, sound);

    /// <summary>
    /// Answers a press on the newest message by an edit; typed text, an older message or a second reply is a message
    /// of its own (design 3.3).
    /// </summary>
    public void Answer(Card card, DeliveryClass kind = DeliveryClass.Reply) =>
        Add(card, kind, false, PressedNewest && !HasSpoken ? Placement.Edit : Placement.New);

    /// <summary>Changes the newest message without a sound, unless a question stands on it or something was said just now.</summary>
    public void Refresh(Card card)
    {
        if (!HasSpoken && State is { Check: null, Settlings: [], Dialogue: null or Dialogue.Erasing })
            Add(card, DeliveryClass.Cosmetic, false, Placement.Edit);
    }

    /// <summary>Adds an event to the history that the dose is folded from.</summary>
    public void Record(DoseEvent happened)
    {
        var kept = happened is DoseEvent.Reported told ? State.Events.Where(e => !Supersedes(told, e)) : State.Events;
        State = State with { Events = [.. kept, happened] };
        _dose = null;
    }

    /// <summary>Folds what can no longer be corrected into the start of the dose: answers count for 36 hours (SEQ-26).</summary>
    public void Compact()
    {
        var (start, kept) = DoseFold.Compact(State.DoseBase, State.Events, Today.AddDays(-DaysKept));
        State = State with { DoseBase = start, Events = kept };
        _dose = null;
    }

    /// <summary>The first zone is known: what has happened lies on the user's own days from now on.</summary>
    public void DateAnew()
    {
        State = FirstZone.Dated(State, DayOf);
        _dose = null;
    }

    /// <summary>Writes a session's row.</summary>
    public void Record(SessionRecord session) => _sessions[session.Number] = session;

    /// <summary>Writes a report's row.</summary>
    public void Record(ReportRecord report) => _reports[report.Session] = report;

    /// <summary>Writes a value's row.</summary>
    public void Record(Measurement value) => _measurements[value.Number] = value;

    /// <summary>Forgets the replies so far: what follows takes the place of them (a red flag).</summary>
    public void TakeBack()
    {
        _replies.Clear();
        State = State with { Step = _newestAtStart };
    }

    public Decision ToDecision() => new()
    {
        State = State,
        Replies = _replies,
        Sessions = [.. _sessions.Values],
        Reports = [.. _reports.Values],
        Measurements = [.. _measurements.Values],
        WithdrawsSessionMessages = WithdrawsSessionMessages,
        WithdrawsNudges = WithdrawsNudges || (!_wasBusy && NudgeRules.IsBusy(State)),
        Erases = Erases,
    };

    /// <summary>A report told again replaces the earlier one, unless only that one says that the legs were up (DOSE-3a).</summary>
    private static bool Supersedes(DoseEvent.Reported told, DoseEvent earlier) =>
        earlier is DoseEvent.Reported before && before.Session == told.Session && (told.Report.VRan || !before.Report.VRan);

    private void Add(Card card, DeliveryClass kind, bool sound, Placement placement)
    {
        State = State with { Step = State.Step + 1 };
        _replies.Add(new Reply(card.Text)
        {
            Buttons = card.Buttons,
            ExpectsNumber = card.ExpectsNumber,
            ExpectsWords = card.ExpectsWords,
            Choices = card.Choices,
            IsSummary = card.IsSummary,
            Countdown = card.Countdown,
            Picture = card.Picture,
            Chart = card.Chart,
            File = card.File,
            Placement = placement,
            Sound = sound && State.Settings.Sounds,
            Class = kind,
            Session = State.SessionNumber,
            Step = State.Step,
        });
    }
}
