using Earshot.Analysis;
using Earshot.Analysis.Sentiment;

namespace Earshot.Unit.Analysis;

/// <summary>Calls in which nobody says what they feel: the signs of the talk decide.</summary>
public sealed class JudgeSentimentTests
{
    private static readonly Analyst Analyst = new();

    private static readonly string[] PutOff =
    [
        "agent: Good morning, parcels, Amos speaking.", "customer: My parcel was marked as delivered last week, and I have not seen it.", "agent: I'm sorry. Unfortunately I cannot see who took it.",
        "customer: That is what your colleague said on Monday.", "agent: I'm afraid it takes ten working days.", "customer: I suppose so. I called twice already.", "agent: Thanks for your patience. Goodbye.", "customer: Bye.",
    ];

    private static readonly string[] Settled =
    [
        "agent: Good morning, box office, Bridie here.", "customer: Hello, I need to move two seats to Friday, please.", "agent: Of course. I have row H for you, the same price. I've moved them now.",
        "customer: Perfect, H will do. Thank you!", "agent: Lovely, you will get an email. Thanks for ringing, enjoy the play!", "customer: Thanks, you too. Bye!",
    ];

    [Fact]
    public void Who_is_put_off_again_is_not_satisfied_even_without_a_hard_word() => Assert.False(Analyst.Analyze(MaskedCalls.Of("en", PutOff)).Satisfied);

    [Fact]
    public void Who_gets_what_they_asked_for_is_satisfied() => Assert.True(Analyst.Analyze(MaskedCalls.Of("en", Settled)).Satisfied);

    [Fact]
    public void The_judgement_shows_signs_that_speak_for_it_with_their_words()
    {
        var because = Analyst.Analyze(MaskedCalls.Of("en", PutOff)).SatisfiedBecause;

        Assert.All(because, sign => Assert.True(sign.Weight < 0));
        Assert.Contains(because, sign => sign.Name == "end.refused" && sign.Quote?.Text.Contains("afraid", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_sign_has_a_weight_for_each_judgement()
    {
        var lines = EndingModel.Current.Write().ToArray();

        Assert.Equal(EndingSigns.Names.Count + 2, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.Equal(EndingModel.Judgements.Count + 3, line.Split(' ').Length));
    }
}
