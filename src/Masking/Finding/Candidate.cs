using System.Runtime.InteropServices;

namespace Earshot.Masking.Finding;

/// <summary>A run of tokens, both ends included, that may be personal data. May reach over turns.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="Type">What it may be.</param>
/// <param name="Confidence">0 to 1; decides between candidates that overlap.</param>
/// <param name="Rule">Name of the recogniser.</param>
/// <param name="Value">
/// Normalised value: equal values share an ordinal. Null: the folded words of the tokens are the value.
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Candidate(int First, int Last, PersonalDataType Type, float Confidence, string Rule, string? Value);

/// <summary>Collects candidates of one call.</summary>
internal sealed class CandidateList
{
    private Candidate[] items = new Candidate[32];

    public int Count { get; private set; }

    public Span<Candidate> Items => items.AsSpan(0, Count);

    public void Add(int first, int last, PersonalDataType type, float confidence, string rule, string? value = null)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Count * 2);
        }

        items[Count++] = new Candidate(first, last, type, confidence, rule, value);
    }

    public void Clear()
    {
        Items.Clear();
        Count = 0;
    }

    /// <summary>Keeps the first items after they were settled in place.</summary>
    public void Truncate(int count)
    {
        items.AsSpan(count, Count - count).Clear();
        Count = count;
    }
}
