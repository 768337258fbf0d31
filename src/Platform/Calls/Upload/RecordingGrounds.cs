namespace Earshot.Platform.Calls.Upload;

/// <summary>Grounds on which a call may have been recorded; the organization answers for the choice.</summary>
public static class RecordingGrounds
{
    /// <summary>The customer agreed.</summary>
    public const string Consent = "consent";

    /// <summary>The customer was told before the recording began and went on.</summary>
    public const string Notice = "notice";

    /// <summary>A contract with the customer provides for it.</summary>
    public const string Contract = "contract";

    /// <summary>A law asks for it.</summary>
    public const string Law = "law";

    /// <summary>Legitimate interest, weighed and documented by the organization.</summary>
    public const string LegitimateInterest = "legitimate_interest";

    public static readonly IReadOnlyList<string> All = [Consent, Notice, Contract, Law, LegitimateInterest];
}
