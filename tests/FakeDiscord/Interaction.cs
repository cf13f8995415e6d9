using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>Discord's numbers of the kinds.</summary>
public enum InteractionKind
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>Something a person did that waits for an answer, and what it got.</summary>
public sealed class Interaction
{
    internal Interaction(
        ulong id, string token, InteractionKind kind, Person person, Place place, ulong channelId, JsonObject data)
    {
        (Id, Token, Kind, Person, Place, ChannelId, Data) = (id, token, kind, person, place, channelId, data);
    }

    public ulong Id { get; }

    public string Token { get; }

    public InteractionKind Kind { get; }

    public Person Person { get; }

    public Place Place { get; }

    public ulong ChannelId { get; }

    public JsonObject Data { get; }

    /// <summary>When Discord sent it, from which the 3 seconds count.</summary>
    public DateTimeOffset SentAt { get; internal set; }

    /// <summary>When the first answer came; <see langword="null"/>: none did.</summary>
    public DateTimeOffset? AnsweredAt { get; internal set; }

    /// <summary>The first answer's body, <c>{type, data}</c>.</summary>
    public JsonObject? Answer { get; internal set; }

    public long? AnswerType => Answer?["type"].Number();

    /// <summary>The message under the pressed button, also for a modal that a press opened.</summary>
    public ulong? SourceMessageId { get; internal init; }

    /// <summary>What <c>@original</c> means; <see langword="null"/>: there is no such message.</summary>
    public ulong? OriginalId { get; internal set; }

    /// <summary>The messages that were sent with its token, without the first answer.</summary>
    public IReadOnlyList<ulong> FollowUps => [.. FollowUpIds];

    internal List<ulong> FollowUpIds { get; } = [];

    internal int FollowUpCount { get; set; }

    internal JsonObject ToJson() => new()
    {
        ["id"] = Id.AsId(),
        ["type"] = (int)Kind,
        ["user"] = Person.Id.AsId(),
        ["context"] = Place.Context,
        ["channel_id"] = ChannelId.AsId(),
        ["data"] = Data.DeepClone(),
        ["sent_at"] = SentAt,
        ["answered_at"] = AnsweredAt,
        ["answer"] = Answer?.DeepClone(),
        ["source_message"] = SourceMessageId?.AsId(),
        ["original"] = OriginalId?.AsId(),
        ["follow_ups"] = new JsonArray([.. FollowUpIds.Select(id => id.AsId())]),
    };
}
