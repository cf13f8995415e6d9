using System.Text.Json.Nodes;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Measuring;

namespace RecoveryBot.Storage.Exports;

/// <summary>Everything that is stored about one user, opened.</summary>
/// <param name="Tables">
/// Each table with its rows as they stand in the database: instants as ISO 8601, sealed values as the JSON or text that
/// they hold. A value that does not open is left out and stands sealed, in base 64, under its name and <c>_sealed</c>.
/// </param>
/// <param name="State"><see langword="null"/>: it does not open.</param>
/// <param name="Sessions">Those that open, by number.</param>
/// <param name="Reports">Those that open, by session.</param>
/// <param name="Measurements">Those that open, by number.</param>
public sealed record StoredUser(
    JsonObject Tables, UserState? State, IReadOnlyList<SessionRecord> Sessions, IReadOnlyList<ReportRecord> Reports,
    IReadOnlyList<Measurement> Measurements);
