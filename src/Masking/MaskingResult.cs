namespace Earshot.Masking;

/// <summary>Why the masker gave nothing back. There is no switch that delivers the text all the same.</summary>
public enum MaskingRefusal
{
    /// <summary>The language is not one that the masker knows.</summary>
    UnsupportedLanguage,

    /// <summary>The text holds invalid UTF-16.</summary>
    InvalidText,

    /// <summary>The text is larger than the limit.</summary>
    TooLarge,

    /// <summary>A recogniser failed.</summary>
    RecogniserFailed,
}

/// <summary>A masked value, or the named reason for which there is none.</summary>
public readonly struct MaskingResult<T>
    where T : class
{
    private readonly T? value;

    internal MaskingResult(T value)
    {
        this.value = value;
        Refusal = null;
    }

    internal MaskingResult(MaskingRefusal refusal)
    {
        value = null;
        Refusal = refusal;
    }

    /// <summary>True when there is a value.</summary>
    public bool IsMasked => value is not null;

    /// <summary>Why there is no value; null when there is one.</summary>
    public MaskingRefusal? Refusal { get; }

    /// <summary>The masked value.</summary>
    /// <exception cref="InvalidOperationException">Masking was refused.</exception>
    public T Value => value ?? throw new InvalidOperationException($"Masking was refused: {Refusal}.");
}
