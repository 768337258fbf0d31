using Earshot.Analysis.Text;
using Earshot.Masking;

namespace Earshot.Analysis.Stored;

/// <summary>
/// The words of a call as bytes: version, number of turns; for each turn the speaker, whether it has times and them in milliseconds, the
/// number of forms; then each form by its number in the book, or 0 and the form itself.
/// </summary>
public static class StoredWords
{
    private const int Version = 1;

    /// <summary>Writes the words of a masked conversation.</summary>
    public static byte[] Write(MaskedConversation conversation, WordBook book)
    {
        var bytes = new StoredBytes();
        bytes.Number(Version);
        bytes.Number(conversation.Turns.Count);
        foreach (var turn in conversation.Turns)
        {
            bytes.Number((int)CallText.SpeakerOf(turn.Speaker));
            WriteTimes(bytes, turn);
            WriteForms(bytes, Tokenizer.Forms(turn.Text.Value), book);
        }

        return bytes.ToArray();
    }

    /// <summary>The forms that stand in the call itself because the book does not have them.</summary>
    public static IEnumerable<string> NotInBook(byte[] words, WordBook book)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Visit(words, (_, form) => found.Add(form.ToString()), book);
        return found;
    }

    internal static CallText Read(ReadOnlySpan<byte> stored, FormNumbers forms)
    {
        var reader = new StoredReader(stored);
        CheckVersion(reader.Number());
        var turns = reader.Number();
        var (firsts, speakers, clocks) = (new int[turns + 1], new Speakers[turns], new TurnClock[turns]);
        var words = forms.Begin();
        Span<char> buffer = stackalloc char[WordForm.Room];
        for (var turn = 0; turn < turns; turn++)
        {
            firsts[turn] = words.Count;
            speakers[turn] = (Speakers)reader.Number();
            var (start, end) = (reader.Number(), reader.Number());
            for (var left = reader.Number(); left > 0; left--)
            {
                if (reader.Number() is var number and > 0)
                {
                    forms.Add(number, turn);
                }
                else
                {
                    words.Add(buffer, reader.Text(buffer), turn, 0, 0);
                }
            }

            clocks[turn] = ClockOf(start, end, firsts[turn], words.Count);
        }

        firsts[turns] = words.Count;
        return CallText.Stored(forms.Vocabulary, words, firsts, speakers, clocks);
    }

    /// <summary>Tells each form with who said it.</summary>
    internal static void Read(ReadOnlySpan<byte> stored, WordBook book, Action<Speakers, string> tell)
    {
        var reader = new StoredReader(stored);
        CheckVersion(reader.Number());
        Span<char> buffer = stackalloc char[WordForm.Room];
        for (var turns = reader.Number(); turns > 0; turns--)
        {
            var speaker = (Speakers)reader.Number();
            _ = (reader.Number(), reader.Number());
            for (var left = reader.Number(); left > 0; left--)
            {
                tell(speaker, reader.Number() is var number and > 0 ? book[number] : buffer[..reader.Text(buffer)].ToString());
            }
        }
    }

    private static TurnClock ClockOf(int start, int end, int first, int last) => start == 0
        ? TurnClock.Estimated
        : TurnClock.Measured(first, Math.Max(1, last - first), TimeSpan.FromMilliseconds(start - 1), TimeSpan.FromMilliseconds(Math.Max(start, end) - 1));

    private static void CheckVersion(int version)
    {
        if (version != Version)
        {
            throw new InvalidDataException("Unknown version of stored words.");
        }
    }

    // Milliseconds plus one; zero means "not known".
    private static void WriteTimes(StoredBytes bytes, MaskedTurn turn)
    {
        bytes.Number(turn.Start is { } start ? (int)start.TotalMilliseconds + 1 : 0);
        bytes.Number(turn.End is { } end ? (int)end.TotalMilliseconds + 1 : 0);
    }

    private static void WriteForms(StoredBytes bytes, List<string> forms, WordBook book)
    {
        bytes.Number(forms.Count);
        foreach (var form in forms)
        {
            var number = book.Find(form);
            bytes.Number(number);
            if (number == 0)
            {
                bytes.Text(form);
            }
        }
    }

    private static void Visit(ReadOnlySpan<byte> stored, Action<int, ReadOnlySpan<char>> visit, WordBook book)
    {
        var reader = new StoredReader(stored);
        CheckVersion(reader.Number());
        Span<char> buffer = stackalloc char[WordForm.Room];
        for (var turns = reader.Number(); turns > 0; turns--)
        {
            _ = (reader.Number(), reader.Number(), reader.Number());
            for (var left = reader.Number(); left > 0; left--)
            {
                var number = reader.Number();
                if (number == 0)
                {
                    visit(0, buffer[..reader.Text(buffer)]);
                }
                else if (number > book.Count)
                {
                    throw new InvalidDataException("The book of words is older than the call.");
                }
            }
        }
    }
}
