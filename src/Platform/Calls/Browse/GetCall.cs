using System.Text.Json;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Earshot.Platform.Calls.Browse;

/// <param name="Start">Seconds from the start of the call; null when the transcript has no times.</param>
public sealed record ApiTurn(string Speaker, string Text, double? Start, double? End);

/// <summary>A call as programs read it. Masked words only.</summary>
public sealed record ApiCall(
    Guid Id,
    string? ExternalId,
    string State,
    string? StopReason,
    string? StopDetail,
    string Direction,
    DateTimeOffset StartedAt,
    double? Duration,
    string? Language,
    IReadOnlyList<ApiTurn> Turns,
    JsonElement? Analysis,
    IReadOnlyList<CallReceipt> Receipts);

/// <summary><c>GET /api/v1/calls/{id}</c>: where a call stands and what was found.</summary>
internal static class GetCall
{
    public static void Map(RouteGroupBuilder calls) => calls.MapGet("/{id:guid}", GetAsync);

    private static async Task<Results<Ok<ApiCall>, ProblemHttpResult>> GetAsync(Guid id, ReadCall read, CallVisibility visibility, CancellationToken ct) =>
        await read.RunAsync(id, await visibility.ReadAsync(ct), ct) switch
        {
            { IsOk: true, Value: var call } => TypedResults.Ok(Write(call)),
            var failed => failed.ToProblem(),
        };

    private static ApiCall Write(CallDetails call) => new(
        call.Facts.Id,
        call.Facts.ExternalId,
        call.Facts.State,
        call.Facts.StopReason,
        call.Facts.StopDetail,
        call.Facts.Direction,
        call.Facts.StartedAt,
        call.Facts.Duration?.TotalSeconds,
        call.Facts.Language,
        [.. (call.Conversation?.Turns ?? []).Select(turn => new ApiTurn(turn.Speaker, turn.Text.Value, turn.Start?.TotalSeconds, turn.End?.TotalSeconds))],
        call.Analysis is { } analysis ? JsonSerializer.Deserialize<JsonElement>(AnalysisFormat.Write(analysis)) : null,
        call.Receipts);
}
