using Earshot.Analysis;
using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Stored;
using Earshot.Bench.Analysis;
using Earshot.Masking;

namespace Earshot.Unit.Analysis;

/// <summary>A stored call is scored as the call itself was.</summary>
public sealed class StoredCallTests
{
    private static readonly Lazy<MaskedConversation[]> Calls = new(ReadCalls);

    public static TheoryData<string> Packs() => [.. ScorecardPacks.Names];

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_stored_call_gets_the_answers_that_the_call_got(string pack)
    {
        var card = ScorecardPacks.Get(pack);
        var analyst = new Analyst(new AnalystOptions { Scorecards = [card] });
        var book = new WordBook(["спасибо", "вы", "не", "thank", "you", "the", "don't"]);
        var scorer = new ScoreStoredCalls(card, book);

        Assert.All(Calls.Value, call =>
        {
            var analysis = analyst.Analyze(call);
            var stored = StoredCall.Of(call, analysis, book);
            var score = scorer.Run(stored.Words, stored.Facts);
            Assert.Equal(string.Concat(analysis.Scorecards[0].Criteria.Select(Letter)), score.Answers);
            Assert.Equal(analysis.Scorecards[0].Score, score.Score);
        });
    }

    [Fact]
    public void The_evidence_of_a_stored_call_is_the_words_of_its_text()
    {
        var call = MaskedCalls.Of("en", "agent: Good morning, don't worry, how can I help?", "customer: I can't pay.");
        var card = ScorecardFormat.Read("""{"name":"x","sections":[{"title":"s","criteria":[{"id":"a","title":"a","rule":"customer: \"can not pay\""},{"id":"b","title":"b","rule":"agent: \"help\""}]}]}""").Scorecard!;
        var stored = StoredCall.Of(call, new Analyst().Analyze(call), WordBook.Empty);

        var quotes = StoredPlaces.Read(new ScoreStoredCalls(card, WordBook.Empty).Run(stored.Words, stored.Facts).Places, call);

        Assert.Equal(["can't pay", "help"], [quotes[0].Single().Text, quotes[1].Single().Text]);
    }

    private static char Letter(CriterionResult criterion) => criterion.Answer switch
    {
        CriterionAnswer.Yes => 'y',
        CriterionAnswer.No => 'n',
        CriterionAnswer.NotApplicable => '-',
        _ => 'o',
    };

    private static MaskedConversation[] ReadCalls()
    {
        var masker = new Masker();
        var folder = Path.Combine(AppContext.BaseDirectory, "Analysis", "data");
        return
        [
            .. new[] { "ru", "en" }.SelectMany(language => LabelledCall.Read(Path.Combine(folder, $"{language}-varied.calls"), language)).Select(call => masker.Mask(WithTimes(call.Conversation)).Value),
        ];
    }

    private static Conversation WithTimes(Conversation call) => call with
    {
        Turns = [.. call.Turns.Select((turn, i) => turn with { Start = TimeSpan.FromSeconds(i * 7), End = TimeSpan.FromSeconds((i * 7) + 6) })],
    };
}
