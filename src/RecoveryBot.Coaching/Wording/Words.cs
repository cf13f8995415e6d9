using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text;
using NodaTime;
using RecoveryBot.Coaching.Charts;

namespace RecoveryBot.Coaching.Wording;

/// <summary>Every sentence in one language: turns lines of the catalogue into words.</summary>
public sealed class Words
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Shelves = new(StringComparer.Ordinal);
    private readonly CultureInfo _culture;

    private Words(CultureInfo culture) => _culture = culture;

    /// <summary>English, the first and so far the only language (D10).</summary>
    public static Words English { get; } = new(CultureInfo.InvariantCulture);

    /// <summary>The wording of a language; English where it is not shipped.</summary>
    /// <param name="language">A two-letter code.</param>
    public static Words For(string language) => language switch { _ => English };

    /// <summary>Puts a reply into words, with clock times of the user's zone.</summary>
    /// <param name="zone"><see langword="null"/>: not known yet; then times are told relative to <paramref name="now"/>.</param>
    public ChatMessage Render(Reply reply, DateTimeZone? zone, DateTimeOffset now)
    {
        var page = new Page(this, zone, now);
        page.Write(reply.Text);
        return new ChatMessage
        {
            Text = page.Text.ToString(),
            Times = page.Times,
            Buttons = [.. reply.Buttons.Select(button => ButtonOf(reply, button))],
            Placement = reply.Placement,
            Sound = reply.Sound,
            Class = reply.Class,
            ExpectsNumber = reply.ExpectsNumber,
            ExpectsWords = reply.ExpectsWords,
            Choices = reply.Choices is not { } choices ? null : new ChatChoices(
                Text(choices.Name), [.. choices.Items.Select(item => ButtonOf(reply, item))],
                choices.InsteadOf is { } verb ? IdOf(reply, verb) : null),
            IsSummary = reply.IsSummary,
            Countdown = reply.Countdown,
            UsefulUntil = reply.UsefulUntil,
            Picture = reply.Picture is { } name ? new ChatPicture(name, Text(new Line("Pictures", name, []))) : null,
            Chart = reply.Chart is { } history ? HoldChart.Draw(history, this) : null,
            File = reply.File,
        };
    }

    /// <summary>A line without clock times in words, such as a button's label.</summary>
    public string Text(Line line) => Text(line, null, DateTimeOffset.UnixEpoch);

    /// <summary>A line in words.</summary>
    public string Text(Line line, DateTimeZone? zone, DateTimeOffset now)
    {
        var page = new Page(this, zone, now);
        page.Write(line);
        return page.Text.ToString();
    }

    private ChatButton ButtonOf(Reply reply, Button button) => new(IdOf(reply, button.Verb), Text(button.Label), button.Tone);

    private static string IdOf(Reply reply, string verb) => new ButtonId(verb, reply.Session, reply.Step).ToString();

    private string Template(string shelf, string name)
    {
        var resources = Shelves.GetOrAdd(shelf, s =>
            new ResourceManager("RecoveryBot.Coaching.Wording." + s, typeof(Words).Assembly));
        return resources.GetString(name, _culture)
            ?? throw new InvalidOperationException($"The wording has no line '{shelf}.{name}'.");
    }

    /// <summary>One text being written: the words so far and where clock times stand in it.</summary>
    private sealed class Page(Words words, DateTimeZone? zone, DateTimeOffset now)
    {
        public StringBuilder Text { get; } = new();

        public List<TextTime> Times { get; } = [];

        public void Write(Line line)
        {
            var template = words.Template(line.Shelf, line.Name);
            var at = 0;
            while (at < template.Length)
            {
                var open = template.IndexOf('{', at);
                if (open < 0)
                    break;
                Text.Append(template, at, open - at);
                var close = template.IndexOf('}', open);
                WritePlace(template.AsSpan(open + 1, close - open - 1), line.Args);
                at = close + 1;
            }

            Text.Append(template, at, template.Length - at);
        }

        private void WritePlace(ReadOnlySpan<char> place, IReadOnlyList<object> args)
        {
            var colon = place.IndexOf(':');
            var index = int.Parse(colon < 0 ? place : place[..colon], CultureInfo.InvariantCulture);
            var unit = colon < 0 ? null : place[(colon + 1)..].ToString();
            switch (args[index])
            {
                case int number when unit is not null:
                    Write(new Line("Units", unit + (number == 1 ? ".One" : ".Many"), [number]));
                    break;
                case int number:
                    Text.Append(number.ToString(CultureInfo.InvariantCulture));
                    break;
                case DateTimeOffset instant:
                    WriteTime(instant);
                    break;
                case DateOnly day:
                    Text.Append(day.ToString(
                        unit switch { "short" => "ddd d MMM", "date" => "d MMM", _ => "ddd d MMM yyyy" }, CultureInfo.InvariantCulture));
                    break;
                case Line inner:
                    Write(inner);
                    break;
                case LineList list:
                    WriteList(list);
                    break;
                default:
                    Text.Append(Convert.ToString(args[index], CultureInfo.InvariantCulture));
                    break;
            }
        }

        private void WriteList(LineList list)
        {
            for (var i = 0; i < list.Lines.Count; i++)
            {
                if (i > 0)
                    Text.Append(list.Separator);
                Write(list.Lines[i]);
            }
        }

        private void WriteTime(DateTimeOffset instant)
        {
            var minutes = Math.Max(0, (int)Math.Round((instant - now).TotalMinutes));
            var fromNow = words.Text(new Line("Units", minutes == 1 ? "FromNow.One" : "FromNow.Many", [minutes]));
            var start = Text.Length;
            if (zone is null)
            {
                Text.Append(fromNow);
            }
            else
            {
                var local = Instant.FromDateTimeOffset(instant).InZone(zone).TimeOfDay;
                Text.Append(CultureInfo.InvariantCulture, $"{local.Hour:00}:{local.Minute:00}");
            }

            Times.Add(new TextTime(start, Text.Length - start, instant) { FromNow = fromNow });
        }
    }
}
