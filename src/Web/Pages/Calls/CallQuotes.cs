using System.Globalization;
using Earshot.Analysis;
using Earshot.Web.Components;

namespace Earshot.Web.Pages.Calls;

/// <summary>Every quote of a call, by turn, so that the words can be marked where they were said.</summary>
public sealed class CallQuotes
{
    private readonly ILookup<int, QuotePlace> places;

    private CallQuotes(IEnumerable<Quote> quotes) => places = quotes
        .GroupBy(quote => (quote.Turn, quote.Start))
        .Select(same => same.MaxBy(quote => quote.Length))
        .OfType<Quote>()
        .ToLookup(quote => quote.Turn, quote => new QuotePlace(Anchor(quote), quote.Start, quote.Length));

    /// <summary>No quotes.</summary>
    public static CallQuotes None { get; } = new([]);

    /// <summary>The quotes of all judgements.</summary>
    public static CallQuotes Of(CallAnalysis analysis) => new(
        analysis.Topics.SelectMany(topic => topic.Quotes)
            .Concat(analysis.Flags.Select(flag => flag.Quote).OfType<Quote>())
            .Concat(analysis.SatisfiedBecause.Select(sign => sign.Quote).OfType<Quote>())
            .Concat(analysis.Script.Select(step => step.Quote).OfType<Quote>())
            .Concat(analysis.Scorecards.SelectMany(card => card.Criteria).SelectMany(criterion => criterion.Quotes)));

    /// <summary>Name of the place that a link to the quote leads to.</summary>
    public static string Anchor(Quote quote) => string.Create(CultureInfo.InvariantCulture, $"q{quote.Turn}-{quote.Start}");

    /// <summary>The quotes within a turn.</summary>
    public IReadOnlyList<QuotePlace> In(int turn) => [.. places[turn]];
}
