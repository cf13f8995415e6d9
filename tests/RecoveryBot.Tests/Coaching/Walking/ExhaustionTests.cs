using System.Collections.Concurrent;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Session;

namespace RecoveryBot.Tests.Coaching.Walking;

/// <summary>
/// "No pose before the safety questions" from every place that the questions can be reached at, by every sequence of a
/// few inputs of a reduced alphabet: every button that is shown, old ones, buttons that were never shown, words, time.
/// </summary>
public sealed class ExhaustionTests
{
    /// <summary>Four inputs in the long run, three otherwise.</summary>
    private static int Length => WalkProperties.Long || WalkProperties.Deep ? 4 : 3;

    private static readonly string[] Words = WalkProperties.Deep
        ? ["yes", "no", "not sure", "5", "/start_session", "/safety", "/stop", "/learn poses", "my chest hurts", "my feet are tingling"]
        : ["no", "not sure", "5", "/start_session", "/learn poses", "my chest hurts"];

    /// <summary>Without a bound it takes every thread that the pool adds, and tests that wait for a server get none.</summary>
    private static readonly ParallelOptions AllCores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>Buttons of later steps, as if the platform brought them back now.</summary>
    private static readonly string[] Forged = ["ses-go", "ses-start", "ses-15", "pic-v-wall-easy-in", "pic-c"];

    [Fact]
    [Trait("Rule", "SAFE-2")]
    [Trait("Rule", "SAFE-4")]
    [Trait("Rule", "SEQ-20")]
    [Trait("Rule", "SEQ-21")]
    [Trait("Rule", "INV-14")]
    public void No_few_inputs_lead_around_the_safety_questions()
    {
        var places = Places();
        using var keys = new ThreadLocal<StateKey>(() => new StateKey());
        var seen = new ConcurrentDictionary<UInt128, bool>(places.Select(place => KeyValuePair.Create(keys.Value!.Of(place), true)));

        // Layer by layer: a state is looked at once, at the fewest inputs that lead to it.
        var layer = places;
        for (var left = Length; left > 0; left--)
        {
            var following = new ConcurrentBag<Walk>();
            Parallel.ForEach(layer, AllCores, walk =>
            {
                foreach (var next in Next(walk, Words))
                {
                    Assert.True(next.Oracle.Fault is null, $"{next.Oracle.Fault}\nafter\n{next}");
                    if (left > 1 && !IsPose(next) && seen.TryAdd(keys.Value!.Of(next), true))
                        following.Add(next);
                }
            });
            layer = [.. following];
        }

        Assert.True(places.Count > 1_000, $"only {places.Count} places are reached");
        Assert.True(seen.Count > 50_000, $"only {seen.Count} states are reached");
    }

    /// <summary>One walk to every place before the first pose, breadth first.</summary>
    private static List<Walk> Places()
    {
        var places = new List<Walk> { Walk.Start };
        var known = new HashSet<string> { StateKey.PlaceOf(Walk.Start) };
        for (var i = 0; i < places.Count; i++)
            places.AddRange(Next(places[i], ["/start_session", "no", "5"]).Where(n => !IsPose(n) && known.Add(StateKey.PlaceOf(n))));
        return places;
    }

    private static IEnumerable<Walk> Next(Walk walk, string[] words)
    {
        foreach (var button in walk.Asking?.Buttons ?? [])
            yield return walk.Press(button);
        foreach (var old in walk.Older.Take(2))
            yield return walk.Press(old.Buttons[0]);
        foreach (var verb in Forged)
            yield return walk.Hear(new CoachInput.Press(new ButtonId(verb, walk.State.SessionNumber, walk.State.Step)), verb);
        foreach (var word in words)
            yield return walk.Type(word);
        yield return walk.UntilDue();
    }

    private static bool IsPose(Walk walk) => walk.State.Session is SessionState.Live;
}
