using Earshot.Analysis.Text;

namespace Earshot.Analysis.Stored;

/// <summary>A topic that nobody named before.</summary>
/// <param name="Name">Its most telling words, as customers said them.</param>
/// <param name="Search">The words to search for its calls.</param>
/// <param name="Words">More words of it.</param>
/// <param name="Calls">Indexes of its calls, the most typical first.</param>
public sealed record FoundTopic(string Name, string Search, IReadOnlyList<string> Words, IReadOnlyList<int> Calls);

/// <summary>
/// Finds what calls are about: words of customers that come together far more often than chance are grouped, and each call goes to the group
/// that explains most of it. Deterministic.
/// </summary>
public static class DiscoverTopics
{
    private const int WordsOfCall = 80;
    private const int MostTerms = 240;
    private const int FewestCalls = 5;
    private const double CommonFrom = 0.25;
    private const double Together = 0.35;
    private const int ShortestWord = 4;
    private const int LongWord = 9;

    // Words of manner and grammar, which tell nothing of a matter.
    private static readonly HashSet<string> Empty = [.. (
        "меня мне мной тебя вас вами ваш ваша ваше вашего нас наш наша себе себя этот этого эта этой эти этих того тому такой такая такие какой какая какие который которая которые " +
        "было была были будет будут есть быть можно нужно надо хочу хотел хотела хотите может могу можете сейчас сегодня вчера завтра давайте понятно хорошо ладно здравствуйте добрый " +
        "спасибо пожалуйста большое огромное отлично супер очень просто только ещё еще уже если когда потом тогда всего вообще почему потому чтобы через после перед около примерно лучше верно " +
        "двенадцать десять день дней раза минут очень всякий случай говорит сказал сказали второй вторую любезны вечера утра " +
        "that this with have from your they were been being does didn will would could should about what when where which there their them then than just like really much very here hello " +
        "good morning afternoon thanks thank please great perfect excellent fine okay right sure every again already always never name number hand today moment minutes quick kind need want " +
        "know think mean said says tell some more most many only also still into over back happy helped nothing something everything").Split(' ').Select(Stemmer.Stem)];

    /// <param name="calls">Stored words of the calls.</param>
    /// <param name="book">The book of words.</param>
    /// <param name="most">Most topics that are wanted.</param>
    public static IReadOnlyList<FoundTopic> Run(IReadOnlyList<byte[]> calls, WordBook book, int most = 20)
    {
        var said = calls.Select(words => Customer(words, book)).ToArray();
        var forms = new FormsOfStems(said);
        var terms = Terms(said);
        var groups = Group(terms);
        return [.. Assign(said, groups, terms).Where(group => group.Calls.Count >= FewestCalls).OrderByDescending(group => group.Calls.Count).Take(most)
            .Select(group => Describe(group.Terms, group.Calls, said, forms))];
    }

    private static SaidWord[] Customer(byte[] stored, WordBook book)
    {
        var words = new List<SaidWord>();
        StoredWords.Read(stored, book, (speaker, form) =>
        {
            if (speaker == Speakers.Customer && words.Count < WordsOfCall && form.Length >= ShortestWord && char.IsLetter(form[0]) && Stemmer.Stem(form) is var stem && !Empty.Contains(stem))
            {
                words.Add(new SaidWord(stem, form));
            }
        });
        return [.. words];
    }

    // Neither what everybody says nor what hardly anybody does.
    private static Dictionary<string, HashSet<int>> Terms(SaidWord[][] said)
    {
        var found = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        for (var call = 0; call < said.Length; call++)
        {
            foreach (var word in said[call])
            {
                (found.TryGetValue(word.Stem, out var calls) ? calls : found[word.Stem] = []).Add(call);
            }
        }

        return found.Where(pair => pair.Value.Count >= FewestCalls && pair.Value.Count <= said.Length * CommonFrom)
            .OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostTerms).ToDictionary(StringComparer.Ordinal);
    }

    // Each word joins the group with which it shares most calls, on average; words without company stay out.
    private static List<List<string>> Group(Dictionary<string, HashSet<int>> terms)
    {
        var groups = new List<List<string>>();
        foreach (var term in terms.Keys)
        {
            var best = groups.Select(group => (Group: group, Near: group.Average(other => Nearness(terms[term], terms[other])))).OrderByDescending(pair => pair.Near).FirstOrDefault();
            if (best.Group is not null && best.Near >= Together)
            {
                best.Group.Add(term);
            }
            else
            {
                groups.Add([term]);
            }
        }

        return [.. groups.Where(group => group.Count > 1)];
    }

    private static double Nearness(HashSet<int> left, HashSet<int> right)
    {
        var (small, large) = left.Count < right.Count ? (left, right) : (right, left);
        var both = small.Count(large.Contains);
        return both / Math.Sqrt((double)left.Count * right.Count);
    }

    private static List<(List<string> Terms, List<int> Calls)> Assign(SaidWord[][] said, List<List<string>> groups, Dictionary<string, HashSet<int>> terms)
    {
        var calls = groups.Select(_ => new List<(int Call, double Weight)>()).ToArray();
        for (var call = 0; call < said.Length; call++)
        {
            var weights = groups.Select(group => group.Where(term => terms[term].Contains(call)).Sum(term => Math.Log((double)said.Length / terms[term].Count))).ToArray();
            if (weights.Length > 0 && weights.Max() is > 0 and var weight)
            {
                calls[Array.IndexOf(weights, weight)].Add((call, weight));
            }
        }

        return [.. groups.Select((group, i) => (group, calls[i].OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Call).Select(pair => pair.Call).ToList()))];
    }

    private static FoundTopic Describe(List<string> terms, List<int> calls, SaidWord[][] said, FormsOfStems forms)
    {
        var words = terms.OrderByDescending(term => calls.Count(call => said[call].Any(word => word.Stem == term)) * Math.Min(LongWord, term.Length)).ThenBy(term => term, StringComparer.Ordinal).Select(forms.Most).ToArray();
        return new FoundTopic(string.Join(", ", words.Take(3)), string.Join(' ', words.Take(2)), [.. words.Skip(3).Take(6)], calls);
    }

    private readonly record struct SaidWord(string Stem, string Form);

    // The form in which a word is said most.
    private sealed class FormsOfStems(SaidWord[][] said)
    {
        private readonly ILookup<string, string> forms = said.SelectMany(words => words).ToLookup(word => word.Stem, word => word.Form, StringComparer.Ordinal);

        public string Most(string stem) => forms[stem].GroupBy(form => form, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;
    }
}
