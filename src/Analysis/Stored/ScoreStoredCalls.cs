using Earshot.Analysis.BuiltIn;
using Earshot.Analysis.Flags;
using Earshot.Analysis.Model;
using Earshot.Analysis.Phrases;
using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Script;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Stored;

/// <summary>A scorecard applied to a stored call.</summary>
/// <param name="Score">0 to 100; null when nothing applied.</param>
/// <param name="Failed">True when a critical criterion failed.</param>
/// <param name="Answers">One letter for each criterion in the order of the scorecard: y, n, - (does not apply), o (open).</param>
/// <param name="Places">Where the words stand that show the answers, see <see cref="StoredPlaces"/>.</param>
public sealed record StoredScore(double? Score, bool Failed, string Answers, byte[] Places);

/// <summary>
/// Applies one scorecard to stored calls. The same answers as <see cref="Analyst"/> gives, without reading text. For one thread: make one for each.
/// </summary>
public sealed class ScoreStoredCalls
{
    private readonly Judge[] judges;
    private readonly PhraseRuleSet rules;
    private readonly FormNumbers forms;
    private readonly char[] answers;

    /// <summary>Makes a scorer.</summary>
    /// <param name="scorecard">What a good call is.</param>
    /// <param name="book">The words that stored calls have by number.</param>
    /// <param name="leftToPeople">Ids of criteria that a person answers, whatever the scorecard says.</param>
    /// <exception cref="ArgumentException">The scorecard does not work; check it before with <see cref="ScorecardFormat"/>.</exception>
    public ScoreStoredCalls(Scorecard scorecard, WordBook book, IReadOnlySet<string>? leftToPeople = null)
    {
        var own = ScorecardRules.Of(scorecard, string.Empty).ToArray();
        var (compiled, errors) = CompilePhrases.Run([.. own, .. BuiltInRules.NeededBy(own)]);
        rules = compiled ?? throw new ArgumentException(string.Join(" ", errors), nameof(scorecard));
        forms = new FormNumbers(book, rules.Vocabulary);
        judges = [.. scorecard.Sections.SelectMany(section => section.Criteria).Select(criterion => Compile(criterion, leftToPeople?.Contains(criterion.Id) == true))];
        answers = new char[judges.Length];
    }

    /// <summary>Applies the scorecard.</summary>
    public StoredScore Run(ReadOnlySpan<byte> words, ReadOnlySpan<byte> facts)
    {
        var call = StoredWords.Read(words, forms);
        var results = rules.Apply(call);
        var known = StoredFacts.Read(facts);
        var places = new StoredBytes();
        double met = 0, total = 0;
        var failed = false;
        for (var i = 0; i < judges.Length; i++)
        {
            var judge = judges[i];
            answers[i] = Answer(judge, i, call, results, known, places);
            if (answers[i] is 'y' or 'n')
            {
                total += judge.Weight;
                met += answers[i] == 'y' ? judge.Weight : 0;
                failed |= judge.Critical && answers[i] == 'n';
            }
        }

        double? score = total <= 0 ? null : failed ? 0 : Math.Round(met / total * 100, 1);
        return new StoredScore(score, failed, new string(answers), places.ToArray());
    }

    private static char Letter(bool met) => met ? 'y' : 'n';

    private Judge Compile(ScorecardCriterion criterion, bool isLeftToPeople) => new(
        isLeftToPeople ? AnswerMethod.Person : criterion.Method,
        criterion.Weight,
        criterion.Critical,
        criterion.Method switch
        {
            AnswerMethod.Rule => rules.IndexOf($"c.{criterion.Id}"),
            AnswerMethod.Step => IndexIn(FollowScript.Names, criterion.Source),
            AnswerMethod.Flag => IndexIn(FindFlags.Names, criterion.Source),
            _ => -1,
        },
        criterion.Method == AnswerMethod.Metric ? MetricRule.Parse(criterion.Source) : null,
        criterion.NotApplicableWhen is null ? -1 : rules.IndexOf($"n.{criterion.Id}"),
        criterion.Method == AnswerMethod.Model ? new ModelQuestion(criterion.Source).Key : 0);

    private static int IndexIn(IReadOnlyList<string> names, string name) => names.TakeWhile(known => known != name).Count();

    private static char Answer(Judge judge, int index, CallText call, PhraseResults results, CallFacts facts, StoredBytes places)
    {
        if (judge.Unless >= 0 && results.Holds(judge.Unless))
        {
            return '-';
        }

        switch (judge.Method)
        {
            case AnswerMethod.Rule:
                var holds = results.Holds(judge.Index);
                Show(index, holds && results.Of(judge.Index).Matches is [var match, ..] ? match.Leaves().First() : null, call, places);
                return Letter(holds);
            case AnswerMethod.Metric:
                return judge.Metric?.Answer(facts.Measures) switch { CriterionAnswer.Yes => 'y', CriterionAnswer.No => 'n', _ => '-' };
            case AnswerMethod.Step:
                Show(index, facts.Steps[judge.Index], places);
                return Letter(facts.Steps[judge.Index] is not null);
            case AnswerMethod.Flag:
                Show(index, facts.Flags[judge.Index], places);
                return Letter(facts.Flags[judge.Index] is null);
            case AnswerMethod.Model:
                return ByModel(judge, index, facts, places);
            default:
                return 'o';
        }
    }

    private static char ByModel(Judge judge, int index, CallFacts facts, StoredBytes places)
    {
        if (!facts.Answers.TryGetValue(judge.Question, out var known))
        {
            return 'o';
        }

        Show(index, known.Place, places);
        return known.Answer switch { CriterionAnswer.Yes => 'y', CriterionAnswer.No => 'n', CriterionAnswer.NotApplicable => '-', _ => 'o' };
    }

    private static void Show(int index, PhraseMatch? match, CallText call, StoredBytes places)
    {
        if (match is null)
        {
            return;
        }

        var turn = call.Tokens[match.First].Turn;
        StoredPlaces.Write(places, index, StoredPlaces.InWords, turn, match.First - call.FirstTokens[turn], match.Last - match.First + 1);
    }

    private static void Show(int index, FoundPlace? place, StoredBytes places)
    {
        if (place is { Turn: >= 0 } found)
        {
            StoredPlaces.Write(places, index, StoredPlaces.InLetters, found.Turn, found.Start, found.Length);
        }
    }

    private sealed record Judge(AnswerMethod Method, double Weight, bool Critical, int Index, MetricRule? Metric, int Unless, ulong Question);
}
