namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>Where a request stands, and where it may go from there.</summary>
public static class RequestStates
{
    public const string Received = "received";
    public const string NeedsInformation = "needs_information";
    public const string InWork = "in_work";
    public const string Answered = "answered";
    public const string Refused = "refused";

    public static readonly IReadOnlyList<string> All = [Received, NeedsInformation, InWork, Answered, Refused];

    public static bool IsOpen(string state) => state is Received or NeedsInformation or InWork;

    /// <summary>Whether a request may go from one state to another. What is closed stays closed.</summary>
    public static bool MayGo(string from, string to) => (from, to) switch
    {
        (Received, NeedsInformation or InWork or Answered or Refused) => true,
        (NeedsInformation, Received or InWork or Answered or Refused) => true,
        (InWork, Answered or Refused) => true,
        _ => false,
    };
}
