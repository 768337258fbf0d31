namespace Earshot.Speech.Decoding;

/// <summary>Decoding ended in one of the named ways.</summary>
internal sealed class DecodingException(SpeechFailure failure, string message) : Exception(message)
{
    public SpeechFailure Failure { get; } = failure;
}
