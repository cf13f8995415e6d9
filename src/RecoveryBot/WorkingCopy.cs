using System.Globalization;
using NodaTime;
using RecoveryBot.Coaching;
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

    private readonly List<OutgoingMessage> _messages = [];
    private readonly Dictionary<int, SessionRecord> _sessions = [];
    private readonly Dictionary<int, ReportRecord> _reports = [];
    private readonly List<string> _deadLetters = [];
    private UserState _state = user.State;
    private bool _withdraws;
    private bool _erases;
    private bool _timerBroke;

    public UserRow User { get; } = user;

    public void Apply(Decide decide, CoachInput input, DateTimeOffset now)
    {
        try
        {
            var decision = decide(_state, input, now);
            Take(decision, [.. decision.Replies.Select(reply => Render(decision.State, reply, now))]);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Decide is pure: trying again would fail again, and the next update must not wait for it.
            _deadLetters.Add(string.Create(CultureInfo.InvariantCulture, $"{input}\n{e}"));
            _messages.Add(new OutgoingMessage(Apology.Message, _state.Step));
        }
    }

    /// <summary>
    /// Steps through all waits that are over, each at its own instant; when there were several (the program was down),
    /// only the last message is worth saying.
    /// </summary>
    public void CatchUp(Decide decide, DateTimeOffset now)
    {
        var before = _messages.Count;
        for (var step = 0; step < MostStepsAtOnce && _state.WakeAt is { } due && due <= now && !_erases; step++)
        {
            var (letters, spoken) = (_deadLetters.Count, _messages.Count);
            Apply(decide, new CoachInput.TimeUp(), due);
            if (_messages.Count > spoken && spoken > before)
                KeepLast(before);
            _timerBroke = _deadLetters.Count > letters;
            if (_timerBroke || _state.WakeAt <= due)
                break;
        }
    }

    public UserChange ToChange(string chat, DateTimeOffset now) =>
        new(User with { Chat = chat, State = _state }, Due(now))
        {
            Messages = _messages,
            Sessions = [.. _sessions.Values],
            Reports = [.. _reports.Values],
            DeadLetters = _deadLetters,
            WithdrawsSessionMessages = _withdraws,
            Erases = _erases,
        };

    private DateTimeOffset? Due(DateTimeOffset now)
    {
        if (_state.WakeAt is not { } due || due > now)
            return _state.WakeAt;

        // A timer that breaks the coach would apologise every minute: it rests until the user's next update.
        return _timerBroke ? null : now + StuckTimerWait;
    }

    private void KeepLast(int before)
    {
        var last = _messages[^1];
        _messages.RemoveRange(before, _messages.Count - before);
        // What it would have taken the place of was never shown.
        _messages.Add(last with { Message = last.Message with { Placement = Placement.New } });
    }

    private void Take(Decision decision, List<OutgoingMessage> messages)
    {
        if (decision.WithdrawsSessionMessages || decision.Erases)
            _messages.RemoveAll(m => m.Message.Class is DeliveryClass.Session or DeliveryClass.Cosmetic);
        _state = decision.State;
        _withdraws |= decision.WithdrawsSessionMessages;
        _messages.AddRange(messages);
        foreach (var session in decision.Sessions)
            _sessions[session.Number] = session;
        foreach (var report in decision.Reports)
            _reports[report.Session] = report;
        _erases |= decision.Erases;
    }

    private static OutgoingMessage Render(UserState state, Reply reply, DateTimeOffset now)
    {
        var zone = state.Zone is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;
        return new OutgoingMessage(Words.For(state.Language).Render(reply, zone, now), reply.Step);
    }
}
