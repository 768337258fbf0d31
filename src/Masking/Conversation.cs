namespace Earshot.Masking;

/// <summary>One uninterrupted utterance before masking.</summary>
/// <param name="Speaker">Who speaks: <c>agent</c>, <c>customer</c>, or any other label.</param>
/// <param name="Text">What was said, raw.</param>
/// <param name="Start">Offset from the start of the call; null when the transcript has no times.</param>
/// <param name="End">Offset of the end from the start of the call; null when the transcript has no times.</param>
public sealed record Turn(string Speaker, string Text, TimeSpan? Start = null, TimeSpan? End = null);

/// <summary>A whole call before masking, in the order in which it was said.</summary>
/// <param name="Language">ISO 639-1 code (<c>ru</c>, <c>en</c>, <c>ar</c> …); null means: find out from the text.</param>
/// <param name="Turns">The utterances.</param>
public sealed record Conversation(string? Language, IReadOnlyList<Turn> Turns);
