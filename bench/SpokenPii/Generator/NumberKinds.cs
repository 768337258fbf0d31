using System.Globalization;

namespace Earshot.Bench.SpokenPii.Generator;

internal sealed record NumberKind(string Type, Func<Dice, string> Make, bool Checked, params int[][] Groupings);

/// <summary>Every number that a caller may give: its type, how it is made and how people group it.</summary>
internal static class NumberKinds
{
    private static readonly string[] plateLetters = ["А", "В", "Е", "К", "М", "Н", "О", "Р", "С", "Т", "У", "Х"];
    private static readonly int[] fours = [4, 4, 4, 4];

    public static readonly IReadOnlyDictionary<string, NumberKind> All = new Dictionary<string, NumberKind>
    {
        ["ru.phone"] = new("PHONE", d => d.Pick("8", "8", "8", "+7", "") + "9" + d.Digits(9), false,
            [1, 3, 3, 2, 2], [2, 3, 3, 2, 2], [1, 3, 2, 2, 3], [1, 3, 3, 4], [3, 3, 2, 2], [3, 2, 2, 3], [2, 3, 2, 3, 2]),
        ["ru.land"] = new("PHONE", d => d.Pick("2", "3", "5", "7") + d.Digits(6), false, [3, 2, 2], [1, 2, 2, 2]),
        ["ru.passport"] = new("DOCUMENT", d => d.Pick("45", "46", "40", "60", "92", "65", "03", "18") + d.Between(1, 23).ToString("00", CultureInfo.InvariantCulture) + d.Digits(6), false,
            [2, 2, 3, 3], [2, 2, 2, 2, 2], [4, 3, 3], [4, 2, 2, 2]),
        ["ru.forpass"] = new("DOCUMENT", d => d.Pick("70", "71", "75", "76") + d.Digits(7), false, [2, 3, 2, 2], [2, 3, 4], [2, 1, 2, 2, 2]),
        ["ru.snils"] = new("DOCUMENT", Identifiers.Snils, true, [3, 3, 3, 2]),
        ["ru.inn"] = new("DOCUMENT", Identifiers.Inn12, true, [2, 2, 2, 2, 2, 2], [3, 3, 3, 3], [4, 4, 4]),
        ["ru.inn10"] = new("DOCUMENT", Identifiers.Inn10, true, [2, 2, 2, 2, 2], [3, 3, 2, 2]),
        ["ru.ogrn"] = new("DOCUMENT", Identifiers.Ogrn, true, [1, 2, 2, 3, 3, 2], [3, 3, 3, 2, 2]),
        ["ru.oms"] = new("DOCUMENT", d => Identifiers.WithLuhn(d.Digits(15)), true, fours),
        ["ru.licence"] = new("DOCUMENT", d => d.Pick("77", "50", "99") + d.Between(1, 40).ToString("00", CultureInfo.InvariantCulture) + d.Digits(6), false, [2, 2, 3, 3], [2, 2, 2, 2, 2]),
        ["ru.plate"] = new("DOCUMENT", d => $"{d.Pick(plateLetters)}{d.Between(1, 999).ToString("000", CultureInfo.InvariantCulture)}{d.Pick(plateLetters)}{d.Pick(plateLetters)}{d.Pick("77", "197", "50", "750", "16", "178", "23")}", false,
            [1, 3, 2, 2], [1, 3, 2, 3]),
        ["ru.account"] = new("BANK_ACCOUNT", d => "40817810" + d.Digits(12), false, [3, 2, 3, 1, 4, 3, 4], [3, 3, 3, 3, 3, 3, 2], [5, 3, 1, 4, 7], [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]),
        ["ru.bik"] = new("BANK_ACCOUNT", d => "0" + d.Pick("44525", "45004", "46577") + d.Digits(3), false, [3, 3, 3], [2, 2, 2, 3]),
        ["ru.zip"] = new("ADDRESS", d => d.Pick("1", "6", "4", "3") + d.Digits(5), false, [3, 3], [2, 2, 2]),

        ["en.phone"] = new("PHONE", d => d.Pick("", "", "1", "+1") + d.Between(201, 989).ToString(CultureInfo.InvariantCulture) + d.Between(2, 9) + d.Digits(6), false,
            [3, 3, 4], [1, 3, 3, 4], [2, 3, 3, 4], [3, 3, 2, 2], [1, 3, 3, 2, 2]),
        ["en.ukphone"] = new("PHONE", d => d.Pick("0", "0", "0", "+44") + "7" + d.Digits(9), false, [5, 3, 3], [5, 6], [4, 3, 4], [3, 4, 3, 3], [3, 3, 3, 4], [3, 2, 2, 2, 2]),
        ["en.land"] = new("PHONE", d => "0" + d.Pick("20", "16", "12", "13") + d.Digits(8), false, [3, 4, 4], [4, 3, 4], [5, 6]),
        ["en.ssn"] = new("DOCUMENT", d => d.Between(100, 665).ToString(CultureInfo.InvariantCulture) + d.Between(10, 99) + d.Between(1000, 9999), false, [3, 2, 4], [3, 2, 2, 2]),
        ["en.nino"] = new("DOCUMENT", d => d.Pick("AB", "JK", "SC", "PW", "NH", "LM") + d.Digits(6) + d.Pick("A", "B", "C", "D"), false, [2, 2, 2, 2, 1], [2, 3, 3, 1]),
        ["en.nhs"] = new("DOCUMENT", Identifiers.Nhs, true, [3, 3, 4], [3, 3, 2, 2]),
        ["en.passport"] = new("DOCUMENT", d => d.Pick("", "", "C", "A") + d.Digits(8) + d.Digits(1), false, [3, 3, 3], [1, 3, 3, 3], [1, 2, 2, 2, 3]),
        ["en.licence"] = new("DOCUMENT", d => d.Pick("D", "B", "S", "W") + d.Digits(7), false, [1, 3, 4], [4, 4]),
        ["en.plate"] = new("DOCUMENT", d => d.Pick($"{d.Pick("KX", "LD", "YN", "BP")}{d.Between(10, 73)}{d.Pick("VRO", "HTZ", "KLM", "DWJ")}", $"{d.Between(1, 9)}{d.Pick("ABD", "JKH", "TRV")}{d.Digits(3)}"), false, [2, 2, 3], [1, 3, 3]),
        ["en.account"] = new("BANK_ACCOUNT", d => d.Digits(8), false, [4, 4], [2, 2, 2, 2], [3, 3, 2]),
        ["en.usaccount"] = new("BANK_ACCOUNT", d => d.Pick("1", "4", "8") + d.Digits(9), false, [3, 3, 4], [2, 2, 2, 2, 2]),
        ["en.sort"] = new("BANK_ACCOUNT", d => d.Pick("20", "40", "60", "07", "30") + d.Digits(4), false, [2, 2, 2]),
        ["en.routing"] = new("BANK_ACCOUNT", d => d.Pick("0210", "1220", "0710", "1110") + d.Digits(5), false, [3, 3, 3], [4, 5], [2, 2, 2, 3]),
        ["en.iban"] = new("BANK_ACCOUNT", d => Identifiers.Iban("GB", d.Pick("NWBK", "BARC", "LOYD") + d.Digits(14)), true, [4, 4, 4, 4, 4, 2]),
        ["en.zip"] = new("ADDRESS", d => d.Between(10001, 98990).ToString(CultureInfo.InvariantCulture), false, [5], [2, 3], [3, 2]),
        ["en.postcode"] = new("ADDRESS", d => $"{d.Pick("SW", "LS", "BN", "M", "NE", "EH")}{d.Between(1, 19)}{d.Between(1, 9)}{d.Pick("QT", "LB", "RJ", "XP", "HD")}", false, [3, 3], [2, 3], [4, 3]),

        ["ar.phone"] = new("PHONE", d => d.Pick("05", "05", "+9665", "+9715", "01") + d.Digits(8), false, [2, 2, 2, 2, 2], [3, 3, 4], [4, 1, 2, 2, 2, 2], [4, 2, 3, 4]),
        ["ar.saudiid"] = new("DOCUMENT", d => Identifiers.WithLuhn(d.Pick("1", "2") + d.Digits(8)), true, [2, 2, 2, 2, 2], [3, 3, 4]),
        ["ar.emirates"] = new("DOCUMENT", Identifiers.EmiratesId, true, [3, 4, 4, 3, 1], [3, 4, 7, 1], [3, 2, 2, 2, 2, 3, 1]),
        ["ar.egyptid"] = new("DOCUMENT", d => "2" + d.Between(60, 99) + d.Between(1, 12).ToString("00", CultureInfo.InvariantCulture) + d.Between(1, 28).ToString("00", CultureInfo.InvariantCulture) + "01" + d.Digits(5), false, [3, 2, 2, 2, 3, 2], [2, 2, 2, 2, 2, 2, 2]),
        ["ar.passport"] = new("DOCUMENT", d => d.Pick("A", "N", "L", "K") + d.Digits(8), false, [1, 2, 2, 2, 2], [1, 4, 4]),
        ["ar.plate"] = new("DOCUMENT", d => d.Digits(4), false, [4], [2, 2]),
        ["ar.iban"] = new("BANK_ACCOUNT", d => Identifiers.Iban("AE", "03" + d.Pick("3", "5") + d.Digits(16)), true, [4, 4, 4, 4, 4, 3]),
        ["ar.saiban"] = new("BANK_ACCOUNT", d => Identifiers.Iban("SA", d.Pick("80", "10", "20") + d.Digits(18)), true, [4, 4, 4, 4, 4, 4]),
        ["ar.account"] = new("BANK_ACCOUNT", d => d.Pick("1", "6") + d.Digits(11), false, [3, 3, 3, 3], [4, 4, 4]),
        ["ar.zip"] = new("ADDRESS", d => d.Between(11000, 99000).ToString(CultureInfo.InvariantCulture), false, [5], [2, 3]),

        ["card"] = new("CARD", Identifiers.Card, true, fours, fours, [4, 6, 5]),
        ["exp"] = new("OTHER", d => d.Between(1, 12).ToString("00", CultureInfo.InvariantCulture) + d.Between(26, 31), false, [2, 2]),
        ["cvc"] = new("OTHER", d => d.Digits(3), false, [3], [1, 2]),
        ["pin"] = new("OTHER", d => d.Digits(4), false, [2, 2], [4]),
        ["otp"] = new("OTHER", d => d.Digits(d.Pick(4, 6, 6)), false, [2, 2], [2, 2, 2], [3, 3]),
        ["lc"] = new("OTHER", d => d.Pick("6", "3", "9") + d.Digits(9), false, [3, 3, 2, 2], [2, 2, 2, 2, 2]),
        ["policy"] = new("OTHER", d => d.Pick("1", "7", "5") + d.Digits(9), false, [3, 3, 4], [4, 3, 3], [2, 2, 2, 2, 2]),
        ["track"] = new("OTHER", d => d.Pick("1", "8", "2") + d.Digits(11), false, [4, 4, 4], [3, 3, 3, 3]),
        ["booking"] = new("OTHER", d => d.Pick("KT", "RV", "HX", "LM") + d.Digits(2) + d.Pick("W", "P", "D") + d.Digits(1), false, [2, 2, 2], [3, 3]),
        ["vin"] = new("DOCUMENT", d => d.Pick("XTA", "WVW", "JTD") + d.Digits(6) + d.Pick("A", "H", "K") + d.Digits(7), false, [3, 3, 3, 1, 3, 4]),
        ["mac"] = new("IP", d => $"{d.Digits(2)}{d.Pick("A", "B", "F")}{d.Digits(3)}{d.Pick("C", "D")}{d.Digits(2)}{d.Pick("E", "F")}{d.Digits(2)}", false, [2, 2, 2, 2, 2, 2]),
    };
}
