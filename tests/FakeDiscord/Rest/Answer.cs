using System.Text.Json.Nodes;

namespace FakeDiscord.Rest;

/// <summary>What a call gets when all is well.</summary>
/// <param name="Body"><see langword="null"/>: none.</param>
internal sealed record Answer(int Status, JsonNode? Body)
{
    public static Answer Nothing { get; } = new(204, null);

    public static Answer Of(JsonNode body) => new(200, body);
}
