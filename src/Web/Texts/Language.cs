namespace Earshot.Web.Texts;

/// <summary>A language of the screens.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Russian.</summary>
    Russian,
}

/// <summary>Codes and names of the languages.</summary>
public static class Languages
{
    /// <summary>ISO 639-1 code.</summary>
    public static string Code(this Language language) => language is Language.Russian ? "ru" : "en";

    /// <summary>The language that a code such as <c>ru-RU</c> asks for; null when it is not one of ours.</summary>
    public static Language? FromCode(string? code) => code switch
    {
        null => null,
        _ when code.StartsWith("ru", StringComparison.OrdinalIgnoreCase) => Language.Russian,
        _ when code.StartsWith("en", StringComparison.OrdinalIgnoreCase) => Language.English,
        _ => null,
    };

    /// <summary>The first of the visitor's languages that is one of ours; English when none is.</summary>
    /// <param name="header">Value of the <c>Accept-Language</c> header.</param>
    public static Language Preferred(string? header) =>
        (header ?? string.Empty).Split(',', StringSplitOptions.TrimEntries)
            .Select(part => FromCode(part))
            .FirstOrDefault(language => language is not null) ?? Language.English;
}
