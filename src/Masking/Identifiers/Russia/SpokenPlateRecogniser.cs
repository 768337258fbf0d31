using Earshot.Masking.Finding;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Identifiers.Russia;

/// <summary>A Russian number plate that nobody asked for, said or written in small letters: "а триста тридцать три эм эр девяносто девять".</summary>
/// <remarks>Source: GOST R 50577-2018: a letter, three digits, two letters, a region of two or three digits; twelve letters that Latin has too.</remarks>
internal sealed class SpokenPlateRecogniser : Recogniser
{
    private const string Rule = "vehicle";

    public override string Name => Rule;

    public override void Find(TokenisedCall call, CandidateList found)
    {
        var runs = call.Numbers.Items;
        for (var i = 0; i < runs.Length; i++)
        {
            ref readonly var run = ref runs[i];
            if (run.Count == 3 && run.First > 0 && !run.Is(NumberForm.Ordinal | NumberForm.Plus) && !call.Tokens[run.First].Is(TokenShape.LineStart)
                && IsLetter(call, run.First - 1) && IsLetterOfLine(call, run.Last + 1) && IsLetterOfLine(call, run.Last + 2)
                && End(call, run.Last + 2, i + 1 < runs.Length ? runs[i + 1] : default) is var end and >= 0)
            {
                found.Add(run.First - 1, end, PersonalDataType.Other, 0.8f, Rule);
            }
        }
    }

    // With its region the shape is sure; without one a letter has to be named, as "эм": "а", "в", "с" are words too.
    private static int End(TokenisedCall call, int letters, in NumberRun region) =>
        region.Count is 2 or 3 && region.First == letters + 1 && !call.Tokens[region.First].Is(TokenShape.LineStart) && !region.Is(NumberForm.Quantity | NumberForm.Ordinal) ? region.Last
        : call.Tokens[letters].FoldedLength > 1 || call.Tokens[letters - 1].FoldedLength > 1 ? letters
        : -1;

    private static bool IsLetterOfLine(TokenisedCall call, int token) =>
        token < call.Tokens.Length && !call.Tokens[token].Is(TokenShape.LineStart) && IsLetter(call, token);

    private static bool IsLetter(TokenisedCall call, int token) =>
        call.Tokens[token].FoldedLength <= 2 && call.Tokens[token].Is(TokenShape.Cyrillic)
        && call.Folded(token) is "а" or "в" or "вэ" or "ве" or "е" or "к" or "ка" or "м" or "эм" or "н" or "эн" or "о" or "р" or "эр" or "рэ" or "ер"
            or "с" or "эс" or "ес" or "т" or "тэ" or "те" or "у" or "х" or "ха" or "хэ";
}
