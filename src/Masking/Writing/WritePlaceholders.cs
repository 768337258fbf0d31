using System.Globalization;
using System.Runtime.CompilerServices;
using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Writing;

/// <summary>
/// Replaces settled candidates by placeholders. Equal normalised values share an ordinal; what links a value to its
/// ordinal lives only as long as this object.
/// </summary>
internal sealed class WritePlaceholders
{
    private const int MostOnStack = 256;

    // By type. A dictionary of strings is compiled with the runtime; one of pairs would be compiled when a program starts.
    private readonly Dictionary<string, int>?[] ordinals = new Dictionary<string, int>?[PersonalDataTypeNames.All.Count];
    private readonly int[] last = new int[PersonalDataTypeNames.All.Count];

    /// <summary>New ordinals begin after those of placeholders that the text already holds.</summary>
    public void ReserveExisting(TokenisedCall call)
    {
        for (var i = 0; i < call.Tokens.Length; i++)
        {
            if (call.Tokens[i].Kind is TokenKind.Placeholder && !call.Tokens[i].Is(TokenShape.Found) && Placeholder.TryRead(call.Source(i), out var type, out var ordinal, out _))
            {
                last[(int)type] = Math.Max(last[(int)type], ordinal);
            }
        }
    }

    /// <summary>Forgets which value had which ordinal.</summary>
    public void Forget()
    {
        Array.Clear(ordinals);
        Array.Clear(last);
    }

    /// <summary>Writes all turns of the call; candidates are sorted and do not overlap.</summary>
    public MaskedTurn[] Write(TokenisedCall call, ReadOnlySpan<Candidate> candidates)
    {
        var turns = new MaskedTurn[call.Turns.Count];
        var next = 0;
        for (var i = 0; i < turns.Length; i++)
        {
            var source = call.Turns[i];
            var text = WriteTurn(call, i, candidates, ref next);
            turns[i] = new MaskedTurn(source.Speaker, text, source.Start, source.End);
        }

        return turns;
    }

    private MaskedText WriteTurn(TokenisedCall call, int turn, ReadOnlySpan<Candidate> candidates, ref int next)
    {
        var (first, end) = (call.FirstToken(turn), call.FirstToken(turn + 1));
        var text = call.Turns[turn].Text;
        if (next >= candidates.Length || candidates[next].First >= end || first == end)
        {
            return new MaskedText(text, []);
        }

        var result = new DefaultInterpolatedStringHandler(text.Length, 0, CultureInfo.InvariantCulture, stackalloc char[MostOnStack]);
        var spans = new List<MaskedSpan>();
        var written = 0;
        for (; next < candidates.Length && candidates[next].First < end; next++)
        {
            var candidate = candidates[next];
            WriteValue(call, candidate, Math.Max(first, candidate.First), Math.Min(end - 1, candidate.Last), ref result, spans, ref written);
            if (candidate.Last >= end)
            {
                break;
            }
        }

        result.AppendFormatted(text.AsSpan(written));
        return new MaskedText(result.ToStringAndClear(), spans);
    }

    // Placeholders inside a candidate stay: what surrounds them is written piece by piece.
    private void WriteValue(
        TokenisedCall call, in Candidate candidate, int first, int last, ref DefaultInterpolatedStringHandler result, List<MaskedSpan> spans, ref int written)
    {
        var ordinal = OrdinalOf(call, candidate);
        while (first <= last)
        {
            if (IsWritten(call.Tokens[first]))
            {
                first++;
                continue;
            }

            var end = first;
            while (end < last && !IsWritten(call.Tokens[end + 1]))
            {
                end++;
            }

            WritePiece(call, candidate.Type, ordinal, first, end, ref result, spans, ref written);
            first = end + 1;
        }
    }

    private static bool IsWritten(in Token token) => token.Kind is TokenKind.Placeholder && !token.Is(TokenShape.Found);

    private static void WritePiece(
        TokenisedCall call, PersonalDataType type, int ordinal, int first, int last, ref DefaultInterpolatedStringHandler result, List<MaskedSpan> spans, ref int written)
    {
        var start = call.Tokens[first].Start;
        var end = call.Tokens[last].End;
        result.AppendFormatted(call.Turns[call.Tokens[first].Turn].Text.AsSpan(written, start - written));
        result.AppendLiteral("[");
        result.AppendLiteral(type.Name());
        result.AppendLiteral("_");
        result.AppendFormatted(ordinal);
        result.AppendLiteral("]");
        spans.Add(new MaskedSpan(start, end - start, type, ordinal));
        written = end;
    }

    private int OrdinalOf(TokenisedCall call, in Candidate candidate)
    {
        var value = candidate.Value ?? call.Folded(candidate.First, candidate.Last).ToString();
        var known = ordinals[(int)candidate.Type] ??= new Dictionary<string, int>(StringComparer.Ordinal);
        if (!known.TryGetValue(value, out var ordinal))
        {
            ordinal = ++last[(int)candidate.Type];
            known.Add(value, ordinal);
        }

        return ordinal;
    }
}
