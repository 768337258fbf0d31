using System.Runtime.CompilerServices;
using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Sees every chain with its features and the score of the rules; for training.</summary>
internal delegate void ChainObserver(int first, int last, int[] features, float score);

/// <summary>One pass over a call that finds names, and a second that finds again the surnames met in the first.</summary>
internal ref struct FindNames
{
    private const string Rule = "person";
    private const int ArticleReach = 3;

    /// <summary>Margin of the tagger from which a Russian word of no list is a name where its line begins: "кофемашина" stays below it.</summary>
    private const float SureOfBareWord = 4.5f;

    /// <summary>The same for an Arabic word of no list.</summary>
    private const float SureOfBareArabic = 4f;

    private readonly TokenisedCall call;
    private readonly CandidateList found;
    private readonly ChainObserver? observe;
    private readonly NameTagger tagger;
    private readonly ReadOnlySpan<Token> tokens;
    private readonly int foundBefore;
    private readonly Rereading again;
    private NameLine line;
    private RememberedNames remembered;
    private bool isNewLine;

    public FindNames(TokenisedCall call, CandidateList found, NameCues cues, Span<int> places, ChainObserver? observe = null, NameTagger? tagger = null)
    {
        this.observe = observe;
        this.tagger = tagger ?? NameTagger.Shipped;
        this.call = call;
        this.found = found;
        tokens = call.Tokens;
        again = call.Again;
        foundBefore = found.Count;
        line = new NameLine(call, cues);
        remembered = new RememberedNames(call, places);
    }

    public void Run()
    {
        for (var i = 0; i < tokens.Length; i = isNewLine ? i + 1 : again.NextForNames(i + 1, tokens.Length))
        {
            if (tokens[i].Is(TokenShape.LineStart))
            {
                line.Begin(i);
                isNewLine = again.ChangesNames(i, line.Cased, line.Asked);
            }

            if (tokens[i].Kind is not TokenKind.Word)
            {
                line.PassValue(i);
                continue;
            }

            if (ReadNameChain.IsPlain(tokens[i]) && !line.Expects(i))
            {
                again.KeepChain(i, 0);
                continue;
            }

            i = tokens[i].Is(NameTraits.CueStart) && TakeCue(i, out var last) ? last : TryChain(i);
        }

        FindAgain();
    }

    private bool TakeCue(int index, out int last)
    {
        if (again.KnowsCue(index, out var cue, out last))
        {
            return cue is not NameCue.None && line.Take(cue, index, last);
        }

        var isCue = line.TakeCue(index, out last);
        again.KeepCue(index, isCue ? line.Cue : NameCue.None, last);
        return isCue;
    }

    // Index of the last token that was dealt with.
    private int TryChain(int first)
    {
        if (!isNewLine && again.KnownChain(first) is var known and >= 0)
        {
            return first + known;
        }

        var reader = new ReadNameChain(call, line.Cased, line.Invites(first));
        if (!(reader.MayBegin(first) || line.Expects(first)) || reader.IsPartOfCode(first))
        {
            again.KeepChain(first, 0);
            return first;
        }

        var count = found.Count;
        var last = ReadChain(reader, first, out var isThing);
        again.KeepChain(first, isThing || found.Count > count ? -1 : last - first);
        return last;
    }

    // Apart from the words that begin no chain: a chain is large, and they are many.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadChain(in ReadNameChain reader, int first, out bool isThing)
    {
        isThing = false;
        var chain = new NameChain { First = first, Before = line.CueBefore(first), Context = line.ContextBefore(first) };
        reader.Read(ref chain, first, tokens[first].Is(TokenShape.Arabic) ? chain.Before.Has(NameCue.Follows) : line.Expects(first));
        if (!chain.Has(NamePart.Any & ~NamePart.Initial))
        {
            return first;
        }

        line.ReadAfter(ref chain);
        if (IsCompany(chain) && !remembered.IsThing(chain))
        {
            remembered.AddThing(chain);
            isThing = true;
        }

        if (Judge(chain) is var score and >= JudgeName.Accepted)
        {
            Accept(chain, score);
        }
        else if ((chain.Before | chain.After).Has(NameCue.NotPerson) || remembered.IsThing(chain))
        {
            remembered.AddThing(chain);
            isThing = true;
        }

        return chain.Last;
    }

    // The rules decide what is clear; in between the tagger does.
    private readonly float Judge(in NameChain chain)
    {
        var score = JudgeName.Score(chain) - (IsForeignWord(chain) ? 0.4f : 0) - (!remembered.IsThing(chain) ? 0 : line.Cased || chain.Before.Has(NameCue.MayFollow) ? 0.5f : 1.2f) + (IsWrittenRussian(chain) ? 0.25f : 0) + (IsKunya(chain) ? 0.45f : 0) - (IsVerb(chain) ? 0.5f : 0) - (IsThingOfAnArticle(chain) || IsAdjective(chain) ? 0.5f : 0) - (IsGenitivePlural(chain) || RussianThing.Is(call, chain, line.Start) ? 1f : 0) - (!line.Cased && tokens[chain.First].Is(TokenShape.Latin) ? EnglishTalk.Against(call, line, chain) : 0) - (IsNameOfHouse(chain) ? 0.4f : 0) - (IsOrdinaryArabic(chain) ? 0.6f : 0) - (IsFirm(chain) ? 1.6f : 0);
        Span<int> buffer = stackalloc int[NameFeatures.Most];
        if (observe is not null)
        {
            observe(chain.Tokens[0], chain.Last, NameFeatures.Of(call, chain, line.Cased, score, buffer).ToArray(), score);
            return score;
        }

        if (score < JudgeName.Hopeless || score > JudgeName.Clear || IsBareWord(chain))
        {
            return score;
        }

        var margin = tagger.Margin(NameFeatures.Of(call, chain, line.Cased, score, buffer));
        return margin < (tokens[chain.First].Is(TokenShape.Cyrillic) ? SureOfBareWord : SureOfBareArabic) && !line.Cased && JudgeName.IsBareWord(chain, cased: false) ? score
            : JudgeName.Combined(score, margin, line.Cased, call.Language);
    }

    // Arabic has no dictionary that would make a word rare. In Russian a name opens its line, "нелля может согласовать", where a rare
    // word seldom stands, and has neither the ending of a verb nor that of an adverb.
    private readonly bool IsBareWord(in NameChain chain) =>
        JudgeName.IsBareWord(chain, line.Cased)
        && (tokens[chain.First].Is(TokenShape.Latin)
            || (tokens[chain.First].Is(TokenShape.Cyrillic) && (!IsOpening(chain.First) || RussianSurname.EndsLikeWord(call.Folded(chain.First)))));

    private readonly bool IsOpening(int index) =>
        index == line.Start || (index == line.Start + 1 && call.Folded(line.Start) is "а" or "ну" or "и" or "вот" or "слушайте" or "слушай");

    // The spelling dictionary knows so many Russian words that a capital on another one says much.
    private readonly bool IsWrittenRussian(in NameChain chain) => chain.Parts[0].Has(NamePart.Capital) && tokens[chain.Tokens[0]].Is(TokenShape.Cyrillic);

    // "نازل مطر قوي", "بطاقة عيد": a name that is an ordinary word, where nothing announces, asks for or answers one.
    private readonly bool IsOrdinaryArabic(in NameChain chain) =>
        tokens[chain.First].Is(TokenShape.Arabic) && chain.Count == 1 && ArabicWords.IsOrdinary(call.Folded(chain.First)) && JudgeName.IsUnannounced(chain);

    // "ابو خالد", "ام يوسف": father or mother of somebody is a name of its own.
    private readonly bool IsKunya(in NameChain chain)
    {
        var first = chain.Tokens[0];
        var reader = new ReadNameChain(call, line.Cased);
        return tokens[first].Is(TokenShape.Arabic)
            && ((chain.Count > 1 && reader.IsParent(first)) || (chain.Parts[0].Has(NamePart.Given) && first > line.Start && reader.IsParent(first - 1)));
    }

    // "thank you for calling Woodgrove", "Woodgrove IT Helpdesk": a word of no list that the agent answers for.
    private readonly bool IsCompany(in NameChain chain)
    {
        if (!tokens[chain.First].Is(TokenShape.Latin) || chain.Has(NamePart.Given | NamePart.Initial) || chain.Before.Has(NameCue.Follows))
        {
            return false;
        }

        return (chain.First - 2 >= line.Start && call.Folded(chain.First - 1) is "calling" or "contacting" or "choosing" && call.Folded(chain.First - 2) is "for")
            || IsPartOfCompany(chain.Last + 1);
    }

    private readonly bool IsPartOfCompany(int index) =>
        index < tokens.Length && !tokens[index].Is(TokenShape.LineStart)
        && (call.Folded(index) is "helpdesk" or "support" or "customer" or "printer" or "scanner" || (tokens[index].Is(TokenShape.AllCapitals) && call.Folded(index) is "it"));

    // "Brookside Primary", "Sterling Home Insurance": a trade with a capital behind the word.
    private readonly bool IsFirm(in NameChain chain) =>
        chain.Count == 1 && line.Cased && tokens[chain.First].Is(TokenShape.Latin) && !chain.Before.Has(NameCue.Follows) && !chain.Context.Has(NameContext.Title | NameContext.Asked)
        && (IsTrade(chain.Last + 1) || (IsWrittenLarge(chain.Last + 1) && IsTrade(chain.Last + 2)));

    private readonly bool IsTrade(int index) =>
        IsWrittenLarge(index) && call.Folded(index) is "insurance" or "primary" or "school" or "academy" or "college" or "veterinary" or "vets" or "clinic" or "surgery" or "dental" or "motors" or "lettings" or "pharmacy" or "plumbing" or "electrical" or "logistics" or "energy" or "broadband" or "bakery";

    private readonly bool IsWrittenLarge(int index) => index < tokens.Length && tokens[index].Is(TokenShape.Capital | TokenShape.AllCapitals) && !tokens[index].Is(TokenShape.LineStart);

    // "Will that help?", "May I": where a sentence begins the capital says nothing, and a pronoun follows verbs.
    private readonly bool IsVerb(in NameChain chain) =>
        chain.Count == 1 && line.Cased && chain.Parts[0].Has(NamePart.Ambiguous) && chain.Parts[0].Has(NamePart.AtStart) && !chain.Before.Has(NameCue.Follows) && chain.Last + 1 < tokens.Length
        && !tokens[chain.Last + 1].Is(TokenShape.LineStart)
        && call.Folded(chain.Last + 1) is "i" or "you" or "he" or "she" or "it" or "we" or "they" or "this" or "that" or "these" or "those" or "the" or "there" or "my" or "your" or "our" or "any" or "me" or "us" or "him" or "them";

    // "on the startup tab", "your monthly power bill": words that are also names, with an article close before them, are words.
    private readonly bool IsThingOfAnArticle(in NameChain chain)
    {
        if (line.Cased || !chain.AreAll(NamePart.Ambiguous) || !tokens[chain.First].Is(TokenShape.Latin) || chain.Before.Has(NameCue.Follows) || chain.Context.Has(NameContext.Title | NameContext.Asked))
        {
            return false;
        }

        for (var i = chain.First - 1; i >= line.Start && i >= chain.First - ArticleReach && !tokens[i].Is(NameTraits.GivenName); i--)
        {
            if (call.Folded(i) is "the" or "a" or "an" or "your" or "any" or "every" or "some" or "no" or "each" or "which" || (i == chain.First - 1 && call.Folded(i) is "this" or "these" or "those"))
            {
                return true;
            }
        }

        return false;
    }

    // "обещали тихий номер", "на новую машину": a word that is a surname too, before a noun that it agrees with.
    private readonly bool IsAdjective(in NameChain chain) =>
        chain.Count == 1 && !line.Cased && chain.Parts[0].Has(NamePart.Ambiguous | NamePart.Likely) && !chain.Parts[0].Has(NamePart.Given) && !chain.Before.Has(NameCue.Follows)
        && !chain.Context.Has(NameContext.Title | NameContext.Known) && !(chain.Context.Has(NameContext.Asked) && chain.First - line.Start <= 2)
        && chain.Last + 1 < tokens.Length && !tokens[chain.Last + 1].Is(TokenShape.LineStart) && tokens[chain.Last + 1].Kind is TokenKind.Word
        && !tokens[chain.Last + 1].Is(NameTraits.NeverName | NameTraits.GivenName | NameTraits.Patronymic | NameTraits.SpeechVerb)
        && RussianSurname.AgreesWith(call.Folded(chain.First), call.Folded(chain.Last + 1));

    // "клиника бурденко", "театр вахтангова": after a house of the public a surname alone is its name.
    private readonly bool IsNameOfHouse(in NameChain chain) =>
        !line.Cased && tokens[chain.First].Is(TokenShape.Cyrillic) && chain.Before.Has(NameCue.NotPerson) && chain.Count == 1
        && !chain.Has(NamePart.Given | NamePart.Patronymic) && !chain.Context.Has(NameContext.Asked | NameContext.Title | NameContext.SpeechVerb) && !chain.After.Has(NameCue.Precedes);

    // "шестнадцать гигов", "а для платников": after a number or a preposition a surname would not stand in the nominative.
    private readonly bool IsGenitivePlural(in NameChain chain) =>
        chain.Count == 1 && !line.Cased && chain.First > line.Start && (chain.Parts[0] & (NamePart.Likely | NamePart.Surname | NamePart.Given)) == NamePart.Likely
        && call.Folded(chain.First) is [.., 'о' or 'е', 'в'] && !chain.Before.Has(NameCue.Follows) && !chain.Context.Has(NameContext.Asked | NameContext.Title)
        && (chain.Context.Has(NameContext.AfterNumber)
            || call.Folded(chain.First - 1) is "для" or "от" or "у" or "до" or "без" or "из" or "сколько" or "много" or "мало" or "несколько" or "там" or "всех" or "всяких" or "этих" or "ваших" or "наших" or "насчет" or "кроме" or "среди" or "против");

    // A Latin word in a Russian text is a brand, unless it is known as a name.
    private readonly bool IsForeignWord(in NameChain chain) =>
        tokens[chain.Tokens[0]].Is(TokenShape.Latin) && !chain.Has(NamePart.Given | NamePart.Surname)
        && ((chain.First > line.Start && tokens[chain.First - 1].Is(TokenShape.Cyrillic)) || (chain.Last + 1 < tokens.Length && tokens[chain.Last + 1].Is(TokenShape.Cyrillic)));

    private void Accept(in NameChain chain, float score)
    {
        var start = !line.Cased && tokens[chain.First].Is(TokenShape.Latin) ? EnglishTalk.NameStart(call, chain) : chain.Tokens[0];
        var first = OverContraction(OverParticles(OverInitials(start, chain)));
        var isSpokenEnglish = !line.Cased && tokens[chain.First].Is(TokenShape.Latin) && call.Language is "en";
        found.Add(isSpokenEnglish ? EnglishTalk.OverGuy(call, line, first) : first, isSpokenEnglish ? EnglishTalk.OverShortSurname(call, chain) : chain.Last, PersonalDataType.Person, Math.Clamp(score, 0.5f, 0.97f), Rule);
        line.Answered(chain.Before);
        if (start == chain.Tokens[0])
        {
            remembered.AddSurnames(chain);
        }
    }

    // "пал палыч", "сан саныч": a given name of which one syllable is left, before a patronymic said as quickly.
    private readonly int OverContraction(int first) =>
        first > line.Start && tokens[first].Is(TokenShape.Cyrillic) && call.Folded(first) is [.., 'ы' or 'и', 'ч'] && call.Folded(first - 1) is "пал" or "сан" or "сансан" or "вал" or "вас" or "ник" or "мих" or "вик" or "алексан" or "лексан" or "дим" ? first - 1 : first;

    // "van der linden", "o'shaughnessy".
    private readonly int OverParticles(int first)
    {
        if (first - 2 >= line.Start && call.IsSign(first - 1, '\'') && call.IsGlued(first) && call.IsGlued(first - 1) && tokens[first - 2].FoldedLength == 1)
        {
            first -= 2;
        }

        while (first > line.Start && first - 1 > line.CueEnd && tokens[first - 1].Is(NameTraits.Particle)
            && (!tokens[first - 1].Is(NameTraits.NeverName) || (tokens[first - 1].Is(TokenShape.Latin) && call.Language is "en" or "ru")))
        {
            first--;
        }

        return first;
    }

    // "l j hargreaves", where a name was asked for.
    private readonly int OverInitials(int first, in NameChain chain)
    {
        var begin = first;
        while (!line.Cased && begin > line.Start && begin - 1 > line.CueEnd && first - begin < 3 && tokens[begin - 1].Kind is TokenKind.Word && tokens[begin - 1].FoldedLength == 1
            && tokens[begin - 1].Is(TokenShape.Latin | TokenShape.Cyrillic))
        {
            begin--;
        }

        return (begin == line.Start && chain.Context.Has(NameContext.Asked)) || (begin < first && begin - 1 == line.CueEnd && line.Cue.Has(NameCue.Follows)) ? begin
            : first - begin == 1 && !tokens[begin].Is(NameTraits.NeverName) && !chain.Parts[0].Has(NamePart.Given) && chain.Has(NamePart.Surname | NamePart.Likely | NamePart.Unknown) ? begin
            : first;
    }

    private readonly void FindAgain()
    {
        if (!remembered.HasSurnames)
        {
            return;
        }

        var (next, end) = (foundBefore, found.Count);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!remembered.MayBeSurname(tokens[i]) || !remembered.IsSurname(i))
            {
                continue;
            }

            while (next < end && found.Items[next].Last < i)
            {
                next++;
            }

            if (!(next < end && found.Items[next].First <= i))
            {
                found.Add(i, i, PersonalDataType.Person, 0.7f, Rule);
            }
        }
    }
}
