using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>Reads what was written: the symptom recogniser first, then the open question, then commands and intents.</summary>
internal static class Texts
{
    public static void Read(Turn turn, string words)
    {
        var text = words.Trim();
        var command = Commands.Split(text, out var rest);
        if (command is null && LabelPressed(turn, text))
            return;
        if (Symptoms(turn, command is null ? text : rest))
            return;
        if (command is not null)
        {
            Commands.Run(turn, command, rest);
            return;
        }

        if (turn.State.Session is SessionState.Unanswered unanswered)
        {
            Presses.LegsDown(turn, unanswered, Answers.Read(text) == Answer.ClearYes);
            return;
        }

        var number = Numbers.ReadMinutes(text);
        if (turn.State is { Session: SessionState.Live pose, Check: null } && Recogniser.IsStopWord(text))
        {
            SessionFlow.Stop(turn, pose);
            return;
        }

        if (!OpenQuestion(turn, text, number) && !Commands.Intent(turn, text))
            Open.Say(turn, text.Length > 400 ? TalkLines.TooLong() : Open.Card(turn) is null ? TalkLines.Unknown() : TalkLines.UnknownHere());
    }

    /// <summary>A typed label is the press of that button.</summary>
    private static bool LabelPressed(Turn turn, string text)
    {
        if (Open.Card(turn) is not { } card || text.Length is 0 or > 60)
            return false;
        foreach (var button in card.Buttons)
        {
            if (string.Equals(turn.Words.Text(button.Label), text, StringComparison.OrdinalIgnoreCase))
            {
                Presses.Press(turn, new ButtonId(button.Verb, turn.State.SessionNumber, turn.State.Step));
                return true;
            }
        }

        return false;
    }

    private static bool Symptoms(Turn turn, string text)
    {
        var read = Recogniser.Read(text);
        if (read.Highest is not { } highest)
            return false;
        switch (highest.Standing)
        {
            case Standing.Third:
                Open.Say(turn, highest.Sign < Sign.AskRed
                    ? SymptomLines.Third(SymptomLines.ThirdAdvice()) : SymptomLines.ThirdMild());
                return true;
            case Standing.Question:
                var answer = highest.Sign == Sign.Tingle ? SymptomLines.QuestionTingling() : SymptomLines.Question();
                if (turn.State.Session is SessionState.Live)
                    CheckFlow.AskHappeningNow(turn, highest.Sign, answer);
                else
                    Open.Say(turn, answer);
                return true;
            case Standing.History:
                History(turn, highest.Sign);
                return true;
            case Standing.Resolved when highest.Sign > Sign.AskDvt && turn.State.Settling is { } settling:
                SettlingFlow.Press(turn, settling, "set-gone");
                return true;
            default:
                SymptomFlow.Present(turn, new SymptomFlow.Heard(
                    highest.Sign, highest.NamesLegs, highest.Sharp, highest.EyeOnly, highest.OnRising,
                    highest.Standing == Standing.Resolved, highest.Minute, highest.Topic));
                return true;
        }
    }

    /// <summary>TXT-7: for red-flag terms the screening is reopened and the session waits; in V the way out comes first.</summary>
    private static void History(Turn turn, Sign sign)
    {
        if (sign >= Sign.AskRed)
        {
            Open.Say(turn, SymptomLines.HistoryPlain());
            return;
        }

        turn.State = turn.State with { Screening = turn.State.Screening with { AskedOn = null } };
        if (turn.State.Session is SessionState.Live live)
        {
            turn.Say(SymptomLines.History(), DeliveryClass.Safety);
            SessionFlow.Stop(turn, live);
        }
        else
        {
            if (turn.State.Session is not SessionState.Reporting)
                turn.State = turn.State with { Session = null };
            Open.Say(turn, SymptomLines.History());
        }
    }

    private static bool OpenQuestion(Turn turn, string text, int? number)
    {
        var state = turn.State;
        if (state.Check is { } check && !Open.IsOffered(check) && CheckFlow.Text(turn, check, text, number))
            return true;
        if (state.Settling is { AskingSinceWhen: false } settling && SettlingAnswer(text) is { } verb)
        {
            SettlingFlow.Press(turn, settling, verb);
            return true;
        }

        if (state.Dialogue is { } dialogue)
            return Dialogues.Text(turn, dialogue, text, number);
        switch (state.Session)
        {
            case SessionState.Reporting report:
                return ReportFlow.Text(turn, report, text, number);
            case SessionState.AskingMinutes asking when number is > 0:
                StartFlow.Minutes(turn, asking, number.Value);
                return true;
            case SessionState.Precheck precheck:
                return PrecheckFlow.Text(turn, precheck, text);
            default:
                return false;
        }
    }

    private static string? SettlingAnswer(string text)
    {
        var words = text.Trim('.', '!', ' ').ToLowerInvariant();
        return words switch
        {
            "gone" or "its gone" or "it's gone" or "all gone" or "better" or "fine" or "normal" or "ok" or "okay" or "back" or "clear" => "set-gone",
            _ => Answers.Read(words) switch { _ when words.StartsWith("still", StringComparison.Ordinal) => "set-still", _ => null },
        };
    }
}
