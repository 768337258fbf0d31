using Earshot.Masking;
using Earshot.Masking.Tokens;

namespace Earshot.Unit.Masking;

public sealed class TokeniseTests
{
    [Theory]
    [InlineData("Да, 8 916!", "да|,|8|916|!")]
    [InlineData("Ёлка", "елка")]
    [InlineData("ｃａｒｄ ４２", "card|42")]
    [InlineData("но\u200Bмер", "номер")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("AB123456C", "ab|123456|c")]
    [InlineData("٠٥٠", "050")]
    [InlineData("Élodie Müller", "elodie|muller")]
    [InlineData("пaспopт", "паспорт")]
    [InlineData("раssport", "passport")]
    [InlineData("𝐉𝐨𝐡𝐧", "john")]
    public void Words_numbers_and_signs_are_folded(string text, string expected)
    {
        var call = Tokenised(text);

        Assert.Equal(expected, string.Join('|', Enumerable.Range(0, call.Tokens.Length).Select(i => call.Folded(i).ToString())));
    }

    [Theory]
    [InlineData("a [PERSON_12] b", 3)]
    [InlineData("[PERSON_0]", 5)]
    [InlineData("[SOMEBODY_1]", 5)]
    public void A_placeholder_is_one_token(string text, int tokens) => Assert.Equal(tokens, Tokenised(text).Tokens.Length);

    [Fact]
    public void A_lone_surrogate_is_refused() =>
        Assert.Equal(MaskingRefusal.InvalidText, new Masker().Mask("a \uD800 b", "en").Refusal);

    private static TokenisedCall Tokenised(string text)
    {
        var call = new TokenisedCall(MaskingRules.Lexicon);
        Assert.True(Tokenise.Turns(call, [new Turn("agent", text)]));
        return call;
    }
}
