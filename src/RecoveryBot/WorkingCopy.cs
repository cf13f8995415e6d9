using System.Globalization;
using NodaTime;
using RecoveryBot.Channels;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot;

/// <summary>Decides for one user: the pure function, as a value so that a test can put a bad one in its place.</summary>
public delegate Decision Decide(UserState state, CoachInput input, DateTimeOffset now);

/// <summary>One user while a batch is decided: what came of the updates so far, not yet committed.</summary>
internal sealed class WorkingCopy(UserRow user)
{
    /// <summary>More waits than a session has; beyond it something does not move on.</summary>
    private const int MostStepsAtOnce = 200;

    /// <summary>A timer that its decision did not move is tried again after this, not at once.</summary>
    private static readonly TimeSpan StuckTimerWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BrokenRowWait = TimeSpan.FromDays(1);

    private readonly List<OutgoingMessage> _messages = [];
    private readonly Dictionary<int, SessionRecord> _sessions = [];
    private readonly Dictionary<int, ReportRecord> _reports = [];
    private readonly Dictionary<int, Measurement> _measurements = [];
    private readonly List<string> _deadLetters = [];
    private UserState _state = user.State;
    private string _chat = user.Chat;
    private bool _heard;
    private bool _blocked;
    private bool _withdraws;
    private bool _timerBroke;
    private bool _withdrawsNudges;

    /// <summary>When retention looks again after it failed; <see langword="null"/>: as the state says.</summary>
    private DateTimeOffset? _retention;

    /// <summary>Reminders that were looked at: their rows follow the state, or rest for a day where no decision could be made.</summary>
    private readonly Dictionary<ReminderKind, DateTimeOffset?> _looked = [];

    public UserRow User { get; } = user;

    /// <summary>The user is erased with this commit: what comes after belongs to a new one.</summary>
    public bool Erases { get; private set; }

    /// <summary>Time has moved something on that nobody has looked at yet.</summary>
    public bool IsOverdue(DateTimeOffset now) => User.Damage is null && !Erases && _state.WakeAt <= now;

    /// <returns>Whether anything is said to it.</returns>
    public bool Hear(Decide decide, IncomingUpdate update, DateTimeOffset now)
    {
        (_heard, _blocked, _chat) = (true, update.Standing == ChatStanding.Blocked, update.ChatId);
        if (update.Standing is not null)
            return false;

        var before = _messages.Count;
        if (User.Damage is not null)
            HearDamaged(update.Input, now);
        else if (update.Fault is { } fault)
            PutAside(update.Input, fault, now);
        else
            Apply(decide, update.Input, now);
        if (_messages.Count == before)
            return false;

        if (update.Callback is not null)
            _messages[before] = _messages[before] with { Callback = update.Callback };
        return true;
    }

    /// <summary>
    /// Steps through all waits that are over, each at its own instant; when there were several (the program was down),
    /// only one message is worth saying: the way out, else the last.
    /// </summary>
    public void CatchUp(Decide decide, DateTimeOffset now)
    {
        if (User.Damage is not null)
        {
            // The signal that they wait for will never come.
            _messages.Add(new OutgoingMessage(Apology.Damaged with { Sound = true }, 0));
            return;
        }

        var before = _messages.Count;
        var stepsSpoken = 0;
        for (var step = 0; step < MostStepsAtOnce && _state.WakeAt is { } due && due <= now && !Erases; step++)
        {
            var spoken = _messages.Count;
            Apply(decide, new CoachInput.TimeUp(), due);
            stepsSpoken += _messages.Count > spoken ? 1 : 0;
            if (_timerBroke || _state.WakeAt <= due)
                break;
        }

        if (stepsSpoken > 1)
            KeepOne(before);
    }

    /// <summary>A sweep found a reminder due, or that the user has not been heard of for long.</summary>
    public void Find(Decide decide, CoachInput found, DateTimeOffset now)
    {
        if (found is CoachInput.ReminderDue { Kind: var kind })
            _looked[kind] = User.Damage is null ? null : now + BrokenRowWait;
        if (User.Damage is null)
            Apply(decide, found, now);
        else if (found is CoachInput.LongSilence)
            Erases = true; // Nothing in it can be read any more, and nobody has asked for it.
    }

    /// <summary>No decision can be made for an input: the recogniser alone reads it, and it is kept for whoever looks into it.</summary>
    /// <param name="why">The error, or the raw update.</param>
    public void PutAside(CoachInput input, string why, DateTimeOffset now)
    {
        _deadLetters.Add(string.Create(CultureInfo.InvariantCulture, $"{input}\n{why}"));
        _timerBroke |= input is CoachInput.TimeUp;
        if (input is CoachInput.ReminderDue or CoachInput.LongSilence)
        {
            // Nobody waits for it, so nobody is told; it is looked at again tomorrow.
            if (input is CoachInput.ReminderDue due)
                _looked[due.Kind] = now + BrokenRowWait;
            else
                _retention = now + BrokenRowWait;
            return;
        }

        AnswerSign(input, now);
        _messages.Add(new OutgoingMessage(Apology.NotTakenIn, 0));
    }

    public UserChange ToChange(DateTimeOffset now) =>
        new(User with { Chat = _chat, State = _state }, Due(now))
        {
            Retention = _retention ?? RetentionAt(now),
            Heard = _heard,
            Blocked = _blocked,
            Messages = _messages,
            Sessions = [.. _sessions.Values],
            Reports = [.. _reports.Values],
            Measurements = [.. _measurements.Values],
            DeadLetters = _deadLetters,
            WithdrawsSessionMessages = _withdraws,
            WithdrawsNudges = _withdrawsNudges,
            Reminders = RowsOf(_state.Reminders),
            RemindersChanged = _looked.Count > 0 || !ReferenceEquals(_state.Reminders, User.State.Reminders),
            Erases = Erases,
        };

    private void Apply(Decide decide, CoachInput input, DateTimeOffset now)
    {
        try
        {
            var decision = decide(_state, input, now);
            Take(decision, [.. decision.Replies.Select(reply => Render(decision.State, reply, now))]);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Decide is pure: trying again would fail again, and the next update must not wait for it.
            PutAside(input, e.ToString(), now);
        }
    }

    private void HearDamaged(CoachInput input, DateTimeOffset now)
    {
        AnswerSign(input, now);
        var delete = input is CoachInput.Text text
            && text.Words.Trim().Equals("/delete", StringComparison.OrdinalIgnoreCase);
        Erases |= delete;
        _messages.Add(new OutgoingMessage(delete ? Apology.Erased : Apology.Damaged, 0));
    }

    private void AnswerSign(CoachInput input, DateTimeOffset now)
    {
        try
        {
            if (SafetyNet.Answer(_state, input) is not { } answer)
                return;

            Withdraw();
            _messages.Add(Render(_state, answer, now));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What broke the decision may break the recogniser as well; the apology says what can be said.
            _deadLetters.Add(e.ToString());
        }
    }

    private List<ReminderRow> RowsOf(ReminderBook book)
    {
        var rows = book.Due.Select(due => new ReminderRow(due.Kind, due.Due)).Where(row => _looked.GetValueOrDefault(row.Kind) is null).ToList();
        rows.AddRange(_looked.Where(look => look.Value is not null).Select(look => new ReminderRow(look.Key, look.Value!.Value)));
        return rows;
    }

    /// <summary>What cannot be read tells no last contact: the row stays as it is, or is counted anew from this one.</summary>
    private DateTimeOffset? RetentionAt(DateTimeOffset now) =>
        User.Damage is null ? _state.RetentionAt : _heard ? now.AddMonths(UserState.MonthsKept) : null;

    private DateTimeOffset? Due(DateTimeOffset now)
    {
        if (User.Damage is not null)
            return null;
        if (_state.WakeAt is not { } due || due > now)
            return _state.WakeAt;

        // A timer that breaks the coach would apologise every minute: it rests until the user's next update.
        return _timerBroke ? null : now + StuckTimerWait;
    }

    private void KeepOne(int before)
    {
        var spoken = _messages[before..];
        var kept = spoken.FindLast(m => m.Message.Class == DeliveryClass.Safety) ?? spoken[^1];
        _messages.RemoveRange(before, spoken.Count);
        // What it would have taken the place of was never shown.
        _messages.Add(kept with { Message = kept.Message with { Placement = Placement.New } });
    }

    private void Take(Decision decision, List<OutgoingMessage> messages)
    {
        if (decision.WithdrawsSessionMessages || decision.Erases)
            Withdraw();
        if (decision.WithdrawsNudges)
        {
            _messages.RemoveAll(m => m.Message.Class == DeliveryClass.Nudge);
            _withdrawsNudges = true;
        }

        _state = decision.State;
        _messages.AddRange(messages);
        foreach (var session in decision.Sessions)
            _sessions[session.Number] = session;
        foreach (var report in decision.Reports)
            _reports[report.Session] = report;
        foreach (var value in decision.Measurements)
            _measurements[value.Number] = value;
        Erases |= decision.Erases;
    }

    private void Withdraw()
    {
        _messages.RemoveAll(m => m.Message.Class is DeliveryClass.Session or DeliveryClass.Cosmetic);
        _withdraws = true;
    }

    private static OutgoingMessage Render(UserState state, Reply reply, DateTimeOffset now)
    {
        var zone = state.Zone is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;
        return new OutgoingMessage(Words.For(state.Language).Render(reply, zone, now), reply.Step) { Nudge = reply.Nudge };
    }
}
