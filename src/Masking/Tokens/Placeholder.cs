namespace Earshot.Masking.Tokens;

/// <summary>The text that stands for a removed value: <c>[TYPE_ordinal]</c>.</summary>
internal static class Placeholder
{
    private const int MaximumDigits = 7;

    /// <summary>Length of the placeholder that the text begins with; 0 when there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text) => TryRead(text, out _, out _, out var length) ? length : 0;

    /// <summary>Reads the placeholder that the text begins with.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out PersonalDataType type, out int ordinal, out int length)
    {
        type = default;
        ordinal = 0;
        length = 0;
        var digits = 1;
        while (digits < text.Length && (char.IsAsciiLetterUpper(text[digits]) || text[digits] == '_'))
        {
            digits++;
        }

        if (digits < 3 || text[digits - 1] != '_' || !TryFindType(text[1..(digits - 1)], out type))
        {
            return false;
        }

        var end = digits;
        while (end < text.Length && end - digits < MaximumDigits && char.IsAsciiDigit(text[end]))
        {
            ordinal = (ordinal * 10) + (text[end++] - '0');
        }

        length = end + 1;
        return end > digits && text[digits] != '0' && end < text.Length && text[end] == ']';
    }

    private static bool TryFindType(ReadOnlySpan<char> name, out PersonalDataType type)
    {
        var names = PersonalDataTypeNames.All;
        for (var i = 0; i < names.Count; i++)
        {
            if (name.SequenceEqual(names[i]))
            {
                type = (PersonalDataType)i;
                return true;
            }
        }

        type = default;
        return false;
    }
}
