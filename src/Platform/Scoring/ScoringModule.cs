using Earshot.Masking;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Privacy;
using Earshot.Platform.Scoring.Alerts;
using Earshot.Platform.Scoring.Calls;
using Earshot.Platform.Scoring.Dashboards;
using Earshot.Platform.Scoring.Model;
using Earshot.Platform.Scoring.PersonalData;
using Earshot.Platform.Scoring.Reports;
using Earshot.Platform.Scoring.Rescoring;
using Earshot.Platform.Scoring.Reviews;
using Earshot.Platform.Scoring.Scorecards;
using Earshot.Platform.Scoring.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Scoring;

/// <summary>Scorecards in versions, scores of every call, history scored again, and what dashboards show of it.</summary>
public static class ScoringModule
{
    /// <param name="services">The services of the host.</param>
    /// <param name="model">The language model that the operator connected; null: none.</param>
    public static IServiceCollection AddScoring(this IServiceCollection services, ModelSettings? model = null)
    {
        services.AddScoped<ScoreCallByVersions>();
        services.AddScoped<ReadModelUse>().AddScoped<AskAboutPast>();
        services.AddJob(new JobKind(AskAboutCall.Kind, typeof(AskAboutCall)) { MaxAttempts = 6, AttemptTime = TimeSpan.FromMinutes(8), FirstWait = TimeSpan.FromSeconds(30) });
        services.AddJob(new JobKind(WalkPastCalls.Kind, typeof(WalkPastCalls)) { MaxAttempts = 6 });
        if (model is not null)
        {
            services.AddDestination(LanguageModel.EntryOf(model));
            services.AddSingleton(provider => new LanguageModel(
                model, provider.GetRequiredService<EgressClient>(), provider.GetRequiredService<Masker>(), provider.GetRequiredService<TimeProvider>()));
        }

        services.AddSingleton<WordBooks>();
        services.AddScoped<SaveScorecard>();
        services.AddScoped<PublishScorecard>();
        services.AddScoped<ReadScorecards>();
        services.AddScoped<TryScorecard>();
        services.AddScoped<OrganizationDays>();
        services.AddScoped<ReadDashboard>();
        services.AddScoped<ReadReport>().AddScoped<SubscribeReport>().AddScoped<MakeReport>().AddSingleton<LeaveReport>().AddSingleton<EachOrganization>();
        services.AddScoped<KeepAlertRules>().AddScoped<ReadAlerts>().AddScoped<RaiseAlerts>();
        services.AddSchedule<RaiseAllAlerts>(TimeSpan.FromMinutes(5));
        services.AddSchedule<MakeReports>(TimeSpan.FromMinutes(5));
        services.AddScoped<FindFailing>();
        services.AddScoped<FindTopics>();
        services.AddScoped<ReviewCall>();
        services.AddScoped<AnswerAppeal>();
        services.AddScoped<ReadReviews>();
        services.AddScoped<IPersonalDataHolder, ScoringHolder>();
        services.AddJob(new JobKind(ScoreNewCall.Kind, typeof(ScoreNewCall)) { MaxAttempts = 6 });
        services.AddJob(new JobKind(RescoreCalls.Kind, typeof(RescoreCalls)) { Lane = JobLane.Heavy, MaxAttempts = 4, AttemptTime = TimeSpan.FromHours(1) });
        services.AddJob(new JobKind(FindUnsureCriteria.Kind, typeof(FindUnsureCriteria)) { MaxAttempts = 3 });
        services.AddJob(new JobKind(ShowScores.Kind, typeof(ShowScores)) { Lane = JobLane.Heavy, MaxAttempts = 6, AttemptTime = TimeSpan.FromHours(1) });
        services.AddSingleton(new Subscription(CallEvents.CallAnalysed, ScoreNewCall.Kind));
        services.AddSchedule<SumDays>(TimeSpan.FromSeconds(10));
        return services.AddSchedule<LearnWords>(TimeSpan.FromHours(1));
    }
}
