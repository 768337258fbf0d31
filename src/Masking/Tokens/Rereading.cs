using System.Runtime.CompilerServices;
using Earshot.Masking.Names;

namespace Earshot.Masking.Tokens;

/// <summary>What the readers of names and addresses remember of a token until the next pass over the call.</summary>
[Flags]
internal enum ReadingNotes : ushort
{
    None = 0,

    /// <summary>At the beginning of a line: capitals said something there.</summary>
    Cased = 1 << 0,

    /// <summary>At the beginning of a line: a name was asked for.</summary>
    AskedName = 1 << 1,

    /// <summary>At the beginning of a line: it was asked who somebody is.</summary>
    AskedWho = 1 << 2,

    /// <summary>At the beginning of a line: an address was asked for.</summary>
    AskedAddress = 1 << 3,
    NearForNames = 1 << 4,
    NearForPlaces = 1 << 5,
    New = 1 << 6,

    /// <summary>The reader of names looks at the token in every pass: a line or a phrase begins there, or it is a value.</summary>
    StopForNames = 1 << 7,

    /// <summary>The same for the reader of addresses: a line, or a question for an address.</summary>
    StopForPlaces = 1 << 8,
}

/// <summary>
/// Tells what is worth reading again when values that were found stand as one token. A word far from all of them, in a line
/// that was asked for the same, was judged in the pass before, and would be judged the same.
/// </summary>
internal sealed class Rereading
{
    // Tokens before and behind a value whose reading it may change: names look at phrases, addresses go on for longer.
    private const int BeforeForNames = 10;
    private const int AfterForNames = 8;
    private const int BeforeForPlaces = 16;
    private const int AfterForPlaces = 10;
    // Four bits for the length of a chain, four for that of a phrase, the others for what the phrase tells.
    private const int LongestChain = 15;
    private const int PhraseShift = 4;
    private const int CueShift = 8;
    private const ReadingNotes OfPass = ReadingNotes.NearForNames | ReadingNotes.NearForPlaces | ReadingNotes.New | ReadingNotes.StopForNames | ReadingNotes.StopForPlaces;
    private const ReadingNotes LineOfNames = ReadingNotes.Cased | ReadingNotes.AskedName | ReadingNotes.AskedWho;

    private ReadingNotes[] notes = new ReadingNotes[512];
    private int[] known = new int[512];
    private bool isFirst = true;

    /// <summary>Begins the first pass, in which all is new.</summary>
    public void Begin(int tokens)
    {
        isFirst = true;
        if (notes.Length < tokens)
        {
            notes = new ReadingNotes[Math.Max(tokens, notes.Length * 2)];
            known = new int[notes.Length];
        }

        notes.AsSpan(0, tokens).Clear();
        known.AsSpan(0, tokens).Clear();
    }

    /// <summary>Length of the chain that begins at the token and was no name; -1 when it has to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KnownChain(int token) => IsFresh(token) || (known[token] & LongestChain) == LongestChain ? -1 : known[token] & LongestChain;

    /// <summary>Keeps how many tokens beyond the first were tried in vain; below zero: the chain has to be read again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void KeepChain(int token, int length)
    {
        if (length != 0 || !isFirst)
        {
            known[token] = (known[token] & ~LongestChain) | (int)Math.Min((uint)length, LongestChain);
        }
    }

    /// <summary>True when the phrase that begins at the token, or that none does, is known from the pass before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool KnowsCue(int token, out NameCue cue, out int last)
    {
        if (IsFresh(token))
        {
            (cue, last) = (NameCue.None, token);
            return false;
        }

        (cue, last) = ((NameCue)(known[token] >> CueShift), token + ((known[token] >> PhraseShift) & ((1 << (CueShift - PhraseShift)) - 1)));
        return true;
    }

    /// <summary>Keeps the phrase that begins at the token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void KeepCue(int token, NameCue cue, int last)
    {
        if (cue is not NameCue.None || !isFirst)
        {
            known[token] = (known[token] & LongestChain) | ((int)cue << CueShift) | ((last - token) << PhraseShift);
        }
    }

    /// <summary>True when an address may begin at the token that did not in the pass before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNearForPlaces(int token) => isFirst || (notes[token] & ReadingNotes.NearForPlaces) != ReadingNotes.None;

    /// <summary>Keeps what holds for the line; true when that differs from the pass before.</summary>
    public bool ChangesNames(int line, bool cased, NameContext asked) => Changes(line, LineOfNames,
        (cased ? ReadingNotes.Cased : ReadingNotes.None) | (asked == NameContext.Asked ? ReadingNotes.AskedName : ReadingNotes.None) | (asked == NameContext.AskedWho ? ReadingNotes.AskedWho : ReadingNotes.None));

    /// <summary>The same for addresses.</summary>
    public bool ChangesPlaces(int line, bool asked) => Changes(line, ReadingNotes.AskedAddress, asked ? ReadingNotes.AskedAddress : ReadingNotes.None);

    /// <summary>The next token from here on that may be read otherwise than in the pass before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextForNames(int from, int tokens) => isFirst ? from : Next(from, tokens, ReadingNotes.NearForNames | ReadingNotes.StopForNames);

    /// <summary>The same for addresses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextForPlaces(int from, int tokens) => isFirst ? from : Next(from, tokens, ReadingNotes.NearForPlaces | ReadingNotes.StopForPlaces);

    /// <summary>A token moves as values before it became one token.</summary>
    public void Move(int from, int to, ReadingNotes now)
    {
        notes[to] = (notes[from] & ~OfPass) | now | (known[from] != 0 ? ReadingNotes.StopForNames : ReadingNotes.None);
        known[to] = known[from];
    }

    /// <summary>Ends the pass: the neighbours of what it found are to be read again.</summary>
    public void MarkNear(int value, int tokens)
    {
        isFirst = false;
        if ((notes[value] & ReadingNotes.New) != ReadingNotes.None)
        {
            Mark(ReadingNotes.NearForNames, value - BeforeForNames, Math.Min(tokens, value + AfterForNames + 1));
            Mark(ReadingNotes.NearForPlaces, value - BeforeForPlaces, Math.Min(tokens, value + AfterForPlaces + 1));
        }
    }

    private bool IsFresh(int token) => isFirst || (notes[token] & ReadingNotes.NearForNames) != ReadingNotes.None;

    private bool Changes(int line, ReadingNotes mask, ReadingNotes now)
    {
        var before = notes[line];
        notes[line] = (before & ~mask) | now;
        return !isFirst && (before & mask) != now;
    }

    private int Next(int from, int tokens, ReadingNotes any)
    {
        while (from < tokens && (notes[from] & any) == ReadingNotes.None)
        {
            from++;
        }

        return from;
    }

    private void Mark(ReadingNotes near, int from, int end)
    {
        for (var i = Math.Max(0, from); i < end; i++)
        {
            notes[i] |= near;
        }
    }
}
