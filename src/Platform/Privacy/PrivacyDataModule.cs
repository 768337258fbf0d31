using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.Exit;
using Earshot.Platform.Privacy.KeyRotation;
using Earshot.Platform.Privacy.PersonalData;
using Earshot.Platform.Privacy.Receipts;
using Earshot.Platform.Privacy.Retention;
using Earshot.Platform.Privacy.SubjectRequests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Earshot.Platform.Privacy;

/// <summary>Personal data over its life: receipts, retention, requests of persons, the end of an organization.</summary>
public static class PrivacyDataModule
{
    public static IServiceCollection AddPrivacyData(this IServiceCollection services)
    {
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<IMasterKeyHolder>(provider => provider.GetRequiredService<SigningKeys>());
        services.AddSingleton(provider => new SignReceipt(provider.GetRequiredService<SigningKeys>()));
        services.AddScoped<FindPublicKey>();
        services.AddSingleton<ResealOrganization>();
        services.AddSchedule<ResealAll>(TimeSpan.FromMinutes(30));
        services.AddScoped<WriteErasureReceipt>().AddScoped<ListErasureReceipts>();
        services.AddScoped<AuditTrail.ExportAudit>().AddScoped<AuditTrail.ReadAccessAlerts>();
        services.AddSchedule<AuditTrail.WatchAccess>(TimeSpan.FromMinutes(2));
        return services.AddRetention().AddPersonalData().AddSubjectRequests().AddExit();
    }

    private static IServiceCollection AddPersonalData(this IServiceCollection services)
    {
        foreach (var table in SealedTables.All)
        {
            services.AddScoped<IPersonalDataHolder>(provider => new TableHolder(table, provider.GetRequiredService<PlatformDb>(), provider.GetRequiredService<TenantCipher>()));
        }

        services.AddScoped<IPersonalDataHolder, AuditHolder>().AddScoped<IPersonalDataHolder, AccountsHolder>();
        services.AddScoped<KeepTombstones>().AddSingleton<ReplayTombstones>();
        return services.AddScoped<FindPerson>().AddScoped<CorrectPerson>().AddScoped<RestrictPerson>().AddScoped<ErasePerson>();
    }

    private static IServiceCollection AddSubjectRequests(this IServiceCollection services)
    {
        services.TryAddScoped<Actor>(); // who acts, where there is a request from outside
        services.AddScoped<PersonActs>().AddScoped<ReceiveRequest>().AddScoped<HandleRequest>().AddScoped<ActOnRequest>();
        services.AddScoped<KeepRequestFiles>().AddScoped<CompleteRequest>().AddScoped<OpenDesk>();
        services.AddScoped<ListRequests>().AddScoped<ReadRequest>().AddScoped<FollowRequest>();
        return services.AddSchedule<WatchRequests>(TimeSpan.FromMinutes(15));
    }

    private static IServiceCollection AddExit(this IServiceCollection services)
    {
        services.AddSingleton<EraseOrganization>().AddScoped<CloseOrganization>().AddScoped<ExportOrganization>();
        return services.AddSchedule<EndOrganizations>(TimeSpan.FromHours(1));
    }

    private static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddScoped<EraseOverdue>().AddScoped<ListRetention>().AddScoped<SetPeriod>();
        services.AddSingleton<ForgetOldAudit>();
        return services.AddSchedule<SweepOverdue>(TimeSpan.FromHours(1));
    }

    /// <summary>The public key of the receipts as PEM, where no server runs.</summary>
    public static async Task<string> PublicKeyAsync(NpgsqlDataSource source, MasterKey master, CancellationToken ct)
    {
        using var keys = new SigningKeys(source, master, TimeProvider.System);
        return await new FindPublicKey(source, new SignReceipt(keys)).PemAsync(ct);
    }
}
