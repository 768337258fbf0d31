namespace Earshot.Speech.Engines.Host;

/// <summary>A native recogniser inside the child process.</summary>
internal interface IRecognizer : IDisposable
{
    /// <summary>Recognises one piece. Not called by two threads at once.</summary>
    HostReply Recognize(ReadOnlySpan<float> samples, HostTask task);
}

/// <summary>A recogniser cannot be loaded; the message says what to install.</summary>
internal sealed class RecognizerMissingException(string message) : Exception(message);
