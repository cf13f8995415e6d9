using System.Globalization;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>All that is stored about the user, as one file; the host packs it when it is sent.</summary>
internal static class ExportFlow
{
    public static void Say(Turn turn)
    {
        var state = turn.State;
        if (state.Consent is null)
        {
            Talk.Welcome(turn, Afterwards.Nothing);
        }
        else if (state.Session is SessionState.Live or SessionState.Unanswered || state.Settlings.Count > 0)
        {
            // An upload may take a while, and the next message of the pose would wait behind it.
            Open.Say(turn, TalkLines.AfterSession());
        }
        else
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"recoverybot-export-{turn.Today:yyyy-MM-dd}.zip");
            turn.Say(new Card(ExportLines.Here()) { File = new ChatFile(name) }, DeliveryClass.File);
            Open.Continue(turn);
        }
    }
}
