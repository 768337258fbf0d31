using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>What is known while a line is read: the phrase before the reader, what was asked before the line, how it is written.</summary>
internal ref struct NameLine
{
    private const int AnswerReach = 9;
    private const int QuestionReach = 3;

    private readonly TokenisedCall call;
    private readonly NameCues cues;
    private readonly ReadOnlySpan<Token> tokens;
    private NameCue cue;
    private int cueEnd;
    private NameContext asked;
    private NameContext asks;
    private NameContext asksBeforeCue;

    public NameLine(TokenisedCall call, NameCues cues)
    {
        this.call = call;
        this.cues = cues;
        tokens = call.Tokens;
        cueEnd = -1;
    }

    /// <summary>First token of the line.</summary>
    public int Start { get; private set; }

    /// <summary>True when the line has capitals that say something.</summary>
    public bool Cased { get; private set; }

    /// <summary>What was asked for before the line.</summary>
    public readonly NameContext Asked => asked;

    /// <summary>The phrase that was read last, and its last token.</summary>
    public readonly NameCue Cue => cue;

    public readonly int CueEnd => cueEnd;

    public void Begin(int index)
    {
        Start = index;
        // What was asked holds over a line of "yes" and "one moment".
        asked = asks != NameContext.None ? asks : asked != NameContext.None && index > 0 && LineIsThin(index) ? asked : NameContext.None;
        asks = NameContext.None;
        Cased = call.Contents.Has(TokenShape.Capital) && HasCase(index);
    }

    /// <summary>Takes the phrase that begins at the token; false when none does.</summary>
    public bool TakeCue(int index, out int last)
    {
        var match = cues.Match(call, index, out last);
        if (match is NameCue.None)
        {
            return false;
        }

        return Take(match, index, last);
    }

    /// <summary>Takes a phrase that is known to stand here.</summary>
    public bool Take(NameCue match, int index, int last)
    {
        (cue, cueEnd, asksBeforeCue) = (match, last, asks);
        asks = match.Has(NameCue.Asks) ? NameContext.Asked : match.Has(NameCue.AsksWho) && index - Start < QuestionReach && asks is NameContext.None ? NameContext.AskedWho : asks;
        return true;
    }

    /// <summary>"My name is Anna": the phrase asked for nothing, a name came after it.</summary>
    public void Answered(NameCue before)
    {
        if (before.Has(NameCue.Follows))
        {
            asks = asksBeforeCue;
        }
    }

    /// <summary>"My name is [PERSON_1]": what was found before stands where the name would.</summary>
    public void PassValue(int index)
    {
        if (tokens[index].Kind is TokenKind.Placeholder && index == cueEnd + 1)
        {
            Answered(cue);
        }
    }

    public readonly bool Expects(int index) => (cue.Has(NameCue.Follows) && CueBefore(index) is not NameCue.None) || AnswerAt(index) is not NameContext.None || HasTitle(index);

    /// <summary>A name may follow here: after a phrase that it often follows, an office, a title, or a question who.</summary>
    public readonly bool Invites(int index) =>
        CueBefore(index).Has(NameCue.Follows | NameCue.MayFollow) || AnswerAt(index) is not NameContext.None || HasTitle(index) || (index > Start && tokens[index - 1].Is(NameTraits.Role));

    // Signs may stand between a phrase and the name: "name: Anna".
    public readonly NameCue CueBefore(int index)
    {
        if (cueEnd < Start || index - cueEnd > 4)
        {
            return NameCue.None;
        }

        var before = index - 1;
        while (before > cueEnd
            && (tokens[before].Kind is TokenKind.Sign || tokens[before].Is(NameTraits.Title)
                || (tokens[before].Is(WordTraits.Filler) && cue.Has(NameCue.Follows))))
        {
            before--;
        }

        return before == cueEnd ? cue : NameCue.None;
    }

    public readonly NameContext ContextBefore(int index)
    {
        var context = AnswerAt(index);
        context |= HasTitle(index) ? NameContext.Title : NameContext.None;
        if (index == Start)
        {
            return context;
        }

        ref readonly var before = ref tokens[index - 1];
        context |= before.Kind is TokenKind.Number || before.Is(WordTraits.Number) ? NameContext.AfterNumber : NameContext.None;
        context |= before.Is(NameTraits.Role) ? NameContext.Role : NameContext.None;
        context |= before.Is(NameTraits.SpeechVerb) ? NameContext.SpeechVerb : NameContext.None;
        context |= before.Is(NameTraits.OrgWord | NameTraits.Street | NameTraits.TownWord) ? NameContext.NotPerson : NameContext.None;
        context |= call.Folded(index - 1) is "for" && index - 2 >= Start && call.Folded(index - 2) is "leave" or "left" or "leaving" or "leaves" or "bound" or "bus" or "train" or "flight" or "depart" ? NameContext.OnTheWay : NameContext.None;
        return context | BeforeWord(before, call.Folded(index - 1));
    }

    /// <summary>What stands right after the chain.</summary>
    public readonly void ReadAfter(ref NameChain chain)
    {
        var next = chain.Last + 1;
        if (next >= tokens.Length || tokens[next].Is(TokenShape.LineStart))
        {
            chain.Context |= chain.First == Start ? NameContext.Alone : NameContext.None;
            return;
        }

        if (call.IsSign(next, ',') || call.IsSign(next, '!'))
        {
            chain.Context |= chain.First == Start || call.IsSign(chain.First - 1, ',') ? NameContext.Vocative : NameContext.None;
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

    private static NameContext BeforeWord(in Token before, ReadOnlySpan<char> folded)
    {
        if (before.Kind is TokenKind.Sign)
        {
            return folded[0] is '"' or '«' or '“' or '„' ? NameContext.Quoted : NameContext.None;
        }

        return before.Kind is not TokenKind.Word || folded.Length > 7 ? NameContext.None
            : folded is "сан" or "санта" or "сен" or "нью" or "лос" or "san" or "santa" or "los" or "new" or "port" or "fort" or "mount" ? NameContext.NotPerson
            : folded is "in" or "at" or "near" or "в" or "во" or "из" or "под" or "في" or "à" or "en" ? NameContext.PlacePreposition
            : folded is "from" or "to" or "through" or "via" or "than" or "of" or "around" or "outside" or "через" or "до" or "от" or "мимо" ? NameContext.OnTheWay
            : NameContext.None;
    }

    private readonly NameContext AnswerAt(int index) => index - Start < AnswerReach ? asked : NameContext.None;

    private readonly bool HasTitle(int index)
    {
        var before = call.IsSign(index - 1, '.') ? index - 2 : index - 1;
        return before >= Start && tokens[before].Is(NameTraits.Title);
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
}
