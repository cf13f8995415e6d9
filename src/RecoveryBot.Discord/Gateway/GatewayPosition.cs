using System.Globalization;

namespace RecoveryBot.Discord.Gateway;

/// <summary>How far into a gateway session we are: what is needed to resume after it.</summary>
/// <param name="SessionId">From READY.</param>
/// <param name="ResumeUrl">Where to resume; from READY.</param>
/// <param name="Sequence">The <c>s</c> of the last dispatch.</param>
public sealed record GatewayPosition(string SessionId, string ResumeUrl, long Sequence)
{
    /// <summary>A line for stores that keep text: <c>sequence session url</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Sequence} {SessionId} {ResumeUrl}");

    /// <summary>The position, or <see langword="null"/> where <see cref="ToString"/> did not make the text.</summary>
    public static GatewayPosition? TryParse(string? text) =>
        text?.Split(' ') is [var sequence, { Length: > 0 } session, { Length: > 0 } url]
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new GatewayPosition(session, url, number)
            : null;
}
