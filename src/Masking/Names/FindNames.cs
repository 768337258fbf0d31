using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Sees every chain with its features and the score of the rules; for training.</summary>
internal delegate void ChainObserver(int first, int last, int[] features, float score);

/// <summary>One pass over a call that finds names, and a second that finds again the surnames met in the first.</summary>
internal ref struct FindNames
{
    public const int Remembered = 64;
    private const string Rule = "person";
    private const int AnswerReach = 9;
    private const int QuestionReach = 3;

    private readonly TokenisedCall call;
    private readonly CandidateList found;
    private readonly NameCues cues;
    private readonly ChainObserver? observe;
    private readonly NameTagger tagger;
    private readonly ReadOnlySpan<Token> tokens;
    private readonly Span<int> surnames;
    private readonly int foundBefore;
    private int surnameCount;
    private readonly Span<int> things;
    private int thingCount;
    private bool cased;
    private bool asked;
    private bool asks;
    private int lineStart;
    private NameCue cue;
    private int cueEnd;

    public FindNames(TokenisedCall call, CandidateList found, NameCues cues, Span<int> surnames, ChainObserver? observe = null, NameTagger? tagger = null)
    {
        this.observe = observe;
        this.tagger = tagger ?? NameTagger.Shipped;
        this.call = call;
        this.found = found;
        this.cues = cues;
        this.surnames = surnames[..(Remembered / 2)];
        things = surnames[(Remembered / 2)..];
        tokens = call.Tokens;
        foundBefore = found.Count;
        cueEnd = -1;
    }

    public void Run()
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(TokenShape.LineStart))
            {
                BeginLine(i);
            }

            if (tokens[i].Kind is not TokenKind.Word)
            {
                continue;
            }

            if (tokens[i].Is(NameTraits.CueStart) && cues.Match(call, i, out var last) is var match and not NameCue.None)
            {
                TakeCue(match, i, last);
                i = last;
                continue;
            }

            i = TryChain(i);
        }

        FindAgain();
    }

    private void BeginLine(int index)
    {
        lineStart = index;
        // What was asked holds over a line of "yes" and "one moment".
        asked = asks || (asked && index > 0 && LineIsThin(index));
        asks = false;
        cased = HasCase(index);
    }

    private readonly bool LineIsThin(int end)
    {
        var words = 0;
        for (var i = end - 1; i >= 0 && end - i < 8; i--)
        {
            words += tokens[i].Kind is TokenKind.Word && !tokens[i].Is(WordTraits.Filler) ? 1 : 0;
            if (tokens[i].Is(TokenShape.LineStart))
            {
                return words <= 1;
            }
        }

        return false;
    }

    // A line whose only capital is its first letter says nothing about names.
    private readonly bool HasCase(int start)
    {
        var (capitals, small) = (0, 0);
        for (var i = start; i < tokens.Length && (i == start || !tokens[i].Is(TokenShape.TurnStart)); i++)
        {
            if (tokens[i].Kind is TokenKind.Word)
            {
                capitals += tokens[i].Is(TokenShape.Capital) && !tokens[i].Is(TokenShape.AllCapitals) && tokens[i].FoldedLength > 1 ? 1 : 0;
                small += tokens[i].Is(TokenShape.Capital) ? 0 : 1;
            }

            if (capitals >= 1 && small >= 3)
            {
                break;
            }
        }

        return capitals >= 1;
    }

    private void TakeCue(NameCue match, int first, int last)
    {
        (cue, cueEnd) = (match, last);
        asks |= match.Has(NameCue.Asks) || (match.Has(NameCue.AsksWho) && first - lineStart < QuestionReach);
    }

    // Index of the last token that was dealt with.
    private int TryChain(int first)
    {
        if (!MayBegin(first))
        {
            return first;
        }

        var chain = default(NameChain);
        chain.First = first;
        chain.Before = CueBefore(first);
        chain.Context = ContextBefore(first);
        BuildChain(ref chain, first);
        if (chain.Count == 0)
        {
            return first;
        }

        ReadAfter(ref chain);
        Trim(ref chain);
        var score = chain.Count > 0 ? Judge(chain) : 0;
        if (chain.Count > 0 && score >= JudgeName.Accepted)
        {
            Accept(chain, score);
        }
        else if (chain.Count > 0 && (chain.Before | chain.After).Has(NameCue.NotPerson) && things.Length > thingCount)
        {
            things[thingCount++] = chain.Tokens[0];
        }

        return chain.Count > 0 ? chain.Last : first;
    }

    // The rules decide what is clear; in between the tagger does.
    private readonly float Judge(in NameChain chain)
    {
        var score = JudgeName.Score(chain) - (IsForeignWord(chain) ? 0.4f : 0) - (IsNameOfThing(chain) ? 0.5f : 0) + (IsWrittenRussian(chain) ? 0.2f : 0);
        Span<int> buffer = stackalloc int[NameFeatures.Most];
        if (observe is not null)
        {
            observe(chain.Tokens[0], chain.Last, NameFeatures.Of(call, chain, cased, score, buffer).ToArray(), score);
            return score;
        }

        return score < JudgeName.Hopeless || score > JudgeName.Clear ? score
            : JudgeName.Combined(score, tagger.Margin(NameFeatures.Of(call, chain, cased, score, buffer)), cased, call.Language);
    }

    // "корпус виктория" was said before: here it is the building again.
    private readonly bool IsNameOfThing(in NameChain chain)
    {
        for (var i = 0; i < thingCount; i++)
        {
            if (SameName(call.Folded(things[i]), call.Folded(chain.Tokens[0]), capital: true))
            {
                return !chain.Before.Has(NameCue.Follows) && !chain.Context.Has(NameContext.Asked | NameContext.Title);
            }
        }

        return false;
    }

    // The spelling dictionary knows so many Russian words that a capital on another one says much.
    private readonly bool IsWrittenRussian(in NameChain chain) => chain.Parts[0].Has(NamePart.Capital) && tokens[chain.Tokens[0]].Is(TokenShape.Cyrillic);

    // A Latin word in a Russian text is a brand, unless it is known as a name.
    private readonly bool IsForeignWord(in NameChain chain) =>
        tokens[chain.Tokens[0]].Is(TokenShape.Latin) && !chain.Has(NamePart.Given | NamePart.Surname)
        && ((chain.First > lineStart && tokens[chain.First - 1].Is(TokenShape.Cyrillic)) || (chain.Last + 1 < tokens.Length && tokens[chain.Last + 1].Is(TokenShape.Cyrillic)));

    private readonly bool MayBegin(int index)
    {
        ref readonly var token = ref tokens[index];
        if ((index > 0 && tokens[index - 1].Kind is TokenKind.Number && call.IsGlued(index)) || (index + 1 < tokens.Length && tokens[index + 1].Kind is TokenKind.Number && call.IsGlued(index + 1)))
        {
            return false;
        }

        return token.Is(NameTraits.GivenName | NameTraits.Patronymic | NameTraits.Surname | NameTraits.Particle)
            || token.Is(TokenShape.Capital)
            || Expected(index)
            || (token.Is(TokenShape.Cyrillic) && token.FoldedLength >= 5 && !token.Is(NameTraits.NeverName | NameTraits.RussianWord) && MayBeSurname(index))
            || (!cased && IsUnknown(index));
    }

    // In small letters a word of no dictionary may be a name: the tagger decides.
    private readonly bool IsUnknown(int index)
    {
        ref readonly var token = ref tokens[index];
        return token.Word == 0 && token.FoldedLength >= 4 && !token.Is(NameTraits.Place | NameTraits.EnglishWord | NameTraits.RussianWord)
            && ((token.Is(TokenShape.Latin) && call.Language is "en" && !WordGraph.English.Contains(call.Folded(index)))
                || (token.Is(TokenShape.Cyrillic) && call.Language is "ru" && !WordGraph.Russian.Contains(call.Folded(index))));
    }

    private readonly bool MayBeSurname(int index)
    {
        var folded = call.Folded(index);
        return RussianSurname.IsStrong(folded) || RussianSurname.IsTypical(folded) || RussianSurname.IsPatronymic(folded);
    }

    private readonly bool Expected(int index) => CueBefore(index).Has(NameCue.Follows) || IsAnswer(index) || HasTitle(index);

    private readonly bool IsAnswer(int index) => asked && index - lineStart < AnswerReach;

    // Signs may stand between a phrase and the name: "name: Anna".
    private readonly NameCue CueBefore(int index)
    {
        var before = index - 1;
        while (before > cueEnd && before >= lineStart && index - before < 4
            && (tokens[before].Kind is TokenKind.Sign || tokens[before].Is(NameTraits.Title)
                || (tokens[before].Is(WordTraits.Filler) && cue.Has(NameCue.Follows))))
        {
            before--;
        }

        return cueEnd >= 0 && before == cueEnd && cueEnd >= lineStart ? cue : NameCue.None;
    }

    private readonly bool HasTitle(int index)
    {
        var before = call.IsSign(index - 1, '.') ? index - 2 : index - 1;
        return before >= lineStart && tokens[before].Is(NameTraits.Title);
    }

    private readonly NameContext ContextBefore(int index)
    {
        var context = IsAnswer(index) ? NameContext.Asked : NameContext.None;
        context |= HasTitle(index) ? NameContext.Title : NameContext.None;
        if (index == lineStart)
        {
            return context;
        }

        ref readonly var before = ref tokens[index - 1];
        context |= before.Is(NameTraits.Role) ? NameContext.Role : NameContext.None;
        context |= before.Is(NameTraits.SpeechVerb) ? NameContext.SpeechVerb : NameContext.None;
        context |= before.Is(NameTraits.OrgWord | NameTraits.Street | NameTraits.TownWord) ? NameContext.NotPerson : NameContext.None;
        context |= before.Kind is TokenKind.Word && call.Folded(index - 1) is "сан" or "санта" or "сен" or "нью" or "лос" or "san" or "santa" or "los" or "new" or "port" or "fort" or "mount"
            ? NameContext.NotPerson : NameContext.None;
        context |= before.Kind is TokenKind.Sign && call.Folded(index - 1)[0] is '"' or '«' or '“' or '„' ? NameContext.Quoted : NameContext.None;
        context |= before.Kind is TokenKind.Word && call.Folded(index - 1) is "in" or "at" or "near" or "в" or "во" or "из" or "под" or "near" or "في" or "à" or "en"
            ? NameContext.PlacePreposition : NameContext.None;
        return context;
    }

    private readonly void BuildChain(ref NameChain chain, int first)
    {
        var expected = Expected(first);
        for (var i = first; i < tokens.Length && chain.Count < NameChain.Longest; i++)
        {
            if (i > first && tokens[i].Is(TokenShape.LineStart))
            {
                break;
            }

            var part = Read(i);
            if (part == NamePart.None && PassJoint(chain, i) is var joined and >= 0)
            {
                i = joined;
                part = Read(i);
            }

            if (part == NamePart.None && (IsWordSurname(chain, i) || IsSyllable(chain, i)))
            {
                part = NamePart.Unknown | NamePart.Capital;
            }

            if (part == NamePart.None || !Fits(chain, part, i, expected))
            {
                break;
            }

            chain.Add(i, part);
        }
    }

    // "Александр Брод": after a given name a word with a capital is a surname, whatever it means.
    private readonly bool IsWordSurname(in NameChain chain, int index) =>
        chain.Count is 1 or 2 && cased && index < tokens.Length && tokens[index].Kind is TokenKind.Word && tokens[index].Is(TokenShape.Capital)
        && !tokens[index].Is(TokenShape.AllCapitals | TokenShape.SentenceStart) && tokens[index].FoldedLength > 2
        && !tokens[index].Is(NameTraits.NeverName | NameTraits.OrgWord | NameTraits.Street | NameTraits.Title | NameTraits.CueStart)
        && chain.Parts[chain.Count - 1].Has(NamePart.Given | NamePart.Initial) && chain.Parts[0].Has(NamePart.Given) && chain.Parts[0].Has(NamePart.Capital)
        && (!chain.Parts[chain.Count - 1].Has(NamePart.Ambiguous) || (tokens[index].Is(TokenShape.Cyrillic) && !chain.Parts[chain.Count - 1].Has(NamePart.AtStart)));

    // "Ли Со Ён", "Аун Сан Су Чжи": short words with capitals, one after the other.
    private readonly bool IsSyllable(in NameChain chain, int index) =>
        chain.Count is >= 1 and <= 4 && cased && IsShortCapital(index) && chain.Parts[chain.Count - 1].Has(NamePart.Capital)
        && tokens[chain.Tokens[chain.Count - 1]].FoldedLength <= 5 && !chain.Parts[chain.Count - 1].Has(NamePart.Initial);

    private readonly bool IsShortCapital(int index) =>
        index < tokens.Length && tokens[index].Is(TokenShape.Cyrillic) && tokens[index].Is(TokenShape.Capital) && !tokens[index].Is(TokenShape.AllCapitals | TokenShape.SentenceStart)
        && tokens[index].FoldedLength is >= 2 and <= 5 && !tokens[index].Is(NameTraits.OrgWord | NameTraits.Street | NameTraits.Place | NameTraits.Title);

    private readonly NamePart Read(int index)
    {
        // A cue in the middle of a chain ends it: "анна спасибо".
        return index < tokens.Length
            && !(tokens[index].Is(NameTraits.CueStart) && !tokens[index].Is(NameTraits.GivenName | NameTraits.Surname) && !(cased && tokens[index].FoldedLength == 1))
            ? ReadNamePart.At(call, index, cased)
            : NamePart.None;
    }

    // Index of the next part when a hyphen, an apostrophe, a full stop after an initial, or particles stand between; else -1.
    private readonly int PassJoint(in NameChain chain, int index)
    {
        if (tokens[index].Kind is TokenKind.Sign)
        {
            var sign = call.Folded(index)[0];
            var glued = call.IsGlued(index) && index + 1 < tokens.Length && call.IsGlued(index + 1);
            return chain.Count > 0 && index + 1 < tokens.Length
                && ((sign is '-' && glued) || (sign is '\'' && glued && tokens[index + 1].FoldedLength > 2)
                    || (sign is '.' && chain.Parts[chain.Count - 1].Has(NamePart.Initial)))
                && !tokens[index + 1].Is(TokenShape.LineStart)
                ? index + 1 : -1;
        }

        // "benjamin a seiler", in small letters.
        if (!cased && chain.Count == 1 && chain.Parts[0].Has(NamePart.Given) && !chain.Parts[0].Has(NamePart.Ambiguous) && tokens[index].FoldedLength == 1
            && tokens[index].Is(TokenShape.Latin) && index + 2 < tokens.Length)
        {
            var next = call.IsSign(index + 1, '.') ? index + 2 : index + 1;
            return !tokens[next].Is(TokenShape.LineStart) && Read(next).Has(NamePart.Surname | NamePart.Unknown) && call.Folded(index) is not "i" ? next : -1;
        }

        var at = index;
        while (at < tokens.Length && at - index < 3 && tokens[at].Is(NameTraits.Particle) && !(at > index && tokens[at].Is(TokenShape.LineStart)))
        {
            at += at + 1 < tokens.Length && (call.IsSign(at + 1, '-') || call.IsSign(at + 1, '\'')) && call.IsGlued(at + 1) ? 2 : 1;
        }

        return at > index && at < tokens.Length ? at : -1;
    }

    private readonly bool Fits(in NameChain chain, NamePart part, int index, bool expected)
    {
        var doubtful = part.Has(NamePart.Ambiguous) || part.Has(NamePart.Unknown | NamePart.Likely);
        var capital = part.Has(NamePart.Capital);
        if (chain.Count == 0)
        {
            return !doubtful || capital || (!cased && !tokens[index].Is(TokenShape.Arabic)) || (expected && !(tokens[index].Is(TokenShape.Arabic) && part.Has(NamePart.Unknown))) || part.Has(NamePart.Any & ~NamePart.Unknown);
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

        return !doubtful || capital || expected
            || (part.Has(NamePart.Surname | NamePart.Likely) && previous.Has(NamePart.Given | NamePart.Patronymic))
            || (tokens[index].Is(TokenShape.Arabic) && part.Has(NamePart.Given | NamePart.Likely))
            || (part.Has(NamePart.Unknown) && !previous.Has(NamePart.Ambiguous) && !tokens[index].Is(TokenShape.Arabic) && previous.Has(NamePart.Given | NamePart.Patronymic))
            || (part.Has(NamePart.Given) && (previous.Has(NamePart.Surname | NamePart.Likely) || NextIs(index, NamePart.Patronymic)));
    }

    private readonly bool NextIs(int index, NamePart part) => index + 1 < tokens.Length && (Read(index + 1) & part) != NamePart.None;

    private readonly void ReadAfter(ref NameChain chain)
    {
        var next = chain.Last + 1;
        if (next >= tokens.Length || tokens[next].Is(TokenShape.LineStart))
        {
            chain.Context |= chain.First == lineStart ? NameContext.Alone : NameContext.None;
            return;
        }

        if (call.IsSign(next, ',') || call.IsSign(next, '!'))
        {
            chain.Context |= chain.First == lineStart || call.IsSign(chain.First - 1, ',') ? NameContext.Vocative : NameContext.None;
            next++;
        }

        if (next >= tokens.Length || tokens[next].Is(TokenShape.LineStart))
        {
            return;
        }

        ref readonly var after = ref tokens[next];
        chain.Context |= after.Is(NameTraits.SpeechVerb) ? NameContext.SpeechVerb : NameContext.None;
        chain.Context |= next == chain.Last + 1 && after.Is(NameTraits.OrgWord | NameTraits.Street) ? NameContext.NotPerson : NameContext.None;
        chain.Context |= next == chain.Last + 1 && (after.Kind is TokenKind.Number or TokenKind.Placeholder || after.Is(WordTraits.Number)) ? NameContext.Number : NameContext.None;
        if (after.Is(NameTraits.CueStart))
        {
            chain.After = cues.Match(call, next, out _);
        }
    }

    // Single letters at the ends belong to something else.
    private static void Trim(ref NameChain chain)
    {
        while (chain.Count > 0 && !chain.Has(NamePart.Any & ~NamePart.Initial))
        {
            chain.Count = 0;
        }
    }

    private void Accept(in NameChain chain, float score)
    {
        var first = chain.Tokens[0];
        first = OverInitials(first, chain);
        while (first > lineStart && tokens[first - 1].Is(NameTraits.Particle) && !tokens[first - 1].Is(NameTraits.NeverName) && first - 1 > cueEnd)
        {
            first--;
        }

        found.Add(first, chain.Last, PersonalDataType.Person, Math.Clamp(score, 0.5f, 0.97f), Rule);
        for (var i = 0; i < chain.Count && surnameCount < surnames.Length; i++)
        {
            var part = chain.Parts[i];
            if (part.Has(NamePart.Surname | NamePart.Likely | NamePart.Unknown) && tokens[chain.Tokens[i]].FoldedLength >= 4)
            {
                surnames[surnameCount++] = chain.Tokens[i];
            }
        }
    }

    // "l j hargreaves", where a name was asked for.
    private readonly int OverInitials(int first, in NameChain chain)
    {
        var begin = first;
        while (!cased && begin > lineStart && begin - 1 > cueEnd && first - begin < 3 && tokens[begin - 1].Kind is TokenKind.Word && tokens[begin - 1].FoldedLength == 1
            && tokens[begin - 1].Is(TokenShape.Latin))
        {
            begin--;
        }

        return begin == lineStart && chain.Context.Has(NameContext.Asked) || (begin < first && begin - 1 == cueEnd && cue.Has(NameCue.Follows)) ? begin : first;
    }

    private readonly void FindAgain()
    {
        if (surnameCount == 0)
        {
            return;
        }

        var (next, end) = (foundBefore, found.Count);
        var capital = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            while (next < end && found.Items[next].Last < i)
            {
                next++;
            }

            capital = tokens[i].Is(TokenShape.Capital);
            if (tokens[i].Kind is TokenKind.Word && !(next < end && found.Items[next].First <= i) && IsKnown(i, capital))
            {
                found.Add(i, i, PersonalDataType.Person, 0.7f, Rule);
            }
        }
    }

    private readonly bool IsKnown(int index, bool capital)
    {
        var word = call.Folded(index);
        if (word.Length < 4 || tokens[index].Is(NameTraits.NeverName | NameTraits.Place))
        {
            return false;
        }

        for (var i = 0; i < surnameCount; i++)
        {
            var known = call.Folded(surnames[i]);
            if (capital == tokens[surnames[i]].Is(TokenShape.Capital) && known[0] == word[0] && SameName(known, word, capital))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameName(ReadOnlySpan<char> known, ReadOnlySpan<char> word, bool capital)
    {
        if (known.SequenceEqual(word))
        {
            return true;
        }

        if (word[0] < 0x400 || !(capital || !WordGraph.Russian.Contains(word)))
        {
            return false;
        }

        var stem = RussianSurname.StemLength(known);
        return stem >= 3 && Math.Abs(known.Length - word.Length) <= 3 && word.Length >= stem && word[..stem].SequenceEqual(known[..stem])
            && RussianSurname.StemLength(word) <= stem + 2;
    }
}
