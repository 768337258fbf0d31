using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Words of ordinary English talk that lists of names hold too, told by what stands around them: "great job", "her secretary will be in touch", "the galway store".</summary>
internal static class EnglishTalk
{
    /// <summary>What is taken from the score of a name where the words around it speak against one and nothing for it.</summary>
    public static float Against(TokenisedCall call, in NameLine line, in NameChain chain) =>
        IsWillAndVerb(call, line, chain) || (chain.Count == 1 && IsDoctorWho(call, line, chain)) ? 1.6f
        : IsTownOfTwo(call, chain) && chain.First > line.Start && call.Folded(chain.First - 1) is "to" or "from" or "in" ? 1.6f
        : !chain.Before.Has(NameCue.Follows) && !chain.Context.Has(NameContext.Asked | NameContext.Title | NameContext.Known)
            && (AreOrdinary(call, line, chain) || IsTownOfTwo(call, chain) || (chain.Count == 1 && IsWord(call, line, chain))) ? 0.8f
        : 0;

    private static bool IsWord(TokenisedCall call, in NameLine line, in NameChain chain) =>
        IsAuxiliary(call, line, chain) || IsVerb(call, line, chain) || IsTown(call, line, chain) || IsSaint(call, line, chain) || IsProduct(call, line, chain);

    // "from chicago to san diego".
    private static bool IsTownOfTwo(TokenisedCall call, in NameChain chain) =>
        chain.Count == 2 && call.Folded(chain.Tokens[0]) is "san" or "santa" or "los" or "las" or "fort" or "mount";

    /// <summary>"thank you for your patience renata", "welcome to the new floor jonas": where the name begins.</summary>
    public static int NameStart(TokenisedCall call, in NameChain chain) =>
        chain.Count > 1 && chain.Parts[1].Has(NamePart.Given) && !chain.Parts[1].Has(NamePart.Ambiguous) && chain.Parts[0].Has(NamePart.Ambiguous) && !chain.Parts[0].Has(NamePart.Diminutive)
        && !chain.Before.Has(NameCue.Follows) && !chain.Context.Has(NameContext.Asked | NameContext.Title) && chain.Tokens[0] > 0 && BelongsToNoun(call.Folded(chain.Tokens[0] - 1))
        && OrdinaryWords.Holds(call.Folded(chain.Tokens[0])) ? chain.Tokens[1] : chain.Tokens[0];

    /// <summary>"it's gail li", "my dad lucia das": surnames that are particles or small words of other languages. Last token of the name.</summary>
    public static int OverShortSurname(TokenisedCall call, in NameChain chain)
    {
        var next = chain.Last + 1;
        return next < call.Tokens.Length && !call.Tokens[next].Is(TokenShape.LineStart) && chain.Parts[chain.Count - 1].Has(NamePart.Given) && !chain.Parts[chain.Count - 1].Has(NamePart.Ambiguous)
            && WordSurnames.Holds(call.Folded(next))
            && (EndsName(call, next + 1) || (call.Tokens[next].FoldedLength == 2 && call.Folded(next) is not ("do" or "de" or "da" or "la" or "ma" or "lo")))
                ? next : chain.Last;
    }

    /// <summary>"guy roy": a first name that is a word for any man, with no article before it.</summary>
    public static int OverGuy(TokenisedCall call, in NameLine line, int first) =>
        first > line.Start && call.Folded(first - 1) is "guy" && (first - 1 == line.Start || !(call.Folded(first - 2) is "the" or "that" or "this" or "some" or "your" or "our" or "other" or "another" or "nice" or "young" or "old" or "one" or "delivery" or "lovely" or "same"
            || (call.Folded(first - 2) is "a" && !call.Tokens[first].Is(NameTraits.Surname)))) ? first - 1 : first;

    private static bool EndsName(TokenisedCall call, int next) =>
        next >= call.Tokens.Length || call.Tokens[next].Is(TokenShape.LineStart) || call.Tokens[next].Kind is not TokenKind.Word || call.Tokens[next].Is(WordTraits.Number | WordTraits.Plus)
        || call.Folded(next) is "and" or "but" or "speaking" or "here" or "phone" or "email" or "plate" or "please" or "with" or "at" or "from" or "my" or "date" or "the" or "on" or "or" or "who" or "is" or "was";

    private static bool BelongsToNoun(ReadOnlySpan<char> word) =>
        word is "your" or "the" or "a" or "an" or "my" or "our" or "this" or "new" or "lovely" or "nice" or "great" or "good" or "peaceful" or "wonderful" or "pleasant" or "happy" or "brilliant" or "fantastic" or "first" or "next" or "old";

    private static bool AreOrdinary(TokenisedCall call, in NameLine line, in NameChain chain)
    {
        // "rajesh" / "hill" are two chains where the surname is a word of streets too; "coach day", "the driver king".
        if (chain.First > line.Start && (call.Tokens[chain.First - 1].Is(NameTraits.GivenName | NameTraits.Role | NameTraits.Kin) || call.Folded(chain.First - 1) is "driver"))
        {
            return false;
        }

        for (var i = 0; i < chain.Count; i++)
        {
            if (!chain.Parts[i].Has(NamePart.Ambiguous) || !OrdinaryWords.Holds(call.Folded(chain.Tokens[i])))
            {
                return false;
            }
        }

        return chain.Count > 0;
    }

    // "okay will do", "nobody will come", "my husband will collect it": a verb.
    private static bool IsAuxiliary(TokenisedCall call, in NameLine line, in NameChain chain) =>
        call.Folded(chain.First) is "will" && chain.Last + 1 < call.Tokens.Length && !call.Tokens[chain.Last + 1].Is(TokenShape.LineStart)
        && (IsBareVerb(call.Folded(chain.Last + 1)) || (chain.First > line.Start && chain.Before is NameCue.None && call.Tokens[chain.First - 1].Kind is TokenKind.Word
            && !call.Tokens[chain.First - 1].Is(NameTraits.SpeechVerb) && !call.Tokens[chain.First - 1].Is(NameTraits.NeverName) && !call.Tokens[chain.Last + 1].Is(NameTraits.SpeechVerb)));

    // "the nurse will ring you": the verb is a surname too.
    private static bool IsWillAndVerb(TokenisedCall call, in NameLine line, in NameChain chain) =>
        chain.Count == 2 && chain.First > line.Start && call.Folded(chain.First) is "will" && IsBareVerb(call.Folded(chain.Tokens[1])) && !chain.Before.Has(NameCue.Follows) && !chain.Context.Has(NameContext.Asked | NameContext.Title)
        && chain.Last + 1 < call.Tokens.Length && !call.Tokens[chain.Last + 1].Is(TokenShape.LineStart) && call.Folded(chain.Last + 1) is "you" or "me" or "us" or "him" or "her" or "them" or "it" or "back";

    // "the doctor will see you now".
    private static bool IsDoctorWho(TokenisedCall call, in NameLine line, in NameChain chain) =>
        call.Folded(chain.First) is "will" && chain.First - 2 >= line.Start && call.Folded(chain.First - 1) is "doctor" && call.Folded(chain.First - 2) is "the" or "your" or "a" or "our"
        && chain.Last + 1 < call.Tokens.Length && IsBareVerb(call.Folded(chain.Last + 1));

    /// <summary>"my aunt elizabeth mcdonald will be calling".</summary>
    public static bool IsWillOfVerb(TokenisedCall call, int index) =>
        call.Folded(index) is "will" && index + 1 < call.Tokens.Length && !call.Tokens[index + 1].Is(TokenShape.LineStart) && IsBareVerb(call.Folded(index + 1));

    private static bool IsBareVerb(ReadOnlySpan<char> word) =>
        word is "do" or "be" or "have" or "not" or "see" or "come" or "get" or "go" or "take" or "need" or "send" or "let" or "make" or "never" or "also" or "always" or "still" or "only" or "definitely" or "probably"
            or "try" or "pay" or "help" or "work" or "ring" or "give" or "put" or "throw" or "love" or "keep" or "wait" or "look" or "bring" or "arrive" or "collect" or "receive" or "cost" or "change" or "expire";

    // "mark the date", "rob me blind", "grant it to".
    private static bool IsVerb(TokenisedCall call, in NameLine line, in NameChain chain) =>
        chain.Parts[0].Has(NamePart.Ambiguous | NamePart.Given) && !chain.Before.Has(NameCue.MayFollow) && chain.Last + 1 < call.Tokens.Length && !call.Tokens[chain.Last + 1].Is(TokenShape.LineStart)
        && call.Folded(chain.First) is "mark" or "bill" or "grant" or "chase" or "sue" or "rob" or "pat" or "drew" or "jack" or "nick" or "skip" or "josh" or "peg" or "pierce" or "hope" or "grace" or "miles"
        && (chain.First == line.Start || call.Tokens[chain.First - 1].Is(NameTraits.NeverName) || call.Tokens[chain.First - 1].Is(WordTraits.FunctionWord | WordTraits.Filler))
        && call.Folded(chain.Last + 1) is "me" or "you" or "us" or "him" or "them" or "it" or "a" or "an" or "the" or "my" or "your" or "his" or "her" or "this" or "that" or "those" or "these" or "on" or "up" or "down" or "so" or "not" or "access" or "out";

    // "saint patrick's weekend", "saint thomas' hospital": a day or a house.
    private static bool IsSaint(TokenisedCall call, in NameLine line, in NameChain chain) =>
        chain.First > line.Start && call.Folded(chain.First - 1) is "saint" or "st" or "santa" && (call.IsSign(chain.Last + 1, '\'') || call.Folded(chain.First) is [.., 's']);

    // "the hugo table", "is the emma mattress": people take no article before their name alone.
    private static bool IsProduct(TokenisedCall call, in NameLine line, in NameChain chain) =>
        chain.First > line.Start && call.Folded(chain.First - 1) is "the" or "a" or "an" && !chain.Context.Has(NameContext.SpeechVerb) && !chain.After.Has(NameCue.Precedes)
        && chain.Last + 1 < call.Tokens.Length && !call.Tokens[chain.Last + 1].Is(TokenShape.LineStart) && call.Tokens[chain.Last + 1].Kind is TokenKind.Word
        && !call.Tokens[chain.Last + 1].Is(NameTraits.NeverName | NameTraits.GivenName | NameTraits.Surname | NameTraits.SpeechVerb | NameTraits.Role) && !call.Tokens[chain.Last + 1].Is(WordTraits.FunctionWord | WordTraits.Filler)
        && (call.Tokens[chain.Last + 1].Is(NameTraits.EnglishWord) || WordGraph.English.Contains(call.Folded(chain.Last + 1)))
        && call.Folded(chain.Last + 1) is not ("family" or "residence" or "account" or "party" or "wedding" or "appointment" or "booking" or "reservation" or "lady" or "guy" or "woman" or "girl" or "boy" or "bloke" or "household" or "case" or "file" or "order" or "something");

    // "a client in ireland", "from chicago and phoenix", "our galway store".
    private static bool IsTown(TokenisedCall call, in NameLine line, in NameChain chain)
    {
        if (chain.First > line.Start && call.Folded(chain.First - 1) is "our" or "the" or "your" or "a" && chain.Last + 1 < call.Tokens.Length && !call.Tokens[chain.Last + 1].Is(TokenShape.LineStart) && IsPremises(call.Folded(chain.Last + 1)))
        {
            return true;
        }

        if (!chain.Parts[0].Has(NamePart.Place) && !call.Tokens[chain.First].Is(NameTraits.Place))
        {
            return !chain.Parts[0].Has(NamePart.Given) && chain.First - 2 >= line.Start && call.Folded(chain.First - 1) is "to" or "from" && IsVehicle(call.Folded(chain.First - 2));
        }

        if (chain.Last + 1 < call.Tokens.Length && !call.Tokens[chain.Last + 1].Is(TokenShape.LineStart) && IsPremises(call.Folded(chain.Last + 1)))
        {
            return true;
        }

        // "columbus to cleveland".
        if (chain.Last + 2 < call.Tokens.Length && call.Folded(chain.Last + 1) is "to" or "via" && call.Tokens[chain.Last + 2].Is(NameTraits.Place) && !call.Tokens[chain.Last + 2].Is(TokenShape.LineStart) && !call.Tokens[chain.Last + 1].Is(TokenShape.LineStart))
        {
            return true;
        }

        if (chain.First == line.Start)
        {
            return false;
        }

        var before = call.Folded(chain.First - 1);
        return before is "in" or "near" or "through" or "via" or "around" or "outside" or "across" or "between"
            || (before is "and" or "or" or "to" && chain.First - 2 >= line.Start && call.Tokens[chain.First - 2].Is(NameTraits.Place))
            || (before is "to" or "from" && chain.First - 2 >= line.Start && IsMovement(call.Folded(chain.First - 2)));
    }

    private static bool IsPremises(ReadOnlySpan<char> word) =>
        word is "store" or "stores" or "branch" or "branches" or "office" or "offices" or "airport" or "area" or "depot" or "warehouse" or "shop" or "shops" or "site" or "location" or "campus" or "clinic" or "factory" or "station"
            or "region" or "market" or "centre" or "center" or "hotel" or "showroom" or "hub" or "postcode" or "accent" or "flight" or "train" or "bus" or "route";

    private static bool IsVehicle(ReadOnlySpan<char> word) => word is "ferry" or "train" or "trains" or "bus" or "coach" or "flight" or "flights" or "drive" or "miles" or "road" or "motorway" or "tram" or "shuttle" or "taxi" or "cab" or "uber" or "transfer";

    private static bool IsMovement(ReadOnlySpan<char> word) =>
        word is "ship" or "shipping" or "shipped" or "deliver" or "delivering" or "delivery" or "delivered" or "drove" or "drive" or "driving" or "flew" or "fly" or "flying" or "flight" or "flights" or "train" or "bus" or "coach" or "moving" or "moved" or "move"
            or "trip" or "road" or "way" or "travel" or "travelling" or "traveling" or "going" or "back" or "went" or "ferry" or "miles" or "commute" or "relocating" or "courier" or "ticket" or "tickets";
}
