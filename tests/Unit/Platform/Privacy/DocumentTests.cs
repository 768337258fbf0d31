using Earshot.Platform.Accounts;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.Controls;
using Earshot.Platform.Privacy.Documents;

namespace Earshot.Unit.Platform.Privacy;

/// <summary>Documents are built from templates and data; a sentence that nothing keeps is not published.</summary>
public sealed class DocumentTests
{
    private static readonly Operator Somebody = new()
    {
        Name = "Sample Ltd", TaxId = "1", RegistrationNumber = "2", RegistryNumber = "3", Address = "1 Sample Street", Email = "privacy@sample.example", Responsible = "Vera Example",
    };

    private static readonly HashSet<string> Working = [.. AllControls.List.Where(control => control.Kind is not CheckKind.Awaited).Select(control => control.Id)];

    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var name in BuiltDocument.Names)
        {
            foreach (var profile in BuiltDocument.Profiles)
            {
                all.Add(name, profile);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_promise_of_every_document_rests_on_a_control_that_runs(string name, string profile) =>
        Assert.Empty(BuildDocument.Run(name, profile, Somebody, []).Unbound(Working).Select(block => block.Text.English));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_sentence_is_there_in_both_languages_with_nothing_left_open(string name, string profile)
    {
        var blocks = BuildDocument.Run(name, profile, Somebody, []).Blocks;

        Assert.DoesNotContain(blocks, block => block.Text.English.Length == 0 || block.Text.Russian.Length == 0 || block.Text.English == block.Text.Russian);
        Assert.DoesNotContain(blocks, block => block.Text.English.Contains('{', StringComparison.Ordinal) || block.Text.Russian.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void A_promise_that_rests_on_nothing_or_on_what_is_not_built_is_found()
    {
        BuiltDocument document = new("privacy", "ru", [new("promise", new("a", "б"), []), new("promise", new("a", "б"), ["payments"]), new("promise", new("a", "б"), ["audit-chain"]), new("note", new("a", "б"), [])]);

        Assert.Equal(2, document.Unbound(Working).Count());
    }

    [Theory]
    [InlineData("ru", "Roskomnadzor")]
    [InlineData("eu", "2016/679")]
    [InlineData("ae", "UAE Data Office")]
    public void Each_profile_names_its_own_law_and_no_other(string profile, string authority)
    {
        var texts = BuildDocument.Run("privacy", profile, Somebody, []).Blocks.Select(block => block.Text.English).ToArray();

        Assert.Contains(texts, text => text.Contains(authority, StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => new[] { "Roskomnadzor", "2016/679", "UAE Data Office" }.Any(other => other != authority && text.Contains(other, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_missing_of_the_operator_is_named() =>
        Assert.Equal(["responsible", "registry_number"], (Somebody with { Responsible = " ", RegistryNumber = "" }).Missing("ru"));

    [Fact]
    public void Numbers_of_the_russian_registers_are_needed_in_russia_alone() =>
        Assert.Empty((Somebody with { TaxId = "", RegistrationNumber = "", RegistryNumber = "" }).Missing("eu"));

    [Fact]
    public void The_digest_changes_with_a_word_and_survives_storage()
    {
        var document = BuildDocument.Run("privacy", "ru", Somebody, []);
        var stored = DocumentFormat.Read(DocumentFormat.Write(document));

        Assert.Equal(DocumentFormat.Digest(document), DocumentFormat.Digest(stored));
        Assert.NotEqual(DocumentFormat.Digest(document), DocumentFormat.Digest(BuildDocument.Run("privacy", "ru", Somebody with { Name = "Other Ltd" }, [])));
    }

    [Fact]
    public void A_comparison_shows_what_came_and_what_went()
    {
        Block Sentence(string text) => new("note", new Said(text, text), []);

        var changes = CompareVersions.Run([Sentence("a"), Sentence("b"), Sentence("c")], [Sentence("a"), Sentence("x"), Sentence("c")], "en");

        Assert.Equal(["same a", "removed b", "added x", "same c"], changes.Select(change => $"{change.Change} {change.Block.Text.English}"));
    }

    [Fact]
    public void A_template_line_without_its_russian_text_is_refused() => Assert.Throws<FormatException>(() => DocumentTemplate.Parse("# Title\n= Next\n  Дальше"));

    [Fact]
    public void An_agreement_has_the_same_number_of_points_in_both_languages()
    {
        static int Points(string text) => text.Split('\n').Count(line => line.Length > 0 && char.IsAsciiDigit(line[0]));

        Assert.Equal(Points(AgreementTexts.DataProcessing("en")), Points(AgreementTexts.DataProcessing("ru")));
        Assert.Equal(Points(AgreementTexts.Terms("en")), Points(AgreementTexts.Terms("ru")));
    }
}
