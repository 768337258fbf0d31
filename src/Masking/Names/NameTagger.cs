using System.Runtime.InteropServices;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>
/// A linear model, trained by this project as an averaged perceptron, that says by features of a chain and of the words around it
/// whether the chain is the name of a person. Runs on chains only. See docs/masking-model-card.md.
/// </summary>
internal sealed class NameTagger
{
    /// <summary>Number of weights; features are hashed into them.</summary>
    public const int Size = 1 << 16;

    /// <summary>Weights are stored as whole numbers of this fraction.</summary>
    public const float Step = 1 / 256f;

    private readonly byte[] weights;

    public NameTagger(byte[] weights) => this.weights = weights;

    /// <summary>The model file.</summary>
    public byte[] Weights => weights;

    /// <summary>The model that ships with the library.</summary>
    public static NameTagger Shipped { get; } = new(NameTable.ReadResource("tagger.bin"));

    /// <summary>Above zero: a name. About one is sure.</summary>
    public float Margin(ReadOnlySpan<int> features)
    {
        var table = MemoryMarshal.Cast<byte, short>(weights);
        if (table.Length != Size)
        {
            return 0;
        }

        var sum = 0;
        foreach (var feature in features)
        {
            sum += table[feature];
        }

        return sum * Step;
    }
}

/// <summary>Features of a chain, as places in the table of weights.</summary>
internal ref struct NameFeatures
{
    public const int Most = 64;

    private readonly Span<int> places;
    private int count;

    private NameFeatures(Span<int> places) => this.places = places;

    /// <summary>Fills the buffer; the result is its used part.</summary>
    public static ReadOnlySpan<int> Of(TokenisedCall call, in NameChain chain, bool cased, float score, Span<int> places)
    {
        var features = new NameFeatures(places);
        features.Read(call, chain, cased, score);
        return places[..features.count];
    }

    private void Read(TokenisedCall call, in NameChain chain, bool cased, float score)
    {
        var shape = Shape(chain);
        var script = (uint)(call.Tokens[chain.Tokens[0]].Shape & (TokenShape.Latin | TokenShape.Cyrillic | TokenShape.Arabic)) + (cased ? 1u : 0u);
        Add(1, script, 0);
        Add(2, shape, script);
        Add(3, (uint)chain.Before, script);
        Add(4, (uint)chain.After, script);
        Add(5, (uint)chain.Before, shape);
        Add(6, (uint)chain.After, shape);
        Add(7, (uint)chain.Context, script);
        Add(8, (uint)chain.Context, shape);
        Add(9, (uint)chain.Count, script);
        for (var i = 0; i < chain.Count; i++)
        {
            Add(10, (uint)chain.Parts[i], script);
        }

        Add(11, (uint)(int)MathF.Round(Math.Clamp(score, -0.5f, 1.5f) * 8), script);
        ReadAround(call, chain, shape);
        ReadWords(call, chain);
    }

    // The endings of words that no list knows, and the word itself where it may be an ordinary one.
    private void ReadWords(TokenisedCall call, in NameChain chain)
    {
        for (var i = 0; i < chain.Count && i < 3; i++)
        {
            var word = call.Folded(chain.Tokens[i]);
            if (chain.Parts[i].Has(NamePart.Unknown | NamePart.Likely))
            {
                Add(40, Lexicon.HashOf(word[Math.Max(0, word.Length - 3)..]), 0);
                Add(41, Lexicon.HashOf(word[Math.Max(0, word.Length - 2)..]), 0);
                Add(42, Lexicon.HashOf(word[..Math.Min(3, word.Length)]), 0);
                Add(43, (uint)Math.Min(12, word.Length), 0);
                ReadShape(call, chain, word);
            }
        }

        if (chain.Count == 1 && chain.Parts[0].Has(NamePart.Ambiguous))
        {
            var word = Lexicon.HashOf(call.Folded(chain.Tokens[0]));
            Add(44, word, 0);
            Add(45, word, WordAt(call, chain.First - 1, chain.First, -1));
            Add(46, word, WordAt(call, chain.Last + 1, chain.Last, 1));
        }
    }

    private void ReadShape(TokenisedCall call, in NameChain chain, ReadOnlySpan<char> word)
    {
        if (!NameShape.Reads(word))
        {
            return;
        }

        var shape = (uint)(int)MathF.Round(Math.Clamp(call.Shapes.Of(word), -6, 5) + 6);
        Add(47, shape, (uint)chain.Count);
        Add(48, shape, (uint)chain.Before);
        Add(49, shape, (uint)chain.Context);
    }

    private void ReadAround(TokenisedCall call, in NameChain chain, uint shape)
    {
        var before = WordAt(call, chain.First - 1, chain.First, -1);
        var before2 = WordAt(call, chain.First - 2, chain.First, -1);
        var after = WordAt(call, chain.Last + 1, chain.Last, 1);
        var after2 = WordAt(call, chain.Last + 2, chain.Last, 1);
        Add(20, before, 0);
        Add(21, before, shape);
        Add(22, before, before2);
        Add(23, after, 0);
        Add(24, after, shape);
        Add(25, after, after2);
        Add(26, before, after);
        Add(27, TraitsAt(call, chain.First - 1), shape);
        Add(28, TraitsAt(call, chain.Last + 1), shape);
        Add(29, before2, shape);
        Add(30, after2, shape);
        Add(31, (before == 0 ? 1u : 0) + (after == 0 ? 2u : 0), shape);
        ReadInflection(call, chain, shape, before != 0, after != 0, after2 != 0);
    }

    // How the neighbours end, and in Arabic how they begin, tells verbs from nouns in sentences that were never seen.
    private void ReadInflection(TokenisedCall call, in NameChain chain, uint shape, bool hasBefore, bool hasAfter, bool hasSecond)
    {
        var ending = hasAfter ? Ending(call, chain.Last + 1, 2) : 0;
        Add(32, ending, shape);
        Add(33, hasAfter ? Ending(call, chain.Last + 1, 3) : 0, 0);
        Add(34, hasBefore ? Ending(call, chain.First - 1, 3) : 0, 0);
        Add(35, hasBefore ? Ending(call, chain.First - 1, 2) : 0, shape);
        Add(36, hasSecond ? Ending(call, chain.Last + 2, 2) : 0, ending);
        Add(37, hasAfter && call.Tokens[chain.Last + 1].Kind is TokenKind.Word ? Lexicon.HashOf(call.Folded(chain.Last + 1)[..1]) : 0, shape);
    }

    // A value looks the same before and after it is masked.
    private static uint Ending(TokenisedCall call, int index, int letters)
    {
        if (call.Tokens[index].Kind is not TokenKind.Word || call.Tokens[index].Is(WordTraits.Number))
        {
            return call.Tokens[index].Kind is TokenKind.Placeholder ? 8u : 7u;
        }

        var word = call.Folded(index);
        return Lexicon.HashOf(word[Math.Max(0, word.Length - letters)..]);
    }

    private static uint Shape(in NameChain chain)
    {
        var shape = (uint)chain.Count;
        for (var i = 0; i < chain.Count && i < 4; i++)
        {
            shape = (shape * 31) + (uint)(chain.Parts[i] & ~(NamePart.Diminutive | NamePart.Frequent | NamePart.Proper));
        }

        return shape;
    }

    // Zero where the line begins or ends in between.
    private static uint WordAt(TokenisedCall call, int index, int from, int direction)
    {
        if ((uint)index >= (uint)call.Tokens.Length)
        {
            return 0;
        }

        for (var i = direction < 0 ? from : index; i != (direction < 0 ? index : from); i--)
        {
            if (call.Tokens[i].Is(TokenShape.LineStart))
            {
                return 0;
            }
        }

        return call.Tokens[index].Kind is TokenKind.Placeholder ? 8 : call.Tokens[index].Kind is TokenKind.Number || call.Tokens[index].Is(WordTraits.Number) ? 7 : Lexicon.HashOf(call.Folded(index));
    }

    private static uint TraitsAt(TokenisedCall call, int index)
    {
        if ((uint)index >= (uint)call.Tokens.Length)
        {
            return 1;
        }

        if (call.Tokens[index].Kind is TokenKind.Placeholder)
        {
            return 3;
        }

        if (call.Tokens[index].Kind is TokenKind.Number || call.Tokens[index].Is(WordTraits.Number))
        {
            return 2;
        }

        var traits = (ulong)(call.Tokens[index].Names & ~NameTraits.Lexical);
        return (uint)(traits ^ (traits >> 32));
    }

    private void Add(uint kind, uint first, uint second)
    {
        var hash = (kind * 0x9E3779B1u) ^ (first * 0x85EBCA6Bu);
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6Du;
        hash ^= second * 0xC2B2AE35u;
        hash = (hash ^ (hash >> 13)) * 0x297A2D39u;
        places[count++] = (int)((hash ^ (hash >> 16)) & (NameTagger.Size - 1));
    }
}
