using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RecoveryBot.Coaching;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching;

/// <summary>Twelve months after the last contact all of somebody is erased; a month before, they are told.</summary>
public sealed class LongSilenceTests
{
    private static readonly DateTimeOffset LastContact = new(2026, 3, 2, 19, 30, 0, TimeSpan.Zero);

    /// <summary>Ten in the morning in Berlin, eleven and twelve months later.</summary>
    private static readonly DateTimeOffset Notice = new(2027, 2, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Erasure = new(2027, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_month_before_they_are_told_without_a_sound()
    {
        var talk = Known();
        Assert.Equal(Notice, talk.State.RetentionAt);

        At(talk, Notice);

        Assert.Equal(
            """
            We last talked on Mon 2 Mar 2026. What I know of you I keep for 12 months after your last message, so on Tue 2 Mar 2027 I'll erase all of it: health answers, sessions, measurements, settings.
            To keep it, press below or just write to me. /export gives you a copy.
            """, talk.Last.Text);
        Assert.Equal(["Keep my record"], talk.Last.Buttons.Select(button => button.Label));
        Assert.Equal((DeliveryClass.Nudge, false), (talk.Last.Class, talk.Last.Sound));
        Assert.Equal(Erasure, talk.State.RetentionAt);
        Assert.False(talk.Erased);
    }

    [Fact]
    public void A_month_later_they_are_erased_without_a_word()
    {
        var talk = Known();
        At(talk, Notice);
        At(talk, Erasure.AddTicks(-1));
        Assert.False(talk.Erased);

        At(talk, Erasure);

        Assert.True(talk.Erased);
        Assert.Single(talk.Said);
    }

    [Theory]
    [InlineData("[Keep my record]", "I keep it, for another 12 months from today.")]
    [InlineData("keep my record", "I keep it, for another 12 months from today.")]
    [InlineData("hello", null)]
    [InlineData("/help", null)]
    [InlineData("my feet are tingling", null)]
    public void Any_sign_of_life_keeps_it_for_another_year(string does, string? answer)
    {
        var talk = Known();
        At(talk, Notice);
        talk.Now = Notice.AddDays(3);

        _ = does.StartsWith('[') ? talk.Press(does.Trim('[', ']')) : talk.Say(does);

        if (answer is not null)
            Assert.StartsWith(answer, talk.Last.Text);
        Assert.Null(talk.State.ErasedAt);
        At(talk, Erasure);
        Assert.False(talk.Erased);
        Assert.Equal(new DateTimeOffset(2028, 1, 5, 9, 0, 0, TimeSpan.Zero), talk.State.RetentionAt);
    }

    [Fact]
    public void The_button_is_never_stale_and_its_words_mean_nothing_where_nobody_was_told()
    {
        var talk = Known();
        Assert.DoesNotContain("I keep it", talk.Say("keep my record").Last.Text);

        At(talk, talk.State.RetentionAt!.Value);
        talk.Say("hello").Press(talk.Nudges[0].Message.Buttons[0]);

        Assert.StartsWith("I keep it", talk.Last.Text);
    }

    [Fact]
    public void A_late_notice_leaves_a_month_all_the_same()
    {
        var talk = Known();

        At(talk, Erasure.AddDays(100));
        Assert.False(talk.Erased);
        At(talk, Erasure.AddDays(128).AddTicks(-1));
        Assert.False(talk.Erased);
        At(talk, Erasure.AddDays(128));

        Assert.True(talk.Erased);
    }

    [Fact]
    public void Who_never_agreed_to_anything_is_sent_nothing()
    {
        var talk = new TestConversation().Say("my chest hurts");
        talk.Said.Clear();

        At(talk, Notice);
        Assert.False(talk.Erased);
        At(talk, Erasure);

        Assert.True(talk.Erased);
        Assert.Empty(talk.Said);
    }

    [Fact]
    [Trait("Rule", "SAFE-37")]
    public void A_guest_is_erased_after_a_day_and_not_looked_at_here()
    {
        var talk = new TestConversation().Say("/start").Press("Use without saving");

        Assert.Null(talk.State.RetentionAt);
        At(talk, Erasure);
        Assert.False(talk.Erased);
    }

    [Fact]
    public void Two_messages_of_a_day_are_looked_at_at_the_same_instant()
    {
        var talk = Known();
        var before = talk.State.RetentionAt;
        talk.Now = talk.Now.AddHours(1);

        Assert.Equal(before, talk.Say("hello").State.RetentionAt);
    }

    /// <summary>Whatever the zone, and however often and late it is looked at.</summary>
    [Fact]
    public void Nobody_is_erased_before_twelve_months_nor_without_a_month_of_notice()
    {
        var zones = DateTimeZoneProviders.Tzdb.Ids.ToArray();
        var looks = Gen.Choose(0, 24 * 200).ListOf().ToArbitrary();
        Prop.ForAll(Gen.Elements(zones).ToArbitrary(), Gen.Choose(0, 24 * 366).ToArbitrary(), looks, (zone, hour, hours) =>
        {
            var talk = Known();
            talk.State = talk.State with { Zone = zone };
            talk.Now = LastContact.AddHours(hour);
            talk.Say("hello").Said.Clear();
            var contact = talk.Now;
            DateTimeOffset? told = null;
            foreach (var later in hours.Prepend(0).Append(24 * 400))
            {
                At(talk, talk.Now.AddHours(later));
                if (talk.Erased)
                    return told is { } notice && talk.Now - notice >= TimeSpan.FromDays(28) && talk.Now >= contact.AddDays(364);
                told ??= talk.Said.Count > 0 ? talk.Now : null;
            }

            return told is not null && talk.Said.Count == 1;
        }).QuickCheckThrowOnFailure();
    }

    private static TestConversation Known()
    {
        var talk = new TestConversation { Now = LastContact }.Say("/start").Press("I'm 18 or over, I agree").None(8).Say("/cancel");
        talk.Said.Clear();
        return talk;
    }

    private static void At(TestConversation talk, DateTimeOffset instant)
    {
        talk.Now = instant;
        talk.Hear(new CoachInput.LongSilence());
    }
}
