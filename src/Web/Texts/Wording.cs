using System.Globalization;

namespace Earshot.Web.Texts;

/// <summary>Chooses between the languages and counts things the way each language counts.</summary>
public readonly record struct Wording(Language Language)
{
    /// <summary>Culture for numbers and dates.</summary>
    public CultureInfo Culture => Language is Language.Russian ? Russian : English;

    private static CultureInfo Russian { get; } = CultureInfo.GetCultureInfo("ru-RU");

    private static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The same thing said in each language.</summary>
    public string Say(string english, string russian) => Language is Language.Russian ? russian : english;

    /// <summary>A number with its noun: <c>1 call</c>, <c>2 звонка</c>, <c>5 звонков</c>.</summary>
    public string Count(long count, (string One, string Other) english, (string One, string Few, string Many) russian)
    {
        var noun = Language is Language.Russian ? RussianForm(count, russian) : count == 1 ? english.One : english.Other;
        return $"{Number(count)} {noun}";
    }

    /// <summary>A whole number with the separators of the language.</summary>
    public string Number(long value) => value.ToString("N0", Culture);

    /// <summary>A number with at most one digit after the point.</summary>
    public string Number(double value) => value.ToString("0.#", Culture);

    /// <summary>A share as per cent.</summary>
    public string Percent(double share) => (share * 100).ToString("0", Culture) + Say("%", " %");

    private static string RussianForm(long count, (string One, string Few, string Many) forms)
    {
        var (tens, ones) = (Math.Abs(count) % 100, Math.Abs(count) % 10);
        return (tens, ones) switch
        {
            (>= 11 and <= 14, _) => forms.Many,
            (_, 1) => forms.One,
            (_, >= 2 and <= 4) => forms.Few,
            _ => forms.Many,
        };
    }
}
