using Earshot.Analysis;
using Earshot.Analysis.Sentiment;
using Earshot.Web.Texts;

namespace Earshot.Unit.Web;

public sealed class NameTextsTests
{
    public static TheoryData<string> Flags => [.. Analyst.FlagNames];

    [Theory]
    [MemberData(nameof(Flags))]
    public void Every_flag_has_a_Russian_name(string flag) => Assert.True(IsRussian(AllTexts.Of(Language.Russian).Names.Flag(flag)), flag);

    [Theory]
    [InlineData("greeting")]
    [InlineData("introduction")]
    [InlineData("need_clarified")]
    [InlineData("solution_offered")]
    [InlineData("next_step")]
    [InlineData("thanks")]
    public void Every_step_has_a_Russian_name(string step) => Assert.True(IsRussian(AllTexts.Of(Language.Russian).Names.Step(step)), step);

    public static TheoryData<string> Signs => [.. EndingSigns.Names];

    [Theory]
    [MemberData(nameof(Signs))]
    public void Every_sign_of_how_a_call_went_has_a_Russian_name(string sign) => Assert.True(IsRussian(AllTexts.Of(Language.Russian).Names.Sign(sign) ?? string.Empty), sign);

    [Fact]
    public void A_sign_that_is_not_weighed_any_more_has_no_name() => Assert.Null(AllTexts.Of(Language.English).Names.Sign("end.hedged"));

    [Fact]
    public void A_name_that_nobody_translated_is_noticed() => Assert.False(IsRussian(AllTexts.Of(Language.Russian).Names.Flag("no_such_flag")));

    private static bool IsRussian(string name) => name.Length > 0 && name.All(sign => sign is >= 'А' and <= 'я' or 'ё' or ' ');
}
