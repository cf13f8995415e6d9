using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot;

/// <summary>
/// What is said when the coach itself fails on an update. It stands here and not in the catalogue, because the
/// catalogue may be what failed.
/// </summary>
internal static class Apology
{
    public static ChatMessage Message { get; } = new()
    {
        Text = "Sorry, something went wrong on my side and I could not take that in. "
            + "If something feels wrong in your body, come out of the pose gently, and get help if you need it.",
        Class = DeliveryClass.Safety,
    };
}
