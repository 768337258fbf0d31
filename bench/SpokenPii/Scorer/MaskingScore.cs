namespace Earshot.Bench.SpokenPii.Scorer;

/// <summary>Truth spans of one type: how many, how many with every character covered, characters, characters left.</summary>
internal sealed record TypeScore(int Spans, int Covered, int Characters, int Left)
{
    public static readonly TypeScore None = new(0, 0, 0, 0);

    public double Recall => Spans == 0 ? 1 : (double)Covered / Spans;

    public TypeScore Plus(TypeScore other) =>
        new(Spans + other.Spans, Covered + other.Covered, Characters + other.Characters, Left + other.Left);
}

/// <summary>What a masker did on a corpus. White space never counts.</summary>
/// <param name="Types">By truth type.</param>
/// <param name="NegativeCases">Cases without any personal data.</param>
/// <param name="NegativeHits">Of those, cases in which something was masked.</param>
/// <param name="HarmlessCharacters">Characters that are in no truth span.</param>
/// <param name="HarmlessMasked">Of those, characters that were masked.</param>
internal sealed record MaskingScore(
    IReadOnlyDictionary<string, TypeScore> Types, int NegativeCases, int NegativeHits, int HarmlessCharacters, int HarmlessMasked)
{
    private static readonly string[] structured = ["PHONE", "CARD", "DOCUMENT", "BANK_ACCOUNT", "EMAIL"];

    /// <summary>Share of personal characters that no prediction covers: the headline.</summary>
    public double Leak => Ratio(Total(Types.Keys).Left, Total(Types.Keys).Characters);

    public double PersonRecall => Total(["PERSON"]).Recall;

    public double StructuredRecall => Total(structured).Recall;

    public double FalseAlarm => Ratio(NegativeHits, NegativeCases);

    public double Overmask => Ratio(HarmlessMasked, HarmlessCharacters);

    private TypeScore Total(IEnumerable<string> types) =>
        types.Aggregate(TypeScore.None, (sum, type) => sum.Plus(Types.GetValueOrDefault(type, TypeScore.None)));

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
