using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>The commands of design 3.1 and the plain words that mean them. Every command answers in every state.</summary>
internal static class Commands
{
    /// <summary>The command's name in one spelling: no slash, no bot name, no separators; <see langword="null"/>: none.</summary>
    public static string? Split(string text, out string rest)
    {
        rest = "";
        if (text.Length < 2 || text[0] != '/')
            return null;
        var end = text.AsSpan().IndexOfAny(" \t\r\n");
        var word = end < 0 ? text[1..] : text[1..end];
        rest = end < 0 ? "" : text[(end + 1)..].Trim();
        var at = word.IndexOf('@');
        if (at >= 0)
            word = word[..at];
        return word.Length is 0 or > 64 ? "unknown" : word.Replace("-", "").Replace("_", "").ToLowerInvariant();
    }

    /// <summary>Every spelling and the command that it means.</summary>
    private static readonly Dictionary<string, string> Spellings = new[]
    {
        "start", "startsession", "tingling", "stop", "cancel", "why", "progress status", "summary", "help", "export mydata myexport", "privacy",
        "delete deleteme", "safety", "settings", "learn", "measure measurements", "workout", "remind reminder reminders setreminder",
    }.SelectMany(line => line.Split(' ').Select(spelling => (Spelling: spelling, Name: line.Split(' ')[0])))
        .ToDictionary(entry => entry.Spelling, entry => entry.Name);

    /// <summary>Whether a command of that name exists.</summary>
    public static bool IsKnown(string command) => Spellings.ContainsKey(command);

    /// <summary>What a person can tell of their body, do with their data, or get out of, whatever they have agreed to.</summary>
    public static bool IsAlwaysAnswered(string command) =>
        Spellings.GetValueOrDefault(command) is "tingling" or "privacy" or "export" or "delete" or "stop" or "cancel" or "help";

    public static void Run(Turn turn, string command, string rest)
    {
        CloseOffers(turn);
        switch (Spellings.GetValueOrDefault(command))
        {
            case "start": Talk.Start(turn, rest); break;
            case "startsession": StartFlow.Begin(turn, Numbers.ReadMinutes(rest)); break;
            case "tingling":
                SymptomFlow.Present(turn, new SymptomFlow.Heard(Sign.Tingle, Minute: rest.All(char.IsAsciiDigit) ? Numbers.ReadMinutes(rest) : null));
                break;
            case "stop": Talk.Stop(turn, switchesOff: true); break;
            case "cancel": Talk.Stop(turn); break;
            case "why": WhyFlow.Say(turn); break;
            case "progress": ProgressFlow.Say(turn); break;
            case "summary": BlockFlow.Say(turn); break;
            case "help": Open.Say(turn, TalkLines.Help()); break;
            case "export": ExportFlow.Say(turn); break;
            case "privacy": Open.Say(turn, TalkLines.Stored(Talk.RunBy(turn))); break;
            case "delete": Talk.Delete(turn); break;
            case { } dialogue: OpenDialogue(turn, dialogue, rest); break;
            default: Unknown(turn); break;
        }
    }

    /// <summary>A list of cards or measures, a drawing and the offer of a reminder hold nothing up: whatever comes next closes them.</summary>
    public static void CloseOffers(Turn turn)
    {
        if (turn.State.Dialogue is Dialogue.Learning or Dialogue.Drawings or Dialogue.ReminderOffer or Dialogue.Measuring { Topic: MeasureTopic.None })
            turn.State = turn.State with { Dialogue = null };
    }

    private static void Unknown(Turn turn)
    {
        if (turn.State is { Consent: null, Dialogue: null })
            Talk.Welcome(turn, Afterwards.Nothing);
        else
            Open.Say(turn, TalkLines.Unknown());
    }

    /// <summary>Plain words that ask for a session.</summary>
    public static bool MeansStart(string text) => text.Trim(' ', '.', '!', '?').ToLowerInvariant() is
        "start" or "begin" or "start session" or "start a session" or "new session" or "let's start" or "lets start" or "let's go" or "lets go" or "go"
        or "i want to start" or "start now";

    /// <summary>Plain words that mean a command; false: none of them.</summary>
    public static bool Intent(Turn turn, string text)
    {
        var words = text.Trim(' ', '.', '!', '?').ToLowerInvariant();
        switch (words)
        {
            case var _ when MeansStart(text):
                StartFlow.Begin(turn, null);
                return true;
            case "seated rest" or "rest" or "a seated rest" or "chair rest":
                RestFlow.Begin(turn);
                return true;
            case "help" or "commands" or "what can you do":
                Open.Say(turn, TalkLines.Help());
                return true;
            case "why" or "why so short" or "why so little":
                WhyFlow.Say(turn);
                return true;
            case "progress" or "my progress" or "status" or "how am i doing" or "history":
                ProgressFlow.Say(turn);
                return true;
            case "export" or "my data" or "export my data" or "give me my data":
                ExportFlow.Say(turn);
                return true;
            case "delete my data" or "delete all my data" or "delete everything" or "delete my account" or "delete me" or "forget me"
                or "erase my data" or "erase all my data" or "erase everything" or "erase it all":
                Talk.Delete(turn);
                return true;
            case "privacy" or "what is stored" or "what do you store" or "what do you keep" or "what do you know about me":
                Run(turn, "privacy", "");
                return true;
            case "summary" or "four-week summary" or "summary so far":
                BlockFlow.Say(turn);
                return true;
            case "table" or "table as text":
                ProgressFlow.Table(turn);
                return true;
            case "stop":
                Talk.Stop(turn, switchesOff: true);
                return true;
            case "quit" or "out":
                Talk.Stop(turn);
                return true;
            case "cancel" or "back" or "never mind" or "nevermind":
                Talk.Stop(turn);
                return true;
            case "settings" or "measure" or "measurements":
                OpenDialogue(turn, Spellings[words]);
                return true;
            case "hi" or "hello" or "hey" or "good morning" or "good evening" when turn.State.Session is null:
                Open.Say(turn, TalkLines.Hello(Talk.Idle(turn)));
                BlockFlow.Offer(turn);
                return true;
            case "thanks" or "thank you" or "cheers" or "ok thanks":
                Open.Say(turn, TalkLines.Thanks());
                return true;
            case "are you human" or "are you a person" or "are you a doctor" or "are you a bot" or "are you real" or "who are you" or "what are you":
                Open.Say(turn, TalkLines.Software());
                return true;
            default:
                return false;
        }
    }

    /// <summary>During a pose a command that opens a dialogue waits until after the session (design 3.1).</summary>
    /// <param name="command">Its first spelling.</param>
    /// <param name="rest">What was written behind the command.</param>
    public static void OpenDialogue(Turn turn, string command, string rest = "")
    {
        if (turn.State.Consent is null)
            Talk.Welcome(turn, Afterwards.Nothing);
        else if (turn.State.Session is SessionState.Live or SessionState.Unanswered || turn.State.Settlings.Count > 0)
            Open.Say(turn, TalkLines.AfterSession());
        else if (command == "settings" && rest.Length > 0)
            PlaceFlow.Told(turn, rest);
        else if (command == "settings")
            SettingsFlow.Begin(turn);
        else if (command == "measure")
            MeasureFlow.Begin(turn);
        else if (command == "learn")
            LearnFlow.Begin(turn, rest);
        else if (command == "remind")
            RemindFlow.Begin(turn, rest);
        else if (command == "workout")
            WorkoutFlow.Begin(turn);
        else
            SafetyFlow.Begin(turn);
    }
}
