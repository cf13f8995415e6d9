using System.Text.Json.Nodes;

namespace FakeDiscord.Checks;

/// <summary>Which answers fit which interaction. [Receiving and Responding]</summary>
internal static class CallbackRules
{
    public const int Message = 4;
    public const int DeferredMessage = 5;
    public const int DeferredUpdate = 6;
    public const int Update = 7;
    public const int Autocomplete = 8;
    public const int Modal = 9;

    /// <param name="hasMessage">Whether the interaction stands on a message: a press, or a modal that a press opened.</param>
    public static void Check(JsonObject body, InteractionKind kind, bool hasMessage, Problems problems)
    {
        var type = body["type"].Number();
        var fits = (kind, type) switch
        {
            (InteractionKind.Autocomplete, Autocomplete) => true,
            (InteractionKind.Command or InteractionKind.Component, Message or DeferredMessage or Modal) => true,
            (InteractionKind.ModalSubmit, Message or DeferredMessage) => true,
            (InteractionKind.Component or InteractionKind.ModalSubmit, DeferredUpdate or Update) => hasMessage,
            _ => false,
        };
        if (!fits)
            problems.Add("type", "INTERACTION_CALLBACK_TYPE_INVALID",
                $"An interaction of type {(int)kind} cannot be answered with type {type}.");
        if (type is Message or Autocomplete or Modal && body["data"] is null)
            problems.Required("data");
        if (type is DeferredMessage or DeferredUpdate)
            foreach (var (name, value) in body["data"] as JsonObject ?? [])
                if (value is not null && !(type == DeferredMessage && name == "flags"))
                    problems.Add(
                        $"data/{name}", "DEFERRAL_CARRIES_NOTHING", "A deferral takes the ephemeral flag at most.");
        if (type == DeferredMessage && body["data"]?["flags"].Number() is { } flags
            && (flags & ~MessageFlags.Ephemeral) != 0)
            problems.Add("data/flags", "BASE_TYPE_CHOICES", "Only flag 64 may be set at a deferral.");
        if (type == Modal && body["data"] is JsonObject modal)
        {
            var inside = new Problems();
            ModalRules.Check(modal, inside);
            problems.AddUnder("data", inside);
        }
    }
}
