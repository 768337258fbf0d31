using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Earshot.Platform.Calls.Tuning;

/// <summary>The lists of an organization for programs: read, checked and changed as on the settings page.</summary>
internal static class TuningRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var tuning = routes.MapGroup("/api/masking");
        tuning.MapGet("/", async (ReadTuning read, CancellationToken ct) => TypedResults.Ok(await read.RunAsync(ct))).RequireAuthorization(Policies.ReadSettings);
        tuning.MapPut("/", PutAsync).RequireAuthorization(Policies.ManageSettings);
    }

    private static async Task<Results<Ok<CurrentTuning>, ProblemHttpResult>> PutAsync(ChangeTuningRequest request, ChangeTuning change, ReadTuning read, CancellationToken ct) =>
        (await change.RunAsync(request, ct)).Failure is { } failure
            ? failure.ToProblem(new Dictionary<string, object?> { ["lines"] = CheckTuning.Run(request.Tuning) })
            : TypedResults.Ok(await read.RunAsync(ct));
}
