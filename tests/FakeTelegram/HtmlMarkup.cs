using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FakeTelegram;

/// <summary>
/// Telegram's HTML: a text, its entities in UTF-16 units, and errors in Telegram's words with offsets in bytes.
/// </summary>
internal sealed partial class HtmlMarkup
{
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["span"] = "spoiler",
        ["tg-spoiler"] = "spoiler",
        ["a"] = "text_link",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
        ["tg-emoji"] = "custom_emoji",
        ["tg-time"] = "date_time",
    };

    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly List<(int Offset, int Order, JsonObject Entity)> _entities = [];
    private readonly Stack<Open> _open = [];
    private int _at;

    private HtmlMarkup(string html) => _html = html;

    /// <exception cref="RefusalException">The markup is broken; nothing is sent.</exception>
    public static (string Text, JsonArray Entities) Parse(string html)
    {
        var markup = new HtmlMarkup(html);
        markup.Run();
        var ordered = markup._entities.OrderBy(entity => entity.Offset).ThenBy(entity => entity.Order);
        return (markup._text.ToString(), [.. ordered.Select(entity => entity.Entity)]);
    }

    private void Run()
    {
        while (_at < _html.Length)
        {
            if (_html[_at] == '<' && _at + 1 < _html.Length && _html[_at + 1] == '/')
                CloseTag();
            else if (_html[_at] == '<')
                OpenTag();
            else if (_html[_at] == '&')
                _text.Append(ReadEntity());
            else
                _text.Append(_html[_at++]);
        }

        if (_open.TryPeek(out var tag))
            throw Broken($"Can't find end tag corresponding to start tag \"{tag.Name}\"");
    }

    private void OpenTag()
    {
        var start = _at++;
        var name = ReadWhile(letter => !char.IsWhiteSpace(letter) && letter != '>').ToLowerInvariant();
        if (_at >= _html.Length)
            throw Broken($"Unclosed start tag at byte offset {Bytes(start)}");
        if (!Tags.ContainsKey(name))
            throw Broken($"Unsupported start tag \"{name}\" at byte offset {Bytes(start)}");
        var attributes = ReadAttributes(name, start);
        if (name == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
            throw Broken($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(start)}");
        _open.Push(new Open(name, attributes, _text.Length, _entities.Count + _open.Count));
    }

    private Dictionary<string, string> ReadAttributes(string tag, int start)
    {
        var attributes = new Dictionary<string, string>();
        while (true)
        {
            SkipSpace();
            if (_at >= _html.Length)
                throw Broken($"Unclosed start tag \"{tag}\" at byte offset {Bytes(start)}");
            if (_html[_at] == '>')
            {
                _at++;
                return attributes;
            }

            var name = ReadWhile(letter => !char.IsWhiteSpace(letter) && letter is not ('=' or '>')).ToLowerInvariant();
            if (name.Length == 0)
                throw Broken($"Empty attribute name in the tag \"{tag}\" at byte offset {Bytes(start)}");
            SkipSpace();
            if (_at < _html.Length && _html[_at] == '=')
            {
                _at++;
                SkipSpace();
                attributes[name] = ReadValue(tag, start);
            }
            else
            {
                attributes[name] = "";
            }
        }
    }

    private string ReadValue(string tag, int start)
    {
        if (_at >= _html.Length)
            throw Broken($"Unclosed start tag \"{tag}\" at byte offset {Bytes(start)}");
        if (_html[_at] is not ('"' or '\''))
        {
            var token = _at;
            var bare = ReadWhile(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
            return _at < _html.Length && (char.IsWhiteSpace(_html[_at]) || _html[_at] == '>')
                ? bare
                : throw Broken($"Unexpected end of name token at byte offset {Bytes(token)}");
        }

        var quote = _html[_at++];
        var value = new StringBuilder();
        while (_at < _html.Length && _html[_at] != quote)
            value.Append(_html[_at] == '&' ? ReadEntity() : _html[_at++].ToString());
        if (_at++ >= _html.Length)
            throw Broken($"Unclosed start tag at byte offset {Bytes(start)}");
        return value.ToString();
    }

    private void CloseTag()
    {
        var start = _at;
        if (_open.Count == 0)
            throw Broken($"Unexpected end tag at byte offset {Bytes(start)}");
        _at += 2;
        var name = ReadWhile(letter => !char.IsWhiteSpace(letter) && letter != '>').ToLowerInvariant();
        SkipSpace();
        if (_at >= _html.Length || _html[_at] != '>')
            throw Broken($"Unclosed end tag at byte offset {Bytes(start)}");
        _at++;
        var tag = _open.Pop();
        if (name.Length > 0 && name != tag.Name)
            throw Broken($"Unmatched end tag at byte offset {Bytes(start)}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        if (_text.Length > tag.Offset && EntityOf(tag) is { } entity)
            _entities.Add((tag.Offset, tag.Order, entity));
    }

    private JsonObject? EntityOf(Open tag)
    {
        var entity = new JsonObject
        {
            ["type"] = Tags[tag.Name],
            ["offset"] = tag.Offset,
            ["length"] = _text.Length - tag.Offset,
        };
        switch (tag.Name)
        {
            case "a":
                var url = tag.Attributes.GetValueOrDefault("href") ?? _text.ToString(tag.Offset, _text.Length - tag.Offset);
                entity["url"] = url;
                return Uri.TryCreate(url, UriKind.Absolute, out _) ? entity : null;
            case "blockquote" when tag.Attributes.ContainsKey("expandable"):
                entity["type"] = "expandable_blockquote";
                return entity;
            case "tg-emoji":
                entity["custom_emoji_id"] = tag.Attributes.GetValueOrDefault("emoji-id");
                return entity;
            case "tg-time":
                if (!long.TryParse(tag.Attributes.GetValueOrDefault("unix"), CultureInfo.InvariantCulture, out var unix))
                    throw Broken("Invalid Unix time specified");
                if (!TimeFormat.IsMatch(tag.Attributes.GetValueOrDefault("format", "")))
                    throw Broken("Invalid date format used");
                entity["unix_time"] = unix;
                entity["date_time_format"] = tag.Attributes.GetValueOrDefault("format", "");
                return entity;
            default:
                return entity;
        }
    }

    /// <summary>
    /// Four names and numbers are known, with or without a semicolon; the rest stands as it is written.
    /// </summary>
    private string ReadEntity()
    {
        var match = Entity.Match(_html, _at);
        if (!match.Success)
        {
            _at++;
            return "&";
        }

        _at += match.Length;
        return match.Groups[1].Value switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            var number => Letter(number[1] == 'x'
                ? int.Parse(number.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                : int.Parse(number.AsSpan(1), CultureInfo.InvariantCulture)),
        };
    }

    private static string Letter(int code) => code is >= 0xD800 and <= 0xDFFF
        ? throw Broken("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")
        : char.ConvertFromUtf32(code);

    private string ReadWhile(Func<char, bool> wanted)
    {
        var start = _at;
        while (_at < _html.Length && wanted(_html[_at]))
            _at++;
        return _html[start.._at];
    }

    private void SkipSpace() => ReadWhile(char.IsWhiteSpace);

    private int Bytes(int index) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, index));

    private static RefusalException Broken(string what) => RefusalException.Bad("can't parse entities: " + what);

    [GeneratedRegex(@"\G&(lt|gt|amp|quot|#[0-9]{1,5}|#x[0-9a-fA-F]{1,4});?")]
    private static partial Regex Entity { get; }

    [GeneratedRegex(@"^(r|w?[dD]?[tT]?)\z")]
    private static partial Regex TimeFormat { get; }

    private sealed record Open(string Name, Dictionary<string, string> Attributes, int Offset, int Order);
}
