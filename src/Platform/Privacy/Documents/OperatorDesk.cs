using Earshot.Platform.Accounts;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>
/// Who acts for the operator of this installation: the people of the first organization, which was founded together with it, who may
/// manage privacy there. Other organizations are customers.
/// </summary>
public sealed class OperatorDesk(Actor actor, OrganizationDirectory organizations)
{
    public async Task<bool> IsMineAsync(CancellationToken ct) =>
        actor.OrganizationId is { } mine && actor.Is(Roles.Owner, Roles.PrivacyOfficer) && await FirstAsync(ct) == mine;

    /// <summary>The operator's own organization; null before there is one.</summary>
    public async Task<Guid?> FirstAsync(CancellationToken ct) => (await organizations.ListAsync(ct)) is [var first, ..] ? first.Id : null;
}
