using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Reminders.Reading;

namespace RecoveryBot.Tests.Coaching.Reminders;

/// <summary>Times and days in the ways in which people write them: read right, or asked back, and never wrong in silence.</summary>
public sealed class WishReaderTests
{
    private static readonly string[] HourWords =
        ["twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];

    [Theory]
    [InlineData("every evening at half past eight", "Fixed", "All", "20:30")]
    [InlineData("remind me every evening at half past eight", "Fixed", "All", "20:30")]
    [InlineData("weekdays at 7pm", "Fixed", "Workdays", "19:00")]
    [InlineData("30 minutes before bed", "Evening", "None", "")]
    [InlineData("an hour before I go to bed", "Evening", "None", "")]
    [InlineData("half an hour before bedtime", "Evening", "None", "")]
    [InlineData("evening", "Evening", "None", "")]
    [InlineData("evening 22:30", "Evening", "None", "22:30")]
    [InlineData("before bed at half past ten", "Evening", "None", "10:30|22:30")]
    [InlineData("20:30", "Fixed", "None", "20:30")]
    [InlineData("mon,wed,fri 18:45", "Fixed", "Monday, Wednesday, Friday", "18:45")]
    [InlineData("Mon/Wed/Fri 6.45 pm", "Fixed", "Monday, Wednesday, Friday", "18:45")]
    [InlineData("monday to thursday at quarter past six in the evening", "Fixed", "Monday, Tuesday, Wednesday, Thursday", "18:15")]
    [InlineData("fri-mon 20h30", "Fixed", "Monday, Friday, Saturday, Sunday", "20:30")]
    [InlineData("workout mon, wed 18:45", "Workout", "Monday, Wednesday", "18:45")]
    [InlineData("after my workouts on tuesdays and thursdays, ends at 7 pm", "Workout", "Tuesday, Thursday", "19:00")]
    [InlineData("after training", "Workout", "None", "")]
    [InlineData("desk", "Desk", "None", "")]
    [InlineData("desk weekdays 9-17", "Desk", "Workdays", "9:00|21:00 17:00")]
    [InlineData("at my desk from 9 to 5 on weekdays", "Desk", "Workdays", "9:00|21:00 5:00|17:00")]
    [InlineData("weekends at noon", "Fixed", "Weekend", "12:00")]
    [InlineData("every night at 11", "Fixed", "All", "23:00")]
    [InlineData("daily at midnight", "Fixed", "All", "0:00")]
    [InlineData("at seven", "Fixed", "None", "7:00|19:00")]
    [InlineData("ten to nine in the morning", "Fixed", "None", "8:50")]
    [InlineData("twenty five past nine pm", "Fixed", "None", "21:25")]
    [InlineData("every other day at 20:30", "Fixed", "All", "20:30")]
    public void It_is_read_as_meant(string words, string kind, string days, string times)
    {
        var read = WishReader.Read(words);

        Assert.Null(read.Unknown);
        Assert.False(read.IsImpossible);
        Assert.Equal(kind, (read.Kind ?? ReminderKind.Fixed).ToString());
        Assert.Equal(Enum.Parse<Weekdays>(days), read.Days);
        Assert.Equal(times, string.Join(' ', read.Times.Select(Text)));
    }

    [Theory]
    [InlineData("25:61")]
    [InlineData("tomorrow-ish")]
    [InlineData("tuesdy 20:30")]
    [InlineData("20:30 on the moon")]
    [InlineData("in 20 minutes")]
    [InlineData("next week")]
    [InlineData("12 march 20:30")]
    [InlineData("24:30")]
    [InlineData("every 3 days at 20:30")]
    [InlineData("20:75")]
    [InlineData("half eight")]
    [InlineData("at 99")]
    public void What_it_does_not_know_it_does_not_pass_over(string words)
    {
        var read = WishReader.Read(words);

        Assert.True(read.Unknown is not null || read.IsImpossible, words);
    }

    [Fact]
    public void Every_time_of_the_day_is_read_in_every_spelling()
    {
        var (right, asked, wrong, count) = (0, 0, new List<string>(), 0);
        for (var minute = 0; minute < 1440; minute += 5)
        {
            var time = new TimeOnly(minute / 60, minute % 60);
            foreach (var words in Spellings(time))
            {
                count++;
                var read = WishReader.Read("remind me every day at " + words);
                var meanings = read is { Unknown: null, IsImpossible: false, Times: [var one] } ? one.Meanings(asBedtime: false) : [];
                if (meanings is [var only] && only == time)
                    right++;
                else if (meanings.Count == 2 && meanings.Contains(time) && !words.Contains('m', StringComparison.Ordinal) && !words.StartsWith('0'))
                    asked++;
                else
                    wrong.Add($"{words} -> {string.Join('|', meanings)}");
            }
        }

        Assert.True(count > 2_000, $"{count} spellings");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
        Assert.True(right > count / 2);
    }

    [Fact]
    public void Every_set_of_days_is_read_in_every_spelling()
    {
        string[][] names =
        [
            ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
            ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"],
        ];
        for (var days = 1; days < 128; days++)
        {
            foreach (var spelled in names)
            {
                foreach (var separator in new[] { ",", ", ", " ", " and ", "/" })
                {
                    var words = string.Join(separator, Enumerable.Range(0, 7).Where(day => (days & (1 << day)) != 0).Select(day => spelled[day]));
                    Assert.Equal((Weekdays)days, WishReader.Read($"/remind {words} 18:45"[8..]).Days);
                    Assert.Equal((Weekdays)days, WishReader.Read($"remind me on {words} at 18:45").Days);
                }
            }
        }
    }

    [Theory]
    [InlineData("22:30", "22:30")]
    [InlineData("half past ten", "22:30")]
    [InlineData("11", "23:00")]
    [InlineData("midnight", "00:00")]
    [InlineData("at 12", "00:00")]
    [InlineData("1 am", "01:00")]
    [InlineData("around quarter to eleven", "22:45")]
    [InlineData("one", "01:00")]
    [InlineData("9pm", "21:00")]
    [InlineData("6", "06:00 18:00")]
    public void A_bedtime_is_at_night(string words, string bedtimes) => Assert.Equal(
        bedtimes, string.Join(' ', WishReader.Read(words).Times.Single().Meanings(asBedtime: true).Select(time => time.ToString("HH:mm", null))));

    [Theory]
    [InlineData("12 March", "2026-03-12")]
    [InlineData("march 12th", "2026-03-12")]
    [InlineData("until the 3rd of january", "2027-01-03")]
    [InlineData("2026-02-01", "2026-02-01")]
    [InlineData("a week", "2026-01-12")]
    [InlineData("two weeks", "2026-01-19")]
    [InlineData("10 days", "2026-01-15")]
    [InlineData("a month", "2026-02-05")]
    [InlineData("tomorrow", "2026-01-06")]
    [InlineData("monday", "2026-01-12")]
    [InlineData("next friday", "2026-01-09")]
    [InlineData("3/4", null)]
    [InlineData("yesterday", null)]
    [InlineData("2025-01-01", null)]
    [InlineData("30 february", null)]
    [InlineData("when I feel like it", null)]
    public void A_pause_ends_on_a_date_that_can_be_told(string words, string? date) =>
        Assert.Equal(date, DateReader.Read(words, new DateOnly(2026, 1, 5))?.ToString("yyyy-MM-dd", null));

    [Fact]
    public void No_text_breaks_it()
    {
        foreach (var text in new[] { "", " ", ":", "9:", ":30", "-", "--", "9-", "at", "half past", "quarter to", "mon-", "mon-xyz", "h", "0h0", new string('9', 150), new string('a', 5_000), "\u0000", "😀 20:30", "٢٠:٣٠" })
        {
            WishReader.Read(text);
            DateReader.Read(text, new DateOnly(2026, 1, 5));
        }
    }

    private static IEnumerable<string> Spellings(TimeOnly time)
    {
        var (hour, minute) = (time.Hour, time.Minute);
        var twelve = hour % 12 == 0 ? 12 : hour % 12;
        var half = hour < 12 ? "am" : "pm";
        yield return $"{hour:00}:{minute:00}";
        yield return $"{hour:00}.{minute:00}";
        yield return $"{hour:00}{minute:00}";
        yield return $"{twelve}:{minute:00} {half}";
        yield return $"{twelve}:{minute:00}{half}";
        yield return $"{twelve}.{minute:00} {half[0]}.m.";
        if (hour is > 12 or 0)
            yield return $"{hour}h{minute:00}";
        else
            yield return $"{twelve}:{minute:00}";
        if (minute == 0)
        {
            yield return $"{twelve}{half}";
            yield return $"{HourWords[hour % 12]} {half}";
            yield return $"{twelve} o'clock {half}";
        }

        var part = hour < 12 ? "in the morning" : hour < 17 ? "in the afternoon" : "in the evening";
        if (minute is 15 or 30)
            yield return $"{(minute == 15 ? "quarter" : "half")} past {HourWords[hour % 12]} {half}";
        if (minute == 45 && hour % 12 != 11)
            yield return $"quarter to {HourWords[(hour + 1) % 12]} {half}";
        if (minute is 10 or 20 && hour is > 0 and not 12)
            yield return $"{(minute == 10 ? "ten" : "twenty")} past {HourWords[hour % 12]} {part}";
    }

    private static string Text(TimeFound time) => string.Join('|', time.Meanings(asBedtime: false).Select(t => t.ToString("H:mm", null)));
}
