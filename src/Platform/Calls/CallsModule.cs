using Earshot.Analysis;
using Earshot.Masking;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Calls.Delete;
using Earshot.Platform.Calls.Demo;
using Earshot.Platform.Calls.OwnTopics;
using Earshot.Platform.Calls.PersonalData;
using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Calls.Recognition;
using Earshot.Platform.Calls.SelfTest;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Calls.Tuning;
using Earshot.Platform.Calls.Upload;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Notifications;
using Earshot.Platform.Privacy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Calls;

/// <summary>Calls: what came in, how it is worked through, what was found.</summary>
public static class CallsModule
{
    public static IServiceCollection AddCalls(this IServiceCollection services, PlatformSettings settings)
    {
        services.AddSingleton<AudioSpool>();
        services.AddScoped<ReceiveCall>();
        services.AddUpload();
        services.AddScoped(provider => new DeleteCall(
            provider.GetRequiredService<PlatformDb>(), provider.GetRequiredService<DestroyAudio>(), provider.GetRequiredService<WriteReceipt>(), provider.GetRequiredService<KeepTombstones>(),
            provider.GetRequiredService<AuditLog>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSchedule<SweepSpool>(TimeSpan.FromMinutes(1));
        services.AddSingleton<SelfTestStart>().AddScoped<TraceTestCall>().AddSchedule<SendTestCall>(TimeSpan.FromMinutes(1));
        services.AddSingleton<LoadDemo>();
        services.AddSingleton<ImportFolder>();
        services.AddSingleton<CallEvents>();
        services.AddSingleton<INotificationHandler>(provider => provider.GetRequiredService<CallEvents>());
        return services.AddPipeline(settings);
    }

    private static IServiceCollection AddPipeline(this IServiceCollection services, PlatformSettings settings)
    {
        services.AddSingleton(_ => new Masker());
        services.AddSingleton<TunedMaskers>();
        services.AddScoped<FindMasker>().AddScoped<ReadTuning>().AddScoped<ChangeTuning>().AddScoped<TryTuning>();
        services.AddScoped<MaskingChoices>(); // the worker needs no other part of accounts
        services.AddSingleton(_ => new Analyst());
        services.AddSingleton<OwnAnalysts>();
        services.AddScoped<FindAnalyst>().AddScoped<KeepTopics>().AddScoped<AskTopicsAgain>();
        services.AddJob(new JobKind(FindTopicsAgain.Kind, typeof(FindTopicsAgain)) { Lane = JobLane.Heavy, MaxAttempts = 4, AttemptTime = TimeSpan.FromHours(2) });
        services.AddSpeech(settings.Speech);
        services.AddScoped<CallInWork>();
        services.AddScoped<ReadAnalysisSettings>();
        services.AddScoped<ChangeAnalysisSettings>();
        services.AddScoped<DestroyAudio>();
        services.AddScoped<WriteReceipt>();
        services.AddScoped<Browse.ReadReceipt>();
        services.AddScoped<SearchTexts>();
        services.AddScoped<ReadMaskedText>();
        services.AddScoped<IPersonalDataHolder, CallsHolder>();
        services.AddScoped<StopCall>();
        services.AddSingleton<TrackCopies>();
        services.AddJob(CallPipeline.Forget);
        foreach (var step in CallPipeline.Steps(settings))
        {
            services.AddJob(step);
        }

        return services;
    }

    private static void AddSpeech(this IServiceCollection services, SpeechSettings settings)
    {
        services.AddSingleton<SpeechEngines>();
        services.AddScoped<ReadRecognitionSettings>();
        services.AddScoped<ChangeRecognitionSettings>();
        foreach (var engine in RemoteEngine.From(settings))
        {
            services.AddSingleton(engine);
            services.AddDestination(engine.Destination);
        }
    }

    public static void MapCalls(this IEndpointRouteBuilder routes)
    {
        UploadRoutes.Map(routes);
        TuningRoutes.Map(routes);
        GetCall.Map(routes.MapGroup("/api/v1/calls").RequireAuthorization(Policies.ApiReadCalls));
    }
}
