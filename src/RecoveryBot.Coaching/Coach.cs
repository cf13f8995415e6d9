namespace RecoveryBot.Coaching;

/// <summary>The coach: one pure function from what is known and what happened to what is known and said next.</summary>
public static class Coach
{
    /// <summary>Answers one input. Every pair of state and input has an answer; none throws.</summary>
    /// <param name="now">The instant of the decision, UTC.</param>
    public static Decision Decide(UserState state, CoachInput input, DateTimeOffset now)
    {
        var turn = new Turn(state, input, now);
        return turn.ToDecision();
    }
}
