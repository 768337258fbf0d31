namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>Synthetic identifiers whose check digits are right; the caller may spoil one digit to mimic a mishearing.</summary>
internal static class Identifiers
{
    public static string Card(Dice dice)
    {
        var body = dice.Pick("4", "51", "53", "2200", "2202", "4276", "5469", "37");
        return WithLuhn(body + dice.Digits((body == "37" ? 14 : 15) - body.Length));
    }

    /// <summary>Luhn, ISO/IEC 7812-1.</summary>
    public static string WithLuhn(string body) => body + (char)('0' + (10 - LuhnSum(body + '0') % 10) % 10);

    public static int LuhnSum(string digits) => digits.Reverse()
        .Select((d, i) => i % 2 == 0 ? d - '0' : (d - '0') * 2 / 10 + (d - '0') * 2 % 10).Sum();

    /// <summary>IBAN, ISO 13616: 98 minus the remainder by 97.</summary>
    public static string Iban(string country, string bban)
    {
        var check = 98 - Mod97(bban + country + "00");
        return country + check.ToString("00", System.Globalization.CultureInfo.InvariantCulture) + bban;
    }

    public static int Mod97(string text) =>
        text.Aggregate(0, (rest, c) => char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + char.ToUpperInvariant(c) - 'A' + 10) % 97);

    /// <summary>SNILS: weights 9 to 1, modulo 101, 100 reads as 00 (order of the Pension Fund on individual accounts).</summary>
    public static string Snils(Dice dice)
    {
        var body = dice.Pick("1", "0") + dice.Digits(8);
        var sum = body.Select((d, i) => (d - '0') * (9 - i)).Sum() % 101 % 100;
        return body + sum.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>INN of a person: two check digits, weights of the tax service's order.</summary>
    public static string Inn12(Dice dice)
    {
        var body = dice.Pick("77", "50", "78", "66", "16", "23") + dice.Digits(8);
        body += Weighted(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
        return body + Weighted(body, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
    }

    public static string Inn10(Dice dice)
    {
        var body = dice.Pick("77", "50", "78", "54") + dice.Digits(7);
        return body + Weighted(body, [2, 4, 10, 3, 5, 9, 4, 6, 8]);
    }

    /// <summary>OGRN: the remainder of the first twelve digits by 11, last digit.</summary>
    public static string Ogrn(Dice dice)
    {
        var body = "1" + dice.Pick("02", "15", "20") + "77" + dice.Digits(7);
        return body + (char)('0' + long.Parse(body, System.Globalization.CultureInfo.InvariantCulture) % 11 % 10);
    }

    /// <summary>Emirates ID: 784, year of birth, seven digits, Luhn.</summary>
    public static string EmiratesId(Dice dice) =>
        WithLuhn("784" + dice.Between(1960, 2004).ToString(System.Globalization.CultureInfo.InvariantCulture) + dice.Digits(7));

    /// <summary>NHS number: weights 10 to 2, modulo 11; bodies whose check would be 10 are skipped.</summary>
    public static string Nhs(Dice dice)
    {
        while (true)
        {
            var body = dice.Pick("4", "6", "7") + dice.Digits(8);
            var check = (11 - body.Select((d, i) => (d - '0') * (10 - i)).Sum() % 11) % 11;
            if (check < 10)
            {
                return body + (char)('0' + check);
            }
        }
    }

    public static string Misheard(Dice dice, string digits)
    {
        var at = dice.Between(digits.Length / 2, digits.Length - 1);
        return char.IsAsciiDigit(digits[at])
            ? string.Concat(digits.AsSpan(0, at), ((char)('0' + (digits[at] - '0' + dice.Between(1, 9)) % 10)).ToString(), digits.AsSpan(at + 1))
            : digits;
    }

    private static char Weighted(string body, int[] weights) =>
        (char)('0' + body.Select((d, i) => (d - '0') * weights[i]).Sum() % 11 % 10);
}
