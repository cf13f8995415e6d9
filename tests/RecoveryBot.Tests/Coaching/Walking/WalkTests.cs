using System.Text;
using System.Text.Json;
using RecoveryBot.Coaching;
using RecoveryBot.Storage;

namespace RecoveryBot.Tests.Coaching.Walking;

/// <summary>Random walks through the whole conversation: whatever a person does, the promises hold.</summary>
public sealed class WalkTests
{
    private static readonly string[] NotTaken = ["That step is over.", "I didn't quite get that."];

    [Fact]
    [Trait("Rule", "SAFE-2")]
    [Trait("Rule", "SEQ-20")]
    [Trait("Rule", "SEQ-21")]
    [Trait("Rule", "DOSE-22")]
    [Trait("Rule", "INV-14")]
    public void No_walk_reaches_a_pose_around_the_safety_questions() =>
        // A hundred thousand of them in the long run.
        WalkProperties.Hold(10_000, Walk.Start, walk => walk.Oracle.Fault);

    [Fact]
    public void No_button_of_the_newest_message_falls_through() => WalkProperties.Hold(200, Walk.Start, walk =>
        walk.Erased || NothingIsOpen(walk) ? null
            : walk.Newest!.Buttons.Select(button => walk.Press(button)).FirstOrDefault(next => next.Said.Any(s => NotTaken.Any(
                words => s.Message.Text.StartsWith(words, StringComparison.Ordinal)))) is { } fallen
                ? $"{fallen.Did} falls through" : null);

    [Fact]
    public void Every_message_fits_a_chat_and_every_button_its_platform() => WalkProperties.Hold(600, Walk.Start, walk =>
        walk.Said.Select(s => s.Message).Select(message => message switch
        {
            { Text.Length: 0 or > 700 } => $"{message.Text.Length} characters: {message.Text}",
            _ when message.Buttons.FirstOrDefault(b => Encoding.UTF8.GetByteCount(b.Id) > 64) is { } id => $"the id {id.Id}",
            _ when message.Buttons.FirstOrDefault(b => b.Label.Length is 0 or > 40) is { } label => $"the label '{label.Label}'",
            _ => null,
        }).FirstOrDefault(fault => fault is not null));

    [Fact]
    [Trait("Rule", "INV-12")]
    public void Every_state_reads_back_as_it_was_stored() => WalkProperties.Hold(100, Walk.Start, walk =>
    {
        var stored = StoredState.Read(StoredState.Write(walk.State));
        var (before, after) = (JsonSerializer.Serialize(walk.State), JsonSerializer.Serialize(stored));
        return before == after ? null : $"{before}\nreads back as\n{after}";
    });

    [Theory]
    [InlineData(Pacing.Tap)]
    [InlineData(Pacing.HandsFree)]
    public void Choices_that_are_a_type_s_first_value_or_false_are_stored_too(Pacing pacing)
    {
        var state = new UserState { Settings = new Settings { Sounds = false, Pacing = pacing } };

        Assert.Equal(state.Settings, StoredState.Read(StoredState.Write(state)).Settings);
    }

    /// <summary>What waited too long is closed silently (SEQ-29), and its buttons with it.</summary>
    private static bool NothingIsOpen(Walk walk) =>
        walk.Newest is null || walk.State is { Session: null, Dialogue: null, Check: null, Settlings: [] };
}
