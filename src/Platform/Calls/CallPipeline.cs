namespace Earshot.Platform.Calls;

/// <summary>The life of a call: one literal list. The names are the names of jobs, states, metrics and the files in <c>Pipeline/</c>.</summary>
internal static class CallPipeline
{
    public const string Transcribing = "calls.transcribing";
    public const string Masking = "calls.masking";
    public const string Analysing = "calls.analysing";
    public const string Delivering = "calls.delivering";
}
