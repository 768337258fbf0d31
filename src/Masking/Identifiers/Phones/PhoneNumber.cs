using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Phones;

/// <summary>Telephone numbers: international by numbering plan, national by trunk prefix and grouping, any by request.</summary>
/// <remarks>Source: ITU-T E.164; Russian numbering plan (order of the Ministry of Communications No. 205); NANPA; Ofcom; TDRA.</remarks>
internal sealed class PhoneNumber() : IdentifierRecogniser("phone", PersonalDataType.Phone,
    """
    телефон*; номер* телефон*; мобильн*; мобильник*; сотов*; сотового; перезвон*; позвон*; звоните; набер*; набрать; контактн* номер*; контактн* телефон*; для связи;
    номер* для связи; вотсап*; ватсап*; вацап*; вайбер*; городской; домашний; городской номер; на городской; домашний телефон; на домашний; на рабочий; рабочий номер; рабочий телефон; ваш номер; мой номер; свой номер; тел; моб;
    phone; phones; telephone; phone number; mobile; mobile number; cell; cellphone; cell phone; callback; callback number; call back; call me; call you; reach you;
    reach me; contact number; best number; my number; your number; whatsapp; landline; number for you; on this number; number to reach; tel; fax; home number; work number; text me; text you;
    هاتف; الهاتف; رقم الهاتف; تلفون; تليفون; تلفوني; جوال; الجوال; جوالي; رقم الجوال; موبايل; الموبايل; موبايلي; رقمك; رقمي; واتساب; هاتفي; اتصل;
    telefonnummer; rufnummer; handynummer; meine nummer; telefono; numero de telephone; portable; movil; cellulare; telemovel; telefoonnummer; numer telefonu; komorki;
    telefon; telefono movil; telefone; celular; puhelin; telefonu
    """)
{
    public override bool StandsAlone => true;

    public override float Judge(in NumberQuestion question)
    {
        var alone = question.IsPrice ? 0 : JudgeAlone(question.Digits, question.Run);
        var length = question.Digits.Length;
        if (question.Strength < Needed)
        {
            return alone;
        }

        var asked = length switch
        {
            >= 7 and <= 15 => 0.72f + (0.22f * question.Strength),
            // Digit by digit, then an interruption: the beginning of a number that was asked for.
            3 or 4 when question.Digits is not ['9' or '4' or '1', '1', '1' or '2'] && question.Run.Groups >= 3 && question.Strength >= 0.75f => 0.55f,
            // "восемь девятьсот три, ну вы записываете": the rest comes later.
            >= 4 and <= 6 when question.Run.Groups >= 2 && question.Strength >= 0.9f && question.Digits is ['7' or '8', '9', ..] => 0.6f,
            5 or 6 when question.Strength >= 0.5f && !question.IsPrice => 0.5f + (0.3f * question.Strength),
            _ => 0,
        };
        return Math.Max(alone, asked);
    }

    private static float JudgeAlone(ReadOnlySpan<char> digits, in NumberRun run)
    {
        if (run.Is(NumberForm.Plus))
        {
            return NumberingPlan.IsInternational(digits) ? 0.93f : digits.Length is >= 7 and <= 15 ? 0.8f : 0;
        }

        return Math.Max(JudgeNational(digits, run), JudgeGrouping(digits, run));
    }

    private static float JudgeNational(ReadOnlySpan<char> digits, in NumberRun run)
    {
        var grouped = run.Groups > 1;
        return digits switch
        {
            ['7' or '8', '9', ..] when digits.Length == 11 => 0.88f,
            ['7' or '8', '3' or '4' or '8', ..] when digits.Length == 11 => 0.8f,
            ['9', ..] when digits.Length == 10 => grouped ? 0.75f : 0.6f,
            ['4', '9' or '8', ..] when digits.Length == 10 && grouped => 0.65f,
            ['0', '0', ..] when digits.Length is >= 10 and <= 16 => grouped ? 0.7f : 0.6f,
            ['0', '5', ..] when digits.Length == 10 => 0.75f,
            ['0', '1' or '2' or '3' or '7', ..] when digits.Length == 11 => 0.75f,
            ['0', not '0', ..] when digits.Length is >= 9 and <= 12 => grouped ? 0.72f : 0.5f,
            ['1', not ('0' or '1'), ..] when digits.Length == 11 && digits[4] is >= '2' => 0.7f,
            [not ('0' or '1'), ..] when digits.Length == 10 && digits[3] is >= '2' && grouped => 0.7f,
            _ => 0,
        };
    }

    // "(37) 788-063", "234-56-78", "78 651 450": two to five groups of two to four digits.
    private static float JudgeGrouping(ReadOnlySpan<char> digits, in NumberRun run)
    {
        if (run.Groups is < 2 or > 6 || digits.Length is < 7 or > 13 || run.Is(NumberForm.Slashes | NumberForm.Colons | NumberForm.Scale))
        {
            return digits.Length is >= 7 and <= 12 && run.Groups > 6 ? 0.58f : 0;
        }

        for (var i = 0; i < run.Groups; i++)
        {
            if (run.GroupLength(i) is 0 or > 5)
            {
                return 0;
            }
        }

        return run.Is(NumberForm.Brackets) ? 0.75f : run.Is(NumberForm.Hyphens) ? 0.62f : 0.56f;
    }
}
