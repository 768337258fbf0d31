using System.Security.Claims;
using Earshot.Platform.Accounts;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>Opens a desk for requests: the organization's to its own people, the operator's only to those who act for the operator.</summary>
public sealed class OpenDesk(IServiceScopeFactory scopes, Actor actor, AuditActor audit, OperatorDesk operators)
{
    /// <returns>Null: it is not theirs.</returns>
    public async Task<Desk?> RunAsync(bool isOperators, CancellationToken ct)
    {
        var whose = !isOperators ? actor.OrganizationId : await operators.IsMineAsync(ct) ? RouteRequest.OperatorsDesk : null;
        return whose is { } desk ? new Desk(scopes, desk, Introduce) : null;
    }

    /// <summary>The side for everybody: a request is handed in, or followed by its secret. Also who is signed in comes as a stranger.</summary>
    /// <param name="whose">Whose desk; null: the secret tells.</param>
    public Desk AtTheDoor(Guid? whose) => new(scopes, whose, IntroduceStranger);

    private void Introduce(IServiceProvider services)
    {
        services.GetRequiredService<Actor>().Set(actor);
        services.GetRequiredService<AuditActor>().Set(audit.Kind, audit.Id, audit.Address, audit.Device);
    }

    private void IntroduceStranger(IServiceProvider services)
    {
        services.GetRequiredService<Actor>().Set(new ClaimsPrincipal(), actor.Address, actor.Device);
        services.GetRequiredService<AuditActor>().Set(ActorMiddleware.Nobody, null, audit.Address, audit.Device);
    }
}

/// <summary>An open desk: each use of a slice gets a scope of its own there.</summary>
public sealed class Desk
{
    private readonly IServiceScopeFactory scopes;
    private readonly Guid? whose;
    private readonly Action<IServiceProvider> introduce;

    internal Desk(IServiceScopeFactory scopes, Guid? whose, Action<IServiceProvider> introduce) => (this.scopes, this.whose, this.introduce) = (scopes, whose, introduce);

    public async Task<TResult> RunAsync<TSlice, TResult>(Func<TSlice, Task<TResult>> use)
        where TSlice : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        introduce(scope.ServiceProvider);
        if (whose is { } organization)
        {
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        }

        return await use(scope.ServiceProvider.GetRequiredService<TSlice>());
    }
}
