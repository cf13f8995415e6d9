using System.Text.Json;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Storage;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching;

/// <summary>Random walks through the whole conversation: whatever a person does, the promises hold.</summary>
public sealed class WalkTests
{
    private static readonly string[] Typed =
    [
        "/start", "/start_session", "/start-session 20", "/StartSession 7", "/stop", "/cancel", "/why", "/help", "/safety", "/settings", "/learn",
        "/privacy", "/delete", "/tingling", "/tingling 3", "my feet are tingling", "I feel dizzy", "my hamstrings hurt", "sharp pain behind my knee",
        "my chest hurts", "pressure behind my eyes", "heart is racing", "cramp in my right calf", "I want to die", "is it normal to get tingling?",
        "I had chest pain last year", "my mum has chest pain", "tingling has gone now", "almost passed out getting up", "stop", "done", "yes", "no",
        "not sure", "maybe", "5", "0", "12", "999", "-3", "gone", "still there", "", " ", "\u0000\u001b[2J", "😀", "نعم", "日本語", "Europe/Berlin", "hello", "1 2",
    ];

    private static int Walks => Environment.GetEnvironmentVariable("RECOVERYBOT_LONG_TESTS") is null ? 2_000 : 10_000;

    [Fact]
    [Trait("Rule", "SAFE-2")]
    [Trait("Rule", "SEQ-21")]
    [Trait("Rule", "DOSE-22")]
    public void No_walk_throws_or_reaches_a_pose_around_the_safety_questions()
    {
        for (var seed = 0; seed < Walks; seed++)
        {
            var random = new Random(seed);
            var talk = new TestConversation();
            var log = new List<string>();
            for (var step = 0; step < 60 && !talk.Erased; step++)
            {
                var before = talk.State;
                var input = Next(talk, random);
                log.Add(input.ToString()!);
                try
                {
                    if (input is CoachInput.TimeUp)
                        talk.Minutes(random.Next(1, 40));
                    else
                        talk.Hear(input);
                }
                catch (Exception e)
                {
                    Assert.Fail($"seed {seed}: {e.Message}\n{e.StackTrace}\n{string.Join("\n", log.TakeLast(8))}");
                }

                Check(talk, before, seed, log);
            }
        }
    }

    [Fact]
    [Trait("Rule", "INV-12")]
    public void Every_state_reads_back_as_it_was_stored()
    {
        for (var seed = 0; seed < Walks / 10; seed++)
        {
            var random = new Random(seed);
            var talk = new TestConversation();
            for (var step = 0; step < 60 && !talk.Erased; step++)
            {
                var input = Next(talk, random);
                if (input is CoachInput.TimeUp)
                    talk.Minutes(random.Next(1, 40));
                else
                    talk.Hear(input);
                var stored = StoredState.Read(StoredState.Write(talk.State));
                Assert.Equal(JsonSerializer.Serialize(talk.State), JsonSerializer.Serialize(stored));
                talk.State = stored;
            }
        }
    }

    [Theory]
    [InlineData(Pacing.Tap)]
    [InlineData(Pacing.HandsFree)]
    public void Choices_that_are_a_type_s_first_value_or_false_are_stored_too(Pacing pacing)
    {
        var state = new UserState { Settings = new Settings { Sounds = false, Pacing = pacing } };

        Assert.Equal(state.Settings, StoredState.Read(StoredState.Write(state)).Settings);
    }

    [Fact]
    public void No_button_that_is_shown_is_over_or_unknown()
    {
        for (var seed = 0; seed < Walks / 10; seed++)
        {
            var random = new Random(seed);
            var talk = new TestConversation();
            for (var step = 0; step < 60 && !talk.Erased; step++)
            {
                if (talk.Said.Count == 0 || talk.Last.Buttons.Count == 0)
                {
                    talk.Hear(Next(talk, random));
                    continue;
                }

                var button = talk.Last.Buttons[random.Next(talk.Last.Buttons.Count)];
                var shown = talk.Last.Text;
                talk.Press(button);
                Assert.False(!talk.Erased && talk.Last.Text.StartsWith("That step is over.", StringComparison.Ordinal),
                    $"seed {seed}: '{button.Label}' under '{shown}' is over");
            }
        }
    }

    private static CoachInput Next(TestConversation talk, Random random)
    {
        var buttons = talk.Said.TakeLast(6).SelectMany(m => m.Buttons).ToList();
        return random.Next(10) switch
        {
            < 6 when talk.Said.Count > 0 && talk.Asking is { Buttons.Count: > 0 } asking =>
                new CoachInput.Press(ButtonId.TryParse(asking.Buttons[random.Next(3) == 0 ? random.Next(asking.Buttons.Count) : 0].Id)!.Value),
            6 when buttons.Count > 0 => new CoachInput.Press(ButtonId.TryParse(buttons[random.Next(buttons.Count)].Id)!.Value),
            7 => new CoachInput.TimeUp(),
            8 when random.Next(4) == 0 => new CoachInput.Opened(),
            _ => new CoachInput.Text(Typed[random.Next(Typed.Length)]),
        };
    }

    private static void Check(TestConversation talk, UserState before, int seed, List<string> log)
    {
        var state = talk.State;
        var context = $"seed {seed}: {state.Session} after\n{string.Join("\n", log.TakeLast(8))}";
        if (state.Session is SessionState.Live { Stage: Stage.SettingUp or Stage.Holding { Pose: PoseId.V } } live
            && before.Session is not SessionState.Live { Stage: Stage.SettingUp or Stage.Holding })
        {
            Assert.True(state.Consent is not null, context);
            Assert.True(state.Screening.AskedOn is not null, context);
            Assert.True(Screening.Evaluate(state.Screening, live.Run.Day).Outcome < Outcome.Block, context);
        }

        if (state.Session is SessionState.Live { Run: var run })
        {
            Assert.True(run.Plan.V <= run.Plan.Target, context);
            Assert.True(run.Plan is { X: >= 1, E: >= 1 }, context);
        }

        Assert.All(talk.Said.TakeLast(3), m => Assert.InRange(m.Text.Length, 1, 850));
        Assert.All(talk.Said.TakeLast(3).SelectMany(m => m.Buttons), b => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(b.Id), 1, 64));
    }
}
