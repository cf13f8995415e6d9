using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FakeDiscord.Rest;

namespace FakeDiscord;

/// <summary>The interactions so far, and the deadlines of each. [Receiving and Responding]</summary>
public sealed class Interactions
{
    private const int MostFollowUpsOutside = 5;

    private readonly Lock _gate = new();
    private readonly List<Interaction> _all = [];
    private readonly FakeDiscordOptions _options;
    private readonly Snowflakes _ids;

    internal Interactions(FakeDiscordOptions options, Snowflakes ids)
    {
        (_options, _ids) = (options, ids);
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Interaction> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    /// <summary>Whether a message answers something that this person did.</summary>
    internal bool IsFor(Person person, ulong messageId) => All.Any(interaction =>
        interaction.Person.Id == person.Id
        && (interaction.OriginalId == messageId || interaction.FollowUps.Contains(messageId)));

    internal Interaction Add(
        InteractionKind kind, Person person, Place place, ulong channelId, JsonObject data, ulong? sourceMessageId)
    {
        var token = "aW50ZXJhY3Rpb246" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(48));
        var interaction = new Interaction(_ids.Next(), token, kind, person, place, channelId, data)
        {
            SourceMessageId = sourceMessageId,
            SentAt = _options.Time.GetUtcNow(),
        };
        lock (_gate)
            _all.Add(interaction);
        return interaction;
    }

    /// <summary>The interaction that a first answer is meant for.</summary>
    /// <exception cref="RefusalException">There is none, it has its answer, or the answer comes too late.</exception>
    internal Interaction Unanswered(ulong? id, string token)
    {
        lock (_gate)
        {
            var interaction = _all.Find(one => one.Id == id && one.Token == token)
                ?? throw RefusalException.UnknownInteraction();
            if (interaction.AnsweredAt is not null)
                throw new RefusalException(400, 40060, "Interaction has already been acknowledged.");
            if (_options.Time.GetUtcNow() - interaction.SentAt > _options.AnswerWithin)
                throw RefusalException.UnknownInteraction();
            return interaction;
        }
    }

    /// <summary>The interaction whose token is used after the first answer.</summary>
    internal Interaction Answered(ulong? applicationId, string token)
    {
        lock (_gate)
        {
            var interaction = _all.Find(one => one.Token == token);
            if (interaction is null || applicationId != _options.ApplicationId)
                throw RefusalException.UnknownWebhook();
            if (_options.Time.GetUtcNow() - interaction.SentAt >= _options.TokenLife)
                throw new RefusalException(401, 50027, "Invalid Webhook Token");
            return interaction.AnsweredAt is null ? throw RefusalException.UnknownWebhook() : interaction;
        }
    }

    /// <summary>Counts a follow-up; where the bot is no member there are five to an interaction.</summary>
    internal void CountFollowUp(Interaction interaction)
    {
        lock (_gate)
        {
            if (!interaction.Place.BotIsIn && interaction.FollowUpCount >= MostFollowUpsOutside)
                throw new RefusalException(400, 40094,
                    "You have reached the limit of follow up messages for this interaction", isOurs: true);
            interaction.FollowUpCount++;
        }
    }

    internal void Answer(Interaction interaction, JsonObject body, ulong? originalId)
    {
        lock (_gate)
        {
            if (interaction.AnsweredAt is not null)
                throw new RefusalException(400, 40060, "Interaction has already been acknowledged.");
            (interaction.Answer, interaction.AnsweredAt) = (body.DeepClone().AsObject(), _options.Time.GetUtcNow());
            interaction.OriginalId = originalId;
        }
    }
}
