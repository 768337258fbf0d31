namespace Earshot.Analysis.Stored;

/// <summary>
/// Written forms of words by number, shared by the stored calls of an organization. A form is in the book only when several calls have
/// it; others stand in the call itself. Numbers run from 1 and never change.
/// </summary>
public sealed class WordBook
{
    /// <summary>Most forms that a book holds.</summary>
    public const int MostForms = 60_000;

    /// <summary>A book without forms.</summary>
    public static readonly WordBook Empty = new([]);

    private readonly string[] forms;
    private readonly Dictionary<string, int> numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>Makes a book.</summary>
    /// <param name="forms">The forms in the order of their numbers, from 1.</param>
    public WordBook(IEnumerable<string> forms)
    {
        this.forms = [.. forms.Take(MostForms)];
        numbers = new Dictionary<string, int>(this.forms.Length, StringComparer.Ordinal);
        for (var i = 0; i < this.forms.Length; i++)
        {
            numbers.TryAdd(this.forms[i], i + 1);
        }

        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many forms there are.</summary>
    public int Count => forms.Length;

    /// <summary>The form with a number.</summary>
    public string this[int number] => forms[number - 1];

    /// <summary>Number of a form; 0 when it is not in the book.</summary>
    public int Find(ReadOnlySpan<char> form) => lookup.TryGetValue(form, out var number) ? number : 0;
}
