using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Tuning;
using Earshot.Web.Components;
using Earshot.Web.Layout;
using Earshot.Web.Pages.Phrases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Earshot.Web.Pages.Settings;

/// <summary>Masks what somebody types with the lists of the form; neither is kept.</summary>
internal static class TryTuningEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/settings/masking/try", RunAsync).RequireAuthorization(Policies.ManageSettings);

    private static async Task<Results<JsonHttpResult<TriedPhrase>, BadRequest>> RunAsync(HttpContext http, IAntiforgery forms, TryTuning attempt, Viewer viewer, CancellationToken ct)
    {
        if (!await forms.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(ct);
        var (wanted, words) = (TuningForm.Read(form), viewer.Texts.Masking);
        var masked = await attempt.RunAsync(wanted, form["text"].ToString(), ct);
        return TypedResults.Json(new TriedPhrase(
            masked is null ? words.Nothing : masked.Value.IsMasked ? words.Masked(masked.Value.Value.Spans.Count) : words.NotMasked,
            [.. CheckTuning.Run(wanted).Select(remark => new TriedMistake(words.Place(remark.List, remark.Line), words.Reason(remark.Code, remark.Position), remark.IsWarning))],
            masked is { IsMasked: true, Value: var text } ? [new TriedCall(string.Empty, string.Empty, [new TriedTurn(string.Empty, Pieces(text.Value, viewer))])] : [],
            []));
    }

    private static TriedPiece[] Pieces(string masked, Viewer viewer) =>
    [
        .. MaskedPieces.Of(masked, []).Select(piece => piece.Type is { } type
            ? new TriedPiece(piece.Ordinal > 1 ? $"{viewer.Texts.PersonalData.Name(type)} {viewer.Texts.Wording.Number((long)piece.Ordinal)}" : viewer.Texts.PersonalData.Name(type), true)
            : new TriedPiece(piece.Text, false)),
    ];
}
