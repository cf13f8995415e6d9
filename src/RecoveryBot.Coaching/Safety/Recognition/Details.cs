namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>What else the words say of a sign.</summary>
internal sealed class Details(Language language, Reading reading)
{
    private readonly bool _namesLegs = Anywhere(reading, language.Heading("legs"));
    private readonly bool _rising = Anywhere(reading, language.Heading("rising"));
    private readonly bool _calf = Anywhere(reading, language.Heading("calf"));
    private readonly bool _sharp = Anywhere(reading, language.Symbol(Sign.Pain, "sharp"));
    private readonly bool _cramp = Anywhere(reading, language.Symbol(Sign.Pain, "cramp"));
    private readonly int? _minute = Onset.MinuteIn(reading);
    private readonly int? _strength = Strength.In(reading);

    public Recognised Of(Find find) => new(
        find.Kind.Sign,
        find.Standing,
        _minute,
        EyeOnly: find.Kind is { Sign: Sign.RedVision, Detail: "eye-only" },
        Sharp: find.Kind.Sign == Sign.Pain && _sharp,
        OnRising: find.Kind.Sign is Sign.Light or Sign.LightNear && _rising,
        NamesLegs: _namesLegs,
        Topic: find.Kind.Sign == Sign.AskRed ? TopicOf(find.Kind.Detail) : RedTopic.Other,
        Cramp: find.Kind.Sign == Sign.Pain && _cramp && !_calf,
        Strength: find.Kind.Sign is Sign.Pain or Sign.RedHeadache or Sign.RedChest ? _strength : null);

    private static RedTopic TopicOf(string detail) => detail switch
    {
        "eyes" => RedTopic.Eyes,
        "head" => RedTopic.Head,
        "acid" => RedTopic.Acid,
        "unwell" => RedTopic.Unwell,
        _ => RedTopic.Other,
    };

    private static bool Anywhere(Reading reading, int symbol)
    {
        for (var i = 0; i < reading.Count; i++)
        {
            if (reading.Starts(i, symbol))
                return true;
        }

        return false;
    }
}
