using System.Text;
using System.Text.Json.Nodes;

namespace Earshot.Bench.NameTagger;

/// <summary>English texts of the train split again with other people in them, so that the tagger learns the sentences and not the few names of the split.</summary>
internal sealed class SwapNames(FillTemplates names)
{
    private const int Copies = 3;

    public IEnumerable<TrainingText> Texts(JsonNode row)
    {
        var people = row["spans"]!.AsArray().Count(span => (string)span!["type"]! is "PERSON");
        for (var copy = 0; (string)row["lang"]! is "en" && people > 0 && copy < Copies; copy++)
        {
            yield return Swap(row);
        }
    }

    private TrainingText Swap(JsonNode row)
    {
        var (source, at, text) = ((string)row["text"]!, 0, new StringBuilder());
        var (found, known) = (new List<(int, int)>(), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        foreach (var span in row["spans"]!.AsArray().OrderBy(span => (int)span!["start"]!))
        {
            var (start, end) = ((int)span!["start"]!, (int)span["end"]!);
            text.Append(source, at, start - at);
            var value = (string)span["type"]! is "PERSON" ? Another(source[start..end], known) : source[start..end];
            if ((string)span["type"]! is "PERSON" or "EMAIL" or "USERNAME")
            {
                found.Add((text.Length, text.Length + value.Length));
            }

            text.Append(value);
            at = end;
        }

        return new TrainingText("en", text.Append(source, at, source.Length - at).ToString(), found);
    }

    // Spelled names stay: their letters belong to the word before them.
    private string Another(string name, Dictionary<string, string> known)
    {
        var words = name.Split(' ');
        return words.Length > 3 || words.Any(word => word.Length < 3)
            ? name
            : string.Join(' ', words.Select((word, place) => Cased(word, known.TryGetValue(word, out var other) ? other : known[word] = names.AnotherEnglish(place))));
    }

    private static string Cased(string like, string name) => char.IsUpper(like[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;
}
