using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>Where sign-on speaks to: providers of the installation, and the identity providers that organizations connected. Nothing personal goes there.</summary>
internal sealed class SignOnDestinations(SignOnSettings settings, PlatformSettings platform, IServiceScopeFactory scopes) : IDestinationSource
{
    private static readonly string[] Google = ["accounts.google.com", "oauth2.googleapis.com", "www.googleapis.com", "openidconnect.googleapis.com"];

    public async Task<IReadOnlyList<Destination>> ListAsync(Guid? organization, CancellationToken ct)
    {
        var own = settings.Providers.Select(Declare);
        return organization is { } whose && whose != Guid.Empty ? [.. own, .. await ConnectedAsync(whose, ct)] : [.. own];
    }

    private Destination Declare(SignOnProvider provider)
    {
        var hosts = provider.Kind is SignOnKind.OpenId ? Google : [];
        var declared = Make(provider.Destination, [.. hosts, .. provider.Profile is { } profile ? [profile.IdnHost] : Array.Empty<string>()]);
        return declared.At(provider.Authority);
    }

    private async Task<IReadOnlyList<Destination>> ConnectedAsync(Guid organization, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var rows = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<SignOnConnection>().AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(Declare)];
    }

    private Destination Declare(SignOnConnection row)
    {
        var issuer = new Uri(row.Issuer);
        var made = Make($"sign-on.{row.ProviderName}", [.. row.Hosts, issuer.IdnHost]) with { Port = issuer.Port };
        return settings.OwnHosts.Contains(issuer.IdnHost) ? made with { IsLocal = true } : made with { Organization = row.OrganizationId };
    }

    // Of a person goes nothing but the code that the provider itself made.
    private Destination Make(string name, IReadOnlyList<string> hosts) => new()
    {
        Name = name, Hosts = hosts, Purpose = "sign_on", Region = platform.Region, Data = [], Fields = ["client_id", "code", "code_verifier", "redirect_uri"],
        MaxRequestBytes = 64 << 10, MaxResponseBytes = 1 << 20, Patience = TimeSpan.FromSeconds(15),
    };
}
