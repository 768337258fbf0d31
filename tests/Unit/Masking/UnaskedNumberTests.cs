using Earshot.Masking;
using Earshot.Masking.Identifiers;
using Earshot.Masking.Numbers;

namespace Earshot.Unit.Masking;

/// <summary>Rules that say of themselves that they do not stand alone are not asked about numbers that nobody named.</summary>
public sealed class UnaskedNumberTests
{
    private const int Longest = 24;

    private static readonly NumberForm[] Forms =
    [
        NumberForm.Written, NumberForm.Spoken, NumberForm.Spoken | NumberForm.Dictated, NumberForm.Written | NumberForm.Plus, NumberForm.Written | NumberForm.Hyphens | NumberForm.Dictated,
        NumberForm.Written | NumberForm.Dots, NumberForm.Written | NumberForm.Slashes | NumberForm.Dots, NumberForm.Written | NumberForm.Date | NumberForm.DayAndMonth,
        NumberForm.Spoken | NumberForm.Ordinal | NumberForm.Date, NumberForm.Spoken | NumberForm.Scale, NumberForm.Written | NumberForm.Letters, NumberForm.Written | NumberForm.Brackets,
    ];

    public static TheoryData<string> Rules() => [.. MaskingRules.Identifiers().Where(rule => !rule.StandsAlone).Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_that_does_not_stand_alone_takes_no_number_that_nobody_asked_for(string rule) => Assert.False(TakesAny(rule));

    [Theory]
    [InlineData("phone")]
    [InlineData("card")]
    public void A_rule_that_stands_alone_takes_some_of_the_same_numbers(string rule) => Assert.True(TakesAny(rule));

    private static bool TakesAny(string name)
    {
        var rule = MaskingRules.Identifiers().Single(rule => rule.Name == name);
        return Numbers().Any(number => Forms.Any(form => Shapes(number.Length).Any(shape => Takes(rule, number, form, shape))));
    }

    private static bool Takes(IdentifierRecogniser rule, string digits, NumberForm form, (int Groups, ulong Lengths) shape)
    {
        var run = new NumberRun { Count = digits.Length, Form = form, Groups = shape.Groups, GroupLengths = shape.Lengths };
        return rule.Judge(new NumberQuestion(digits, run, 0)) > 0;
    }

    // Digits that no check digit is made for, and enough of them that some are right by chance; dates, telephones and cards among them.
    private static IEnumerable<string> Numbers()
    {
        var random = new Random(5);
        var drawn = Enumerable.Range(0, 3_000).Select(i => new string([.. Enumerable.Range(0, 1 + (i % Longest)).Select(_ => (char)('0' + random.Next(10)))]));
        return drawn.Concat(["19620714", "14071962", "784199012345671", "79161234567", "4539578763621486"]);
    }

    // One group, groups as social security and tax numbers of several countries are written, and a digit at a time.
    private static IEnumerable<(int Groups, ulong Lengths)> Shapes(int length) =>
        [(1, (ulong)Math.Min(15, length)), (2, 0x35), (3, 0x423), (3, 0x422), (4, 0x2333), (4, 0x1333), (4, 0x3333), (5, 0x23222), (5, 0x23332), (Math.Min(length, 16), 0x1111_1111_1111_1111)];
}
