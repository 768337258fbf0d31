using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Dates;

/// <summary>Date of birth: a date in digits or words that somebody asked for or announced. Other dates stay.</summary>
internal sealed class DateOfBirth() : IdentifierRecogniser("date-of-birth", PersonalDataType.DateOfBirth,
    """
    дат* рожден*; рожден*; родил*; год* рожден*; день рожден*; дня рожден*; д р; числ* месяц* и год* рожден*; родом; именинник*;
    date of birth; birth date; birthdate; birthday; birth; born; d o b; dob; year of birth; تاريخ الميلاد; ميلاد; ميلادي; الميلاد; مواليد; ولدت; اتولدت;
    date de naissance; ne le; nee le; ne e le; naissance; geboren; geburtsdatum; geburtstag; geb; fecha de nacimiento; nacido; nacida; nacimiento; naci;
    nato il; nata il; data di nascita; geboortedatum; geboren op; data de nascimento; nascido; nascida; urodz*; data urodz*; fodelsedatum; syntymaaika;
    datum narozeni; data nasterii
    """)
{
    protected override float Needed => 0.4f;

    public override bool TakesDates => true;

    public override float Judge(in NumberQuestion question)
    {
        if (question.Strength < Needed || question.Run.Is(NumberForm.Time))
        {
            return 0;
        }

        if (question.Run.Is(NumberForm.Date | NumberForm.Ordinal))
        {
            return question.Digits.Length <= 9 ? 0.72f + (0.25f * question.Strength) : 0;
        }

        return question.Digits.Length switch
        {
            4 when question.Digits is ['1', '9', ..] or ['2', '0', ..] => 0.65f + (0.25f * question.Strength),
            >= 4 and <= 9 when !question.Run.Is(NumberForm.Quantity) => 0.5f + (0.3f * question.Strength),
            _ => 0,
        };
    }
}
