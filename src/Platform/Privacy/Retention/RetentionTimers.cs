using Earshot.Platform.Privacy.Calendar;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>Every timer of the policy, one line each. A timer whose module is not built waits, and never counts as kept.</summary>
public static class RetentionTimers
{
    public const string Audio = "audio";
    public const string Content = "content";
    public const string Account = "account";
    public const string Organization = "organization";
    public const string Audit = "audit";
    public const string AntiAbuse = "anti-abuse";
    public const string Inquiry = "inquiry";
    public const string AnalyticsConsent = "analytics-consent";
    public const string PolicyChange = "policy-change";
    public const string Leads = "leads";
    public const string Payments = "payments";
    public const string Contract = "contract";
    public const string Inactive = "inactive-user";
    public const string Destruction = "destruction-after-withdrawal";
    public const string StopAfterWithdrawal = "stop-after-withdrawal";
    public const string Answer = "answer";
    public const string Extension = "extension";
    public const string Authority = "authority-request";
    public const string Claim = "claim";

    public static readonly IReadOnlyList<RetentionTimer> All =
    [
        new(Audio, "Recording of a call", Period.AtOnce, "Transcription ends or finally fails", TimerDuty.Erase, ["A09", "C07"]),
        new(Content, "Transcripts and analytics", Period.Months(12), "The call", TimerDuty.Erase, ["A17", "B34"]),
        new(Account, "Account data", Period.Days(30), "The account is closed", TimerDuty.Erase, ["A18", "A44", "E15"]),
        new(Organization, "All data of an organization", Period.Days(30), "The request, or the end of the contract", TimerDuty.Erase, ["A21", "B35"]),
        new(Leads, "Leads and conversations", Period.Days(90), "The end of the service", TimerDuty.Erase, ["E14"], WaitsFor: "Leads"),
        new(Audit, "Audit log", Period.Years(7), "The event", TimerDuty.Erase, ["A20"]),
        new(AntiAbuse, "Addresses kept against abuse, CAPTCHA", Period.Days(60), "Collection", TimerDuty.Erase, ["A49", "A61"]),
        new(Inquiry, "Inquiry from the website", Period.Years(1), "The inquiry", TimerDuty.Erase, ["A46"]),
        new(AnalyticsConsent, "Consent to analytics", Period.Months(12), "The consent", TimerDuty.AskAgain, ["A47"]),
        new(Contract, "Contract records", Period.Years(3), "The end of the contract", TimerDuty.Erase, ["A45"]),
        new(Payments, "Accounting and payment records", Period.Years(5), "The document or payment", TimerDuty.Erase, ["A50", "D14"], WaitsFor: "Billing"),
        new(Inactive, "Account that nobody uses", Period.Years(5), "The last activity", TimerDuty.Erase, ["D15"]),
        new(Destruction, "Data of a person who withdrew consent", Period.Days(30), "The withdrawal", TimerDuty.Erase, ["D16"]),
        new(StopAfterWithdrawal, "Processing after a withdrawal", Period.BusinessDays(10), "The withdrawal", TimerDuty.Stop, ["C11"]),
        new(Answer, "Answer to a data subject", Period.BusinessDays(10), "The request", TimerDuty.Answer, ["A65", "C12", "D17"]),
        new(Extension, "Extension of an answer, once, with reasons", Period.BusinessDays(5), "The first due date", TimerDuty.Answer, ["C12"]),
        new(Authority, "Answer to the authority", Period.Days(10), "Its request", TimerDuty.Answer, ["A38"]),
        new(Claim, "Answer to a claim", Period.BusinessDays(14), "The claim", TimerDuty.Answer, ["C19"]),
        new(PolicyChange, "A changed policy takes force", Period.Days(30), "Publication", TimerDuty.TakeForce, ["A79", "B40", "C03"]),
    ];
}
