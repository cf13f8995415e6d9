using FsCheck;
using FsCheck.Fluent;

namespace RecoveryBot.Tests.Coaching.Walking;

/// <summary>Random walks as a property: a failing one shrinks to the few steps that matter.</summary>
internal static class WalkProperties
{
    /// <summary>Longest walk, steps.</summary>
    public const int Longest = 60;

    /// <summary>The same walks in every run: what is green stays green.</summary>
    private const ulong Seed = 20260302, Gamma = 3;

    /// <summary>The thorough run of CI.</summary>
    public static bool Long => Environment.GetEnvironmentVariable("RECOVERYBOT_LONG_TESTS") is not null;

    /// <summary>The widest search, on demand: every sequence of four inputs with more words among them; it takes a quarter of an hour.</summary>
    public static bool Deep => Environment.GetEnvironmentVariable("RECOVERYBOT_DEEP_TESTS") is not null;

    /// <summary>Takes walks and looks at each step of them.</summary>
    /// <param name="walks">How many; ten times as many with RECOVERYBOT_LONG_TESTS.</param>
    /// <param name="start">Where they begin.</param>
    /// <param name="fault">What is wrong with the step to here; <see langword="null"/>: nothing.</param>
    public static void Hold(int walks, Walk start, Func<Walk, string?> fault) =>
        Prop.ForAll(Walks, moves => Label(Look(start, moves, fault)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Long ? walks * 10 : walks).WithQuietOnSuccess(true).WithReplay(Seed, Gamma));

    private static Arbitrary<int[]> Walks { get; } =
        Arb.From(Gen.Choose(0, Moves.Highest).ArrayOf(Longest), Shorter);

    private static string? Look(Walk start, int[] moves, Func<Walk, string?> fault)
    {
        var walk = start;
        foreach (var move in moves)
        {
            try
            {
                walk = Moves.Take(walk, move);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                return $"{e.GetType().Name}: {e.Message}\n{e.StackTrace}\nafter\n{walk}";
            }

            if (fault(walk) is { } found)
                return $"{found}\nafter\n{walk}";
        }

        return null;
    }

    private static Property Label(string? fault) => (fault is null).Label(fault ?? "");

    /// <summary>Without its end, without a stretch, without a step.</summary>
    private static IEnumerable<int[]> Shorter(int[] moves)
    {
        for (var length = moves.Length / 2; length > 0; length /= 2)
        {
            for (var from = moves.Length - length; from >= 0; from -= length)
                yield return [.. moves[..from], .. moves[(from + length)..]];
        }
    }
}
