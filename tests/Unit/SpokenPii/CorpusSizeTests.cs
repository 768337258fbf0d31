using Earshot.Bench.SpokenPii;
using Earshot.Bench.SpokenPii.Generator;

namespace Earshot.Unit.SpokenPii;

/// <summary>What the datasheet promises about size and balance.</summary>
public class CorpusSizeTests
{
    [Theory]
    [InlineData("ru", 600, 60)]
    [InlineData("en", 600, 60)]
    [InlineData("ar", 200, 30)]
    public void There_are_enough_snippets_and_dialogues(string lang, int snippets, int dialogues)
    {
        var kinds = CorpusTests.AllRows(lang).CountBy(r => r.Kind).ToDictionary();

        Assert.True(kinds["snippet"] >= snippets && kinds["dialogue"] >= dialogues, string.Join(", ", kinds));
    }

    [Theory]
    [InlineData("ru", 150)]
    [InlineData("en", 150)]
    [InlineData("ar", 70)]
    public void There_are_enough_templates_and_two_fifths_of_them_are_for_the_test(string lang, int templates)
    {
        var train = Templates("train", lang);
        var test = Templates("test", lang);

        Assert.True(train + test >= templates, $"{train} + {test}");
        Assert.InRange((double)test / (train + test), 0.37, 0.43);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    [InlineData("ar")]
    public void A_third_of_the_snippets_holds_no_personal_data(string lang)
    {
        var snippets = CorpusTests.AllRows(lang).Where(r => r.Kind == "snippet").ToList();

        Assert.InRange(snippets.Count(r => r.Spans.Count == 0) / (double)snippets.Count, 0.33, 0.40);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    [InlineData("ar")]
    public void Dialogues_are_as_long_and_as_thinly_personal_as_real_calls(string lang)
    {
        var dialogues = CorpusTests.AllRows(lang).Where(r => r.Kind == "dialogue").ToList();
        var personal = dialogues.Where(r => r.Spans.Count > 0).Average(r => r.Spans.Sum(s => s.End - s.Start) / (double)r.Text.Length);

        Assert.All(dialogues, r => Assert.InRange(r.Turns.Count, 15, 60));
        Assert.InRange(personal, 0.02, 0.10);
    }

    [Fact]
    public void Every_type_of_personal_data_is_there()
    {
        var types = CorpusTests.AllRows().SelectMany(r => r.Spans).Select(s => s.Type).Distinct().Order();

        Assert.Equal(
            ["ADDRESS", "BANK_ACCOUNT", "CARD", "DATE_OF_BIRTH", "DOCUMENT", "EMAIL", "IP", "LOCATION", "ORG", "OTHER", "PERSON", "PHONE", "URL", "USERNAME"],
            types);
    }

    private static int Templates(string split, string lang) =>
        ReadTemplates.From(GenerateCorpus.TemplateFile(SpokenPiiCommand.Folder(), split, lang, "snippets")).Count;
}
