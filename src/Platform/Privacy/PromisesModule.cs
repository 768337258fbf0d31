using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Privacy.Breaches;
using Earshot.Platform.Privacy.Consents;
using Earshot.Platform.Privacy.Controls;
using Earshot.Platform.Privacy.Documents;
using Earshot.Platform.Privacy.Inquiries;
using Earshot.Platform.Privacy.Letters;
using Earshot.Platform.Privacy.Subprocessors;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy;

/// <summary>The promises of the policy, and what keeps them honest: controls, documents, consents, subprocessors, breaches.</summary>
public static class PromisesModule
{
    public static IServiceCollection AddPromises(this IServiceCollection services)
    {
        services.AddSingleton<ProveControls>().AddSingleton<KeepProofs>().AddSingleton<ProveClock>().AddScoped<ReadProofs>();
        services.AddSingleton<OwnPages>().AddSingleton<IDestinationSource>(provider => provider.GetRequiredService<OwnPages>());
        services.AddSchedule<ProveTask>(TimeSpan.FromMinutes(1));
        services.AddJob(new JobKind(AnnounceVersion.Kind, typeof(AnnounceVersion)));
        services.AddJob(new JobKind(CarryLetter.Kind, typeof(CarryLetter)) { MaxAttempts = 20, WallTime = TimeSpan.FromDays(2), FirstWait = TimeSpan.FromSeconds(30) });
        services.AddLetters(SmtpSettings.Read(Environment.GetEnvironmentVariable));
        services.AddScoped<WriteLetter>().AddScoped<PostLetter>();
        services.AddSchedule<ForgetSiteData>(TimeSpan.FromHours(1));
        services.AddSingleton<ICaptcha, ProofOfWork>().AddSingleton<SiteScope>();
        services.AddScoped<RecordConsent>().AddScoped<ChooseCookies>().AddScoped<CountVisit>().AddScoped<Newsletter>().AddScoped<SendInquiry>().AddScoped<ListInquiries>();
        services.AddSingleton<IEgressPermits, RegisterPermits>(); // in the place of the kernel's own
        services.AddScoped<KeepAssurance>().AddScoped<KeepRegister>().AddScoped<HandleBreach>();
        return services.AddDocuments();
    }

    /// <summary>By the mail server, or as files where none is set.</summary>
    internal static void AddLetters(this IServiceCollection services, SmtpSettings? smtp)
    {
        services.AddSingleton<KeepMail>();
        if (smtp is null)
        {
            services.AddSingleton<IMailCarrier>(provider => provider.GetRequiredService<KeepMail>());
            return;
        }

        services.AddSingleton(smtp).AddSingleton<IMailCarrier, SendMail>();
        services.AddDestination(smtp.Describe());
    }

    private static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddScoped<ReadOperator>().AddScoped<SaveOperator>().AddScoped<OperatorDesk>()
        .AddScoped<LoadDemoOperator>().AddScoped<ReadDocuments>().AddScoped<PublishDocuments>().AddScoped<AnnouncePublication>().AddScoped<UseVersion>().AddScoped<ListRecipients>();
}
