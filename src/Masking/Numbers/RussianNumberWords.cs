using Earshot.Masking.Tokens;

namespace Earshot.Masking.Numbers;

/// <summary>Russian words that stand for digits, in every case, as cardinals, ordinals and nouns ("семёрка").</summary>
internal static class RussianNumberWords
{
    private static readonly (int Value, string Forms)[] Digits =
    [
        (0, "ноль нуль ноля нулю нолю нулем нолем ноле нуле нолик нолика нолику"),
        (1, "один одна одно одну одного одной одному одним одном адин единица единицу единицы единичка единичку"),
        (2, "два две двух двум двумя двойка двойку двойкой двоечка двоечку"),
        (3, "три трех трем тремя тройка тройку тройкой троечка троечку"),
        (4, "четыре четырех четырем четырьмя четверка четверку четверкой четверочка"),
        (5, "пять пяти пятью пятерка пятерку пятеркой пятерочка"),
        (6, "шесть шести шестью шестерка шестерку шестеркой"),
        (7, "семь семи семерка семерку семеркой"),
        (8, "восемь восьми восемью восьмью восьмерка восьмерку восьмеркой восем"),
        (9, "девять девяти девятью девятка девятку девяткой"),
    ];

    private static readonly (int Value, string Forms)[] Plurals =
    [
        (0, "нуля нулей ноли нули нолика ноликов нулика нуликов ноля нолей"),
        (1, "единицы единиц единички единичек"),
        (2, "двойки двоек двоечки"),
        (3, "тройки троек троечки"),
        (4, "четверки четверок"),
        (5, "пятерки пятерок"),
        (6, "шестерки шестерок"),
        (7, "семерки семерок"),
        (8, "восьмерки восьмерок"),
        (9, "девятки девяток"),
    ];

    private static readonly (int Value, string Stem)[] Teens =
    [
        (11, "одиннадцат"), (12, "двенадцат"), (13, "тринадцат"), (14, "четырнадцат"), (15, "пятнадцат"),
        (16, "шестнадцат"), (17, "семнадцат"), (18, "восемнадцат"), (19, "девятнадцат"),
        (11, "адинадцат"), (11, "одинадцат"), (16, "шеснадцат"),
    ];

    private static readonly (int Value, string Forms)[] Tens =
    [
        (20, "двадцать двадцати двадцатью двацать"),
        (30, "тридцать тридцати тридцатью трицать"),
        (40, "сорок сорока"),
        (50, "пятьдесят пятидесяти пятьюдесятью пятидесят пийсят писят"),
        (60, "шестьдесят шестидесяти шестьюдесятью шестидесят шисят шесят"),
        (70, "семьдесят семидесяти семьюдесятью семидесят семисят семсят"),
        (80, "восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью восьмидесят восемсят восимсят"),
        (90, "девяносто девяноста"),
    ];

    private static readonly (int Value, string Forms)[] Hundreds =
    [
        (100, "сто ста сотня сотню сотен"),
        (200, "двести двухсот двумстам двумястами двухстах"),
        (300, "триста трехсот тремстам тремястами трехстах"),
        (400, "четыреста четырехсот четыремстам четырьмястами четырехстах"),
        (500, "пятьсот пятисот пятистам пятьюстами пятистах"),
        (600, "шестьсот шестисот шестистам шестьюстами шестистах"),
        (700, "семьсот семисот семистам семьюстами семистах"),
        (800, "восемьсот восьмисот восьмистам восемьюстами восьмистах"),
        (900, "девятьсот девятисот девятистам девятьюстами девятистах"),
    ];

    private static readonly (int Value, string Stems)[] OrdinalStems =
    [
        (1, "перв"), (2, "втор"), (4, "четверт"), (5, "пят"), (6, "шест"), (7, "седьм"), (8, "восьм"), (9, "девят"),
        (10, "десят"), (20, "двадцат"), (30, "тридцат"), (40, "сороков"), (50, "пятидесят"), (60, "шестидесят"),
        (70, "семидесят"), (80, "восьмидесят"), (90, "девяност"), (100, "сот"), (200, "двухсот"), (300, "трехсот"),
        (400, "четырехсот"), (500, "пятисот"), (600, "шестисот"), (700, "семисот"), (800, "восьмисот"), (900, "девятисот"),
        (1000, "тысячн"), (2000, "двухтысячн"),
    ];

    private static readonly string[] OrdinalEndings = ["ый", "ой", "ая", "ое", "ые", "ого", "ому", "ым", "ом", "ую", "ых", "ыми", "ою"];

    public static void AddTo(LexiconBuilder lexicon)
    {
        AddAll(lexicon, Digits, NumberKind.Digit);
        AddAll(lexicon, Plurals, NumberKind.Plural);
        AddAll(lexicon, Tens, NumberKind.Tens);
        AddAll(lexicon, Hundreds, NumberKind.Hundreds);
        AddAll(lexicon, [(10, "десять десяти десятью десятка десятку десятке")], NumberKind.Teen);
        AddAll(lexicon, [(1000, "тысяча тысячи тысяч тысячу тысяче тысячей тысячам тысячами тысячах тыща тыщи тыщ тыщу тыс")], NumberKind.Scale);
        AddAll(lexicon, [(1_000_000, "миллион миллиона миллионов миллиону миллионы млн"), (1_000_000_000, "миллиард миллиарда миллиардов млрд")], NumberKind.Scale);
        AddAll(lexicon, [(2, "дважды"), (3, "трижды"), (4, "четырежды")], NumberKind.Repeat);
        foreach (var form in (string[])["тысяча", "тысячу", "тыща", "тыщу", "миллион", "миллиард"])
        {
            lexicon.Add(form, WordTraits.OneOnly);
        }

        AddTeens(lexicon);
        AddOrdinals(lexicon);
    }

    private static void AddAll(LexiconBuilder lexicon, (int Value, string Forms)[] table, NumberKind kind)
    {
        foreach (var (value, forms) in table)
        {
            foreach (var form in forms.Split(' '))
            {
                lexicon.AddNumber(form, kind, value);
            }
        }
    }

    private static void AddTeens(LexiconBuilder lexicon)
    {
        foreach (var (value, stem) in Teens)
        {
            foreach (var ending in (string[])["ь", "и", "ью"])
            {
                lexicon.AddNumber(stem + ending, NumberKind.Teen, value);
            }

            AddOrdinal(lexicon, stem, value);
        }
    }

    private static void AddOrdinals(LexiconBuilder lexicon)
    {
        foreach (var (value, stem) in OrdinalStems)
        {
            AddOrdinal(lexicon, stem, value);
        }

        foreach (var ending in (string[])["ий", "ья", "ье", "ьи", "ьего", "ьему", "ьим", "ьем", "ьей", "ью", "ьих"])
        {
            lexicon.AddNumber("трет" + ending, NumberKind.Digit, 3, WordTraits.Ordinal);
        }
    }

    private static void AddOrdinal(LexiconBuilder lexicon, string stem, int value)
    {
        foreach (var ending in OrdinalEndings)
        {
            lexicon.AddNumber(stem + ending, NumberKinds.Of(value), value, WordTraits.Ordinal);
        }
    }
}
