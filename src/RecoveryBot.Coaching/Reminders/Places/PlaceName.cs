using System.Globalization;
using System.Text;

namespace RecoveryBot.Coaching.Reminders.Places;

/// <summary>One spelling for all of a place's name: "São Paulo", "sao-paulo" and "SAO PAULO" are the same.</summary>
public static class PlaceName
{
    /// <summary>Lower case, without accents and punctuation, words apart by one space.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '\'' or '’' or 'ʻ' or '‘' or '.')
                continue;
            if (Folded(letter) is { } folded)
                key.Append(folded);
            else if (char.IsLetterOrDigit(letter))
                key.Append(letter);
            else if (key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }

        var words = key.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(word => word switch { "saint" or "sankt" or "sint" => "st", "mount" => "mt", "fort" => "ft", _ => word }));
    }

    private static string? Folded(char letter) => letter switch
    {
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => null,
    };
}
