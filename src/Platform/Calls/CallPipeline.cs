using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Kernel.Jobs;

namespace Earshot.Platform.Calls;

/// <summary>
/// The life of a call: one literal list. The names are the names of jobs, states, metrics and the files in <c>Pipeline/</c>. A recording
/// enters at the first step, a ready transcript at the second; each step ends in the transaction of the data that it made. The steps after
/// masking take milliseconds and join it: one transaction for the three, and each alone again when one of them fails.
/// </summary>
internal static class CallPipeline
{
    public const string Transcribing = "calls.transcribing";
    public const string Masking = "calls.masking";
    public const string Analysing = "calls.analysing";
    public const string Delivering = "calls.delivering";

    /// <summary>Beside the life of a call: a remote recogniser forgets its copy.</summary>
    public const string Forgetting = "calls.forgetting";

    public static IReadOnlyList<JobKind> Steps(PlatformSettings settings) =>
    [
        new(Transcribing, typeof(TranscribeCall)) { Lane = JobLane.Heavy, MaxAttempts = 4, AttemptTime = settings.RecognitionTime, WallTime = TimeSpan.FromHours(6) },
        new(Masking, typeof(MaskCall)) { MaxAttempts = 6, IsRepeatable = true },
        new(Analysing, typeof(AnalyseCall)) { MaxAttempts = 6, IsRepeatable = true, JoinsPrevious = true },
        new(Delivering, typeof(DeliverCall)) { MaxAttempts = 10, IsRepeatable = true, JoinsPrevious = true },
    ];

    public static readonly JobKind Forget = new(Forgetting, typeof(ForgetCopy))
    {
        MaxAttempts = 10_000, AttemptTime = TimeSpan.FromMinutes(2), WallTime = TimeSpan.FromDays(30), FirstWait = TimeSpan.FromSeconds(30),
    };
}
