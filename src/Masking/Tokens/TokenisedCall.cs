using Earshot.Masking.Context;
using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Numbers;

namespace Earshot.Masking.Tokens;

/// <summary>
/// A whole call as one flat array of tokens over all turns, made once and read by every recogniser. The buffers are
/// kept for the next call and wiped between calls.
/// </summary>
internal sealed class TokenisedCall(Lexicon lexicon)
{
    private Token[] tokens = new Token[512];
    private char[] folded = new char[4096];
    private int[] firstTokens = new int[64];
    private int[] substance = new int[65];
    private int count;
    private int foldedCount;

    public Lexicon Lexicon { get; } = lexicon;

    /// <summary>Language of the call: what the caller said, or what was found out.</summary>
    public string Language { get; set; } = string.Empty;

    /// <summary>What words of no list are shaped like.</summary>
    public NameShape Shapes { get; init; } = NameShape.Shipped;

    /// <summary>Runs of digits, written or spoken, in order.</summary>
    public NumberRunList Numbers { get; } = new();

    /// <summary>Mentions of what a number may be, in order.</summary>
    public TopicList Topics { get; } = new();

    /// <summary>What occurs in the call before anything was found.</summary>
    public CallContents Contents { get; set; }

    /// <summary>What is worth reading again in the next pass.</summary>
    public Rereading Again { get; } = new();

    public IReadOnlyList<Turn> Turns { get; private set; } = [];

    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, count);

    /// <summary>Index of the first token of the turn; for the turn after the last, the number of tokens.</summary>
    public int FirstToken(int turn) => turn < Turns.Count ? firstTokens[turn] : count;

    /// <summary>Normalised form of the token, lower case.</summary>
    public ReadOnlySpan<char> Folded(int token) => folded.AsSpan(tokens[token].FoldedStart, tokens[token].FoldedLength);

    /// <summary>Normalised form of a run of tokens without the white space between them.</summary>
    public ReadOnlySpan<char> Folded(int first, int last) =>
        folded.AsSpan(tokens[first].FoldedStart, tokens[last].FoldedStart + tokens[last].FoldedLength - tokens[first].FoldedStart);

    /// <summary>The token as it stands in the source.</summary>
    public ReadOnlySpan<char> Source(int token)
    {
        ref readonly var at = ref tokens[token];
        return Turns[at.Turn].Text.AsSpan(at.Start, at.Length);
    }

    /// <summary>True when nothing stands between the token and the one before it.</summary>
    public bool IsGlued(int token) => token > 0 && !tokens[token].Is(TokenShape.SpaceBefore);

    /// <summary>True when the token exists and is this sign.</summary>
    public bool IsSign(int token, char sign) =>
        (uint)token < (uint)count && tokens[token].Kind is TokenKind.Sign && folded[tokens[token].FoldedStart] == sign;

    public void Begin(IReadOnlyList<Turn> turns)
    {
        Wipe();
        Turns = turns;
        if (firstTokens.Length < turns.Count)
        {
            firstTokens = new int[turns.Count];
        }
    }

    /// <summary>Takes away what lists of names say of a word; for training with names that are in no list.</summary>
    public void ForgetName(int token) => tokens[token].Names &= ~NameTraits.Lexical;

    /// <summary>How many turns before this one say more than digits, fillers and "yes".</summary>
    public int SubstanceBefore(int turn) => substance[turn];

    /// <summary>Reads what every recogniser needs: runs of digits and topics.</summary>
    public void Prepare(PhraseTable phrases)
    {
        CountSubstance();
        FindNumberRuns.In(this, Numbers);
        phrases.Find(this, Topics);
    }

    private void CountSubstance()
    {
        if (substance.Length <= Turns.Count)
        {
            substance = new int[Turns.Count + 1];
        }

        for (var turn = 0; turn < Turns.Count; turn++)
        {
            var words = 0;
            for (var i = FirstToken(turn); i < FirstToken(turn + 1) && words < 4; i++)
            {
                words += tokens[i].Kind is TokenKind.Word && !tokens[i].Is(WordTraits.Number | WordTraits.Filler | WordTraits.Correction | WordTraits.Joiner) ? 1 : 0;
            }

            substance[turn + 1] = substance[turn] + (words < 4 ? 0 : 1);
        }
    }

    /// <summary>
    /// Makes one token of every value found, as a reader of the masked text would see it. Candidates are sorted and do not
    /// overlap and stay inside their turns; afterwards each points to its token.
    /// </summary>
    public void Collapse(Span<Candidate> found)
    {
        var (next, kept, turn) = (0, 0, -1);
        for (var i = 0; i < count; i++)
        {
            while (turn < tokens[i].Turn)
            {
                firstTokens[++turn] = kept;
            }

            if (next < found.Length && found[next].First == i)
            {
                ref var candidate = ref found[next++];
                var (begin, end) = (i, candidate.Last);
                var isNew = end > i || !tokens[i].Is(TokenShape.Found);
                var (first, last) = (tokens[i], tokens[end]);
                candidate = candidate with { First = kept, Last = kept, Value = candidate.Value ?? Folded(i, end).ToString() };
                i = end;
                first.Length = last.End - first.Start;
                first.FoldedLength = last.FoldedStart + last.FoldedLength - first.FoldedStart;
                first.Kind = TokenKind.Placeholder;
                first.Shape = TokenShape.Found | (first.Shape & (TokenShape.SpaceBefore | TokenShape.LineStart | TokenShape.TurnStart | TokenShape.SentenceStart));
                (first.Word, first.Traits, first.Names, first.Number) = (0, default, default, default);
                Again.Move(begin, kept, StopsAt(first) | (isNew ? ReadingNotes.New : ReadingNotes.None));
                tokens[kept++] = first;
                continue;
            }

            Again.Move(i, kept, StopsAt(tokens[i]));
            tokens[kept++] = tokens[i];
        }

        while (turn + 1 < Turns.Count)
        {
            firstTokens[++turn] = kept;
        }

        tokens.AsSpan(kept, count - kept).Clear();
        count = kept;
        foreach (ref readonly var candidate in found)
        {
            Again.MarkNear(candidate.First, count);
        }

        Numbers.Wipe();
        Topics.Wipe();
    }

    private static ReadingNotes StopsAt(in Token token) =>
        (token.Is(TokenShape.LineStart) || token.Kind is TokenKind.Placeholder ? ReadingNotes.StopForNames : ReadingNotes.None)
        | (token.Is(TokenShape.LineStart) || token.Is(NameTraits.AddressCue | NameTraits.WhereTo) ? ReadingNotes.StopForPlaces : ReadingNotes.None);

    public void BeginTurn(int turn) => firstTokens[turn] = count;

    /// <summary>Forgets the text of the call.</summary>
    public void Wipe()
    {
        tokens.AsSpan(0, count).Clear();
        folded.AsSpan(0, foldedCount).Clear();
        Numbers.Wipe();
        Topics.Wipe();
        Turns = [];
        Contents = default;
        count = 0;
        foldedCount = 0;
    }

    public int FoldedCount => foldedCount;

    public void AppendFolded(char letter)
    {
        if (foldedCount == folded.Length)
        {
            Array.Resize(ref folded, folded.Length * 2);
        }

        folded[foldedCount++] = letter;
    }

    /// <summary>Room for this many folded characters; what was used is told to <see cref="Commit"/>.</summary>
    public Span<char> Reserve(int length)
    {
        if (foldedCount + length > folded.Length)
        {
            Array.Resize(ref folded, Math.Max(folded.Length * 2, foldedCount + length));
        }

        return folded.AsSpan(foldedCount, length);
    }

    public void Commit(int length) => foldedCount += length;

    public Span<char> FoldedFrom(int start) => folded.AsSpan(start, foldedCount - start);

    public ref Token Append()
    {
        if (count == tokens.Length)
        {
            Array.Resize(ref tokens, count * 2);
        }

        return ref tokens[count++];
    }

}
