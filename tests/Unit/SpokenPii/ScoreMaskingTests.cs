using Earshot.Bench.SpokenPii.Generator;
using Earshot.Bench.SpokenPii.Scorer;

namespace Earshot.Unit.SpokenPii;

/// <summary>Figures worked out by hand. "ann lee 1234": PERSON has 6 characters without the space, PHONE has 4.</summary>
public class ScoreMaskingTests
{
    private static readonly CorpusSpan name = new(0, 7, "PERSON");
    private static readonly CorpusSpan phone = new(8, 12, "PHONE");

    [Fact]
    public void Nothing_masked_leaks_everything()
    {
        var score = ScoreMasking.Of([Call()]);

        Assert.Equal((1, 0, 0), (score.Leak, score.PersonRecall, score.StructuredRecall));
    }

    [Fact]
    public void The_space_inside_a_name_need_not_be_masked()
    {
        var score = ScoreMasking.Of([Call(new(0, 3, "PERSON"), new(4, 7, "PERSON"))]);

        Assert.Equal(1, score.PersonRecall);
    }

    [Fact]
    public void Half_a_name_leaks_its_other_half_and_is_not_recalled()
    {
        var score = ScoreMasking.Of([Call(new(0, 3, "PERSON"), phone)]);

        Assert.Equal((3d / 10, 0, 1), (score.Leak, score.PersonRecall, score.StructuredRecall));
    }

    [Fact]
    public void A_value_masked_under_another_type_is_masked() =>
        Assert.Equal(0, ScoreMasking.Of([Call(new CorpusSpan(0, 12, "OTHER"))]).Leak);

    [Fact]
    public void Ignored_types_are_neither_required_nor_held_against_the_masker()
    {
        var score = ScoreMasking.Of([Call(name, phone)], "PHONE");

        Assert.Equal((0, 0), (score.Leak, score.Overmask));
        Assert.DoesNotContain("PHONE", score.Types.Keys);
    }

    [Fact]
    public void False_alarms_count_cases_and_overmask_counts_characters()
    {
        var score = ScoreMasking.Of([Call(name, phone), Harmless(new CorpusSpan(0, 2, "PERSON")), Harmless()]);

        Assert.Equal((1d / 2, 2d / 18), (score.FalseAlarm, score.Overmask));
    }

    [Fact]
    public void Offsets_are_code_points()
    {
        var score = ScoreMasking.Of([new ScoredCase("so 😀 ivan", [new(5, 9, "PERSON")], [new(5, 9, "PERSON")])]);

        Assert.Equal((0, 0), (score.Leak, score.Overmask));
    }

    [Fact]
    public void A_prediction_beyond_the_text_is_cut_to_it() =>
        Assert.Equal(0, ScoreMasking.Of([Call(new CorpusSpan(-5, 99, "OTHER"))]).Leak);

    private static ScoredCase Call(params CorpusSpan[] predicted) => new("ann lee 1234", [name, phone], predicted);

    // "no pii here" has 9 characters that are not spaces.
    private static ScoredCase Harmless(params CorpusSpan[] predicted) => new("no pii here", [], predicted);
}
