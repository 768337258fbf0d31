using Earshot.Analysis;
using Earshot.Platform.Scoring;
using Earshot.Platform.Scoring.Alerts;

namespace Earshot.Unit.Platform.Scoring.Alerts;

public sealed class WriteAlertTests
{
    public static TheoryData<string> Flags => [.. Analyst.FlagNames];

    [Theory]
    [InlineData("en", "flag “Rude agent” on 5 calls within 24 h")]
    [InlineData("ru", "флаг «Сотрудник груб»: звонков 5 за 24 ч")]
    public void A_letter_names_the_flag_in_the_language_of_its_reader(string language, string words)
    {
        var rule = new AlertRuleLine(Guid.Empty, AlertKinds.Flag, "rude_agent", 5, 24, null, null, 24, false);
        var letter = WriteAlert.Write(new AlertLine(Guid.Empty, rule, default, default, 6, null, default), language, new Uri("https://earshot.example")).Text();

        Assert.Contains(words, letter, StringComparison.Ordinal);
        Assert.DoesNotContain("rude_agent", letter, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Flags))]
    public void Every_flag_has_a_name_in_both_languages(string flag)
    {
        Assert.NotNull(FlagNames.Find(flag, "en"));
        Assert.NotEqual(FlagNames.Find(flag, "en"), FlagNames.Find(flag, "ru"));
    }
}
