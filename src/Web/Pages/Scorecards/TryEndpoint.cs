using Earshot.Analysis;
using Earshot.Analysis.Scorecards;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Browse;
using Earshot.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Earshot.Web.Pages.Scorecards;

/// <summary>What a scorecard says of one call, while it is being written.</summary>
internal sealed record Tried(string Summary, IReadOnlyList<TriedError> Errors, IReadOnlyList<object> Calls, IReadOnlyList<TriedAnswer> Answers);

/// <summary>A mistake with its place.</summary>
internal sealed record TriedError(string Place, string Message);

/// <summary>A criterion with its answer.</summary>
internal sealed record TriedAnswer(string Title, string Answer, string Tone, IReadOnlyList<string> Quotes);

/// <summary>Tries the scorecard of a form on a call; nothing is kept.</summary>
internal static class TryEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/scorecards/try", RunAsync).RequireAuthorization(Policies.EditScoring);

    private static async Task<Results<JsonHttpResult<Tried>, BadRequest>> RunAsync(
        HttpContext http, IAntiforgery forms, ReadCall read, BrowseCalls browse, ReadMaskedText texts, CallVisibility visibility, Viewer viewer, CancellationToken ct)
    {
        if (!await forms.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(ct);
        var reading = ScorecardFormat.Read(ScorecardForm.Definition(form));
        if (reading.Scorecard is not { } scorecard)
        {
            return TypedResults.Json(new Tried(string.Empty, [.. reading.Errors.Select(error => new TriedError(error.Place, error.Reason))], [], []));
        }

        var scope = await visibility.ReadAsync(ct);
        var id = Guid.TryParse(form["call"], out var wanted) ? wanted : await NewestAsync(browse, texts, scope, ct);
        var call = await read.RunAsync(id, scope, ct);
        return call is { IsOk: true, Value: { Conversation: { } conversation } details } && Judge(scorecard, conversation) is { } result
            ? TypedResults.Json(Write(viewer, details.Facts, result))
            : TypedResults.Json(new Tried(viewer.Texts.Scoring.NoCallsYet, [], [], []));
    }

    // The newest call whose words are still kept.
    private static async Task<Guid> NewestAsync(BrowseCalls browse, ReadMaskedText texts, CallScope scope, CancellationToken ct)
    {
        var ids = (await browse.RunAsync(new CallFilter { State = "done" }, scope, null, ct)).Lines.Select(line => line.Id).ToArray();
        var readable = await texts.RunAsync(ids, ct);
        return ids.FirstOrDefault(readable.ContainsKey);
    }

    private static ScorecardResult? Judge(Scorecard scorecard, Masking.MaskedConversation conversation)
    {
        var analyst = new Analyst(new AnalystOptions { Scorecards = [scorecard] });
        return analyst.Refuse(conversation) is null ? analyst.Analyze(conversation).Scorecards[0] : null;
    }

    private static Tried Write(Viewer viewer, CallFacts call, ScorecardResult result)
    {
        var texts = viewer.Texts.Scoring;
        return new Tried(
            $"{viewer.Moment(call.StartedAt)}: {texts.Score} {(result.Score is { } score ? viewer.Texts.Wording.Number(score) : "–")}",
            [],
            [],
            [.. result.Criteria.Select(criterion => new TriedAnswer(criterion.Title, texts.Answer(Letter(criterion.Answer)), ToneOf(criterion.Answer), [.. criterion.Quotes.Select(quote => quote.Text)]))]);
    }

    private static char Letter(CriterionAnswer answer) => answer switch { CriterionAnswer.Yes => 'y', CriterionAnswer.No => 'n', CriterionAnswer.NotApplicable => '-', _ => 'o' };

    private static string ToneOf(CriterionAnswer answer) => answer switch { CriterionAnswer.Yes => "good", CriterionAnswer.No => "bad", _ => "quiet" };
}
