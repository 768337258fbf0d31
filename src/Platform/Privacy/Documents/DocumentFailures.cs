using Earshot.Platform.Kernel;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>Every way in which documents say no.</summary>
public static class DocumentFailures
{
    public static readonly Failure BadDelay = new(FailureKind.Invalid, "bad_delay", "A change is in force after 30 days or at once.");
    public static readonly Failure BadOperatorEmail = new(FailureKind.Invalid, "bad_operator_email", "Give the operator's e-mail as name@example.com.");
    public static readonly Failure BadSite = new(FailureKind.Invalid, "bad_site", "Give the address of this installation as https://earshot.example.com.");
    public static readonly Failure TooLong = new(FailureKind.Invalid, "operator_too_long", "A detail of the operator has at most 400 characters.");
    public static readonly Failure OperatorMissing = new(FailureKind.Conflict, "operator_missing", "Complete the operator's details first; documents can't be published without them.");
    public static readonly Failure UnboundPromise = new(FailureKind.Conflict, "unbound_promise", "A sentence promises something that no working control keeps; the document was not published.");
    public static readonly Failure NotOperator = new(FailureKind.Forbidden, "not_operator", "Only the operator of this installation does this.");
    public static readonly Failure NoSuchVersion = new(FailureKind.NotFound, "no_such_version", "There is no such version of this document.");
}
