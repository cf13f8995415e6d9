using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>
/// What a sign of the body is answered when no decision can be made: the recogniser alone reads the words, nothing of the
/// user is needed. It cannot ask back, so a sign in doubt is taken as the more serious (TXT-10).
/// </summary>
public static class SafetyNet
{
    /// <param name="state">As far as it is known; an empty one otherwise.</param>
    /// <returns><see langword="null"/>: the input tells of no sign that is there now.</returns>
    public static Reply? Answer(UserState state, CoachInput input) => SignIn(input) is { } found
        ? new Reply(LineFor(found, state.Session is SessionState.Live { Run.LegsUpAt: not null }))
        {
            Class = DeliveryClass.Safety,
            Sound = true,
        }
        : null;

    private static Recognised? SignIn(CoachInput input) => input switch
    {
        CoachInput.Text text => Recogniser.Read(text.Words).Highest is { Standing: Standing.Present } found ? found : null,
        CoachInput.Press { Button.Verb: "sym-dizzy" } => new Recognised(Sign.Light, Standing.Present),
        CoachInput.Press { Button.Verb: "sym-pain" } => new Recognised(Sign.Pain, Standing.Present),
        CoachInput.Press press when press.Button.Verb.StartsWith("sym-", StringComparison.Ordinal) =>
            new Recognised(Sign.Tingle, Standing.Present),
        _ => null,
    };

    private static Line LineFor(Recognised found, bool legsUp) => found.Sign switch
    {
        Sign.Crisis => Catalogue.MsgCrisis(),
        Sign.RedCalf or Sign.AskDvt => Catalogue.MsgDvt(),
        <= Sign.AskRed => found.EyeOnly ? Catalogue.MsgEyeNow() : Catalogue.MsgEmergency(),
        Sign.Light or Sign.LightNear => legsUp ? Catalogue.MsgLightV() : Catalogue.MsgLight(),
        Sign.Tingle => Catalogue.MsgTingle(),
        _ => Catalogue.MsgPain(),
    };
}
