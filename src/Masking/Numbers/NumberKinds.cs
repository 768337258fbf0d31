using Earshot.Masking.Tokens;

namespace Earshot.Masking.Numbers;

/// <summary>Which kind a plain value is.</summary>
internal static class NumberKinds
{
    public static NumberKind Of(int value) => value switch
    {
        < 10 => NumberKind.Digit,
        < 20 => NumberKind.Teen,
        < 100 => NumberKind.Tens,
        < 1000 => NumberKind.Hundreds,
        _ => NumberKind.Scale,
    };
}
