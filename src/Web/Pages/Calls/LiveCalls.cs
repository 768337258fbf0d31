using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Earshot.Web.Pages.Calls;

/// <summary>A change of state as an open page hears it.</summary>
internal sealed record LiveCall(Guid Id, string State, string Text);

/// <summary>Tells open pages, by server-sent events, how their calls move on. Only calls that the person may see.</summary>
internal static class LiveCalls
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/calls/live", Listen).RequireAuthorization(Policies.ReadCalls);

    private static ServerSentEventsResult<LiveCall?> Listen(HttpContext context, IHostApplicationLifetime host)
    {
        Guid? only = Guid.TryParse(context.Request.Query["call"], out var id) ? id : null;
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(ListenAsync(context.RequestServices, only, host.ApplicationStopping, context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<LiveCall?>> ListenAsync(
        IServiceProvider services, Guid? only, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, ct); // an open page must not hold up a stop
        var scope = await services.GetRequiredService<CallVisibility>().ReadAsync(either.Token);
        var read = services.GetRequiredService<ReadCall>();
        var words = services.GetRequiredService<Viewer>().Texts.Calls;
        var changes = services.GetRequiredService<CallEvents>().SubscribeAsync(services.GetRequiredService<TenantContext>().OrganizationId, either.Token);
        await foreach (var change in changes)
        {
            if (change is null)
            {
                yield return new SseItem<LiveCall?>(null, "alive");
            }
            else if ((only is null || only == change.CallId) && (scope.IsAll || await read.MaySeeAsync(change.CallId, scope, either.Token)))
            {
                yield return new SseItem<LiveCall?>(new LiveCall(change.CallId, change.State, words.State(change.State)), "call");
            }
        }
    }
}
