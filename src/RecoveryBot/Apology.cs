using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot;

/// <summary>
/// What is said when the program itself fails somebody. It stands here and not in the catalogue, because the catalogue
/// may be what failed.
/// </summary>
internal static class Apology
{
    /// <summary>For an update that no decision could be made for.</summary>
    public static ChatMessage NotTakenIn { get; } = Of(
        "Sorry, something went wrong on my side and I could not take that in. "
            + "If something feels wrong in your body, come out of the pose gently, and get help if you need it.");

    /// <summary>For an update that could not be stored: it may be sent again.</summary>
    public static ChatMessage NotKept { get; } = Of(
        "Sorry, I cannot store anything right now, so that did not count. Please tell me again in a moment. "
            + "If your legs are up, don't wait for my signal: come down gently.");

    /// <summary>For a user whose stored state cannot be read.</summary>
    public static ChatMessage Damaged { get; } = Of(
        "Sorry, what I have stored about you got damaged and I cannot read it, so I cannot lead you now. "
            + "If your legs are up, come down gently. Whoever runs this coach can restore it from a backup; "
            + "with /delete it is erased, and you can begin anew.");

    /// <summary>In the place of a message that cannot be read any more.</summary>
    public static ChatMessage Lost { get; } = Of(
        "Sorry, a message I had for you got damaged. If your legs are up, come down gently now. Write to me to go on.");

    /// <summary>After erasing a state that could not be read.</summary>
    public static ChatMessage Erased { get; } = Of("Everything I had stored about you is erased.");

    private static ChatMessage Of(string text) => new() { Text = text, Class = DeliveryClass.Safety };
}
