using Earshot.Analysis;
using Earshot.Analysis.Model;
using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Stored;

namespace Earshot.Unit.Analysis.Model;

/// <summary>A model's answers stand with the facts of a call, so that a new version of a scorecard asks nothing twice.</summary>
public sealed class StoredAnswersTests
{
    private const string Card =
        """
        {"name":"Model","pass_from":50,"sections":[{"title":"All","criteria":[
          {"id":"words","title":"Speaks","weight":1,"metric":"words >= 1"},
          {"id":"kind","title":"Kind","weight":3,"model":"Was the agent kind?"}]}]}
        """;

    private static readonly ModelQuestion Kind = new("Was the agent kind?");
    private static readonly Earshot.Masking.MaskedConversation Call = MaskedCalls.Of("en", "agent: Good morning, take your time.", "customer: Thank you.");

    [Theory]
    [InlineData(null, "yo", 100.0)]
    [InlineData(CriterionAnswer.Yes, "yy", 100.0)]
    [InlineData(CriterionAnswer.No, "yn", 25.0)]
    [InlineData(CriterionAnswer.NotApplicable, "y-", 100.0)]
    public void An_answer_counts_as_the_answer_of_a_rule_does(CriterionAnswer? answer, string letters, double score)
    {
        var scored = Score(answer is { } given ? StoredFacts.WithAnswers(Stored.Facts, [Answered(given)]) : Stored.Facts);

        Assert.Equal((letters, score), (scored.Answers, scored.Score));
    }

    [Fact]
    public void The_words_behind_an_answer_are_found_again()
    {
        var scored = Score(StoredFacts.WithAnswers(Stored.Facts, [Answered(CriterionAnswer.Yes)]));

        Assert.Equal("take your time", Assert.Single(StoredPlaces.Read(scored.Places, Call)[1]).Text);
    }

    [Fact]
    public void A_later_answer_stands_in_the_place_of_an_earlier_one_and_others_stay()
    {
        var other = new ModelAnswer(new ModelQuestion("Another?"), CriterionAnswer.No, null);
        var first = StoredFacts.WithAnswers(Stored.Facts, [Answered(CriterionAnswer.No), other]);

        var second = StoredFacts.WithAnswers(first, [Answered(CriterionAnswer.Yes)]);

        Assert.Equal("yy", Score(second).Answers);
        Assert.Equal(new HashSet<ulong> { Kind.Key, other.Question.Key }, StoredFacts.Answered(second));
    }

    [Fact]
    public void The_same_words_are_the_same_question() => Assert.Equal(Kind.Key, new ModelQuestion("  Was the agent kind? ").Key);

    private static StoredCall Stored => StoredCall.Of(Call, new Analyst().Analyze(Call), WordBook.Empty);

    private static ModelAnswer Answered(CriterionAnswer answer)
    {
        const string words = "take your time";
        return new ModelAnswer(Kind, answer, new Quote(0, Call.Turns[0].Text.Value.IndexOf(words, StringComparison.Ordinal), words.Length, words, null));
    }

    private static StoredScore Score(byte[] facts) =>
        new ScoreStoredCalls(ScorecardFormat.Read(Card).Scorecard ?? throw new InvalidOperationException("refused"), WordBook.Empty).Run(Stored.Words, facts);
}
