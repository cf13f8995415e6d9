namespace FakeDiscord;

/// <summary>How the fake behaves.</summary>
public sealed record FakeDiscordOptions
{
    /// <summary>The one token it knows.</summary>
    public string Token { get; init; } = "MTEwMDAwMDAwMDAwMDAwMDAwMg.Fake00.for-tests-only_0123456789abcdefghijklmn";

    /// <summary>0: any free one. The addresses for resuming get a free port of their own.</summary>
    public int Port { get; init; }

    public string BotName { get; init; } = "recovery-test-bot";

    /// <summary>Another than the bot's user id, so that taking one for the other is found out.</summary>
    public ulong ApplicationId { get; init; } = 1_100_000_000_000_000_001;

    public ulong BotId { get; init; } = 1_100_000_000_000_000_002;

    /// <summary>The clock of deadlines, limits and sessions.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether requests beyond the rates get 429. The headers are there in any case.</summary>
    public bool RateLimits { get; init; }

    /// <summary>How many shards <c>GET /gateway/bot</c> advises; above 1 an identify without one is refused (4011).</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Identifies per 5 seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Identifies per day; one more costs the token.</summary>
    public int IdentifiesPerDay { get; init; } = 1000;

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>How long after a cut a session can be resumed.</summary>
    public TimeSpan SessionLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an interaction waits for its first answer.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an interaction's token can be used once it was answered.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The privileged intents that were granted, as bits.</summary>
    public int PrivilegedIntents { get; init; }
}
