using RecoveryBot.Coaching;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Tests.Support;

/// <summary>Ann talks with the real coach through the real host; the program can be stopped and started in between.</summary>
internal sealed class TalkingRig : IDisposable
{
    public static readonly AccountKey Ann = new("test", "ann");

    private readonly StoreFiles _files = new();
    private int _update;

    public TalkingRig() => Rig = new HostRig(Coach.Decide, _files, timeScale: 1);

    public HostRig Rig { get; private set; }

    public ManualTimeProvider Time => Rig.Time;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Nobody is there for so long; then the program is back, and has not looked at anything yet.</summary>
    public void BeDown(TimeSpan time)
    {
        Rig.Stop();
        Rig.Time.Advance(time);
        Rig = new HostRig(Coach.Decide, _files, timeScale: 1, time: Rig.Time);
    }

    public async Task SayAsync(params string[] words)
    {
        foreach (var line in words)
        {
            await Rig.Conversation.HandleAsync(HostRig.Says(line, id: $"{++_update}"), Stop);
            await Rig.Worker.DrainAsync(Stop);
        }
    }

    public async Task WaitAsync(TimeSpan time)
    {
        var until = Time.GetUtcNow() + time;
        while (await Rig.Store.NextDueAsync(Stop) is { } due && due <= until)
        {
            Time.Advance(due - Time.GetUtcNow());
            await FireAsync();
        }

        Time.Advance(until - Time.GetUtcNow());
    }

    public async Task FireAsync()
    {
        await Rig.Wake.FireDueAsync(Stop);
        await Rig.Worker.DrainAsync(Stop);
    }

    public async Task AgreeAsync()
    {
        await SayAsync("/start", "I'm 18 or over, I agree");
        for (var card = 0; card < 8; card++)
            await SayAsync("None of these");
    }

    /// <summary>From the pre-check to five minutes with the legs up.</summary>
    public async Task HoldAsync()
    {
        await SayAsync("No to all", "15 minutes", "Start", "I'm in position");
        await WaitAsync(TimeSpan.FromMinutes(1));
        await SayAsync("I'm in position");
        await WaitAsync(TimeSpan.FromMinutes(3));
        await SayAsync("Legs are up");
    }

    public async Task<UserState> StateAsync() => (await Rig.Store.FindUserAsync(Ann, Stop))!.State;

    public void Dispose()
    {
        Rig.Dispose();
        _files.Dispose();
    }
}
