using RecoveryBot.Coaching;
using RecoveryBot.Storage;

namespace RecoveryBot;

/// <summary>
/// The first decision needs the word lists of the recogniser and the shapes of what is stored. They are made beside the start of
/// everything else, so that whoever has waited for the program to come up does not wait for them too.
/// </summary>
internal static class WarmUp
{
    private static readonly Lazy<Task> Once = new(() => Task.Run(Decide));

    /// <summary>Nothing waits for it; again does nothing.</summary>
    public static void Begin() => _ = Once.Value;

    /// <summary>A decision about nobody, which nothing comes of.</summary>
    private static void Decide()
    {
        var decision = Coach.Decide(new UserState(), new CoachInput.Text("/start"), DateTimeOffset.UnixEpoch);
        StoredState.Read(StoredState.Write(decision.State));
    }
}
