using System.Text.RegularExpressions;
using Earshot.Masking;

namespace Earshot.Web.Components;

/// <summary>Where a quote stands in the masked text of its turn, and the anchor that links lead to.</summary>
public readonly record struct QuotePlace(string Id, int Start, int Length);

/// <summary>A piece of masked text: words, or a placeholder; quoted or not.</summary>
/// <param name="Text">The words as they stand.</param>
/// <param name="Type">Set when the piece is a placeholder.</param>
/// <param name="Ordinal">Ordinal of the placeholder.</param>
/// <param name="IsQuoted">True inside a quote.</param>
/// <param name="Quote">Anchor, on the first piece of a quote.</param>
public readonly record struct MaskedPiece(string Text, PersonalDataType? Type, int Ordinal, bool IsQuoted, string? Quote);

/// <summary>Cuts masked text at placeholders and at the edges of quotes.</summary>
public static partial class MaskedPieces
{
    /// <summary>The pieces in order; joined, their texts are the text.</summary>
    public static IEnumerable<MaskedPiece> Of(string text, IReadOnlyList<QuotePlace> quotes)
    {
        var edges = Edges(text, quotes);
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            yield return Piece(text, edges[i], edges[i + 1], quotes);
        }
    }

    private static List<int> Edges(string text, IReadOnlyList<QuotePlace> quotes)
    {
        var edges = new SortedSet<int> { 0, text.Length };
        foreach (var quote in quotes)
        {
            edges.Add(Math.Clamp(quote.Start, 0, text.Length));
            edges.Add(Math.Clamp(quote.Start + quote.Length, 0, text.Length));
        }

        foreach (var placeholder in Placeholder().EnumerateMatches(text))
        {
            var (start, end) = (placeholder.Index, placeholder.Index + placeholder.Length);
            edges.RemoveWhere(edge => edge > start && edge < end);
            edges.Add(start);
            edges.Add(end);
        }

        return [.. edges];
    }

    private static MaskedPiece Piece(string text, int start, int end, IReadOnlyList<QuotePlace> quotes)
    {
        var words = text[start..end];
        var isQuoted = quotes.Any(quote => quote.Start < end && quote.Start + quote.Length > start);
        var id = quotes.Where(quote => quote.Start >= start && quote.Start < end).Select(quote => quote.Id).FirstOrDefault();
        return Placeholder().Match(words) is { Success: true } match && PersonalDataTypeNames.TryParse(match.Groups["type"].Value, out var type)
            ? new MaskedPiece(words, type, int.Parse(match.Groups["ordinal"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), isQuoted, id)
            : new MaskedPiece(words, null, 0, isQuoted, id);
    }

    [GeneratedRegex(@"\[(?<type>[A-Z_]{2,20})_(?<ordinal>[0-9]{1,6})\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
