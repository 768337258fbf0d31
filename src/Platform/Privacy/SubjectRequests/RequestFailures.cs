using Earshot.Platform.Kernel;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>Every way in which a request, or an act on it, can be refused.</summary>
public static class RequestFailures
{
    public static readonly Failure NotFound = new(FailureKind.NotFound, "request_not_found", "There is no such request.");
    public static readonly Failure BadKind = new(FailureKind.Invalid, "request_kind", "Choose what you ask for.");
    public static readonly Failure WrongDesk = new(FailureKind.Invalid, "request_topic", "Choose what your request is about. What a company heard from you is answered by that company.");
    public static readonly Failure AccountRemains = new(FailureKind.Conflict, "request_account_remains", "The person still has an account. It is closed in its organization first; then this can be done.");
    public static readonly Failure NoPerson = new(FailureKind.Invalid, "request_person", "Give a phone, an e-mail, a name or a customer number, so that we can find your data.");
    public static readonly Failure NoGround = new(FailureKind.Invalid, "request_ground", "Choose why the data must be frozen.");
    public static readonly Failure TooLong = new(FailureKind.Invalid, "request_too_long", "The text is too long: at most 4000 characters.");
    public static readonly Failure TooMany = new(FailureKind.TooMany, "request_too_many", "Too many requests from this address. Try again in an hour.");
    public static readonly Failure NotNow = new(FailureKind.Conflict, "request_state", "The request is not in a state that allows this.");
    public static readonly Failure NotVerified = new(FailureKind.Conflict, "request_not_verified", "Check first who the person is.");
    public static readonly Failure BadVerification = new(FailureKind.Invalid, "request_verification", "Choose how the identity was checked.");
    public static readonly Failure NoReason = new(FailureKind.Invalid, "request_reason", "Give the reason, in at least ten characters: the person reads it.");
    public static readonly Failure ExtendedBefore = new(FailureKind.Conflict, "request_extended", "The answer can be put off only once.");
    public static readonly Failure ExtensionTooLate = new(FailureKind.Conflict, "request_extension_late", "The answer can be put off only before it is due.");
    public static readonly Failure ExtensionTooLong = new(FailureKind.Invalid, "request_extension_long", "The law does not allow to put it off that long.");
    public static readonly Failure NothingToDo = new(FailureKind.Conflict, "request_nothing_to_do", "This kind of request is answered in words.");
    public static readonly Failure FileTooLarge = new(FailureKind.Invalid, "request_file", "A file may have up to 5 MB, and must not be empty.");
    public static readonly Failure BadCorrection = new(FailureKind.Invalid, "request_correction", "Choose the field and give its right value.");
}
