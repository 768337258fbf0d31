using Earshot.Platform.Calls.Tuning;

namespace Earshot.Unit.Platform.Calls;

public sealed class CheckTuningTests
{
    [Theory]
    [InlineData("Ромашка", null)]
    [InlineData("ромашк*", null)]
    [InlineData("Роза ветров", null)]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("Анна", "common_name")]
    [InlineData("иван*", "common_name")]
    [InlineData("Анна Мария", "common_name")]
    [InlineData("8 916 555", "number")]
    [InlineData("дом 5", "number")]
    [InlineData("а", "too_short")]
    [InlineData("*", "too_short")]
    [InlineData("ро*", "star")]
    [InlineData("ром*шка", "star")]
    [InlineData("Заря", "both")]
    [InlineData("ро\u0007за", "bad_character")]
    public void A_line_that_lets_through_is_looked_at(string line, string? code) =>
        Assert.Equal(code, CheckTuning.Run(new MaskingTuning([line], ["заря"], [])).SingleOrDefault()?.Code);

    [Theory]
    [InlineData("Анна", null)]
    [InlineData("проект 5", null)]
    [InlineData("х", "too_short")]
    [InlineData("за*ря", "star")]
    public void A_line_that_is_always_masked_may_be_a_name_and_a_number(string line, string? code) =>
        Assert.Equal(code, CheckTuning.Run(new MaskingTuning([], [line], [])).SingleOrDefault()?.Code);

    [Theory]
    [InlineData("договор", @"КД-\d{6}", "Document", null, null)]
    [InlineData("", "", "", null, null)]
    [InlineData("", @"КД-\d{6}", "Document", "name", null)]
    [InlineData("договор", @"КД-\d{6}", "Nothing", "type", null)]
    [InlineData("договор", "КД-(", "Document", "pattern_syntax", 5)]
    [InlineData("договор", "(?=a)b", "Document", "pattern_unlimited", null)]
    [InlineData("договор", "a*", "Document", "pattern_empty", null)]
    [InlineData("договор", "", "Document", "pattern_length", null)]
    [InlineData("слова", @"\w+", "Other", "wide", null)]
    public void A_pattern_is_looked_at(string name, string pattern, string type, string? code, int? position)
    {
        var remark = CheckTuning.Run(new MaskingTuning([], [], [new OwnPattern(name, pattern, type)])).SingleOrDefault();

        Assert.Equal((code, position), (remark?.Code, remark?.Position));
    }

    [Fact]
    public void Two_patterns_have_two_names() =>
        Assert.Equal(
            [("same_name", 2)],
            CheckTuning.Run(new MaskingTuning([], [], [new OwnPattern("A", "aaa", "Other"), new OwnPattern("a", "bbb", "Other")])).Select(remark => (remark.Code, remark.Line)));

    [Fact]
    public void Lines_are_counted_without_the_empty_ones_and_named_as_they_stand()
    {
        string[] lines = ["", .. Enumerable.Range(0, MaskingTuning.MostLines + 1).Select(i => $"слово{(char)('а' + (i % 30))}{(char)('а' + (i / 30))}")];

        Assert.Equal(("too_many", MaskingTuning.MostLines + 2), CheckTuning.Run(new MaskingTuning([], lines, [])).Select(remark => (remark.Code, remark.Line)).Single());
    }

    [Fact]
    public void Only_a_warning_may_be_accepted() =>
        Assert.Equal(["common_name"], CheckTuning.Run(new MaskingTuning(["Анна", "5"], [], [])).Where(remark => remark.IsWarning).Select(remark => remark.Code));

    [Fact]
    public void What_is_kept_is_tidy_and_once() =>
        Assert.Equal(["Заря", "проект икс"], new MaskingTuning([], [" проект\t икс ", "Заря", "", "заря"], []).Tidied().Deny);
}
