using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Consents;

/// <summary>What visitors leave belongs to the installation, whoever is signed in: each use gets a scope of its own.</summary>
public sealed class SiteScope(IServiceScopeFactory scopes)
{
    public async Task<TResult> RunAsync<TSlice, TResult>(Func<TSlice, Task<TResult>> use)
        where TSlice : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(TenantCipher.Installation);
        return await use(scope.ServiceProvider.GetRequiredService<TSlice>());
    }
}
