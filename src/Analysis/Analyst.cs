using Earshot.Analysis.BuiltIn;
using Earshot.Analysis.Flags;
using Earshot.Analysis.Metrics;
using Earshot.Analysis.Phrases;
using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Script;
using Earshot.Analysis.Sentiment;
using Earshot.Analysis.Summaries;
using Earshot.Analysis.Text;
using Earshot.Analysis.Topics;
using Earshot.Masking;

namespace Earshot.Analysis;

/// <summary>A topic that calls may be about.</summary>
/// <param name="Name">Name of the topic.</param>
/// <param name="Description">A sentence that says what belongs to it.</param>
/// <param name="Rule">Optional rule in the phrase language.</param>
public sealed record TopicDefinition(string Name, string Description, string? Rule = null);

/// <summary>What becomes of the built-in topics, in the language of the call, beside others.</summary>
public enum BuiltInTopics
{
    /// <summary>They are not looked for.</summary>
    Absent,

    /// <summary>They stand against the others, so that a call about one of them is not given another topic for a few words, and are not told.</summary>
    Hidden,

    /// <summary>They are told like the others.</summary>
    Shown,
}

/// <summary>What an organization configured for its calls.</summary>
public sealed record AnalystOptions
{
    /// <summary>Topics to look for; null means the built-in topics.</summary>
    public IReadOnlyList<TopicDefinition>? Topics { get; init; }

    /// <summary>What becomes of the built-in topics where <see cref="Topics"/> names others. Default: they are not looked for.</summary>
    public BuiltInTopics BuiltInTopics { get; init; }

    /// <summary>Scorecards to apply; null means the built-in support pack in the language of the call.</summary>
    public IReadOnlyList<Scorecard>? Scorecards { get; init; }

    /// <summary>Most words that a call may have; longer ones are refused. 10 to 1,000,000.</summary>
    public int MostWords { get; init; } = 100_000;

    /// <summary>Most turns that a call may have; longer ones are refused. 10 to 200,000.</summary>
    public int MostTurns { get; init; } = 20_000;
}

/// <summary>Why a call is not judged.</summary>
public enum AnalysisRefusal
{
    /// <summary>The call has more turns than the limit.</summary>
    TooManyTurns,

    /// <summary>The call has more words than the limit.</summary>
    TooManyWords,

    /// <summary>Nothing was said.</summary>
    Empty,
}

/// <summary>Judges masked calls. Deterministic, needs no model and no network; thread-safe: make one and keep it.</summary>
public sealed class Analyst
{
    /// <summary>Names of the flags that a call may be given.</summary>
    public static IReadOnlyList<string> FlagNames => FindFlags.Names;

    /// <summary>Version of the built-in rules; stored with each analysis.</summary>
    public const string Version = "1.0";

    // A word with its space is rarely shorter than this; a text that is longer cannot be within the limit.
    private const int LettersPerWord = 24;

    private readonly AnalystOptions options;
    private readonly IReadOnlyList<(Scorecard Card, string Scope, string? Language)> cards;
    private readonly PhraseRuleSet rules;
    private readonly ClassifyTopics topics;
    private readonly ClassifyTopics russianTopics;

    /// <summary>Makes an analyst.</summary>
    /// <exception cref="ArgumentException">A rule of a topic or scorecard does not compile; check them before with <see cref="PhraseChecker"/> or <see cref="ScorecardFormat"/>.</exception>
    public Analyst(AnalystOptions? options = null)
    {
        this.options = options ?? new AnalystOptions();
        cards = Cards(this.options);
        var definitions = this.options.Topics ?? [];
        var all = BuiltInRules.Read()
            .Concat(cards.SelectMany(card => ScorecardRules.Of(card.Card, card.Scope)))
            .Concat(definitions.Select((topic, index) => (topic, index)).Where(pair => pair.topic.Rule is not null)
                .Select(pair => new PhraseRule(ClassifyTopics.RuleName(pair.index), pair.topic.Rule ?? string.Empty)));
        var (compiled, errors) = CompilePhrases.Run([.. all]);
        rules = compiled ?? throw new ArgumentException(string.Join(" ", errors), nameof(options));
        var builtIn = this.options.Topics is null ? BuiltInTopics.Shown : this.options.BuiltInTopics;
        topics = new ClassifyTopics(definitions, DefaultTopics.English, builtIn);
        russianTopics = builtIn is BuiltInTopics.Absent ? topics : new ClassifyTopics(definitions, DefaultTopics.Russian, builtIn);
    }

    /// <summary>Says why a call is not to be judged; null when it is. Nothing is cut short in silence.</summary>
    public AnalysisRefusal? Refuse(MaskedConversation conversation)
    {
        if (conversation.Turns.Count > options.MostTurns)
        {
            return AnalysisRefusal.TooManyTurns;
        }

        var letters = conversation.Turns.Sum(turn => (long)turn.Text.Value.Length);
        if (letters <= options.MostWords)
        {
            return conversation.Turns.Any(turn => HasWords(turn.Text.Value)) ? null : AnalysisRefusal.Empty;
        }

        var words = letters > (long)options.MostWords * LettersPerWord ? int.MaxValue : conversation.Turns.Sum(turn => CountWords(turn.Text.Value));
        return words > options.MostWords ? AnalysisRefusal.TooManyWords : words == 0 ? AnalysisRefusal.Empty : null;
    }

    /// <summary>Judges one call.</summary>
    /// <exception cref="InvalidOperationException">The call is refused; ask <see cref="Refuse"/> before.</exception>
    public CallAnalysis Analyze(MaskedConversation conversation)
    {
        if (Refuse(conversation) is { } refusal and not AnalysisRefusal.Empty)
        {
            throw new InvalidOperationException($"The call is refused: {refusal}.");
        }

        var call = CallText.Read(conversation, rules.Vocabulary);
        var results = rules.Apply(call);
        var analysis = Judge(call, results);
        return analysis with
        {
            Scorecards = [.. cards.Where(card => card.Language is null || card.Language == LanguageOf(conversation)).Select(card => ScoreCall.Run(card.Card, card.Scope, results, analysis))],
        };
    }

    /// <summary>The topics of one call alone, as <see cref="Analyze"/> finds them.</summary>
    public IReadOnlyList<TopicHit> FindTopics(MaskedConversation conversation)
    {
        var call = CallText.Read(conversation, rules.Vocabulary);
        return TopicsOf(call, rules.Apply(call));
    }

    /// <summary>The signs from which mood and outcome were judged, for benchmarks.</summary>
    internal string Explain(MaskedConversation conversation)
    {
        var call = CallText.Read(conversation, rules.Vocabulary);
        return $"{new CallOutcome(call, rules.Apply(call))}";
    }

    /// <summary>The signs of how a call went, for training.</summary>
    internal double[] Signs(MaskedConversation conversation)
    {
        var call = CallText.Read(conversation, rules.Vocabulary);
        var results = rules.Apply(call);
        return new EndingSigns(call, results, new CallOutcome(call, results), new MoodCurve(call, results)).Values;
    }

    private static string LanguageOf(MaskedConversation conversation) => conversation.Language == "ru" ? "ru" : "en";

    private static bool HasWords(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static int CountWords(string text)
    {
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            words += char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) ? 1 : 0;
        }

        return words;
    }

    private static IReadOnlyList<(Scorecard Card, string Scope, string? Language)> Cards(AnalystOptions options) => options.Scorecards is { } own
        ? [.. own.Select((card, index) => (card, ScorecardRules.Scope(index), (string?)null))]
        : [(ScorecardPacks.Get("support.en"), "en:", "en"), (ScorecardPacks.Get("support.ru"), "ru:", "ru")];

    private CallAnalysis Judge(CallText call, PhraseResults results)
    {
        var outcome = new CallOutcome(call, results);
        var curve = new MoodCurve(call, results);
        var sentiment = new JudgeSentiment(new EndingSigns(call, results, outcome, curve), curve);
        var resolved = sentiment.IsResolved;
        return new CallAnalysis
        {
            AnalystVersion = Version,
            MaskerVersion = call.Conversation.MaskerVersion,
            Metrics = MeasureConversation.Run(call, OpeningTurns(call), ClosingTurn(call, results)),
            Sentiment = sentiment.Sentiment,
            Satisfied = sentiment.IsSatisfied,
            SatisfiedBecause = sentiment.SatisfiedBecause,
            Resolved = resolved,
            Topics = TopicsOf(call, results),
            Script = FollowScript.Run(call, results),
            Flags = FindFlags.Run(call, results),
            Scorecards = [],
            Summary = SummarizeCall.Run(call, results, outcome, resolved, sentiment.IsSatisfied),
        };
    }

    private IReadOnlyList<TopicHit> TopicsOf(CallText call, PhraseResults results) => (call.Conversation.Language == "ru" ? russianTopics : topics).Run(call, results);

    private static int OpeningTurns(CallText call)
    {
        var first = Enumerable.Range(0, call.TurnCount)
            .FirstOrDefault(turn => call.Speakers[turn] == Speakers.Customer && call.FirstTokens[turn + 1] - call.FirstTokens[turn] >= 4, -1);
        return first < 0 ? call.TurnCount : first;
    }

    private static int? ClosingTurn(CallText call, PhraseResults results) =>
        results["script.closing"].Matches is [var closing, ..] ? call.Tokens[closing.First].Turn : null;
}
