using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers;

/// <summary>One run of digits and what the talk around it says about this kind of identifier.</summary>
/// <param name="digits">The digits.</param>
/// <param name="run">How they were said or written.</param>
/// <param name="strength">0: nobody asked for this identifier; 1: it was named right before.</param>
internal readonly ref struct NumberQuestion(ReadOnlySpan<char> digits, NumberRun run, float strength)
{
    public readonly ReadOnlySpan<char> Digits = digits;
    public readonly NumberRun Run = run;
    public readonly float Strength = strength;

    /// <summary>"девятнадцать четыреста": thousands and hundreds, as Russian says a price.</summary>
    public bool IsPrice => ReadPrice.Is(Run, Digits);
}

/// <summary>
/// One kind of identifier: the phrases that announce it, its lengths, its check digit. Stateless.
/// </summary>
internal abstract class IdentifierRecogniser(string name, PersonalDataType type, string phrases)
{
    /// <summary>Name of the rule.</summary>
    public string Name { get; } = name;

    /// <summary>What is masked.</summary>
    public PersonalDataType Type { get; } = type;

    /// <summary>Phrases that announce the identifier; see <see cref="Context.PhraseTable"/>.</summary>
    public string Phrases { get; } = phrases;

    /// <summary>Full lengths in digits.</summary>
    protected virtual ReadOnlySpan<int> Lengths => [];

    /// <summary>Shortest and longest part of it that is masked when it was asked for.</summary>
    protected virtual (int Shortest, int Longest) Part => (0, 0);

    /// <summary>Confidence in a number of full length and right check digit that nobody asked for.</summary>
    protected virtual float Alone => 0;

    /// <summary>Weakest context that is taken for a request.</summary>
    protected virtual float Needed => 0.3f;

    /// <summary>True when a number that nobody asked for can be this identifier; the others are asked only about what was named.</summary>
    public virtual bool StandsAlone => Alone > 0;

    /// <summary>True when dates and ordinals can be this identifier.</summary>
    public virtual bool TakesDates => false;

    /// <summary>True when letters beside the digits belong to it.</summary>
    public virtual bool TakesLetters => false;

    /// <summary>Check digit; true where there is none.</summary>
    protected virtual bool Check(ReadOnlySpan<char> digits) => true;

    /// <summary>Confidence from 0 to 1 that the run is this identifier.</summary>
    public virtual float Judge(in NumberQuestion question)
    {
        if (question.IsPrice && question.Strength < 0.95f)
        {
            return 0;
        }

        var length = question.Digits.Length;
        var asked = question.Strength >= Needed;
        if (Lengths.Contains(length) && !(length <= 6 && IsSingleCardinal(question)))
        {
            return JudgeFull(question, asked);
        }

        if (!asked || (IsSingleCardinal(question) && question.Strength < (question.Digits is [_, _, '0'] ? 0.95f : 0.85f)))
        {
            return 0;
        }

        return length >= Part.Shortest && length <= Part.Longest && Part.Longest > 0 ? 0.45f + (0.3f * question.Strength)
            : IsNearMiss(length) ? 0.35f + (0.3f * question.Strength)
            : 0;
    }

    /// <summary>Confidence that a code of capital letters and digits is this identifier.</summary>
    public virtual float JudgeCode(ReadOnlySpan<char> code, float strength) => 0;

    // Recognisers of speech mishear digits: what was asked for is masked though the check digit is wrong.
    private float JudgeFull(in NumberQuestion question, bool asked)
    {
        var right = Check(question.Digits);
        return asked ? (right ? 0.7f : 0.55f) + (0.3f * question.Strength) : right ? Alone : 0;
    }

    // "восемьсот шестьдесят пять" is a quantity, unless somebody asked for an identifier right before.
    private static bool IsSingleCardinal(in NumberQuestion question) => question.Run.Groups == 1 && question.Run.Is(NumberForm.Spoken) && !question.Run.Is(NumberForm.Letters);

    private bool IsNearMiss(int length)
    {
        foreach (var full in Lengths)
        {
            if (full >= 6 && Math.Abs(full - length) <= 2)
            {
                return true;
            }
        }

        return false;
    }
}
