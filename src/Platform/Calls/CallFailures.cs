using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls;

/// <summary>Every way in which work on a call can be refused. Refusals of intake are in <c>Upload/UploadFailures.cs</c>.</summary>
public static class CallFailures
{
    public static readonly Failure NotFound = new(FailureKind.NotFound, "call_not_found", "There is no such call, or it was deleted.");

    public static readonly Failure TooLarge = new(FailureKind.TooLarge, "too_large", "The recording is larger than the limit. Send a compressed recording, or raise the limit.");

    public static readonly Failure SpoolFull = new(
        FailureKind.NoSpace, "no_space", "The disk of this installation is full, so the recording was not taken. Free space, then send it again.");
}
