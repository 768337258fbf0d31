using System.Globalization;
using Earshot.Analysis;
using Earshot.Analysis.Phrases;
using Earshot.Masking;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Browse;
using Earshot.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Earshot.Web.Pages.Phrases;

/// <summary>Where a rule holds in the newest calls, or what is wrong with it.</summary>
internal sealed record TriedPhrase(string Summary, IReadOnlyList<TriedMistake> Errors, IReadOnlyList<TriedCall> Calls, IReadOnlyList<object> Answers);

/// <summary>A mistake: its character and the reason.</summary>
internal sealed record TriedMistake(string Place, string Message, bool Warning = false);

/// <summary>A call in which the rule holds, with the turns that show it.</summary>
internal sealed record TriedCall(string Address, string Title, IReadOnlyList<TriedTurn> Turns);

/// <summary>A turn in pieces.</summary>
internal sealed record TriedTurn(string Speaker, IReadOnlyList<TriedPiece> Pieces);

/// <summary>Words that belong to a match, or do not.</summary>
internal sealed record TriedPiece(string Text, bool Hit);

/// <summary>Tries a rule on the newest calls that the person may see, with what they search for where they search.</summary>
internal static class TryPhraseEndpoint
{
    private const int MostTurns = 6;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/phrases/try", RunAsync).RequireAuthorization(Policies.EditScoring);

    private static async Task<Results<JsonHttpResult<TriedPhrase>, BadRequest>> RunAsync(
        HttpContext http, IAntiforgery forms, BrowseCalls browse, ReadMaskedText texts, CallVisibility visibility, Viewer viewer, CancellationToken ct)
    {
        if (!await forms.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(ct);
        var rule = form["rule"].ToString();
        var errors = PhraseChecker.Check(rule);
        if (errors.Count > 0)
        {
            return TypedResults.Json(new TriedPhrase(string.Empty, [.. errors.Select(error => new TriedMistake((error.Position + 1).ToString(CultureInfo.InvariantCulture), error.Message))], [], []));
        }

        var page = await browse.RunAsync(new CallFilter { State = "done", Words = form["q"].ToString() }, await visibility.ReadAsync(ct), null, ct);
        var conversations = await texts.RunAsync([.. page.Lines.Select(line => line.Id)], ct);
        var found = page.Lines.Where(line => conversations.ContainsKey(line.Id))
            .Select(line => (Line: line, Conversation: conversations[line.Id], Result: PhraseChecker.Try(rule, conversations[line.Id]))).Where(call => call.Result.Holds).ToArray();
        return TypedResults.Json(new TriedPhrase(
            viewer.Texts.Scoring.Holds(found.Length, conversations.Count), [],
            [.. found.Select(call => new TriedCall($"/calls/{call.Line.Id}", viewer.Moment(call.Line.StartedAt), Turns(call.Conversation, call.Result.Matches.SelectMany(match => match))))], []));
    }

    /// <summary>The turns that quotes are of, with the quotes marked.</summary>
    public static TriedTurn[] Turns(MaskedConversation conversation, IEnumerable<Quote> quotes) =>
    [
        .. quotes.GroupBy(quote => quote.Turn).OrderBy(group => group.Key).Take(MostTurns)
            .Select(group => new TriedTurn(conversation.Turns[group.Key].Speaker, Pieces(conversation.Turns[group.Key].Text.Value, group))),
    ];

    private static List<TriedPiece> Pieces(string text, IEnumerable<Quote> quotes)
    {
        var pieces = new List<TriedPiece>();
        var at = 0;
        foreach (var quote in quotes.OrderBy(quote => quote.Start).ThenByDescending(quote => quote.Length).Where(quote => quote.Start + quote.Length > at))
        {
            var start = Math.Max(at, quote.Start);
            pieces.Add(new TriedPiece(text[at..start], false));
            pieces.Add(new TriedPiece(text[start..(quote.Start + quote.Length)], true));
            at = quote.Start + quote.Length;
        }

        pieces.Add(new TriedPiece(text[at..], false));
        return pieces;
    }
}
