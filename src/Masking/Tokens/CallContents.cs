namespace Earshot.Masking.Tokens;

/// <summary>What occurs anywhere in a call: who looks for what is not there need not read it.</summary>
internal struct CallContents
{
    private WordTraits traits;
    private TokenShape shapes;

    // A bit for each sign, several may share one.
    private ulong signs;

    public readonly bool Has(WordTraits any) => (traits & any) != WordTraits.None;

    public readonly bool Has(TokenShape any) => (shapes & any) != TokenShape.None;

    /// <summary>False when the call certainly has no such sign.</summary>
    public readonly bool MayHave(char sign) => (signs & BitOf(sign)) != 0;

    public void Add(WordTraits word) => traits |= word;

    public void Add(TokenShape word) => shapes |= word;

    public void Add(char sign) => signs |= BitOf(sign);

    public readonly CallContents With(in CallContents other) =>
        new() { traits = traits | other.traits, shapes = shapes | other.shapes, signs = signs | other.signs };

    private static ulong BitOf(char sign) => 1UL << (sign & 63);
}
