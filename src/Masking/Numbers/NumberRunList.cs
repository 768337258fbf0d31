using Earshot.Masking.Identifiers;

namespace Earshot.Masking.Numbers;

/// <summary>All runs of a call with their digits in one pool. Kept for the next call and wiped between calls.</summary>
internal sealed class NumberRunList
{
    private NumberRun[] runs = new NumberRun[64];
    private Verdict[] verdicts = new Verdict[64];
    private char[] pool = new char[512];
    private int poolCount;

    public int Count { get; private set; }

    public Span<NumberRun> Items => runs.AsSpan(0, Count);

    public ref NumberRun this[int index] => ref runs[index];

    /// <summary>What the run at this index was found to be.</summary>
    public ref Verdict Verdict(int index) => ref verdicts[index];

    /// <summary>Forgets what was found; room for every run.</summary>
    public void BeginVerdicts()
    {
        if (verdicts.Length < Count)
        {
            verdicts = new Verdict[runs.Length];
        }

        verdicts.AsSpan(0, Count).Clear();
    }

    public int PoolCount => poolCount;

    public ReadOnlySpan<char> Digits(in NumberRun run) => pool.AsSpan(run.Start, run.Count);

    public void AppendDigit(char digit)
    {
        if (poolCount == pool.Length)
        {
            Array.Resize(ref pool, pool.Length * 2);
        }

        pool[poolCount++] = digit;
    }

    public void AppendDigits(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            AppendDigit(digit);
        }
    }

    public void DropDigits(int count) => poolCount -= count;

    public ReadOnlySpan<char> From(int start) => pool.AsSpan(start, poolCount - start);

    public void Add(in NumberRun run)
    {
        if (Count == runs.Length)
        {
            Array.Resize(ref runs, Count * 2);
        }

        runs[Count++] = run;
    }

    public void Wipe()
    {
        pool.AsSpan(0, poolCount).Clear();
        poolCount = 0;
        Count = 0;
    }
}
