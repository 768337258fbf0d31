using Earshot.Masking.Names;

namespace Earshot.Unit.Masking.Names;

public sealed class NameShapeTests
{
    [Theory]
    [InlineData("راميش")]
    [InlineData("كريستينا")]
    [InlineData("شهيره")]
    [InlineData("kowalczyk")]
    [InlineData("okonkwo")]
    public void A_name_is_shaped_like_one(string folded) => Assert.True(NameShape.Shipped.Of(folded) > NameShape.Bare);

    [Theory]
    [InlineData("المصاريف")]
    [InlineData("يشتغلوا")]
    [InlineData("بالتطبيق")]
    [InlineData("throughput")]
    [InlineData("misconfigured")]
    public void A_word_is_not(string folded) => Assert.True(NameShape.Shipped.Of(folded) < NameShape.Bare);

    [Theory]
    [InlineData("щербаков")]
    [InlineData("東京")]
    [InlineData("")]
    public void Other_scripts_say_nothing(string folded) => Assert.Equal(0, NameShape.Shipped.Of(folded));

    [Fact]
    public void A_long_word_is_read_to_its_limit() => Assert.True(float.IsFinite(NameShape.Shipped.Of(new string('m', 10_000))));

    [Theory]
    [InlineData("الصمام", true)]
    [InlineData("بالراوتر", true)]
    [InlineData("حسابهم", true)]
    [InlineData("روهيت", false)]
    [InlineData("جومانه", false)]
    public void What_is_written_together_with_a_word_makes_no_name(string folded, bool inflected) => Assert.Equal(inflected, ArabicWords.IsInflected(folded));
}
