namespace FakeTelegram;

/// <summary>How the fake behaves.</summary>
public sealed record FakeTelegramOptions
{
    /// <summary>The one token it knows.</summary>
    public string Token { get; init; } = "123456789:fake-token_for-tests-only_0123456789";

    /// <summary>0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>The bot's name, without the at sign.</summary>
    public string BotName { get; init; } = "recovery_test_bot";

    /// <summary>The clock of polls, stale presses, limits and repeats.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether sends beyond the usual rates get 429.</summary>
    public bool FloodLimits { get; init; }

    /// <summary>How long a press can be answered.</summary>
    public TimeSpan QueryLife { get; init; } = TimeSpan.FromSeconds(15);
}
