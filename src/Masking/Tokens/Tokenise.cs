using System.Buffers;
using System.Text;
using Earshot.Masking.Names;

namespace Earshot.Masking.Tokens;

/// <summary>Cuts the turns of a call into tokens and looks each word up once. Linear in the length of the text.</summary>
internal ref struct Tokenise
{
    private readonly TokenisedCall call;
    private readonly ReadOnlySpan<char> text;
    private readonly int turn;
    private int position;
    private TokenShape before;
    private CallContents contents;

    private Tokenise(TokenisedCall call, int turn, ReadOnlySpan<char> text)
    {
        this.call = call;
        this.turn = turn;
        this.text = text;
        before = TokenShape.SpaceBefore | TokenShape.LineStart | TokenShape.TurnStart | TokenShape.SentenceStart;
    }

    /// <summary>False when a turn holds invalid UTF-16.</summary>
    public static bool Turns(TokenisedCall call, IReadOnlyList<Turn> turns)
    {
        call.Begin(turns);
        for (var i = 0; i < turns.Count; i++)
        {
            call.BeginTurn(i);
            if (!new Tokenise(call, i, turns[i].Text).Run())
            {
                return false;
            }
        }

        call.Again.Begin(call.Tokens.Length);
        return true;
    }

    private bool Run()
    {
        while (position < text.Length)
        {
            switch (ClassAt(position))
            {
                case LetterClass.Space:
                    before |= text[position] is '\n' or '\r' ? TokenShape.SpaceBefore | TokenShape.LineStart : TokenShape.SpaceBefore;
                    position++;
                    break;
                case LetterClass.Dropped:
                    position++;
                    break;
                case LetterClass.Digit:
                    ReadNumber();
                    break;
                case LetterClass.Sign:
                    ReadSign();
                    break;
                case LetterClass.Complex when !IsValid(position):
                    return false;
                default:
                    ReadWord();
                    break;
            }
        }

        call.Contents = call.Contents.With(contents);
        return true;
    }

    private readonly LetterClass ClassAt(int index)
    {
        var found = FoldText.Class(text[index]);
        return found is LetterClass.Complex && IsValid(index) ? ClassOfExpanded(index) : found;
    }

    private readonly bool IsValid(int index) => Rune.DecodeFromUtf16(text[index..], out _, out _) is OperationStatus.Done;

    // Whatever does not expand to letters or digits only is a sign.
    private readonly LetterClass ClassOfExpanded(int index)
    {
        _ = Rune.DecodeFromUtf16(text[index..], out var rune, out _);
        var expanded = FoldText.Expand(rune);
        if (expanded.Length == 0)
        {
            return LetterClass.Dropped;
        }

        var first = char.IsSurrogate(expanded[0])
            ? Rune.IsLetter(rune) ? LetterClass.OtherLetter : LetterClass.Sign
            : FoldText.Class(expanded[0]);
        return first is LetterClass.Complex ? LetterClass.OtherLetter : first;
    }

    // Appends the folded form of one character and moves on.
    private void Take()
    {
        var source = text[position];
        if (FoldText.Class(source) is LetterClass.Complex)
        {
            _ = Rune.DecodeFromUtf16(text[position..], out var rune, out var units);
            foreach (var letter in FoldText.Expand(rune))
            {
                call.AppendFolded(letter);
            }

            position += units;
            return;
        }

        call.AppendFolded(FoldText.Fold(source));
        position++;
    }

    // A breve after "и" is the second half of "й"; other marks are dropped.
    private void TakeMark(int foldedStart)
    {
        if (text[position] == '\u0306' && call.FoldedFrom(foldedStart) is [.., 'и'] span)
        {
            span[^1] = 'й';
        }

        position++;
    }

    private void ReadNumber()
    {
        var start = position;
        var foldedStart = call.FoldedCount;
        while (position < text.Length && ClassAt(position) is LetterClass.Digit or LetterClass.Dropped)
        {
            if (FoldText.Class(text[position]) is LetterClass.Dropped)
            {
                position++;
                continue;
            }

            Take();
        }

        Append(TokenKind.Number, start, foldedStart, TokenShape.None);
    }

    private void ReadSign()
    {
        var start = position;
        var foldedStart = call.FoldedCount;
        if (text[position] == '[' && Placeholder.LengthAt(text[position..]) is var length and > 0)
        {
            call.AppendFolded('[');
            position += length;
            Append(TokenKind.Placeholder, start, foldedStart, TokenShape.None);
            return;
        }

        Take();
        Append(TokenKind.Sign, start, foldedStart, TokenShape.None);
        contents.Add(call.FoldedFrom(foldedStart)[0]);
        if (call.FoldedFrom(foldedStart) is ['.'] or ['!'] or ['?'] or ['…'] or ['؟'])
        {
            before |= TokenShape.SentenceStart;
        }
    }

    private void ReadWord()
    {
        var start = position;
        var foldedStart = call.FoldedCount;
        var hash = ReadSimpleLetters(out var shape, out var letters, out var capitals);
        var simpleEnd = position;
        while (position < text.Length && ClassAt(position) is >= LetterClass.Latin and var next)
        {
            if (next is LetterClass.Complex)
            {
                break;
            }

            if (next is LetterClass.Dropped)
            {
                TakeMark(foldedStart);
                continue;
            }

            shape |= ShapeOf(next);
            capitals += char.IsUpper(text[position]) ? 1 : 0;
            shape |= letters == 0 && capitals == 1 ? TokenShape.Capital : TokenShape.None;
            letters++;
            Take();
        }

        shape |= capitals == letters && letters > 1 ? TokenShape.AllCapitals : TokenShape.None;
        if ((shape & (TokenShape.Latin | TokenShape.Cyrillic)) == (TokenShape.Latin | TokenShape.Cyrillic))
        {
            shape = LookAlikes.Repair(call.FoldedFrom(foldedStart), shape);
            simpleEnd = -1;
        }

        AppendWord(start, foldedStart, shape, position == simpleEnd ? hash : Lexicon.HashOf(call.FoldedFrom(foldedStart)));
    }

    // Letters with a folded form of one letter: nearly all there are. Their hash is made on the way.
    private uint ReadSimpleLetters(out TokenShape shape, out int letters, out int capitals)
    {
        var rest = text[position..];
        var folded = call.Reserve(rest.Length);
        var (i, classes, hash) = (0, 0, Lexicon.HashStart);
        capitals = 0;
        var page = rest.Length > 0 ? FoldText.Page(rest[0]) : [];
        for (var block = rest.Length > 0 ? rest[0] >> 8 : 0; i < rest.Length && rest[i] >> 8 == block; i++)
        {
            var entry = page[rest[i] & 0xFF];
            var found = FoldText.ClassOf(entry);
            if (found is < LetterClass.Latin or > LetterClass.OtherLetter)
            {
                break;
            }

            var letter = FoldText.Fold(entry);
            folded[i] = letter;
            hash = Lexicon.HashNext(hash, letter);
            classes |= 1 << (int)found;
            capitals += FoldText.Capital(entry);
        }

        letters = i;
        shape = (TokenShape)((classes >> (int)LetterClass.Latin) * (int)TokenShape.Latin);
        shape |= i > 0 && FoldText.Capital(FoldText.Entry(rest[0])) > 0 ? TokenShape.Capital : TokenShape.None;
        call.Commit(i);
        position += i;
        return hash;
    }

    private static TokenShape ShapeOf(LetterClass letter) => letter switch
    {
        LetterClass.Latin => TokenShape.Latin,
        LetterClass.Cyrillic => TokenShape.Cyrillic,
        LetterClass.Arabic => TokenShape.Arabic,
        _ => TokenShape.OtherScript,
    };

    private void AppendWord(int start, int foldedStart, TokenShape shape, uint hash)
    {
        ref var token = ref Append(TokenKind.Word, start, foldedStart, shape);
        contents.Add(shape);
        var folded = call.FoldedFrom(foldedStart);
        token.Word = call.Lexicon.Find(folded, hash);
        if (token.Word != 0)
        {
            ref readonly var entry = ref call.Lexicon[token.Word];
            token.Traits = entry.Traits;
            contents.Add(entry.Traits);
            token.Names = entry.Names;
            token.Number = entry.Number;
            token.NumberValue = entry.NumberValue;
            token.Names |= entry.KeyLength == folded.Length ? entry.Listed : NameTable.Shipped.Find(hash);
            return;
        }

        token.Names = NameTable.Shipped.Find(hash);
        if (token.Names is NameTraits.None)
        {
            token.Names = OfUnknown(folded, shape);
        }
    }

    // A word of no list: an ordinary one of the large dictionaries, or a name with a small word before it. Asked once for all passes.
    private static NameTraits OfUnknown(ReadOnlySpan<char> folded, TokenShape shape) =>
        (shape & TokenShape.Arabic) != TokenShape.None ? NameAfterPrefix(folded)
        : folded.Length < 4 ? NameTraits.None
        : (shape & TokenShape.Latin) != TokenShape.None ? WordGraph.English.Contains(folded) ? NameTraits.EnglishWord : NameTraits.None
        : (shape & TokenShape.Cyrillic) != TokenShape.None && WordGraph.Russian.Contains(folded) ? NameTraits.RussianWord : NameTraits.None;

    // "and", "to", "with" are written as one word with the name: "وسهيلة", "لنادين".
    private static NameTraits NameAfterPrefix(ReadOnlySpan<char> folded)
    {
        var names = folded.Length >= 5 && folded[0] is 'و' or 'ل' or 'ب' or 'ف' ? NameTable.Shipped.Find(folded[1..]) : NameTraits.None;
        return (names & NameTraits.GivenName) != NameTraits.None && (names & NameTraits.ArabicWord) == NameTraits.None ? names : NameTraits.None;
    }

    private ref Token Append(TokenKind kind, int start, int foldedStart, TokenShape shape)
    {
        ref var token = ref call.Append();
        token = new Token
        {
            Turn = turn,
            Start = start,
            Length = position - start,
            FoldedStart = foldedStart,
            FoldedLength = call.FoldedCount - foldedStart,
            Kind = kind,
            Shape = shape | before,
        };
        before = TokenShape.None;
        return ref token;
    }
}
