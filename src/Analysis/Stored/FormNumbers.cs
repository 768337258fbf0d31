using Earshot.Analysis.Text;

namespace Earshot.Analysis.Stored;

/// <summary>The forms of a book as words of a vocabulary: worked out once, then a look-up by number. For one thread.</summary>
internal sealed class FormNumbers
{
    private readonly (int First, int Count)[] words;
    private readonly CallWords reading;

    public FormNumbers(WordBook book, Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        reading = new CallWords(vocabulary);
        words = new (int First, int Count)[book.Count + 1];
        Span<char> buffer = stackalloc char[WordForm.Room];
        for (var number = 1; number <= book.Count; number++)
        {
            var form = book[number].AsSpan(0, Math.Min(WordForm.Longest, book[number].Length));
            form.CopyTo(buffer);
            words[number] = vocabulary.Find(buffer[..form.Length], WordForm.Hash(buffer, form.Length));
        }
    }

    public Vocabulary Vocabulary { get; }

    public CallWords Begin()
    {
        reading.Clear();
        return reading;
    }

    public void Add(int number, int turn)
    {
        var (first, count) = words[number];
        reading.Add(first, count, turn, 0, 0);
    }
}
