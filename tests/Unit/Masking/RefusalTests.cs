using Earshot.Masking;
using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Unit.Masking;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("收货地址：朝阳区建国路88号 请尽快 谢谢 您好", null)]
    [InlineData("hello there", "xx")]
    public void An_unsupported_language_is_refused(string text, string? language) =>
        Assert.Equal(MaskingRefusal.UnsupportedLanguage, new Masker().Mask(text, language).Refusal);

    [Fact]
    public void A_text_above_the_limit_is_refused() =>
        Assert.Equal(MaskingRefusal.TooLarge, new Masker(new MaskingOptions { MaximumLength = 10 }).Mask("more than ten", "en").Refusal);

    [Fact]
    public void A_recogniser_that_fails_stops_the_text() =>
        Assert.Equal(MaskingRefusal.RecogniserFailed, new Masker(new MaskingOptions(), [new Broken()]).Mask("any", "en").Refusal);

    [Theory]
    [InlineData("привет как дела", "ru")]
    [InlineData("hello how are you", "en")]
    [InlineData("مرحبا كيف حالك", "ar")]
    [InlineData("ich bin nicht der Herr", "de")]
    [InlineData("je ne suis pas chez vous", "fr")]
    public void The_language_is_found_out(string text, string expected) =>
        Assert.Equal(expected, new Masker().Mask(new Conversation(null, [new Turn("agent", text)])).Value.Language);

    [Theory]
    [InlineData("1")]
    [InlineData("семь ")]
    [InlineData("a.b@")]
    [InlineData("код ")]
    [InlineData("[")]
    [InlineData("х")]
    [InlineData("one two ")]
    [InlineData("\u0301")]
    public void A_million_characters_of_anything_are_masked(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.True(new Masker().Mask(text, "ru").IsMasked);
    }

    private sealed class Broken : Recogniser
    {
        public override string Name => "broken";

        public override void Find(TokenisedCall call, CandidateList found) => throw new InvalidOperationException("broken on purpose");
    }
}
