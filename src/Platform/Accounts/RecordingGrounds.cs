namespace Earshot.Platform.Accounts;

/// <summary>Why recording a call is lawful (clause A16).</summary>
public static class RecordingGrounds
{
    public static readonly IReadOnlyList<string> All = ["consent", "contract", "legal_duty", "legitimate_interest"];
}
