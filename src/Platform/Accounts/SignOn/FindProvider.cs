using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>The provider of a name. An organization's own is read in a scope of its own: nobody has proved anything yet.</summary>
public sealed class FindProvider(SignOnSettings settings, IServiceScopeFactory scopes)
{
    /// <summary>The buttons of the sign-in page.</summary>
    public IReadOnlyList<SignOnProvider> Installed => settings.Providers;

    /// <returns>Null: there is none of this name, or it is switched off.</returns>
    public async Task<SignOnProvider?> RunAsync(string name, CancellationToken ct) =>
        settings.Providers.FirstOrDefault(provider => provider.Name == name) ?? (SignOnConnection.Read(name) is { } ids ? await CompanyAsync(ids.Organization, ids.Id, ct) : null);

    private async Task<SignOnProvider?> CompanyAsync(Guid organization, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var row = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<SignOnConnection>().AsNoTracking().SingleOrDefaultAsync(found => found.Id == id && found.IsActive, ct);
        if (row is null)
        {
            return null;
        }

        var cipher = scope.ServiceProvider.GetRequiredService<TenantCipher>();
        var secret = row.ClientSecret is { } kept ? await cipher.OpenTextAsync(organization, SignOnConnection.SecretColumn, row.Id, kept, ct) : null;
        return new SignOnProvider(row.ProviderName, SignOnKind.OpenId, row.ClientId, secret, new Uri(row.Issuer)) { Title = row.Name, Organization = organization, JoinsAs = row.JoinsAs };
    }
}
