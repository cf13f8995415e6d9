using System.Globalization;
using RecoveryBot.Channels;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Outbox;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Demo;

/// <summary>A made-up person at the terminal who talks with the real coach; only the clock is not real.</summary>
internal sealed class DemoPerson(
    CoachStore store, Conversation conversation, WakeLoop wake, DeliveryWorker delivery, DemoChannel channel, DemoClock clock)
{
    /// <summary>A session takes some forty steps; more than this, and the talk goes round in circles.</summary>
    private const int MostSteps = 200;

    public static readonly AccountKey Account = new(TerminalChannel.Name, TerminalChannel.Local);

    private int _update;

    public Task SayAsync(string words) => HearAsync(new CoachInput.Text(words));

    /// <summary>Lets time pass; every timer fires at its instant.</summary>
    public async Task WaitUntilAsync(DateTimeOffset until)
    {
        while (await store.NextDueAsync(CancellationToken.None).ConfigureAwait(false) is { } due && due <= until)
        {
            clock.MoveTo(due);
            await wake.FireDueAsync(CancellationToken.None).ConfigureAwait(false);
            await delivery.DrainAsync(CancellationToken.None).ConfigureAwait(false);
        }

        clock.MoveTo(until);
    }

    /// <summary>Agrees, answers the health questions, and leaves it there.</summary>
    public async Task AgreeAsync()
    {
        await SayAsync("/start").ConfigureAwait(false);
        while ((VerbIn(channel.Newest!, "con-agree") ?? VerbIn(channel.Newest!, "scr-none")) is { } next)
            await PressAsync(next).ConfigureAwait(false);
        await SayAsync("/cancel").ConfigureAwait(false);
    }

    /// <summary>One session from its first word to its summary, answered as somebody does who is well.</summary>
    /// <param name="tingling">What is felt in the hold; <see langword="null"/>: nothing.</param>
    /// <exception cref="InvalidOperationException">The coach asks something that this person has no answer to.</exception>
    public async Task PractiseAsync(DemoTingling? tingling)
    {
        await SayAsync("/start_session 20").ConfigureAwait(false);
        for (var step = 0; step < MostSteps; step++)
        {
            var asked = channel.Newest!;
            if (VerbIn(asked, "ses-out") is not null && tingling is { } felt)
            {
                tingling = null;
                await WaitAsync(felt.Minute).ConfigureAwait(false);
                await TingleAsync(felt).ConfigureAwait(false);
            }
            else if (asked.Countdown is { } end && end > clock.GetUtcNow())
            {
                await WaitUntilAsync(end).ConfigureAwait(false);
            }
            else if (asked.Buttons.FirstOrDefault(button => button.Tone == ButtonTone.Primary) is { } next)
            {
                await PressAsync(next).ConfigureAwait(false);
            }
            else if (VerbIn(asked, "set-w30") is { } within)
            {
                // It went after the last question about it, and that was the one at ten minutes.
                await PressAsync(within).ConfigureAwait(false);
            }
            else if (VerbIn(asked, "rem-none") is { } none)
            {
                await PressAsync(none).ConfigureAwait(false);
            }
            else if (VerbIn(asked, "rst-go") is not null)
            {
                return; // No legs-up today.
            }
            else if (asked.Buttons.Count == 0 && !asked.ExpectsNumber)
            {
                return;
            }
            else
            {
                throw new InvalidOperationException($"The demonstration has no answer to: {asked.Text}");
            }
        }

        throw new InvalidOperationException($"The demonstration comes to no end: {channel.Newest!.Text}");
    }

    /// <summary>Measures something, one answer after the other.</summary>
    public async Task MeasureAsync(params string[] answers)
    {
        await SayAsync("/measure").ConfigureAwait(false);
        foreach (var answer in answers)
            await SayAsync(answer).ConfigureAwait(false);
        await SayAsync("Close").ConfigureAwait(false);
    }

    /// <summary>Tells it, comes out, and says "still there" each time the coach asks until it is gone.</summary>
    private async Task TingleAsync(DemoTingling felt)
    {
        await SayAsync(felt.Words).ConfigureAwait(false);
        if (VerbIn(channel.Newest!, "set-legs") is { } where)
            await PressAsync(where).ConfigureAwait(false);
        var answered = channel.Newest;
        for (var minute = 0; minute < felt.Settles; minute++)
        {
            await WaitAsync(1).ConfigureAwait(false);
            if (channel.Newest != answered && minute + 1 < felt.Settles && VerbIn(channel.Newest!, "set-still") is { } still)
            {
                await PressAsync(still).ConfigureAwait(false);
                answered = channel.Newest;
            }
        }
    }

    private Task WaitAsync(int minutes) => WaitUntilAsync(clock.GetUtcNow() + TimeSpan.FromMinutes(minutes));

    private static ChatButton? VerbIn(ChatMessage message, string verb) =>
        message.Buttons.FirstOrDefault(button => ButtonId.TryParse(button.Id)?.Verb == verb);

    private Task PressAsync(ChatButton button) => HearAsync(new CoachInput.Press(ButtonId.TryParse(button.Id)!.Value));

    private async Task HearAsync(CoachInput input)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"demo-{++_update}");
        await conversation.HandleAsync(
            new IncomingUpdate(Account.Platform, Account.ExternalId, TerminalChannel.Local, id, input), CancellationToken.None).ConfigureAwait(false);
        await delivery.DrainAsync(CancellationToken.None).ConfigureAwait(false);
        clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromSeconds(5));
    }
}

/// <summary>Tingling in a hold.</summary>
/// <param name="Minute">When it begins, minutes after the legs went up.</param>
/// <param name="Settles">How long it takes to go, minutes.</param>
/// <param name="Words">How it is told.</param>
internal sealed record DemoTingling(int Minute, int Settles, string Words);
