using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>An interaction whose one first answer is still to be given, or is being given.</summary>
/// <param name="arrivedAt">By our clock.</param>
internal sealed class PendingInteraction(Interaction interaction, DateTimeOffset arrivedAt)
{
    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;
    private int _reopened;

    /// <summary>What its first answer was. Closed.</summary>
    public abstract record Answer
    {
        private Answer() { }

        /// <summary>A message in the DM; the bot's own token can change it.</summary>
        /// <param name="Id"><see langword="null"/>: it is shown, but Discord's word about it was lost.</param>
        public sealed record Message(Snowflake? Id) : Answer;

        /// <summary>"Thinking …", seen by that person alone; the words follow as its edit.</summary>
        public sealed record Deferred : Answer;

        /// <summary>Nothing that anything can be added to, or none at all.</summary>
        public sealed record Over : Answer;
    }

    public Interaction Interaction => interaction;

    public DateTimeOffset ArrivedAt => arrivedAt;

    public bool IsPress => interaction.Type == InteractionType.Component;

    public bool IsInDm { get; } = DiscordUpdates.IsInDm(interaction);

    /// <summary>Runs out when an answer has to be promised.</summary>
    public ITimer? Patience { get; set; }

    /// <summary>Completes with the first answer.</summary>
    public Task<Answer> Answered => _answer.Task;

    /// <summary>Whoever gets a yes gives the first answer, and says with <see cref="Finish"/> what it was.</summary>
    public bool TryTake()
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
            return false;
        Patience?.Dispose(); // Not set yet: then it runs out, and finds that this is taken.
        return true;
    }

    public void Finish(Answer answer) => _answer.TrySetResult(answer);

    /// <summary>Whether the DM may be opened once more for its message: yes, once.</summary>
    public bool TryReopen() => Interlocked.Exchange(ref _reopened, 1) == 0;
}
