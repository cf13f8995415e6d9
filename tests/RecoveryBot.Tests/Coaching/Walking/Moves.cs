using System.Globalization;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Coaching.Walking;

/// <summary>What a person may do next. A move is a number, so that a walk is a list of numbers and a failing one shrinks.</summary>
internal static class Moves
{
    private static readonly string[] Words =
    [
        "/start", "/start_session", "/start-session 20", "/StartSession 7", "/stop", "/cancel", "/why", "/help", "/safety",
        "/settings", "/learn", "/learn poses", "show me the poses", "The poses, drawn", "next", "back", "seated rest", "/progress", "/measure", "/export", "/privacy", "/delete", "/tingling", "/tingling 3", "my feet are tingling", "I feel dizzy", "my hamstrings hurt",
        "sharp pain behind my knee", "my chest hurts", "pressure behind my eyes", "heart is racing", "cramp in my right calf",
        "I want to die",
        "is it normal to get tingling?", "I had chest pain last year", "my mum has chest pain", "tingling has gone now",
        "almost passed out getting up", "stop", "done", "yes", "no", "not sure", "maybe", "5", "0", "12", "999", "-3", "gone",
        "still there",
        "", " ", "\u0000\u001b[2J", "😀", "نعم", "日本語", "Europe/Berlin", "hello", "1 2",
        "/remind", "/remind 12:30", "/remind evening 22:30", "/workout", "22:30", "mon 9-17", "in 20 min", "not today", "/remind off", "Tokyo",
    ];

    private static readonly int[] Waits = [10, 50, 100, 300, 1_900, 4_000, 30_000, 90_000];

    public const int Highest = 9_999;

    /// <summary>
    /// The move of that number from here: mostly a press on what is asked, the first button more often than the others; else
    /// words, an old button, time, the channel opened anew.
    /// </summary>
    public static Walk Take(Walk walk, int move)
    {
        var (kind, choice) = (move % 20, move / 20);
        return kind switch
        {
            < 7 when walk.Asking is { Buttons.Count: > 0 } asking => walk.Press(asking.Buttons[0]),
            < 12 when walk.Asking is { Buttons.Count: > 0 } asking => walk.Press(asking.Buttons[choice % asking.Buttons.Count]),
            12 when walk.Older.Count > 0 => walk.Press(Button(walk.Older[choice % walk.Older.Count], choice / 8)),
            13 or 14 => walk.UntilDue(),
            15 => walk.Wait(TimeSpan.FromSeconds(Waits[choice % Waits.Length])),
            16 when choice % 4 == 0 => walk.Hear(new CoachInput.Opened()),
            16 when choice % 4 == 1 => walk.Hear(new CoachInput.Unreadable()),
            16 when choice % 8 == 2 => walk.Hear(new CoachInput.LongSilence()),
            _ => walk.Type(Words[choice % Words.Length]),
        };
    }

    /// <summary>Words that are a symptom of the hold in any state.</summary>
    public static bool IsSymptom(string did) => did is "[Tingling or numb]" or "[Dizzy]" or "my feet are tingling" or "I feel dizzy"
        or "sharp pain behind my knee" or "my chest hurts" or "pressure behind my eyes" or "heart is racing"
        or "almost passed out getting up" or "/tingling" or "/tingling 3";

    private static ChatButton Button(ChatMessage message, int choice) => message.Buttons[choice % message.Buttons.Count];

    public static string Describe(IEnumerable<int> moves) =>
        string.Join(' ', moves.Select(m => m.ToString(CultureInfo.InvariantCulture)));
}
