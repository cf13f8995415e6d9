using System.Collections.Concurrent;
using System.Globalization;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Bench;

/// <summary>Many sessions live in the real program, whose legs-up holds end one each millisecond: how late is the bell heard?</summary>
internal static class TimersBench
{
    private const long FirstPerson = 10_000_000;
    private const long FirstTalker = 1_000_000;
    private const int TalkPerSecond = 1_000;
    private const int PeopleInACommit = 1_000;

    /// <summary>Time to put everybody into the database and to start the program.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(40);

    /// <summary>A program that has just started is still being compiled; others talk until shortly before the first bell.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(string? program, int people)
    {
        using var work = new Workplace();
        await using var server = await LeanBotApi.StartAsync();
        var first = DateTimeOffset.FromUnixTimeMilliseconds((DateTimeOffset.UtcNow + Before).ToUnixTimeMilliseconds());
        using (var store = CoachStore.Open(work.Options))
        {
            foreach (var some in Enumerable.Range(0, people).Chunk(PeopleInACommit))
                await store.CommitAsync([], [.. some.Select(n => LiveUntil(first.AddMilliseconds(n), FirstPerson + n))], first, CancellationToken.None);
        }

        var late = new ConcurrentDictionary<long, TimeSpan>();
        using var bot = BotProcess.Start(program, work, LeanBotApi.Token, server.Address);
        server.Said += shown =>
        {
            if (shown.Chat >= FirstPerson)
                late.TryAdd(shown.Chat, shown.At - first.AddMilliseconds(shown.Chat - FirstPerson));
        };
        using (await UpdatesBench.PaceAsync(server, FirstTalker, TalkPerSecond, first - Quiet - DateTimeOffset.UtcNow))
        {
            while (late.Count < people)
                await Task.Delay(100);
        }

        var figures = new Figures();
        foreach (var time in late.Values)
            figures.Add(time);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{people:N0} bells, one each millisecond, late: {figures}; early: {late.Values.Count(time => time < TimeSpan.Zero)}"));
    }

    /// <summary>Somebody whose legs are up, as the coach itself brings them there by the first button of each message.</summary>
    private static UserChange LiveUntil(DateTimeOffset due, long person)
    {
        var now = due - TimeSpan.FromMinutes(5);
        var decision = Coach.Decide(new UserState { Zone = "Etc/UTC" }, new CoachInput.Text("/start"), now);
        while (decision.State.Session is not SessionState.Live { LegsMayBeUp: true, Stage: Stage.Holding })
        {
            var asked = decision.Replies.Last(reply => reply.Buttons.Count > 0);
            var press = new ButtonId(asked.Buttons[0].Verb, asked.Session, asked.Step);
            decision = Coach.Decide(decision.State, new CoachInput.Press(press), now);
        }

        while (decision.State.WakeAt is { } check && check < due)
            decision = Coach.Decide(decision.State, new CoachInput.TimeUp(), check);
        if (decision.State.WakeAt != due)
            throw new InvalidOperationException("The hold does not end when it should.");
        return new UserChange(new UserRow(null, new AccountKey("telegram", $"{person}"), $"{person}", 0, decision.State), due);
    }
}
