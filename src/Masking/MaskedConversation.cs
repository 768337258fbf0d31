namespace Earshot.Masking;

/// <summary>One utterance after masking.</summary>
public sealed class MaskedTurn
{
    internal MaskedTurn(string speaker, MaskedText text, TimeSpan? start, TimeSpan? end)
    {
        Speaker = speaker;
        Text = text;
        Start = start;
        End = end;
    }

    /// <summary>Who speaks: <c>agent</c>, <c>customer</c>, or any other label.</summary>
    public string Speaker { get; }

    /// <summary>What was said, without personal data.</summary>
    public MaskedText Text { get; }

    /// <summary>Offset from the start of the call; null when the transcript has no times.</summary>
    public TimeSpan? Start { get; }

    /// <summary>Offset of the end; null when the transcript has no times.</summary>
    public TimeSpan? End { get; }
}

/// <summary>
/// A whole call after masking. Only this assembly can construct it: <see cref="Masker"/> makes it from raw text, and
/// <see cref="MaskedConversationFormat"/> brings back what it wrote itself, checked by a seal.
/// </summary>
public sealed class MaskedConversation
{
    internal MaskedConversation(string language, string maskerVersion, IReadOnlyList<MaskedTurn> turns)
    {
        Language = language;
        MaskerVersion = maskerVersion;
        Turns = turns;
    }

    /// <summary>ISO 639-1 code of the language that the masker used.</summary>
    public string Language { get; }

    /// <summary>Version of the rules and models that masked this text.</summary>
    public string MaskerVersion { get; }

    /// <summary>The utterances, in order.</summary>
    public IReadOnlyList<MaskedTurn> Turns { get; }

    /// <summary>How many values of each type were removed; equal values count once.</summary>
    public IReadOnlyDictionary<PersonalDataType, int> Counts() =>
        Turns.SelectMany(turn => turn.Text.Spans)
            .GroupBy(span => span.Type)
            .ToDictionary(group => group.Key, group => group.Select(span => span.Ordinal).Distinct().Count());
}
