using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Platform.Kernel;

/// <summary>What every module stands on: database, tenant, jobs, encryption, egress, audit.</summary>
public static class KernelModule
{
    public static IServiceCollection AddKernel(this IServiceCollection services, PlatformSettings settings)
    {
        var database = new DatabaseSettings(settings.Database, settings.MasterKey);
        services.AddSingleton(settings);
        services.AddSingleton(settings.MasterKey);
        services.AddSingleton(database);
        services.AddSingleton<Migrator>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => NpgsqlDataSource.Create(database.AppConnection));
        services.AddSingleton(provider => new TenantCipher(
            new TenantKeyStore(provider.GetRequiredService<NpgsqlDataSource>(), settings.MasterKey, provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<JobQueue>();
        services.AddScoped<TenantContext>();
        services.AddScoped<TenantConnectionInterceptor>();
        services.AddDbContext<PlatformDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(provider.GetRequiredService<TenantConnectionInterceptor>()));
        return services;
    }
}
