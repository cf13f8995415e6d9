namespace RecoveryBot.Discord.Gateway;

/// <summary>
/// The gateway's rules, pure: what a session does about each input. It reads no clock and draws no lots. Discord's pages
/// "Gateway" and "Opcodes and Status Codes".
/// </summary>
internal static class GatewaySession
{
    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMinutes(1);

    /// <summary>After 4008.</summary>
    private static readonly TimeSpan Penalty = TimeSpan.FromMinutes(1);

    /// <summary>A connection that lived so long did not fail.</summary>
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(5);

    /// <summary>After so many the resume address is given up for the ordinary one.</summary>
    private const int ConnectsToResumeUrl = 3;

    /// <summary>After so many, some four minutes, Discord has forgotten the session as well.</summary>
    private const int ResumesToLose = 10;

    private static readonly IReadOnlyList<GatewayAction> Nothing = [];

    /// <summary>Answers one input. Every pair of state and input has an answer; none throws.</summary>
    /// <param name="chance">0–1, drawn anew for each input.</param>
    public static (GatewaySessionState State, IReadOnlyList<GatewayAction> Actions) Step(
        GatewaySessionState state, GatewayInput input, double chance, DateTimeOffset now) => (state.Link, input) switch
        {
            (GatewayLink.Ended, _) => (state, Nothing),
            (_, GatewayInput.Stopped) => (state with { Link = new GatewayLink.Ended() }, [new GatewayAction.Drop()]),
            (GatewayLink.None, GatewayInput.Started) => Connect(state, TimeSpan.Zero, chance: 0, now),
            (GatewayLink.Connecting, GatewayInput.Connected) => (
                state with { Link = new GatewayLink.Open(now + HelloLimit) }, Nothing),
            (GatewayLink.Connecting, GatewayInput.NotConnected) => Fail(state, TimeSpan.Zero, chance, now),
            (GatewayLink.None or GatewayLink.Connecting, _) => (state, Nothing), // From a socket that was left.
            (_, GatewayInput.Closed closed) => Close(state, closed.Code, chance, now),
            (_, GatewayInput.ReconnectAsked) => Leave(state, chance, now),
            (_, GatewayInput.SessionInvalid invalid) => Invalidate(state, invalid.Resumable, chance, now),
            (GatewayLink.Open, GatewayInput.Hello hello) => Greet(state, hello, chance, now),
            (GatewayLink.Open open, GatewayInput.TimeUp) when now >= open.HelloBy => Leave(
                state, chance, now),
            (GatewayLink.Greeted greeted, GatewayInput.Acknowledged) => (
                state with { Link = greeted with { Heart = greeted.Heart with { Acknowledged = true } } }, Nothing),
            (GatewayLink.Greeted greeted, GatewayInput.HeartbeatAsked) => BeatOutOfTurn(state, greeted, now),
            (GatewayLink.Greeted greeted, GatewayInput.TimeUp) when now >= greeted.Heart.DueAt => Beat(
                state, greeted, chance, now),
            (GatewayLink.Queued queued, GatewayInput.TimeUp) when now >= queued.IdentifyAt => Identify(state, queued, now),
            (GatewayLink.Asking asking, GatewayInput.TimeUp) when now >= asking.AnswerBy => Leave(
                state, chance, now),
            (GatewayLink.Asking or GatewayLink.Live, GatewayInput.Dispatched dispatched) => Hear(state, dispatched, now),
            _ => (state, Nothing),
        };

    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) Greet(
        GatewaySessionState state, GatewayInput.Hello hello, double chance, DateTimeOffset now)
    {
        var heart = Heartbeat.First(hello.Interval, chance, now);
        if (state.Position is not { } position)
        {
            var queued = new GatewayLink.Queued(heart, SendBudget.Full, now + hello.Turn);
            return hello.Turn > TimeSpan.Zero ? (state with { Link = queued }, Nothing) : Identify(state, queued, now);
        }

        var asking = new GatewayLink.Asking(heart, SendBudget.Full.Spend(now), Resumes: true, now + AnswerLimit);
        return (state with { Link = asking }, [new GatewayAction.Resume(position)]);
    }

    /// <summary>Counted before it is sent: a crash in between costs one of the budget, never one too many.</summary>
    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) Identify(
        GatewaySessionState state, GatewayLink.Queued queued, DateTimeOffset now)
    {
        var budget = state.Budget.Spend(now);
        var asking = new GatewayLink.Asking(queued.Heart, queued.Sends.Spend(now), Resumes: false, now + AnswerLimit);
        return (
            state with { Link = asking, Budget = budget },
            [new GatewayAction.KeepIdentifies(budget.Times), new GatewayAction.Identify()]);
    }

    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) Beat(
        GatewaySessionState state, GatewayLink.Greeted greeted, double chance, DateTimeOffset now)
    {
        if (!greeted.Heart.Acknowledged)
            return With(new GatewayAction.Report(GatewayTrouble.Silent), Leave(state, chance, now));

        var next = greeted.Heart.Next(now);
        return greeted.Sends.AllowsHeartbeat(now)
            ? (
                state with { Link = greeted with { Heart = next, Sends = greeted.Sends.Spend(now) } },
                [new GatewayAction.Heartbeat(state.Position?.Sequence)])
            : (state with { Link = greeted with { Heart = next with { Acknowledged = true } } }, Nothing);
    }

    /// <summary>The schedule stays as it is: only a heartbeat that was due must be acknowledged by the next.</summary>
    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) BeatOutOfTurn(
        GatewaySessionState state, GatewayLink.Greeted greeted, DateTimeOffset now) =>
        greeted.Sends.Allows(now)
            ? (
                state with { Link = greeted with { Sends = greeted.Sends.Spend(now) } },
                [new GatewayAction.Heartbeat(state.Position?.Sequence)])
            : (state, Nothing);

    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) Hear(
        GatewaySessionState state, GatewayInput.Dispatched dispatched, DateTimeOffset now)
    {
        var greeted = (GatewayLink.Greeted)state.Link;
        if (dispatched.Dispatch is Dispatch.Ready ready)
        {
            var begun = new GatewayPosition(ready.SessionId, AsSafe(ready.ResumeUrl, state.Url), dispatched.Sequence);
            return (GoLive(state, greeted, now) with { Position = begun }, [new GatewayAction.Deliver(ready, begun)]);
        }

        if (dispatched.Dispatch is Dispatch.Resumed)
            state = GoLive(state, greeted, now);
        else if (greeted is GatewayLink.Asking asking)
            state = state with { Link = asking with { AnswerBy = now + AnswerLimit } };
        if (state.Position is not { } position || dispatched.Sequence <= position.Sequence)
            return (state, Nothing); // Replayed, and known already.

        var moved = position with { Sequence = dispatched.Sequence };
        return (state with { Position = moved }, [new GatewayAction.Deliver(dispatched.Dispatch, moved)]);
    }

    private static GatewaySessionState GoLive(
        GatewaySessionState state, GatewayLink.Greeted greeted, DateTimeOffset now) => state with
        {
            Link = new GatewayLink.Live(greeted.Heart, greeted.Sends, now),
            FailedConnects = 0,
            FailedResumes = 0,
            IsLastResume = false,
        };

    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) Close(
        GatewaySessionState state, int? code, double chance, DateTimeOffset now)
    {
        var meaning = CloseCodes.Meaning(code);
        if (meaning == CloseMeaning.Fatal)
        {
            return (
                state with { Link = new GatewayLink.Ended() }, [new GatewayAction.GiveUp((GatewayCloseCode)code!.Value)]);
        }

        var penalty = code == (int)GatewayCloseCode.RateLimited ? Penalty : TimeSpan.Zero;
        var step = meaning switch
        {
            CloseMeaning.Identify => Lose(state, penalty, chance, now),
            CloseMeaning.ResumeOnce => Fail(state, penalty, chance, now, isLastResume: true),
            _ => Fail(state, penalty, chance, now),
        };
        return CloseCodes.IsOurBug(code) ? With(new GatewayAction.Report(GatewayTrouble.OurBug, code), step) : step;
    }

    /// <summary>Discord asks for 1–5 s before the next attempt.</summary>
    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) Invalidate(
        GatewaySessionState state, bool resumable, double chance, DateTimeOffset now)
    {
        var pause = TimeSpan.FromSeconds(1 + (4 * chance));
        return With(
            new GatewayAction.Drop(), resumable ? Fail(state, pause, chance, now) : Lose(state, pause, chance, now));
    }

    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) Leave(
        GatewaySessionState state, double chance, DateTimeOffset now) =>
        With(new GatewayAction.Drop(), Fail(state, TimeSpan.Zero, chance, now));

    /// <summary>The connection is over; the session stays, unless it could not be resumed too often.</summary>
    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) Fail(
        GatewaySessionState state, TimeSpan atLeast, double chance, DateTimeOffset now, bool isLastResume = false)
    {
        var refused = state.Link is GatewayLink.Asking { Resumes: true };
        var failed = state.FailedResumes + (refused ? 1 : 0);
        if (refused && (state.IsLastResume || failed >= ResumesToLose))
            return Lose(state, atLeast, chance, now);

        return Connect(
            state with
            {
                Failures = FailuresAfter(state, now),
                FailedConnects = state.FailedConnects + (state.Link is GatewayLink.Greeted ? 0 : 1),
                FailedResumes = failed,
                IsLastResume = state.IsLastResume || isLastResume,
            },
            atLeast, chance, now);
    }

    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) Lose(
        GatewaySessionState state, TimeSpan atLeast, double chance, DateTimeOffset now)
    {
        var step = Connect(
            state with
            {
                Position = null,
                Failures = FailuresAfter(state, now),
                FailedConnects = 0,
                FailedResumes = 0,
                IsLastResume = false,
            },
            atLeast, chance, now);
        return state.Position is null ? step : With(new GatewayAction.Report(GatewayTrouble.SessionLost), step);
    }

    private static int FailuresAfter(GatewaySessionState state, DateTimeOffset now) =>
        state.Link is GatewayLink.Live live && now - live.Since >= AWhile ? 0 : state.Failures + 1;

    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) Connect(
        GatewaySessionState state, TimeSpan atLeast, double chance, DateTimeOffset now)
    {
        var wait = Longer(atLeast, BackOff.Jittered(state.Failures, chance));
        if (state.Position is null)
            wait = Longer(wait, state.Budget.Wait(now, chance));
        var url = state.Position is { } position && state.FailedConnects < ConnectsToResumeUrl
            ? position.ResumeUrl
            : state.Url;
        return (state with { Link = new GatewayLink.Connecting() }, [new GatewayAction.Connect(url, wait)]);
    }

    /// <summary>The token is sent to the resume address, so never to one less protected than ours.</summary>
    private static string AsSafe(string resumeUrl, string url) =>
        Uri.TryCreate(resumeUrl, UriKind.Absolute, out var resume) && resume.Scheme == new Uri(url).Scheme ? resumeUrl : url;

    private static (GatewaySessionState, IReadOnlyList<GatewayAction>) With(
        GatewayAction first, (GatewaySessionState State, IReadOnlyList<GatewayAction> Actions) step) =>
        (step.State, [first, .. step.Actions]);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
