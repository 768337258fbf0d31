using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Earshot.Analysis.Text;

/// <summary>Collects the words of one call while it is read.</summary>
internal sealed class CallWords(Vocabulary vocabulary)
{
    private Token[] tokens = ArrayPool<Token>.Shared.Rent(1024);

    /// <summary>How many words were read.</summary>
    public int Count { get; private set; }

    /// <summary>Words for which the vocabulary had no more room.</summary>
    public List<Word> Extra { get; } = [];

    public Token[] ToArray() => tokens.AsSpan(0, Count).ToArray();

    public void Clear()
    {
        Count = 0;
        Extra.Clear();
    }

    /// <summary>Adds the words of a form that stands in a buffer of <see cref="WordForm.Room"/> letters.</summary>
    public void Add(Span<char> buffer, int length, int turn, int start, int textLength)
    {
        var (first, count) = vocabulary.Find(buffer[..length], WordForm.Hash(buffer, length));
        if (count == 0)
        {
            AddExtra(buffer[..length], turn, start, textLength);
        }

        Add(first, count, turn, start, textLength);
    }

    /// <summary>Adds the word of a form of fewer letters than a block has; false when it is new, or several words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(Vector256<ushort> form, int length, int turn, int start)
    {
        var (first, words) = vocabulary.Words.Find(form, WordForm.Hash(form, length));
        if (words != 1 || Count == tokens.Length)
        {
            return false;
        }

        tokens[Count++] = new Token(first, turn, start, length);
        return true;
    }

    /// <summary>Adds words that are numbered already.</summary>
    public void Add(int first, int count, int turn, int start, int textLength)
    {
        if (Count + count > tokens.Length)
        {
            Grow();
        }

        for (var i = 0; i < count; i++)
        {
            tokens[Count++] = new Token(first + i, turn, start, textLength);
        }
    }

    /// <summary>Gives the room for words back; to be called when nothing more is read.</summary>
    public void Release()
    {
        ArrayPool<Token>.Shared.Return(tokens);
        tokens = [];
        Count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<Token>.Shared.Rent(tokens.Length * 2);
        tokens.CopyTo(larger.AsSpan());
        ArrayPool<Token>.Shared.Return(tokens);
        tokens = larger;
    }

    private void AddExtra(ReadOnlySpan<char> form, int turn, int start, int textLength)
    {
        foreach (var word in vocabulary.Describe(form))
        {
            Extra.Add(word);
            Add(-Extra.Count, 1, turn, start, textLength);
        }
    }
}
