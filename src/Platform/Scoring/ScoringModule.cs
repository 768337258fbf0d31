using Earshot.Platform.Calls;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Privacy;
using Earshot.Platform.Scoring.Calls;
using Earshot.Platform.Scoring.Dashboards;
using Earshot.Platform.Scoring.PersonalData;
using Earshot.Platform.Scoring.Rescoring;
using Earshot.Platform.Scoring.Reviews;
using Earshot.Platform.Scoring.Scorecards;
using Earshot.Platform.Scoring.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Scoring;

/// <summary>Scorecards in versions, scores of every call, history scored again, and what dashboards show of it.</summary>
public static class ScoringModule
{
    public static IServiceCollection AddScoring(this IServiceCollection services)
    {
        services.AddSingleton<WordBooks>();
        services.AddScoped<SaveScorecard>();
        services.AddScoped<PublishScorecard>();
        services.AddScoped<ReadScorecards>();
        services.AddScoped<TryScorecard>();
        services.AddScoped<ReadDashboard>();
        services.AddScoped<FindTopics>();
        services.AddScoped<ReviewCall>();
        services.AddScoped<AnswerAppeal>();
        services.AddScoped<ReadReviews>();
        services.AddScoped<IPersonalDataHolder, ScoringHolder>();
        services.AddJob(new JobKind(ScoreNewCall.Kind, typeof(ScoreNewCall)) { MaxAttempts = 6 });
        services.AddJob(new JobKind(RescoreCalls.Kind, typeof(RescoreCalls)) { Lane = JobLane.Heavy, MaxAttempts = 4, AttemptTime = TimeSpan.FromHours(1) });
        services.AddJob(new JobKind(ShowScores.Kind, typeof(ShowScores)) { Lane = JobLane.Heavy, MaxAttempts = 6, AttemptTime = TimeSpan.FromHours(1) });
        services.AddSingleton(new Subscription(CallEvents.CallAnalysed, ScoreNewCall.Kind));
        services.AddSchedule<SumDays>(TimeSpan.FromSeconds(10));
        return services.AddSchedule<LearnWords>(TimeSpan.FromHours(1));
    }
}
