namespace RecoveryBot.Coaching.Wording;

/// <summary>What a chat channel itself says: nothing of it needs a decision.</summary>
public static class ChannelLines
{
    private const string Shelf = "Channel";

    /// <summary>Somebody pressed a button that was not shown to them.</summary>
    public static Line Foreign() => Line.Of(Shelf, []);

    /// <summary>A button that is none of ours, or not any more.</summary>
    public static Line Over() => Line.Of(Shelf, []);

    /// <param name="link">The way to the private chat.</param>
    public static Line InPrivate(string link) => Line.Of(Shelf, [link]);

    /// <summary>What an empty chat shows; at most 512 characters.</summary>
    public static Line Description() => Line.Of(Shelf, []);

    /// <summary>What a profile shows; at most 120 characters.</summary>
    public static Line ShortDescription() => Line.Of(Shelf, []);

    public static Line MenuStartSession() => Line.Of(Shelf, []);

    public static Line MenuTingling() => Line.Of(Shelf, []);

    public static Line MenuStop() => Line.Of(Shelf, []);

    public static Line MenuRemind() => Line.Of(Shelf, []);

    public static Line MenuWorkout() => Line.Of(Shelf, []);

    public static Line MenuWhy() => Line.Of(Shelf, []);

    public static Line MenuProgress() => Line.Of(Shelf, []);

    public static Line MenuMeasure() => Line.Of(Shelf, []);

    public static Line MenuLearn() => Line.Of(Shelf, []);

    public static Line MenuSafety() => Line.Of(Shelf, []);

    public static Line MenuSettings() => Line.Of(Shelf, []);

    public static Line MenuExport() => Line.Of(Shelf, []);

    public static Line MenuPrivacy() => Line.Of(Shelf, []);

    public static Line MenuDelete() => Line.Of(Shelf, []);

    public static Line MenuHelp() => Line.Of(Shelf, []);

    public static Line MenuMinutes() => Line.Of(Shelf, []);

    public static Line MenuWhen() => Line.Of(Shelf, []);

    public static Line MenuMinute() => Line.Of(Shelf, []);

    public static Line MenuPlace() => Line.Of(Shelf, []);

    public static Line MenuTopic() => Line.Of(Shelf, []);

    /// <summary>A button that opens a form to write in.</summary>
    public static Line TypeIt() => Line.Of(Shelf, []);

    /// <summary>At most 45 characters.</summary>
    public static Line FormTitle() => Line.Of(Shelf, []);

    /// <summary>At most 45 characters.</summary>
    public static Line FormLabel() => Line.Of(Shelf, []);

    /// <summary>An answer that takes longer than a platform waits.</summary>
    public static Line OneMoment() => Line.Of(Shelf, []);

    /// <summary>Told where a command was used in front of others.</summary>
    /// <param name="link">The way to the private chat.</param>
    public static Line GoOnInPrivate(string link) => Line.Of(Shelf, [link]);

    /// <summary>The person takes no private messages from us; told in a server.</summary>
    public static Line PrivateIsShut() => Line.Of(Shelf, []);

    /// <summary>The same, told in a conversation among people.</summary>
    public static Line PrivateIsShutElsewhere() => Line.Of(Shelf, []);

    /// <summary>The platform lets nobody write in private with whom the person has nothing in common.</summary>
    public static Line NothingShared() => Line.Of(Shelf, []);

    /// <summary>The platform did not take the message, and it says no more than that.</summary>
    public static Line NotTaken() => Line.Of(Shelf, []);

    /// <summary>Stands under each of these: somebody may be in a pose.</summary>
    public static Line ShutInPose() => Line.Of(Shelf, []);

    public static Line LeavingInPose() => Line.Of(Shelf, []);

    /// <summary>A file lies on the disk of whoever sits at the terminal.</summary>
    public static Line SavedAs(string path) => Line.Of(Shelf, [path]);

    /// <param name="why">What the system said.</param>
    public static Line NotSaved(string why) => Line.Of(Shelf, [why]);

    /// <summary>The platform does not take the file.</summary>
    public static Line FileNotTaken() => Line.Of(Shelf, []);
}
