using System.Net;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Backups;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Malware;
using Earshot.Platform.Kernel.Notifications;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

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
        services.AddSingleton(_ => database.OpenApp());
        services.AddKeys(settings);
        services.AddBackups();
        services.AddJobs();
        services.AddAudit();
        services.AddEgress(settings);
        services.AddScoped<TenantContext>();
        services.AddDbContext<PlatformDb>(
            (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()).AddInterceptors(new TenantConnectionInterceptor()),
            optionsLifetime: ServiceLifetime.Singleton);
        return services;
    }

    /// <summary>A kind of durable job and who does it.</summary>
    public static IServiceCollection AddJob(this IServiceCollection services, JobKind kind)
    {
        services.AddScoped(kind.Handler);
        services.AddSingleton(kind);
        return services;
    }

    /// <summary>A place to which this product may speak; nothing else is reached through <see cref="EgressClient"/>.</summary>
    public static IServiceCollection AddDestination(this IServiceCollection services, Destination destination) => services.AddSingleton(destination);

    /// <summary>What runs in the background of this process: every process hears notifications, a worker does the jobs as well.</summary>
    public static IServiceCollection AddBackground(this IServiceCollection services, ServerRole role)
    {
        services.AddHostedService<NotificationListener>();
        services.AddHostedService<WatchMasterKey>();
        if (role is ServerRole.Web)
        {
            return services;
        }

        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<JobRunner>();
        return services;
    }

    /// <summary>A task that comes back by the clock: from five minutes on once for all workers, more often in each of them.</summary>
    public static IServiceCollection AddSchedule<TTask>(this IServiceCollection services, TimeSpan every)
        where TTask : class, IScheduledTask
    {
        services.AddTransient<TTask>();
        services.AddSingleton(new Schedule<TTask>(every));
        return services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.ScheduleJob<ScheduledRun<TTask>>(
                trigger => trigger.WithIdentity(typeof(TTask).Name).StartNow().WithSimpleSchedule(every < ClaimSchedule.Look ? every : ClaimSchedule.Look, null));
        });
    }

    private static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<ClaimSchedule>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<INotificationHandler>(provider => provider.GetRequiredService<JobSignal>());
        services.AddSingleton<FaultPoints>();
        services.AddSingleton<JobKinds>();
        services.AddSingleton<ClaimJobs>();
        services.AddSingleton<RunJob>();
        services.AddSchedule<MeasureQueues>(TimeSpan.FromSeconds(15));
    }

    private static void AddKeys(this IServiceCollection services, PlatformSettings settings)
    {
        services.AddSingleton(settings.KeyLedger);
        services.AddSingleton<TenantCipher>();
        services.AddScoped<RotateMasterKey>();
        services.AddSingleton<IMasterKeyHolder, WrappedDataKeys>();
        services.AddSingleton<IMasterKeyHolder, SealedAuditHeads>();
        if (settings.KeyService is { } service)
        {
            services.AddDestination(service.ToDestination());
        }
    }

    private static void AddBackups(this IServiceCollection services)
    {
        services.AddSingleton(BackupSettings.Read(Environment.GetEnvironmentVariable));
        services.AddSingleton<WriteBackup>();
        services.AddSchedule<MakeBackups>(TimeSpan.FromMinutes(15));
    }

    private static void AddAudit(this IServiceCollection services)
    {
        services.AddScoped<AuditActor>();
        services.AddScoped<AuditLog>();
        services.AddSingleton<AppendAudit>();
        services.AddSingleton<VerifyAudit>();
        services.AddSingleton<LinkAudit>();
        services.AddSchedule<LinkAuditTask>(TimeSpan.FromSeconds(2));
        services.AddSchedule<SealAuditTask>(TimeSpan.FromMinutes(1));
        services.AddSchedule<PrepareAuditTask>(TimeSpan.FromDays(1));
    }

    private static void AddEgress(this IServiceCollection services, PlatformSettings settings)
    {
        services.AddSingleton<ResolveHost>(Dns.GetHostAddressesAsync);
        services.AddSingleton<EgressRegister>();
        services.AddSingleton<IEgressPermits, NoEgressPermits>(); // the privacy module puts its own in this place
        services.AddSingleton<IEgressLedger, EgressLedger>();
        services.AddSingleton<ScanForMalware>();
        if (settings.Malware is { } scanner)
        {
            services.AddDestination(scanner.Describe());
        }

        services.AddSingleton(provider => new EgressClient(
            provider.GetRequiredService<EgressRegister>(), provider.GetRequiredService<IEgressPermits>(), provider.GetRequiredService<IEgressLedger>(),
            settings.Region, provider.GetRequiredService<ResolveHost>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<OwnCertificate>()));
    }
}
