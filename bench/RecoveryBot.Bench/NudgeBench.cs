using System.Globalization;
using FakeTelegram;
using RecoveryBot.Storage;

namespace RecoveryBot.Bench;

/// <summary>
/// Many reminders due at one instant in the real program, beside people who write: the fake Telegram refuses what is more
/// than 30 a second.
/// </summary>
internal static class NudgeBench
{
    private const long FirstTalker = 1_000;
    private const int Talkers = 20;
    private const long FirstNudged = 1_000_000;

    /// <summary>The fake takes a message within a minute of somebody's own for an answer: they have been silent for longer.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(65);

    private static readonly TimeSpan BetweenTalkers = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync(int people)
    {
        using var work = new Workplace();
        await using var fake = await FakeTelegramServer.StartAsync(new FakeTelegramOptions { FloodLimits = true });
        DateTimeOffset due;
        using (var store = CoachStore.Open(work.Options))
        {
            await work.PutPeopleAsync(store, Enumerable.Range(0, Talkers).Select(n => FirstTalker + n), null);
            for (var n = 0; n < people; n++)
                fake.People.Say(new Person(FirstNudged + n), "hello");
            fake.Updates.Drop();
            due = WholeMinuteAfter(TimeProvider.System.GetUtcNow() + Silence);
            await work.PutPeopleAsync(store, Enumerable.Range(0, people).Select(n => FirstNudged + n), due);
        }

        using var program = BotProcess.Start(null, work, fake.Token, fake.Address.OriginalString);
        var (before, meanwhile) = (new Figures(), new Figures());
        using var over = new CancellationTokenSource();
        var talk = TalkAsync(fake, due, before, meanwhile, over.Token);
        await WhenSentAsync(fake, people);
        await over.CancelAsync();
        await talk;
        Report(fake, people, due, before, meanwhile);
    }

    /// <summary>As people ask for it.</summary>
    private static DateTimeOffset WholeMinuteAfter(DateTimeOffset time) =>
        new DateTimeOffset(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);

    /// <summary>One after the other asks something and waits for the reply.</summary>
    private static async Task TalkAsync(
        FakeTelegramServer fake, DateTimeOffset due, Figures before, Figures meanwhile, CancellationToken over)
    {
        await fake.Updates.WhenPolledAsync();
        for (var n = 0; !over.IsCancellationRequested; n++)
        {
            var talker = FirstTalker + (n % Talkers);
            var said = TimeProvider.System.GetUtcNow();
            fake.People.Say(new Person(talker), "/why");
            var reply = await fake.Log.WhenAsync(call => call.ChatId == talker && call.At >= said && IsSent(call));
            (said < due ? before : meanwhile).Add(reply.At - said);
            await Task.Delay(BetweenTalkers, CancellationToken.None);
        }
    }

    private static async Task WhenSentAsync(FakeTelegramServer fake, int people)
    {
        while (Nudges(fake).Count < people)
            await Task.Delay(TimeSpan.FromSeconds(1));
    }

    private static List<Call> Nudges(FakeTelegramServer fake) =>
        [.. fake.Log.Calls.Where(call => call.ChatId >= FirstNudged && IsSent(call))];

    private static bool IsSent(Call call) => call is { Method: "sendMessage", Status: 200 };

    private static void Report(FakeTelegramServer fake, int people, DateTimeOffset due, Figures before, Figures meanwhile)
    {
        var nudges = Nudges(fake);
        var late = nudges.Select(call => call.At - due).Order().ToList();
        var doubled = nudges.Count - nudges.Select(call => call.ChatId).Distinct().Count();
        var refused = fake.Log.Calls.Count(call => call.Status == 429);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {people:N0} nudges due at one instant: first {late[0].TotalSeconds:0.0} s late, last {late[^1].TotalSeconds:0.0} s late
            (30 a second with a burst of 30 allow {(people - 30) / 30.0:0.0} s), {doubled} doubled, {refused} refused, {fake.Log.Violations.Count} violations
            replies before:    {before}
            replies meanwhile: {meanwhile}
            """));
    }
}
