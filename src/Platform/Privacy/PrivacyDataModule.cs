using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.Receipts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Platform.Privacy;

/// <summary>Personal data over its life: receipts, retention, requests of persons, the end of an organization.</summary>
public static class PrivacyDataModule
{
    public static IServiceCollection AddPrivacyData(this IServiceCollection services)
    {
        services.AddSingleton<SigningKeys>();
        services.AddSingleton(provider => new SignReceipt(provider.GetRequiredService<SigningKeys>()));
        services.AddScoped<FindPublicKey>();
        return services;
    }

    /// <summary>The public key of the receipts as PEM, where no server runs.</summary>
    public static async Task<string> PublicKeyAsync(NpgsqlDataSource source, MasterKey master, CancellationToken ct)
    {
        using var keys = new SigningKeys(source, master, TimeProvider.System);
        return await new FindPublicKey(source, new SignReceipt(keys)).PemAsync(ct);
    }
}
