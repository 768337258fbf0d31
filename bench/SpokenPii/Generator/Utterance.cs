using System.Text;

namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>Collects the words of one turn and the spans of its values; keeps single spaces.</summary>
internal sealed class Utterance
{
    private readonly StringBuilder text = new();
    private readonly List<CorpusSpan> spans = [];

    public int Length => text.Length;

    public void Say(string words)
    {
        foreach (var ch in words)
        {
            if (ch != ' ' || (text.Length > 0 && text[^1] != ' '))
            {
                text.Append(ch);
            }
        }
    }

    public void Say(string words, string type)
    {
        var from = Length;
        Say(words);
        Label(from, type);
    }

    /// <summary>Labels what was said since <paramref name="from"/> as one value; it takes the place of spans inside it.</summary>
    public void Label(int from, string type)
    {
        var end = text.Length;
        while (from < end && text[from] == ' ')
        {
            from++;
        }

        while (end > from && text[end - 1] == ' ')
        {
            end--;
        }

        if (from < end)
        {
            spans.RemoveAll(s => s.Start >= from);
            spans.Add(new(from, end, type));
        }
    }

    /// <summary>All of it is in the Basic Multilingual Plane, so a UTF-16 unit is a code point; anything else is a mistake here.</summary>
    public CorpusTurn ToTurn(string speaker, bool cased)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        if (cased)
        {
            Capitalise();
        }

        var done = text.ToString();
        return done.Any(char.IsSurrogate)
            ? throw new FormatException("Characters beyond the basic plane: " + done)
            : new(speaker, done, [.. spans.OrderBy(s => s.Start)]);
    }

    private void Capitalise()
    {
        foreach (var span in spans.Where(s => s.Type is "PERSON" or "LOCATION"))
        {
            for (var i = span.Start; i < span.End; i++)
            {
                if (i == span.Start || text[i - 1] is ' ' or '-')
                {
                    text[i] = char.ToUpperInvariant(text[i]);
                }
            }
        }

        if (text.Length > 0)
        {
            text[0] = char.ToUpperInvariant(text[0]);
            text.Append(text[^1] is '.' or '?' ? string.Empty : ".");
        }
    }
}
