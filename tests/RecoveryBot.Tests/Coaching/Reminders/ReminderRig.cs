using NodaTime;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Reminders;

/// <summary>Somebody who has answered the health questions, for whom evenings can pass quickly.</summary>
internal static class ReminderRig
{
    /// <summary>Talks by the clock of a zone; noon there on a Monday in January 2026.</summary>
    public static TestConversation In(string zone) => At(zone, "2026-01-05T12:00");

    /// <param name="zone">IANA id; <see langword="null"/>: not known.</param>
    /// <param name="local">Where the clock stands there (in UTC if the zone is not known).</param>
    public static TestConversation At(string? zone, string local)
    {
        var clock = DateTime.Parse(local, null);
        var place = zone is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[zone];
        var now = LocalDateTime.FromDateTime(clock).InZoneLeniently(place).ToInstant().ToDateTimeOffset();
        var talk = new TestConversation { Now = now };
        talk.State = new UserState
        {
            Zone = zone,
            Consent = new Consent(Consent.PresentVersion, now, Guest: false),
            Screening = new ScreeningRecord { AskedOn = DateOnly.FromDateTime(clock) },
        };
        return talk;
    }

    /// <summary>The local date and time of each nudge so far.</summary>
    public static IEnumerable<LocalDateTime> Local(this TestConversation talk, IEnumerable<DateTimeOffset> times) =>
        times.Select(at => LocalClock.Local(at, DateTimeZoneProviders.Tzdb[talk.State.Zone!]));

    public static string TimeNow(this TestConversation talk) =>
        LocalClock.TimeOf(talk.Now, DateTimeZoneProviders.Tzdb[talk.State.Zone!]).ToString("HH:mm", null);

    /// <summary>Lets time pass until the next nudge; fails after so many days without one.</summary>
    public static TestConversation UntilNudge(this TestConversation talk, int days = 10)
    {
        var before = talk.Nudges.Count;
        for (var hours = 0; talk.Nudges.Count == before; hours++)
        {
            if (hours > days * 24)
                throw new InvalidOperationException($"No nudge in {days} days. Said: {talk.Texts}");
            // Minute by minute, so that the clock stands at the nudge.
            for (var minute = 0; minute < 60 && talk.Nudges.Count == before; minute++)
                talk.Minutes(1);
        }

        return talk;
    }

    /// <summary>A pause after tingling that came often (TINGLING_REPEATED).</summary>
    public static TestConversation Paused(this TestConversation talk)
    {
        talk.State = talk.State with { DoseBase = talk.State.DoseBase with { Pause = PauseReason.TinglingRepeated } };
        return talk;
    }
}
