using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Dates;

/// <summary>Date of birth: a date in digits or words that somebody asked for or announced. Other dates stay.</summary>
internal sealed class DateOfBirth() : IdentifierRecogniser("date-of-birth", PersonalDataType.DateOfBirth,
    """
    дат* рожден*; рожден*; родил*; год* рожден*; день рожден*; дня рожден*; д р; числ* месяц* и год* рожден*; родом; именинник*;
    date of birth; birth date; birthdate; birthday; birth; born; d o b; dob; year of birth; تاريخ الميلاد; تاريخ ميلاد*; ميلاد*; الميلاد; مواليد; ولدت; اتولدت;
    date de naissance; ne le; nee le; ne e le; naissance; geboren; geburtsdatum; geburtstag; geb; fecha de nacimiento; nacido; nacida; nacimiento; naci;
    nato il; nata il; data di nascita; geboortedatum; geboren op; data de nascimento; nascido; nascida; urodz*; data urodz*; fodelsedatum; syntymaaika;
    datum narozeni; data nasterii
    """)
{
    protected override float Needed => 0.4f;

    public override bool TakesDates => true;

    public override bool StandsAlone => true;

    public override float Judge(in NumberQuestion question)
    {
        if (question.Run.Is(NumberForm.Time))
        {
            return 0;
        }

        if (question.Strength < Needed)
        {
            return IsWholeOldDate(question) ? 0.58f : 0;
        }

        if (question.Run.Is(NumberForm.Date | NumberForm.Ordinal))
        {
            return question.Digits.Length <= 9 && (question.Digits.Length > 1 || question.Run.Is(NumberForm.Date)) && (!IsBareOrdinal(question) || (question.Digits.Length == 2 && question.Strength >= 0.9f)) ? 0.72f + (0.25f * question.Strength) : 0;
        }

        return question.Digits.Length switch
        {
            8 when IsDayMonthYear(question.Digits) => 0.74f + (0.26f * question.Strength),
            4 when question.Digits is ['1', '9', ..] or ['2', '0', ..] => 0.65f + (0.25f * question.Strength),
            >= 4 and <= 9 when !question.Run.Is(NumberForm.Quantity) => 0.5f + (0.3f * question.Strength),
            _ => 0,
        };
    }

    // Nobody names a day of 1957 in a call but as a birthday: whole dates of these years need no context.
    private static bool IsWholeOldDate(in NumberQuestion question)
    {
        var digits = question.Digits;
        if (question.Run.Is(NumberForm.Date))
        {
            return digits.Length switch
            {
                4 => question.Run.Is(NumberForm.DayAndMonth) && IsOldYear(digits),
                2 => question.Run.Groups == 1 && question.Run.Is(NumberForm.DayAndMonth) && digits[0] is >= '4' and <= '9',
                5 => question.Run.Groups >= 2 && IsOldYear(digits[^4..]),
                >= 6 and <= 8 => question.Run.Groups >= 2 && (IsOldYear(digits[^4..]) || IsOldYear(digits[..4])),
                _ => false,
            };
        }

        if (question.Run.Is(NumberForm.Ordinal))
        {
            return question.Run.Groups >= 3 && digits.Length is >= 6 and <= 8 && IsOldYear(digits[^4..]);
        }

        return digits.Length == 8 && question.Run.Groups > 1 && !question.Run.Is(NumberForm.Hyphens | NumberForm.Brackets) && IsDayMonthYear(digits) && IsOldYear(digits[4..]);
    }

    // "the first one", "second driver": no day without a month or more digits beside it.
    private static bool IsBareOrdinal(in NumberQuestion question) => question.Run.Groups == 1 && question.Digits.Length <= 2 && !question.Run.Is(NumberForm.Date);

    private static bool IsOldYear(ReadOnlySpan<char> year) => Checksums.Value(year) is >= 1915 and <= 2008;

    private static bool IsDayMonthYear(ReadOnlySpan<char> digits) =>
        Checksums.Value(digits[..2]) is >= 1 and <= 31 && Checksums.Value(digits.Slice(2, 2)) is >= 1 and <= 31
        && (Checksums.Value(digits[..2]) <= 12 || Checksums.Value(digits.Slice(2, 2)) <= 12) && digits[4..] is ['1', '9', ..] or ['2', '0', ..];
}
