namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>
/// The English phrase lists of section 3.6 and what people say besides. In a pattern a space parts words, <c>|</c> parts
/// alternatives, <c>*</c> stands for any ending, <c>…</c> for up to five words, and a leading <c>~</c> lets both halves
/// around <c>…</c> stand in either order.
/// </summary>
internal static class EnglishPhrases
{
    private const string Body =
        "foot|feet|toe|toes|leg|legs|calf|calves|heel|heels|sole|soles|ankle|ankles|thigh|thighs|shin|shins|knee|knees|tootsies";

    private const string Side = "one|left|right";

    private const string NumbWord = "numb|numbs|numbed|numbness|numbing|numbish|tingl*|prickl*|dead";

    private const string Ache = "pain|pains|painful|ache|aches|aching|achy|hurt|hurts|hurting|sore";

    /// <summary>Idioms removed first (TXT-11).</summary>
    public static IReadOnlyList<string> Idioms { get; } =
    [
        "no pain no gain", "breathtaking", "painless", "pain in the neck", "pain in the arse|ass|butt|backside", "a pain lol",
        "i fell asleep", "i nearly|almost fell asleep", "nearly|almost fell asleep", "falling asleep on|in|to", "i fall asleep", "killing me lol|haha|hah|xd", "dying lol|haha|laughing", "dead lol|tired|quiet|line|serious",
        "im dead haha|lol", "chest feels open", "chest of drawers", "static hold|stretch|pose", "at 9 sharp", "at * sharp", "hot flash|flashes|flush|flushes",
        "collapsed on|onto|into the sofa|couch|bed|chair", "cold feet about", "sore loser|point|subject", "heart warming", "breath of fresh air",
        "catch my breath now", "sharp dresser", "painted|painting", "suicide squad", "doing suicides", "nearly|almost wet myself laughing", "blackout curtains|blinds", "heart attack lol", "pinch of salt", "sight for sore eyes", "pain free", "look sharp", "shooting a", "a bit cramped", "on pins and needles all", "comfortably numb", "ceiling fan", "table|tripod|chair|stool is|s|unsteady|wobbly unsteady|wobbly", "tripod wobbly", "tent collapsed", "price collapsed", "collapsed into bed", "fainting goats", "plants are drooping", "close the curtain", "camera flashes", "photo … blurry", "picture … blurry", "everything went black there power", "breathe for laughing", "off to sleep", "numbers", "cannot see the timer|screen|picture|button|message|text|buttons|image|card",
        "cannot see my timer|screen|picture|button|message|text", "cannot see any timer|screen|picture|button|message|buttons",
        "cannot see a timer|screen|picture|button|message", "cannot see myself", "cannot see the point|need|difference", "cannot see why|how|what|where|anything wrong", "burning calories|fat|candle",
        "head over heels", "head start", "hurt my feelings", "it wont hurt", "would not hurt", "phone died|dead", "battery died|dead", "kill time",
        "sick of", "sick leave", "sick pay", "sick beat|track|playlist", "heavy metal", "room for", "stop motion", "passed out the|flyers|leaflets",
        "passed out drunk", "flashing cursor|light on", "curtain call", "cannot speak highly", "cannot talk now|right", "out of breath laughing",
        "calf muscle feels good", "worlds worst", "seeing stars tonight", "passed on", "blue light", "tongue in cheek", "cramping my style",
    ];

    public static IReadOnlyList<(Sign Sign, string Pattern)> Signs { get; } =
    [
        .. Of(Sign.Crisis, "want to|2 die", "want to be dead", "suicid*|sucid*", "unalive*", "never wake up again", "better off if i", "topping myself", "cutting myself", "no point … living", "want finish it all", "no wan live", "end my own life", "want it all to be over", "kill herself|himself|themselves", "tired … life", "been planning how to do it", "want to die", "wanna die", "wish i was|were dead", "better off dead", "kill myself", "killing myself", "end my life",
            "end it all", "ending it all", "suicid*", "hurt myself on purpose", "harm myself", "self harm*", "hurt myself deliberately",
            "do not|dont want to be here any more|longer", "dont want to be here anymore", "dont want to live|wake", "no reason to live",
            "want to hurt myself", "cannot go on living", "take my own life", "want to disappear forever", "dont wanna be alive|here|live"),
        .. Of(Sign.RedChest, "~chest|breastbone|sternum … pain|pains|painful|tight*|pressure|crush*|squeez*|heavy|heaviness|hurt*|ache|aches|aching|elephant|stab*|gripping|weight",
            "heart attack", "crushing|pressing|pressure|heavy … chest|breastbone|breast", "vice round|around my", "band round|around my", "sat|sitting on my chest", "angina", "chestpain*", "jaw pain|aches|hurts|aching|hurting|ache|sore|tight", "~jaw … pain|ache|hurts",
            "left arm … pain|painful|hurt*|ache|aches|aching|achy|heavy|heaviness|tight", "~pain … left arm", "pain|ache … jaw", "elephant … on me", "heart hurts|aches"),
        .. Of(Sign.RedBreath, "short of breath", "shortness of breath", "cannot breathe|breath|breathing", "cannot breeth|breathe properly", "cantbreathe",
            "cannot catch|get|draw|take … breath|air", "cannot get any|enough air", "breathless*", "struggling to breathe|breath", "hard to breathe|breath", "difficult to breathe",
            "trouble breathing", "difficulty breathing", "gasping", "suffocat*", "cough* … blood", "fighting for breath|air", "breathing is|got|gets … hard|difficult|bad|not",
            "not able to breathe", "unable to breathe", "no air", "not getting … air", "choking", "wheez* … bad*", "lungs … closing|tight"),
        .. Of(Sign.RedHeadache, "worst|sudden*|suddn|severe|sever|thunderclap|splitting|excruciating|blinding|massive|terrible|horrendous|awful|agonising|unbearable|violent|insane|brutal … headache|headaches|hedache|migraine", "worst|sudden*|severe|terrible|massive … head pain", "never had a headache like", "thunder clap", "headache … like this",
            "~head … exploding|splitting|explode|bursting|thunderclap", "headache … out of nowhere", "worst head", "headache … sudden*|worst|unbearable|excruciating"),
        .. Of(Sign.RedVision, "cannot see", "blurr*", "double vision", "seeing double", "see double", "everything … double*", "lost my|the|all vision|sight|eyesight",
            "lost sight|vision in", "vision|sight|eyesight … gone|went|going|weird|funny|dark|black|fuzzy|lost|dim*|patchy", "tunnel vision", "blind spot", "gone blind", "going blind",
            "blind in", "cannot make out … wall|face|room", "half … vision|picture … missing", "missing half … vision"),
        .. Of(Sign.RedFaint, "fainted", "fainting", "passed out", "passed clean|right|completely out", "blacked out", "black out", "blackout", "lost consciousness|conciousness", "i faint just|now", "i keeled", "passd out", "i done fell out", "next thing i", "lights went out", "syncope", "unconscious", "keeled over", "collapsed",
            "came round|to on the floor", "woke up on the floor|ground|carpet", "out cold", "i conked out", "went down like a"),
        .. Of(Sign.RedStroke, "slurr*", "face|mouth|lip|eyelid|eye|smile … droop*|lopsided|wonky|crooked|bend", "droop* … face|mouth|side", "droopy", "talking|sound funny|drunk", "face … dropped|fallen|lopsided|hanging", "mouth … hanging|lopsided|droop*|crooked", "cannot speak|talk", "cannot find … words",
            "cannot get … words out", "words … wrong|jumbled|mixed|garbled", "speech … funny|weird|gone|jumbled|slow", "weak* … one|left|right side", "~one|left|right side … weak|numb*|heavy|tingl*|dead|paraly*",
            $"~{NumbWord}|weak|weakness|heavy … face|lips|lip|tongue|mouth|cheek", $"~{NumbWord}|weak|weakness|heavy … half my body", "half of my body … numb|weak",
            "cannot feel … face|side|tongue|lips|mouth", "cannot move|lift|raise my|the leg|foot|arm|legs|feet|arms", "cannot move|lift|raise my|the left|right leg|foot|arm|side",
            "foot drop", "having a stroke", "a stroke", "paralys*|paralyz*", "left|right arm … limp|weak|useless"),
        .. Of(Sign.RedCalf, "~calf|calves … swollen|swelling|swelled|swells|puffy|bigger|huge|ballooned", $"~{Side} leg|ankle|foot|thigh … swollen|swelling|swelled|puffy|bigger|huge|ballooned|twice", "leg … swollen|huge … red|hot|warm"),
        .. Of(Sign.RedCes, $"~{NumbWord}|feeling|sensation … groin|crotch|genitals|privates|bum|buttocks|arse|bottom|saddle|undercarriage|perineum|vagina|penis|willy|fanny",
            $"~{NumbWord} … between my|the legs", "no feeling … between my legs", "cannot feel … between my legs", "numb* … waist|there down", "numb* … down there", "no feeling … waist|there", "numb* … below the waist", "feel … nothing down there", "wet myself", "pissed|peed|weed myself|yourself",
            "soiled myself", "pooed|pooped|shat myself", "cannot pee|wee|urinate|piss", "lost … control … bladder|bowels|bowel", "cannot control … bladder|bowels|pee", "both … legs … weak|useless", "incontinen*"),
        .. Of(Sign.RedFoot, "foot|feet|toes … white|blue|cold|icy|pale|purple … hurt*|pain*|ache|aching|agony", "foot|feet|toes … hurt*|pain*|aching … white|blue|cold|icy|pale|purple"),
        .. Of(Sign.AskRed, "headache*", "migraine", "head hurts|aches|pounding|throbbing", "~pressure … head|face|eyes|eye|ears", "head … full|heavy|pressure", "heart|hearts|heartbeat|pulse|ticker … racing|pounding|flutter*|skipping|skipped|thumping|hammering|fast|jumping",
            "palpitation*", "heartburn", "acid … up", "acid reflux", "reflux", "burning … chest|throat", "seeing stars|spots|sparkles", "~arm|arms|hand|hands|finger|fingers … numb*|tingl*|dead|asleep|pins",
            "~inner thigh|thighs … numb*|tingl*", "out of breath", "legs … weak|giving way|gave way|buckling", "ears … ringing|whooshing|blocked|pounding", "ringing in my ears", "foot|feet|toes|leg|legs … blue|white|freezing|purple|icy", "nause*", "feel|feeling|felt sick|queasy", "going to|gonna be|throw sick|up"),
        .. Of(Sign.AskDvt, "~calf|calves … sore|soreness|pain|pains|painful|hurt*|tender|ache|aches|aching|achy|cramp*|throb*|hot|warm|red|tight",
            $"~{Side} leg … sore|pain|painful|hurt*|tender|ache|aches|aching|achy|cramp*|throb*|hot|red"),
        .. Of(Sign.LightNear, "thought id|i faint|pass", "thought id|i would faint|pass", "thought i was going|gonna", "close to fainting|blacking|passing", "wan faint", "gunna faint", "feel like … faint|pass|keel", "very nearly did", "nearly|almost|gonna|might|id|would|will faint|fainted",
            "nearly|almost|gonna|might|id|would|will pass|passed|black|blacked|blackout out", "about|going to faint", "about|going to pass|black|keel out|over", "grey|greyed|gray|grayed out", "everything went|going|goes black|grey|gray|dark", "went all grey|black", "come over all faint", "funny turn"),
        .. Of(Sign.Light, "lighthead*", "light heded|heded", "dizz*", "diz", "woozy", "giddy", "giddiness", "swimmy", "head rush", "head|heads spinning|swimming|turning|reeling", "head is|was|feels|felt spinning|swimming|light|floaty|turning",
            "room … spinning|spins|moving", "everything … spinning", "wobbly", "unsteady", "off balance", "feel|feeling|felt|bit|went|so|come|all faint", "faintish", "vertigo", "spaced out", "losing my balance"),
        .. Of(Sign.Tingle, "tingl*", "tingel*", "pins … needles", "pins n needles|kneedles|neddles", "pins and kneedles|neddles|needels", "prickl*", "numb|numbs|numbed|numbness|numbing|numbish", "fizzy|fizzing", "static", "ants crawling|on|in", "ants all over",
            $"{Body} … asleep|buzzing|zinging|sparkly", $"{Body} … to sleep", $"{Body} … gone dead|dead", "dead leg|legs|foot|feet|toes", $"cannot feel my|the {Body}", $"cannot feel my|the left|right|both|big {Body}", $"cannot feel … {Body}",
            $"no|lost feeling|sensation … {Body}", "dead feeling", "my foot is dead"),
        .. Of(Sign.Pain, "hurt|hurts|hurting|hurted", "pain|pains|painful", "ache|aches|ached|aching|achy", "sore", "cramp*", "stabbing", "shooting", "sharp", "twinge|twinges", "pinch*", "throb*", "agony", "killing me", "ouch", "ow", "oww", "burning|burns", "pulling too hard", "pulls too much", "too much stretch"),
    ];

    /// <summary>Sight by these alone is an eye emergency (SAFE-30).</summary>
    public static IReadOnlyList<string> EyeOnly { get; } =
        ["flashes", "flashing lights|light", "floaters", "~curtain|shadow|veil … eye|eyes|vision|sight", "eye|eyes … pain*|hurt*|ache|aching|stabbing"];

    public static IReadOnlySet<string> Negators { get; } = new HashSet<string>
    {
        "no", "not", "never", "without", "zero", "none", "nor", "neither", "nothing", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt",
        "werent", "havent", "hasnt", "hadnt", "aint", "nae", "free",
    };

    /// <summary>Words that look like a negation and are none (TXT-4).</summary>
    public static IReadOnlyList<string> NotNegations { get; } =
    [
        "not only", "not just", "not sure", "not certain", "not gone", "not going", "not better", "not much", "not really", "not quite", "no doubt", "no idea",
        "no relief", "no better", "no change", "hardly", "barely", "only a little", "wont go away", "dont know", "not without", "isnt tingling any more its", "dont feel right|well|good|great", "nothing helps", "didnt help", "not feeling great|good|well|right",
        "not good", "not great", "not ok", "not okay", "not normal", "isnt going", "isnt better", "hasnt gone", "havent gone", "hasnt stopped|cleared|passed", "no joke", "not joking|kidding|lying", "never felt|had", "not nice", "dont like",
        "hasnt settled", "wont stop", "doesnt stop|feel right|go", "not stopping|settling|passing",
    ];

    public static IReadOnlyList<string> SelfNegating { get; } = ["cannot feel", "no feeling", "lost feeling", "no sensation", "lost sensation", "cannot see", "cannot breathe", "no air"];

    public static IReadOnlyList<string> Resolved { get; } =
        ["gone", "away now", "gone off", "cleared up", "back to normal", "stopped", "went away", "stopped", "cleared", "settled", "passed", "wore off", "worn off", "back to normal", "no longer", "is over", "has eased off completely", "fine now", "ok now", "better now"];

    public static IReadOnlySet<string> NotResolved { get; } =
        new HashSet<string> { "not", "hasnt", "havent", "isnt", "still", "nearly", "almost", "mostly", "half", "never", "out" };

    public static IReadOnlyList<string> Questions { get; } =
        ["what if", "if i get", "if i feel", "if i have", "if my", "is it normal", "is it ok|okay|bad|dangerous|safe", "can this cause", "can it cause", "could this cause|give", "does this cause", "does it cause", "will this cause|hurt", "should i worry", "what should i do if", "what happens if", "what do i do if", "do people get", "why do|does people|feet|legs", "can you get", "is … normal", "how would i know"];

    public static IReadOnlyList<string> History { get; } =
        ["years ago", "year ago", "last year", "months ago", "used to", "in the past", "as a kid|child|teenager", "when i was", "in 19*", "in 20*", "decades ago", "back in", "once had"];

    public static IReadOnlyList<string> Third { get; } =
        ["my|his|her|our|the mum|mums|dads|husbands|wifes|partners|mates|friends|grans|uncles|woman|man|flatmates|girlfriends|mom|mam|mother|dad|father|husband|wife|partner|friend|mate|boyfriend|girlfriend|son|daughter|brother|sister|nan|gran|grandma|grandad|grandpa|neighbour|neighbor|colleague|boss|baby|kid|dog|cat|uncle|aunt|auntie|flatmate|roommate|grandmother|grandfather|child|cousin|coworker"];

    /// <summary>Words that are restored from a slip of the finger, and the real words near them that are left alone.</summary>
    public static IReadOnlyList<string> Spelled { get; } =
        ["tingling", "tingle", "tingly", "numbness", "dizzy", "dizziness", "lightheaded", "breathless", "headache", "chest", "vision", "blurry", "palpitations", "fainted", "swollen", "cramp", "painful", "heartburn", "nausea", "nauseous", "breathe", "breathing", "slurred", "drooping", "pressure", "unconscious", "needles", "tightness", "suicide", "paralysed"];

    public static IReadOnlySet<string> RealWords { get; } = new HashSet<string>
    {
        "single", "tinkle", "chess", "cheat", "cheats", "crest", "quest", "chase", "cheer", "champ", "clamp", "cram", "creamy", "breathe", "breath", "breather", "visions", "version", "dozy", "tangle", "tangled", "timing",
        "ditzy", "tingled", "swollen", "needless", "painted", "needle", "pressured", "pleasure", "measure", "treasure", "tinglings", "cheese", "chests", "numbers", "chin", "cheers", "breathy", "creme", "cramps", "cramped", "cramping",
    };

    private static IEnumerable<(Sign, string)> Of(Sign sign, params string[] patterns) => patterns.Select(p => (sign, p));
}
