using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Walking;

/// <summary>
/// Two walks with the same key go on in the same way: message numbers are counted back from the newest, instants from now.
/// </summary>
internal sealed class StateKey
{
    private readonly JsonSerializerOptions _options;
    private DateTimeOffset _now;
    private int _newest;

    public StateKey()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(type =>
        {
            foreach (var property in type.Properties.Where(p => p.Name == "Step"))
                property.CustomConverter = new CountedBack(this);
        });
        _options = new JsonSerializerOptions { TypeInfoResolver = resolver };
        _options.Converters.Add(new SeenFromNow(this));
    }

    /// <summary>The key as a hash of 128 bits: a million of them fit where a thousand written out would.</summary>
    public UInt128 Of(Walk walk)
    {
        (_now, _newest) = (walk.Now, walk.State.Step);
        var written = JsonSerializer.Serialize(walk.State with { LastContact = null }, _options)
            + walk.Oracle.KeyAt(walk.Now) + walk.Asking?.Text + (walk.Older.Count > 0 ? walk.Older[0].Text : "");
        return MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(written.AsSpan())));
    }

    /// <summary>
    /// Where a person stands before the first pose, and what the answers so far amount to; which of them were yes is
    /// forgotten.
    /// </summary>
    public static string PlaceOf(Walk walk)
    {
        var state = walk.State;
        var place = state.Dialogue switch
        {
            Dialogue.Screening s => string.Join(' ', s.Card, s.Question, s.ListingSigns, s.AskingNumber, s.Confirming is not null,
                RankOf(s.Answers.Select(a => a.Question))),
            Dialogue.Safety s => $"{s.Question}",
            { } other => other.GetType().Name,
            null => "",
        };
        var session = state.Session is SessionState.Precheck p ? $"{p.Form} {p.Question}" : state.Session?.GetType().Name;
        return string.Join('|', place, session, state.Check?.GetType().Name, state.Consent?.Guest, state.Screening.AskedOn is null,
            RankOf(state.Screening.Answers.Where(a => a.Yes).Select(a => a.Question)), state.Events.Count > 1);
    }

    private static string RankOf(IEnumerable<string> questions) => questions
        .Select(q => ProtocolText.OutcomeOf[q] == "CAUTION" ? q is "SCR-17" or "SCR-8a" ? 2 : 1 : 3).DefaultIfEmpty().Max().ToString();

    private sealed class SeenFromNow(StateKey key) : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue((value - key._now).Ticks);
    }

    private sealed class CountedBack(StateKey key) : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(key._newest - value);
    }
}
