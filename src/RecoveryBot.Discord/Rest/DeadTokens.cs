using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Rest;

/// <summary>Interaction tokens that Discord did not know any more: trying them again counts against the address.</summary>
internal sealed class DeadTokens(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<(string Token, DateTimeOffset At)> _inOrder = [];
    private readonly Dictionary<string, DiscordApiException> _why = [];

    /// <summary>What Discord said to it; <see langword="null"/>: it may live.</summary>
    public DiscordApiException? WhyDead(InteractionToken token)
    {
        lock (_gate)
            return _why.GetValueOrDefault(token.Reveal());
    }

    public void Add(InteractionToken token, DiscordApiException refusal)
    {
        var value = token.Reveal();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_inOrder.TryPeek(out var oldest) && now - oldest.At >= InteractionToken.Life)
                _why.Remove(_inOrder.Dequeue().Token);
            if (_why.TryAdd(value, refusal))
                _inOrder.Enqueue((value, now));
        }
    }
}
