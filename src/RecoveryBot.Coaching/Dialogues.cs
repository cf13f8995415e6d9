using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Session;

namespace RecoveryBot.Coaching;

/// <summary>Passes presses, words and "show it again" on to the flow of the open dialogue.</summary>
internal static class Dialogues
{
    public static Card CardOf(Turn turn, Dialogue dialogue) => dialogue switch
    {
        Dialogue.ChangingSettings settings => SettingsFlow.CardOf(turn, settings),
        Dialogue.Learning => LearnFlow.Menu(),
        Dialogue.Drawings drawings => DrawingsFlow.CardOf(turn, drawings),
        Dialogue.Measuring measuring => MeasureFlow.CardOf(turn, measuring),
        Dialogue.BlockEnd => BlockFlow.CardOf(turn),
        Dialogue.Welcome or Dialogue.BreakOffer or Dialogue.Erasing => Talk.CardOf(turn, dialogue),
        Dialogue.Screening screening => ScreeningFlow.CardOf(screening),
        Dialogue.Safety safety => SafetyFlow.CardOf(turn, safety),
        Dialogue.Reminding reminding => RemindCards.CardOf(turn, reminding),
        Dialogue.ReminderOffer => Summary.OfferCard(),
        Dialogue.AfterWorkout workout => WorkoutFlow.CardOf(turn, workout),
        Dialogue.Placing placing => PlaceFlow.CardOf(turn, placing),
        _ => throw new ArgumentOutOfRangeException(nameof(dialogue)),
    };

    public static void Press(Turn turn, Dialogue dialogue, string verb)
    {
        switch (dialogue)
        {
            case Dialogue.ChangingSettings settings: SettingsFlow.Press(turn, settings, verb); break;
            case Dialogue.Learning or Dialogue.Drawings: LearnFlow.Press(turn, verb); break;
            case Dialogue.Measuring measuring: MeasureFlow.Press(turn, measuring, verb); break;
            case Dialogue.BlockEnd end: BlockFlow.Press(turn, end, verb); break;
            case Dialogue.Welcome or Dialogue.BreakOffer or Dialogue.Erasing: Talk.Press(turn, dialogue, verb); break;
            case Dialogue.Screening screening: ScreeningFlow.Press(turn, screening, verb); break;
            case Dialogue.Safety safety: SafetyFlow.Press(turn, safety, verb); break;
            case Dialogue.Reminding reminding: RemindFlow.Press(turn, reminding, verb); break;
            case Dialogue.ReminderOffer: Summary.PressOffer(turn, verb); break;
            case Dialogue.AfterWorkout workout: WorkoutFlow.Press(turn, workout, verb); break;
            case Dialogue.Placing placing: PlaceFlow.Press(turn, placing, verb); break;
        }
    }

    /// <summary>False: the words are no answer to this dialogue.</summary>
    public static bool Text(Turn turn, Dialogue dialogue, string words, int? number)
    {
        switch (dialogue)
        {
            case Dialogue.ChangingSettings settings: return SettingsFlow.Text(turn, settings, words, number);
            case Dialogue.Drawings drawings: return DrawingsFlow.Text(turn, drawings, words);
            case Dialogue.Measuring measuring: return MeasureFlow.Text(turn, measuring, words);
            case Dialogue.BlockEnd end: return BlockFlow.Text(turn, end, words);
            case Dialogue.Screening screening: return ScreeningFlow.Text(turn, screening, words);
            case Dialogue.Safety safety: return SafetyFlow.Text(turn, safety, words);
            case Dialogue.Reminding reminding: return RemindFlow.Text(turn, reminding, words);
            case Dialogue.Placing placing: return PlaceFlow.Text(turn, placing, words);
            default: return false;
        }
    }
}
