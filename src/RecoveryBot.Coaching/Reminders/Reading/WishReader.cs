using System.Globalization;
using System.Text.RegularExpressions;

namespace RecoveryBot.Coaching.Reminders.Reading;

/// <summary>
/// Reads what a text tells of a reminder: days, times, kind. Strict: a word that it does not know is told, not passed over,
/// so that a misspelt day does not become every day.
/// </summary>
public static partial class WishReader
{
    private const int LongestText = 160;

    private static readonly HashSet<string> Fillers =
    [
        "a", "about", "an", "and", "around", "as", "at", "be", "body", "bot", "by", "can", "clock", "coach", "could", "day", "days", "do", "down", "each", "ends",
        "end", "every", "for", "from", "go", "going", "hello", "hey", "hi", "hour", "hours", "i", "i'd", "i'm", "id", "im", "in", "is", "it", "it's", "its", "leg",
        "legs", "legs-up", "like", "local", "make", "me", "my", "need", "nudge", "o'clock", "of", "ok", "okay", "on", "only", "ping", "please", "pose", "poses", "put",
        "raise", "recovery", "routine", "session", "sessions", "set", "should", "so", "some", "sort", "start", "starting", "tell", "thanks", "thank", "that", "the",
        "then", "this", "time", "to", "until", "till", "through", "thru", "up", "us", "usually", "wall", "want", "we", "when", "with", "would", "write", "yes", "you", "your",
        "finish", "finishes", "finished", "over", "done", "after", "before", "i'll", "always", "sharp", "o", "hrs", "h", "use", "change", "move", "new", "instead",
    ];

    private static readonly HashSet<string> OneDay =
    [
        "tomorrow", "today", "tonight", "next", "once", "later", "soon", "yesterday", "january", "february", "march", "april", "june", "july", "august", "september",
        "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ];

    /// <summary>Reads a text of any length; a very long one tells nothing.</summary>
    public static WishReading Read(string text)
    {
        if (text.Length > LongestText)
            return new WishReading { Unknown = "" };
        var words = Token().Matches(Plain(text)).Select(match => match.Value).ToList();
        return new Reader(words).Read();
    }

    private static string Plain(string text) => text.ToLowerInvariant().Replace('’', '\'').Replace('–', '-').Replace('—', '-')
        .Replace("a.m.", "am", StringComparison.Ordinal).Replace("p.m.", "pm", StringComparison.Ordinal)
        .Replace("a.m", "am", StringComparison.Ordinal).Replace("p.m", "pm", StringComparison.Ordinal)
        .Replace("week day", "weekday", StringComparison.Ordinal).Replace("work day", "workday", StringComparison.Ordinal)
        .Replace("working day", "workday", StringComparison.Ordinal).Replace("week end", "weekend", StringComparison.Ordinal)
        .Replace("work-out", "workout", StringComparison.Ordinal).Replace("work out", "workout", StringComparison.Ordinal)
        .Replace("bed time", "bedtime", StringComparison.Ordinal).Replace("mid-day", "midday", StringComparison.Ordinal);

    [GeneratedRegex(@"\d{1,2}[:.h]\d{2}(?!\d)|\d+|\p{L}[\p{L}']*|-")]
    private static partial Regex Token();

    private sealed class Reader(List<string> words)
    {
        private readonly List<TimeFound> _times = [];
        private Weekdays _days;
        private ReminderKind? _kind;
        private DayPart _part;
        private WishVerb _verb;
        private bool _every;
        private bool _other;
        private bool _remind;
        private bool _impossible;
        private string? _unknown;

        public WishReading Read()
        {
            for (var i = 0; i < words.Count;)
                i += Math.Max(1, TakeTime(i) is > 0 and var time ? time : TakeWord(i));
            var times = _times.Select(time => time.With(_part)).ToList();
            return new WishReading
            {
                Kind = KindOf(times.Count),
                Days = _days == Weekdays.None && _every && _part != DayPart.None ? Weekdays.All : _days,
                Times = times,
                EveryOtherDay = _other,
                Verb = _verb,
                Unknown = _unknown,
                IsImpossible = _impossible || times.Any(time => !time.IsPossible),
                SaysRemind = _remind,
            };
        }

        /// <summary>"Evening" alone is the kind, and with a bare time its bedtime; "every evening at" is a time of day.</summary>
        private ReminderKind? KindOf(int times)
        {
            var evenings = _part is DayPart.Evening or DayPart.Night && _days is Weekdays.None or Weekdays.All;
            return _kind ?? (evenings && (times == 0 || (times == 1 && TimeWords.PartOf(words[0]) != DayPart.None)) ? ReminderKind.Evening : null);
        }

        private string At(int i) => i >= 0 && i < words.Count ? words[i] : "";

        /// <returns>How many words it takes; 0: no time begins here.</returns>
        private int TakeTime(int i)
        {
            if (BeforeBed(i) is > 0 and var before)
                return before;
            var (time, taken) = ReadTime(i);
            if (time is not { } found)
                return 0;
            if (At(i + taken) is "o'clock")
                taken++;
            if (At(i + taken) is "am" or "pm")
                found = found.WithHalf(At(i + taken++));
            _times.Add(found);
            return taken;
        }

        /// <summary>"30 minutes before bed": how long before is TIME-2's.</summary>
        private int BeforeBed(int i)
        {
            for (var ahead = 0; ahead <= 4; ahead++)
            {
                if (At(i + ahead) != "before")
                    continue;
                var bed = At(i + ahead + 1) is "my" or "i" or "going" or "we" or "to" ? ahead + 2 : ahead + 1;
                while (At(i + bed) is "go" or "to" or "my" or "going")
                    bed++;
                if (At(i + bed) is not ("bed" or "bedtime" or "sleep" or "sleeping" or "bedtimes"))
                    return 0;
                if (ahead > 0 && !Enumerable.Range(i, ahead).All(n => IsDuration(words[n])))
                    return 0;
                _kind = ReminderKind.Evening;
                return bed + 1;
            }

            return 0;
        }

        private static bool IsDuration(string word) => word is "a" or "an" or "half" or "hour" or "hours" or "minute" or "minutes" or "min" or "mins" or "quarter" or "of"
            || char.IsAsciiDigit(word[0]) || TimeWords.HourOf(word) is not null || TimeWords.MinutesOf(word) is not null;

        private (TimeFound? Time, int Taken) ReadTime(int i)
        {
            var word = At(i);
            if (TimeWords.Named(word) is { } named)
                return (named, 1);
            if (word.Length > 2 && char.IsAsciiDigit(word[0]) && word.AsSpan().IndexOfAny(':', '.', 'h') is > 0 and var colon)
                return (new TimeFound(Number(word[..colon]), Number(word[(colon + 1)..]), colon == 2), 1);
            if (PastOrTo(i) is { } relative)
                return relative;
            if (word.Length > 0 && char.IsAsciiDigit(word[0]))
                return Digits(i);
            if (TimeWords.HourOf(word) is { } hour && At(i + 1) is not ("minutes" or "minute" or "hours" or "hour" or "times" or "days"))
            {
                var tens = TimeWords.MinutesOf(At(i + 1)) is { } m and >= 10 && At(i + 1) != "half" && At(i + 1) != "quarter" ? m : (int?)null;
                var ones = tens is 20 or 30 or 40 or 50 && TimeWords.HourOf(At(i + 2)) is { } one and < 10 ? one : 0;
                return (new TimeFound(hour, (tens ?? 0) + ones, false), tens is null ? 1 : ones > 0 ? 3 : 2);
            }

            return word == "twenty" && TimeWords.MinutesOf(At(i + 1)) is 30 or 15 ? (new TimeFound(20, TimeWords.MinutesOf(At(i + 1))!.Value, true), 2) : (null, 0);
        }

        /// <summary>"half past eight", "quarter to nine", "ten past seven", "5 to 8".</summary>
        private (TimeFound? Time, int Taken)? PastOrTo(int i)
        {
            var start = At(i) is "a" ? i + 1 : i;
            var minutes = At(start) is { Length: 1 or 2 } digits && char.IsAsciiDigit(digits[0]) ? Number(digits) : TimeWords.MinutesOf(At(start));
            if (minutes == 20 && At(start + 1) == "five")
                (minutes, start) = (25, start + 1);
            var link = At(start + 1) is "minutes" or "minute" or "min" or "mins" ? start + 2 : start + 1;
            if (minutes is not (> 0 and < 60) || At(link) is not ("past" or "to" or "after" or "before" or "till"))
                return null;
            // "9 to 5" are desk hours, "9 before" is nothing.
            if (At(link) is not "past" && char.IsAsciiDigit(At(start)[0]) && (minutes % 5 != 0 || link == start + 1 || minutes > 30))
                return null;
            var word = At(link + 1);
            var hour = word is { Length: 1 or 2 } && char.IsAsciiDigit(word[0]) ? Number(word) : word switch { "noon" or "midday" => 12, "midnight" => 24, _ => TimeWords.HourOf(word) };
            if (hour is not { } of)
                return null;
            var settled = word is "noon" or "midday" or "midnight" || of > 12;
            var at = At(link) is "past" or "after" ? of * 60 + minutes.Value : of * 60 - minutes.Value;
            var clock = settled ? (at / 60) % 24 : at / 60 == 0 ? 12 : at / 60;
            return (new TimeFound(clock, at % 60, settled), link + 2 - i);
        }

        private (TimeFound? Time, int Taken) Digits(int i)
        {
            var word = words[i];
            var next = At(i + 1);
            if (next is "minutes" or "minute" or "min" or "mins" or "days" or "day" or "times" or "weeks" or "week" or "x" or "hours" or "hour")
            {
                _impossible = true;
                return (null, 0);
            }

            if (word.Length == 4)
                return (new TimeFound(Number(word[..2]), Number(word[2..]), true), 1);
            if (word.Length == 3)
                return (new TimeFound(Number(word[..1]), Number(word[1..]), false), 1);
            if (word.Length > 4)
            {
                _impossible = true;
                return (null, 0);
            }

            // "20 30"; but "9 17" after a dash or "to" are two times.
            if (next.Length == 2 && char.IsAsciiDigit(next[0]) && Number(next) % 5 == 0 && words.Count(w => char.IsAsciiDigit(w[0])) == 2)
                return (new TimeFound(Number(word), Number(next), word.Length == 2), 2);
            return (new TimeFound(Number(word), 0, word is ['0', _]), 1);
        }

        private int TakeWord(int i)
        {
            var word = words[i];
            if (DayWords.IndexOf(word) is { } day)
                return TakeDay(i, day);
            if (word is "every" or "each" or "all")
                return TakeEvery(i);
            if (DayWords.Several(word) is { } several)
                _days |= several;
            else if (TimeWords.PartOf(word) is not DayPart.None and var part)
                _part = part;
            else
                TakeRest(i, word);
            if (word == "nightly")
                _part = DayPart.Night;
            return 1;
        }

        private int TakeDay(int i, int day)
        {
            if (At(i + 1) is "-" or "to" or "through" or "thru" or "till" or "until" && DayWords.IndexOf(At(i + 2)) is { } last)
            {
                _days |= DayWords.Range(day, last);
                return 3;
            }

            _days |= DayWords.Range(day, day);
            return 1;
        }

        private int TakeEvery(int i)
        {
            _every = true;
            if (At(i + 1) is "day" or "days" or "night" or "single")
                _days |= Weekdays.All;
            if (At(i + 1) is "other" or "second")
            {
                (_other, _days) = (true, _days | Weekdays.All);
                return 2;
            }

            return 1;
        }

        private void TakeRest(int i, string word)
        {
            switch (word)
            {
                case "remind" or "reminder" or "reminders" or "reminding":
                    _remind = true;
                    break;
                case "bed" or "bedtime" or "sleep":
                    _kind = ReminderKind.Evening;
                    break;
                case "workout" or "workouts" or "training" or "gym" or "exercise" or "exercising" or "run" or "sport" or "sports":
                    _kind = ReminderKind.Workout;
                    break;
                case "desk" or "office" or "computer":
                    _kind = ReminderKind.Desk;
                    break;
                case "work" when _kind is null or ReminderKind.Desk:
                    break;
                case "off" or "delete" or "remove" or "disable" or "stop" or "cancel" or "none" or "no":
                    _verb = WishVerb.SwitchOff;
                    break;
                case "don't" or "dont" or "never" or "not" or "more" or "any" or "anymore":
                    _verb = word is "more" or "any" or "anymore" ? _verb : WishVerb.SwitchOff;
                    break;
                case "resume" or "again" or "back" or "enable":
                    _verb = WishVerb.SwitchOn;
                    break;
                case "on" when words.Count <= 2 || (At(i - 1) is "reminders" or "reminder" or "them" or "it" && i == words.Count - 1):
                    _verb = WishVerb.SwitchOn;
                    break;
                case "turn" or "switch" or "them" or "-":
                    break;
                case "pause" or "hold" or "skip":
                    _verb = WishVerb.Pause;
                    break;
                case "may":
                    break;
                default:
                    if (OneDay.Contains(word))
                        _impossible = true;
                    else if (!Fillers.Contains(word))
                        _unknown ??= word;
                    break;
            }
        }

        private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
