using System.Text;

namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>One plain word of a text.</summary>
/// <param name="After">The mark that follows it: <c>.</c> ends a sentence, <c>?</c> one that asks, <c>,</c> a pause; 0: none.</param>
internal readonly record struct Word(string Text, char After = '\0');

/// <summary>From what was typed to plain words (TXT-1).</summary>
internal static class Tokens
{
    private const int LongestWord = 40;

    public static List<Word> Of(string text, Language language)
    {
        var words = new List<Word>();
        var word = new StringBuilder();
        var apostrophe = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? char.ToLowerInvariant(text[i]) : ' ';
            if (c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' && (word.Length > 0 || IsShortYear(text, i, words)))
            {
                apostrophe = word.Length > 0;
                if (!apostrophe)
                    word.Append(text[i + 1] > '3' ? "19" : "20");
                continue;
            }

            if (c is '\u200d' or '\ufe0f')
                continue;
            if (char.IsLetterOrDigit(c))
            {
                // Three or more of a letter are two (TXT-1); digits and letters are words of their own.
                if (word.Length > 0 && char.IsDigit(word[^1]) != char.IsDigit(c))
                    Take(words, word, apostrophe: false, language);
                if (word.Length < 2 || word[^1] != c || word[^2] != c || char.IsDigit(c))
                    word.Append(c);
                if (word.Length >= LongestWord)
                    Take(words, word, apostrophe: false, language);
                continue;
            }

            Take(words, word, apostrophe, language);
            apostrophe = false;
            if (i == text.Length)
                break;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                AddPicture(words, char.ConvertToUtf32(text[i], text[++i]));
            else
                AddMark(words, c, text, i);
        }

        return words;
    }

    /// <summary>"in '98": the two digits of a year, and no number that is quoted.</summary>
    private static bool IsShortYear(string text, int at, List<Word> words) =>
        words.Count > 0 && words[^1].Text is "in" or "since" && at + 2 < text.Length
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !(char.IsLetterOrDigit(text[at + 3]) || text[at + 3] == text[at]));

    private static void Take(List<Word> words, StringBuilder typed, bool apostrophe, Language language)
    {
        if (typed.Length == 0)
            return;
        var word = typed.ToString();
        typed.Clear();
        if (word == "not" && words.Count > 0 && words[^1] is { Text: "can", After: '\0' })
        {
            words[^1] = new Word("cannot");
            return;
        }

        if (apostrophe && word.Length > 2 && word[^1] == 's' && !language.Spelling.IsVariant(word) && !language.IsSomeone(word[..^1]))
        {
            // "chest's tight" says what the chest is; "my mum's chest" whose it is.
            AddPlain(words, word[..^1], language);
            words.Add(new Word("is"));
            return;
        }

        AddPlain(words, word, language);
    }

    private static void AddPlain(List<Word> words, string word, Language language)
    {
        var restored = language.Spelling.Restore(word);
        if (restored is [var same] && same == word && !language.Spelling.IsReal(word) && language.Glued.Part(word) is { } parts)
        {
            foreach (var part in parts)
                AddPlain(words, part, language);
            return;
        }

        foreach (var plain in restored)
        {
            if (plain == "headed" && words.Count > 0 && words[^1].Text == "light")
                words[^1] = new Word("lightheaded");
            else
                words.Add(new Word(plain));
        }
    }

    private static void AddMark(List<Word> words, char c, string text, int at)
    {
        var spaced = at > 0 && at + 1 < text.Length && text[at - 1] == ' ' && text[at + 1] == ' ';
        var mark = c switch
        {
            '.' or '!' or ';' or '\n' or '…' => '.',
            '?' => '?',
            ',' or ':' or '(' or ')' or '/' => ',',
            '-' or '–' or '—' when spaced || c == '—' => ',',
            _ => '\0',
        };
        if (c == '&')
            words.Add(new Word("and"));
        else if (c is '☹' or '✅')
            return;
        if (mark != '\0' && words.Count > 0 && Rank(mark) > Rank(words[^1].After))
            words[^1] = words[^1] with { After = mark };
    }

    private static int Rank(char mark) => mark switch { '?' => 3, '.' => 2, ',' => 1, _ => 0 };

    /// <summary>Pictures that say what is felt become words; the others only part words.</summary>
    private static void AddPicture(List<Word> words, int picture)
    {
        var word = picture switch
        {
            0x1F635 or 0x1F4AB => "dizzy",
            0x1F922 or 0x1F92E => "nausea",
            0x1F9B6 => "foot",
            0x1F9B5 => "leg",
            0x1F602 or 0x1F923 or 0x1F606 or 0x1F639 or 0x1F480 or 0x1F605 => "lol",
            _ => null,
        };
        if (word is not null && !(words.Count > 0 && words[^1].Text == word))
            words.Add(new Word(word));
    }
}
