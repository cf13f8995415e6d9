using System.Globalization;
using System.Text.RegularExpressions;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;

namespace RecoveryBot.Tests.Coaching.Walking;

/// <summary>Random walks from the moment the legs are up: what people trust who lie on the floor.</summary>
public sealed partial class HoldWalkTests
{
    private static readonly string[] WayDown =
        ["end your knees", "egs down", "ome down", "slide your feet down", "ne calf off", "ase out", "come out"];

    private static readonly string[] InV = ["Tingling or numb", "Dizzy", "Pain", "Come out now"];

    [Fact]
    [Trait("Rule", "SAFE-10")]
    [Trait("Rule", "SAFE-20")]
    [Trait("Rule", "SAFE-30")]
    [Trait("Rule", "SAFE-34")]
    public void No_hold_runs_past_a_symptom() => Each(400, walk =>
        IsHold(walk.Before!) && Moves.IsSymptom(walk.Did) ? Fault(
            (IsHold(walk), "the hold goes on"),
            (walk.Said.Any(s => s.Message.Countdown is not null), "something still counts down"),
            (!walk.Said.Any(s => s.Message.Class == DeliveryClass.Safety), "no safety message is said"),
            (!WayDown.Any(words => walk.Said[0].Message.Text.Contains(words, StringComparison.Ordinal)),
                "the first message has no way down"))
            : null);

    [Fact]
    public void During_a_hold_the_newest_message_carries_the_symptom_buttons() => Each(400, walk =>
        IsHold(walk) && walk.State is { Check: null, Settlings: [] }
            && InV.Except(walk.Newest!.Buttons.Select(b => b.Label)).ToList() is { Count: > 0 } missing
            ? string.Join(", ", missing) + " missing" : null);

    [Fact]
    [Trait("Rule", "SEQ-24")]
    public void A_hold_ends_with_a_bell_at_the_minute_that_was_told_and_not_before() => Each(400, walk =>
    {
        var shown = walk.Said.FirstOrDefault(s => HoldCard().IsMatch(s.Message.Text));
        if (!IsHold(walk.Before!) && shown is { Message.Countdown: { } told } && HoldCard().Match(shown.Message.Text) is var card
            && told - shown.At != TimeSpan.FromMinutes(int.Parse(card.Groups[1].Value, CultureInfo.InvariantCulture)))
            return $"{told - shown.At} are counted instead of what is told";
        if (!(walk.Did.StartsWith("clock", StringComparison.Ordinal) && IsHold(walk.Before!) && walk.Before!.State.Check is null))
            return null;

        var end = walk.Before.Asking!.Countdown!.Value;
        return Fault(
            (walk.Said.Any(s => s.At < end && s.Message.Class == DeliveryClass.Safety), "it ends early"),
            (walk.Now >= end && !walk.Said.Any(s => s.At == end && Rings(walk, s)), "no bell at its end"),
            (walk.Now < end && !IsHold(walk), "it is over before its end"));
    });

    [Fact]
    [Trait("Rule", "SEQ-29")]
    public void Time_alone_ends_every_session() => Each(60, walk =>
        walk.State.Session is SessionState.Live && walk.Wait(TimeSpan.FromHours(4)) is { State.Session: SessionState.Live } forever
            ? $"after four hours it is still on: {forever}" : null);

    [Fact]
    [Trait("Rule", "SEQ-22")]
    [Trait("Rule", "SEQ-28")]
    public void Every_state_can_be_left_by_stop() => Each(150, walk =>
    {
        if (walk.Erased)
            return null;
        var stopped = walk.Type("/stop");
        return Fault(
            (stopped.Said.Count == 0, "/stop says nothing"),
            (stopped.Said.Any(s => s.Message.Text.StartsWith("I didn't", StringComparison.Ordinal)), "/stop is not understood"),
            (IsHold(stopped), "/stop leaves the legs up"),
            (stopped.State.Session is not null and not SessionState.Live and not SessionState.Unanswered
                && walk.State.Session is not SessionState.Live, $"/stop leaves {stopped.State.Session?.GetType().Name}"),
            (stopped.State.Dialogue is not null and not Dialogue.Erasing, $"/stop leaves {stopped.State.Dialogue?.GetType().Name}"));
    });

    [Fact]
    [Trait("Rule", "SEQ-9")]
    [Trait("Rule", "SEQ-11")]
    [Trait("Rule", "INV-13")]
    public void After_a_hold_come_side_rest_easy_pose_and_corpse_pose() => Each(60, walk =>
    {
        if (!IsHold(walk) || walk.State is not { Check: null, Settlings: [] })
            return null;
        var back = walk.Type("stop").Press("I'm on my side");
        var titles = back.Said.Concat(back.Minutes(12).Said)
            .Select(s => Title().Match(s.Message.Text).Value).Where(title => title.Length > 0);
        var plan = ((SessionState.Live)walk.State.Session!).Run.Plan;
        string[] expected = plan.IsBreak ? ["Side rest", "Easy pose"] : ["Side rest", "Easy pose", "Corpse pose"];
        return titles.SequenceEqual(expected) ? null : $"the way back is {string.Join(", ", titles)}";
    });

    [Fact]
    public void A_symptom_button_is_never_stale() => Each(150, walk =>
    {
        var oldest = (walk.Asking is null ? [] : walk.Older.Prepend(walk.Asking)).SelectMany(m => m.Buttons).LastOrDefault(b =>
            b.Id.StartsWith("v1:sym-", StringComparison.Ordinal)
            && ButtonId.TryParse(b.Id)!.Value.Session >= walk.State.SessionNumber - 1);
        if (oldest is null || walk.Erased)
            return null;
        var pressed = walk.Press(oldest);
        return Fault(
            (pressed.Said.Count == 0 || pressed.Said[0].Message.Text.StartsWith("That step", StringComparison.Ordinal),
                $"{pressed.Did} is over"),
            (pressed.Did is not "[Pain]" and not "[Tingling or pain]" && IsHold(pressed), $"{pressed.Did} leaves the legs up"));
    });

    [Fact]
    public void What_answers_a_tap_is_silent_unless_it_ends_a_pose() => Each(400, walk =>
        walk.Did.StartsWith('[') && walk.Said.FirstOrDefault(s => s.Message.Sound) is { } loud
            ? Fault((loud.Message.Class != DeliveryClass.Safety, $"'{loud.Message.Text}' rings")) : null);

    [Fact]
    public void Whatever_ends_a_pose_by_itself_rings() => Each(200, walk =>
        walk.Did.StartsWith("clock", StringComparison.Ordinal)
            && walk.Before!.State is { Session: SessionState.Live { Stage: Stage.Holding } live, Check: null }
            && live.WakeAt is { } due && due <= walk.Now && walk.Before.Newest?.Countdown == due
            && !walk.Said.Any(s => s.At == due && Rings(walk, s)) ? $"the end of {live.Stage.Pose} is silent" : null);

    private static bool Rings(Walk walk, Saying saying) => saying.Message.Sound || !walk.State.Settings.Sounds;

    private static bool IsHold(Walk walk) => walk.State.Session is SessionState.Live { Stage: Stage.Holding { Pose: PoseId.V } };

    private static string? Fault(params (bool Wrong, string Words)[] faults) =>
        faults.FirstOrDefault(fault => fault.Wrong).Words;

    private static void Each(int walks, Func<Walk, string?> fault)
    {
        WalkProperties.Hold(walks / 2, Walk.InHold, fault);
        WalkProperties.Hold(walks / 2, Walk.InLongHold, fault);
    }

    [GeneratedRegex(@"until \d\d:\d\d \((\d+) minutes?\)\. I'll ring")]
    private static partial Regex HoldCard();

    [GeneratedRegex("Side rest|Easy pose|Corpse pose")]
    private static partial Regex Title();
}
