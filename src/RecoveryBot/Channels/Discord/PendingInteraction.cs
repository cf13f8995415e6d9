using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>An interaction whose one first answer is still to be given, or is being given.</summary>
internal sealed class PendingInteraction(Interaction interaction)
{
    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    /// <summary>What its first answer was. Closed.</summary>
    public abstract record Answer
    {
        private Answer() { }

        /// <summary>A message in the DM; the bot's own token can change it.</summary>
        public sealed record Message(Snowflake Id) : Answer;

        /// <summary>"Thinking …", seen by that person alone; the words follow as its edit.</summary>
        public sealed record Deferred : Answer;

        /// <summary>Nothing that anything can be added to, or none at all.</summary>
        public sealed record Over : Answer;
    }

    public Interaction Interaction => interaction;

    public bool IsPress => interaction.Type == InteractionType.Component;

    public bool IsInDm { get; } = DiscordUpdates.IsInDm(interaction);

    /// <summary>Completes with the first answer.</summary>
    public Task<Answer> Answered => _answer.Task;

    /// <summary>Whoever gets a yes gives the first answer, and says with <see cref="Finish"/> what it was.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    public void Finish(Answer answer) => _answer.TrySetResult(answer);
}
