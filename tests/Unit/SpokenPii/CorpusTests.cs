using Earshot.Bench.SpokenPii;
using Earshot.Bench.SpokenPii.Generator;

namespace Earshot.Unit.SpokenPii;

/// <summary>The committed corpus: it is what the generator makes, its spans lie on words, its splits stay apart.</summary>
public class CorpusTests
{
    private static readonly string folder = SpokenPiiCommand.Folder();

    private static readonly Lazy<IReadOnlyList<CorpusRow>> corpus = new(() =>
    [
        .. from split in GenerateCorpus.Splits
           from lang in GenerateCorpus.Languages
           from kind in GenerateCorpus.Kinds
           from row in GenerateCorpus.Rows(folder, split, lang, kind)
           select row,
    ]);

    [Fact]
    public void Committed_files_are_what_the_generator_makes()
    {
        var stale = GenerateCorpus.Files(folder)
            .Where(f => !File.Exists(Path.Combine(folder, f.Path)) || File.ReadAllText(Path.Combine(folder, f.Path)) != f.Content)
            .Select(f => f.Path);

        Assert.Empty(stale);
    }

    [Fact]
    public void Every_span_starts_and_ends_on_a_word_inside_its_text()
    {
        var loose = AllRows().Where(r => r.Spans.Any(s => !IsOnWords(r.Text, s))).Select(r => r.Id);

        Assert.Empty(loose);
    }

    [Theory]
    [InlineData("anna is here", 0, 4, true)]
    [InlineData("anna is here", 0, 5, false)]
    [InlineData("anna is here", 0, 3, false)]
    [InlineData("anna is here", 8, 13, false)]
    public void The_check_of_spans_tells_words_from_parts_of_words(string text, int start, int end, bool onWords) =>
        Assert.Equal(onWords, IsOnWords(text, new(start, end, "PERSON")));

    [Fact]
    public void Spans_of_one_case_do_not_overlap()
    {
        var overlapping = AllRows().Where(r => r.Spans.Zip(r.Spans.Skip(1)).Any(p => p.First.End > p.Second.Start)).Select(r => r.Id);

        Assert.Empty(overlapping);
    }

    [Fact]
    public void Spans_of_turns_are_the_spans_of_the_text()
    {
        var different = AllRows().Where(r => !Values(r.Text, r.Spans).SequenceEqual(r.Turns.SelectMany(t => Values(t.Text, t.Spans)))).Select(r => r.Id);

        Assert.Empty(different);
    }

    [Fact]
    public void Ids_are_unique()
    {
        var ids = AllRows().Select(r => r.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    [InlineData("ar")]
    public void No_template_and_no_sentence_of_one_split_is_in_the_other(string lang)
    {
        var shared = Lines("train", lang).Intersect(Lines("test", lang));

        Assert.Empty(shared);
    }

    [Theory]
    [InlineData("ru", "first.m", "first.f", "last", "street", "city", "org", "site", "mail")]
    [InlineData("en", "first.m", "first.f", "last", "street", "city", "org", "site", "mail")]
    [InlineData("ar", "first.m", "first.f", "last", "street", "city", "org", "site", "mail")]
    public void Pools_of_the_splits_share_no_value(string lang, params string[] pools)
    {
        var (train, test) = (Pool("train", lang), Pool("test", lang));

        var shared = pools.SelectMany(p => train[p].Intersect(test[p]));

        Assert.Empty(shared);
    }

    /// <summary>The corpus as the generator makes it, made once for all tests; every language when none is named.</summary>
    internal static IEnumerable<CorpusRow> AllRows(params string[] langs) =>
        corpus.Value.Where(r => langs.Length == 0 || langs.Contains(r.Lang));

    private static Fillers Pool(string split, string lang) => Fillers.From(Path.Combine(folder, "fillers", split, lang + ".txt"));

    /// <summary>Headers and the longer turns; a bare "yes" may be said in both.</summary>
    private static IEnumerable<string> Lines(string split, string lang) => GenerateCorpus.Kinds
        .SelectMany(k => File.ReadLines(GenerateCorpus.TemplateFile(folder, split, lang, k)))
        .Where(l => l.StartsWith('=') || l.Length > 30);

    private static IEnumerable<string> Values(string text, IReadOnlyList<CorpusSpan> spans) => spans.Select(s => text[s.Start..s.End]);

    private static bool IsOnWords(string text, CorpusSpan span) =>
        span.Start >= 0 && span.Start < span.End && span.End <= text.Length
        && !char.IsWhiteSpace(text[span.Start]) && !char.IsWhiteSpace(text[span.End - 1])
        && (span.Start == 0 || !char.IsLetterOrDigit(text[span.Start - 1]))
        && (span.End == text.Length || !char.IsLetterOrDigit(text[span.End]));
}
