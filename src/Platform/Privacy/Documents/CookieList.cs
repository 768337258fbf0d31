namespace Earshot.Platform.Privacy.Documents;

/// <summary>A cookie or a thing kept in the browser, as the cookie policy names it.</summary>
/// <param name="Name">Its name, without the <c>__Host-</c> that HTTPS adds; a name that ends with <c>*</c> is a beginning.</param>
/// <param name="IsNecessary">Works without consent: the page can't do what was asked for without it.</param>
/// <param name="Life">How long the browser keeps it.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record ListedCookie(string Name, bool IsNecessary, Said Life, Said Purpose);

/// <summary>Everything that the pages leave in a browser. The cookie policy is drawn from it; a crawler compares it with what browsers get.</summary>
public static class CookieList
{
    private static readonly Said Year = new("1 year", "1 год");
    private static readonly Said Visit = new("Until the browser is closed", "До закрытия браузера");

    public static readonly IReadOnlyList<ListedCookie> All =
    [
        new("earshot", true, new("As long as you stay signed in", "Пока вы не выйдете"), new("Keeps you signed in. Encrypted; holds ids only.", "Сохраняет вход. Зашифрован, содержит только номера.")),
        new("earshot-device", true, new("90 days", "90 дней"), new("Remembers that you signed in on this device before, so that strangers who guess slow down strangers only.", "Помнит, что вы уже входили с этого устройства: защита от подбора пароля.")),
        new("earshot-form", true, Visit, new("Protects forms against other sites.", "Защищает формы от чужих сайтов.")),
        new("language", true, Year, new("The language you chose.", "Выбранный вами язык.")),
        new("theme", true, Year, new("Light or dark, as you chose.", "Светлая или тёмная тема по вашему выбору.")),
        new("earshot-consent", true, new("12 months", "12 месяцев"), new("Your choice about cookies, under a random number.", "Ваш выбор о cookie под случайным номером.")),
    ];

    /// <summary>The entry of a cookie by the name that a browser shows; null: it is not listed.</summary>
    public static ListedCookie? Find(string name)
    {
        var bare = name.StartsWith("__Host-", StringComparison.Ordinal) ? name["__Host-".Length..] : name;
        return All.FirstOrDefault(cookie => cookie.Name == bare || (cookie.Name.EndsWith('*') && bare.StartsWith(cookie.Name[..^1], StringComparison.Ordinal)));
    }
}
