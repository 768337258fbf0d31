using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Reads neighbouring words that may be one name: given name, patronymic, surname, initials, particles between them.</summary>
internal readonly ref struct ReadNameChain(TokenisedCall call, bool cased, bool invited = false)
{
    private readonly ReadOnlySpan<Token> tokens = call.Tokens;
    private readonly float shapeWanted = invited ? NameShape.Invited : NameShape.Bare;

    /// <summary>A small word of English that begins neither a name nor a phrase, whatever stands beside it: most of them.</summary>
    public static bool IsPlain(in Token token) =>
        (token.Shape & (TokenShape.Latin | TokenShape.Capital)) == TokenShape.Latin && token.Word != 0
        && !token.Is(NameTraits.CueStart | NameTraits.GivenName | NameTraits.Patronymic | NameTraits.Surname | NameTraits.Particle);

    /// <summary>True when a name may begin at the token though nothing announced one.</summary>
    public bool MayBegin(int index)
    {
        ref readonly var token = ref tokens[index];
        return token.Is(NameTraits.GivenName | NameTraits.Patronymic | NameTraits.Surname | NameTraits.Particle)
            || token.Is(TokenShape.Capital)
            || BeginsWithSurname(index)
            || (token.Is(TokenShape.Cyrillic) && token.FoldedLength >= 5 && !token.Is(NameTraits.NeverName | NameTraits.RussianWord) && MayBeSurname(index))
            || (!cased && IsUnknown(index));
    }

    /// <summary>True when a digit stands right beside the word, or an underscore beside capitals: no name, whatever else.</summary>
    public bool IsPartOfCode(int index) =>
        (tokens[index].Is(TokenShape.AllCapitals) && ((call.IsSign(index - 1, '_') && call.IsGlued(index)) || (call.IsSign(index + 1, '_') && call.IsGlued(index + 1))))
        || (index > 0 && tokens[index - 1].Kind is TokenKind.Number && call.IsGlued(index))
        || (index + 1 < tokens.Length && tokens[index + 1].Kind is TokenKind.Number && call.IsGlued(index + 1));

    public void Read(ref NameChain chain, int first, bool expected)
    {
        for (var i = first; i < tokens.Length && chain.Count < NameChain.Longest; i++)
        {
            if (i > first && tokens[i].Is(TokenShape.LineStart))
            {
                break;
            }

            var part = chain.Count > 0 && !cased && EnglishTalk.IsWillOfVerb(call, i) ? NamePart.None : PartAt(i);
            if (part == NamePart.None && expected && chain.Count == 0 && IsWordAfterTitle(i))
            {
                part = NamePart.Surname | NamePart.Ambiguous;
            }

            if (part == NamePart.None && PassJoint(chain, i) is var joined and >= 0)
            {
                i = joined;
                part = PartAt(i);
            }

            if (part == NamePart.None && chain.Count == 0 && BeginsWithSurname(i))
            {
                part = NamePart.Likely | NamePart.Ambiguous;
            }

            if (part == NamePart.None && expected && chain.Count == 0 && IsFirstOfAnswer(i))
            {
                part = NamePart.Given | NamePart.Ambiguous;
            }

            if (part == NamePart.None && (IsWordSurname(chain, i) || IsSyllable(chain, i)))
            {
                part = NamePart.Unknown | NamePart.Capital;
            }

            if (part == NamePart.None && expected && IsLastOfAnswer(chain, i))
            {
                part = NamePart.Surname | NamePart.Ambiguous;
            }

            if (part == NamePart.None || !Fits(chain, part, i, expected))
            {
                break;
            }

            chain.Add(i, part);
        }
    }

    // "чернецов эрнест подписал": at the beginning of a line, before a given name, a word that ends like a surname is one.
    private bool BeginsWithSurname(int index) =>
        tokens[index].Is(TokenShape.LineStart) && tokens[index].Is(TokenShape.Cyrillic) && tokens[index].FoldedLength >= 5 && index + 1 < tokens.Length
        && !tokens[index].Is(NameTraits.NeverName | NameTraits.CueStart) && tokens[index + 1].Is(NameTraits.GivenName) && !tokens[index + 1].Is(NameTraits.RussianWord) && !tokens[index + 1].Is(TokenShape.LineStart)
        && RussianSurname.IsTypical(call.Folded(index));

    // In small letters a word of no dictionary may be a name: the tagger decides.
    private bool IsUnknown(int index)
    {
        ref readonly var token = ref tokens[index];
        return token.Word == 0 && token.FoldedLength >= (token.Is(TokenShape.Arabic) ? 3 : 4) && !token.Is(NameTraits.Place | NameTraits.EnglishWord | NameTraits.RussianWord)
            && ((token.Is(TokenShape.Latin) && call.Language is "en") || (token.Is(TokenShape.Cyrillic) && call.Language is "ru") || HasArabicShape(index));
    }

    // Arabic has no dictionary that would make a word rare, but a model of how its names are spelled.
    private bool HasArabicShape(int index)
    {
        ref readonly var token = ref tokens[index];
        return token.Is(TokenShape.Arabic) && token.Word == 0 && !token.Is(NameTraits.ArabicWord | NameTraits.Place) && call.Language is "ar"
            && !ArabicWords.IsInflected(call.Folded(index)) && (invited || !ArabicWords.IsVerb(call.Folded(index))) && call.Shapes.Of(call.Folded(index)) > shapeWanted;
    }

    // "nkechi obiora": two words of no dictionary in a row, in small letters, are a name more often than anything else.
    private bool AreUnknown(in NameChain chain, int index) =>
        !cased && chain.Count < 3 && call.Language is "en" && tokens[index].Is(TokenShape.Latin) && index == chain.Last + 1 && IsUnknown(index)
        && chain.Parts[chain.Count - 1].Has(NamePart.Unknown);

    private bool MayBeSurname(int index)
    {
        var folded = call.Folded(index);
        return RussianSurname.IsStrong(folded) || RussianSurname.IsTypical(folded) || RussianSurname.IsPatronymic(folded);
    }

    // A phrase in the middle of a chain ends it: "анна спасибо".
    private NamePart PartAt(int index) =>
        index < tokens.Length
        && !(tokens[index].Is(NameTraits.CueStart) && !tokens[index].Is(NameTraits.GivenName | NameTraits.Surname) && !(cased && tokens[index].FoldedLength == 1))
            ? ReadNamePart.At(call, index, cased)
            : NamePart.None;

    // "Александр Брод": after a given name a word with a capital is a surname, whatever it means.
    private bool IsWordSurname(in NameChain chain, int index) =>
        chain.Count is 1 or 2 && cased && index < tokens.Length && tokens[index].Kind is TokenKind.Word && tokens[index].Is(TokenShape.Capital)
        && !tokens[index].Is(TokenShape.AllCapitals | TokenShape.SentenceStart) && tokens[index].FoldedLength > 2
        && !tokens[index].Is(NameTraits.NeverName | NameTraits.OrgWord | NameTraits.Street | NameTraits.Title | NameTraits.CueStart)
        && chain.Parts[chain.Count - 1].Has(NamePart.Given | NamePart.Initial) && chain.Parts[0].Has(NamePart.Given) && chain.Parts[0].Has(NamePart.Capital)
        && (!chain.Parts[chain.Count - 1].Has(NamePart.Ambiguous) || (tokens[index].Is(TokenShape.Cyrillic) && !chain.Parts[chain.Count - 1].Has(NamePart.AtStart)));

    // "mrs dang", "doctor love"; "last name" / "le".
    private bool IsWordAfterTitle(int index) =>
        !cased && index > 0 && tokens[index].Is(TokenShape.Latin) && call.Language is "en" && WordSurnames.Holds(call.Folded(index))
        && ((tokens[index].Is(TokenShape.LineStart) && (index + 1 == tokens.Length || tokens[index + 1].Is(TokenShape.LineStart)) && call.Folded(index - 1) is "name" or "surname")
            || (!tokens[index].Is(TokenShape.LineStart) && call.Folded(index - 1) is "mr" or "mrs" or "ms" or "miss" or "mister" or "doctor" or "dr"));

    // "the name's morag novak": a word of any kind before a surname or a name of no list, where a name was announced.
    private bool IsFirstOfAnswer(int index) =>
        !cased && tokens[index].Is(TokenShape.Latin) && call.Language is "en" && tokens[index].FoldedLength >= 3 && index + 1 < tokens.Length && !tokens[index + 1].Is(TokenShape.LineStart)
        && !tokens[index].Is(NameTraits.NeverName | NameTraits.Title | NameTraits.CueStart | NameTraits.Role | NameTraits.Kin | NameTraits.OrgWord | NameTraits.Particle)
        && !tokens[index].Is(WordTraits.FunctionWord | WordTraits.Filler | WordTraits.Correction | WordTraits.Number | WordTraits.LetterName)
        && PartAt(index + 1) is var next && next.Has(NamePart.Surname | NamePart.Given | NamePart.Unknown) && !next.Has(NamePart.Ambiguous);

    // "full name" / "harmony quill": a given name and one more word are all that the line says, so the word is a surname.
    private bool IsLastOfAnswer(in NameChain chain, int index) =>
        !cased && chain.Count == 1 && chain.Parts[0].Has(NamePart.Given) && tokens[chain.First].Is(TokenShape.LineStart) && tokens[index].Kind is TokenKind.Word && tokens[index].Is(TokenShape.Latin)
        && index == chain.Last + 1 && tokens[index].FoldedLength >= 3 && (index + 1 == tokens.Length || tokens[index + 1].Is(TokenShape.LineStart))
        && !tokens[index].Is(NameTraits.NeverName | NameTraits.OrgWord | NameTraits.Title | NameTraits.CueStart | NameTraits.Street)
        && !tokens[index].Is(WordTraits.FunctionWord | WordTraits.Filler | WordTraits.Number | WordTraits.Month | WordTraits.Unit | WordTraits.Correction);

    // "Ли Со Ён", "Аун Сан Су Чжи": short words with capitals, one after the other.
    private bool IsSyllable(in NameChain chain, int index) =>
        chain.Count is >= 1 and <= 4 && cased && IsShortCapital(index) && chain.Parts[chain.Count - 1].Has(NamePart.Capital)
        && tokens[chain.Tokens[chain.Count - 1]].FoldedLength <= 5 && !chain.Parts[chain.Count - 1].Has(NamePart.Initial);

    private bool IsShortCapital(int index) =>
        index < tokens.Length && tokens[index].Is(TokenShape.Cyrillic) && tokens[index].Is(TokenShape.Capital) && !tokens[index].Is(TokenShape.AllCapitals | TokenShape.SentenceStart)
        && tokens[index].FoldedLength is >= 2 and <= 5 && !tokens[index].Is(NameTraits.OrgWord | NameTraits.Street | NameTraits.Place | NameTraits.Title);

    // Index of the next part when a hyphen, an apostrophe, a full stop after an initial, or particles stand between; else -1.
    private int PassJoint(in NameChain chain, int index) =>
        tokens[index].Kind is TokenKind.Sign ? PassSign(chain, index)
        : chain.Count > 0 && tokens[index].Is(WordTraits.Dash) ? PassSpokenDash(chain, index)
        : IsMiddleInitial(chain, index) ? PassInitial(index)
        : IsSaint(chain, index) ? index + 1
        : PassParticles(index);

    private int PassSign(in NameChain chain, int index)
    {
        var sign = call.Folded(index)[0];
        var glued = call.IsGlued(index) && index + 1 < tokens.Length && call.IsGlued(index + 1);
        return chain.Count > 0 && index + 1 < tokens.Length
            && ((sign is '-' && glued) || (sign is '\'' && glued && tokens[index + 1].FoldedLength > 2)
                || (sign is '.' && chain.Parts[chain.Count - 1].Has(NamePart.Initial)))
            && !tokens[index + 1].Is(TokenShape.LineStart)
            ? index + 1 : -1;
    }

    // "fitzgerald hyphen moss", "мамин дефис сибиряк".
    private int PassSpokenDash(in NameChain chain, int index) =>
        index + 1 < tokens.Length && !tokens[index + 1].Is(TokenShape.LineStart)
        && (chain.Parts[chain.Count - 1] & (NamePart.Surname | NamePart.Given | NamePart.Likely)) != NamePart.None
        && (PartAt(index + 1) & (NamePart.Surname | NamePart.Given | NamePart.Likely)) != NamePart.None ? index + 1 : -1;

    // "benjamin a seiler", in small letters.
    private bool IsMiddleInitial(in NameChain chain, int index) =>
        !cased && chain.Count == 1 && chain.Parts[0].Has(NamePart.Given) && !chain.Parts[0].Has(NamePart.Ambiguous) && tokens[index].FoldedLength == 1
        && tokens[index].Is(TokenShape.Latin) && index + 2 < tokens.Length;

    // "siobhan st john".
    private bool IsSaint(in NameChain chain, int index) =>
        chain.Count > 0 && call.Folded(index) is "st" or "saint" && chain.Parts[chain.Count - 1].Has(NamePart.Given) && index + 1 < tokens.Length
        && tokens[index + 1].Is(NameTraits.GivenName) && !tokens[index + 1].Is(TokenShape.LineStart);

    private int PassInitial(int index)
    {
        var next = call.IsSign(index + 1, '.') ? index + 2 : index + 1;
        return !tokens[next].Is(TokenShape.LineStart) && PartAt(next).Has(NamePart.Surname | NamePart.Unknown) && call.Folded(index) is not "i" ? next : -1;
    }

    private int PassParticles(int index)
    {
        var at = index;
        while (at < tokens.Length && at - index < 3 && tokens[at].Is(NameTraits.Particle) && !(at > index && tokens[at].Is(TokenShape.LineStart)))
        {
            at += at + 1 < tokens.Length && (call.IsSign(at + 1, '-') || call.IsSign(at + 1, '\'')) && call.IsGlued(at + 1) ? 2 : 1;
        }

        return at > index && at < tokens.Length ? at : -1;
    }

    /// <summary>"ابو", "ام": father or mother of somebody.</summary>
    public bool IsParent(int index) => call.Folded(index) is "ابو" or "ام" or "ابي" or "بو";

    private bool Fits(in NameChain chain, NamePart part, int index, bool expected)
    {
        var doubtful = part.Has(NamePart.Ambiguous) || part.Has(NamePart.Unknown | NamePart.Likely);
        var capital = part.Has(NamePart.Capital);
        var arabic = tokens[index].Is(TokenShape.Arabic);
        if (chain.Count == 0)
        {
            return !doubtful || capital || (!cased && !arabic) || expected || part.Has(NamePart.Any & ~NamePart.Unknown) || HasArabicShape(index);
        }

        if (tokens[index].Is(NameTraits.OrgWord | NameTraits.Street))
        {
            return false;
        }

        var previous = chain.Parts[chain.Count - 1];
        if ((previous | part).Has(NamePart.Small) && (previous ^ part).Has(NamePart.Small | NamePart.Capital))
        {
            return !part.Has(NamePart.Small) && previous.Has(NamePart.Given) && part.Has(NamePart.Surname | NamePart.Likely);
        }

        if (arabic && part.Has(NamePart.Unknown) && previous.Has(NamePart.Unknown))
        {
            return expected && chain.Count == 1 && (index + 1 == tokens.Length || tokens[index + 1].Is(TokenShape.LineStart));
        }

        return !doubtful || capital || expected || (arabic && IsParent(index - 1)) || AreUnknown(chain, index)
            || (part.Has(NamePart.Surname | NamePart.Likely) && previous.Has(NamePart.Given | NamePart.Patronymic))
            || (arabic && part.Has(NamePart.Given | NamePart.Likely))
            || (part.Has(NamePart.Unknown) && !previous.Has(NamePart.Ambiguous) && !arabic && previous.Has(NamePart.Given | NamePart.Patronymic))
            || (part.Has(NamePart.Given) && (previous.Has(NamePart.Surname | NamePart.Likely) || PartAt(index + 1).Has(NamePart.Patronymic)));
    }
}
