namespace RecoveryBot.Discord.Gateway;

/// <summary>All that a gateway session remembers.</summary>
internal sealed record GatewaySessionState
{
    /// <summary>Where sessions are begun, without a query.</summary>
    public required string Url { get; init; }

    public required IdentifyBudget Budget { get; init; }

    public GatewayLink Link { get; init; } = new GatewayLink.None();

    /// <summary>After the last dispatch that was handed on; <see langword="null"/>: no session.</summary>
    public GatewayPosition? Position { get; init; }

    /// <summary>Connections in a row that did not live for a while.</summary>
    public int Failures { get; init; }

    /// <summary>Connections in a row that did not come to a hello.</summary>
    public int FailedConnects { get; init; }

    /// <summary>Resumes in a row that were not granted.</summary>
    public int FailedResumes { get; init; }

    /// <summary>The server ended the connection in good order: one resume that is not granted ends the session.</summary>
    public bool IsLastResume { get; init; }
}
