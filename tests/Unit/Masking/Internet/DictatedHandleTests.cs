using Earshot.Masking;

namespace Earshot.Unit.Masking.Internet;

public sealed class DictatedHandleTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("my handle is moonbeam", "en", "moonbeam")]
    [InlineData("my user id is t r baker zero four", "en", "t r baker zero four")]
    [InlineData("i set it up as pat underscore green underscore one", "en", "pat underscore green underscore one")]
    [InlineData("ник сумеречный странник", "ru", "сумеречный странник")]
    [InlineData("my website is maple grove bakery dot com", "en", "maple grove bakery dot com")]
    [InlineData("мой имейл гриша восемь восемь восемь на мейле", "ru", "гриша восемь восемь восемь на мейле")]
    [InlineData("my instagram is clay and kiln studio", "en", "clay and kiln studio")]
    [InlineData("find me on insta sugar moon bakes", "en", "sugar moon bakes")]
    [InlineData("логин скажите\nкедр\nтак\nкедр пятнадцать", "ru", "кедр пятнадцать")]
    [InlineData("my little garden shop at yahoo dot com", "en", "my little garden shop at yahoo dot com")]
    [InlineData("почта а точка зимин собака яндекс ру", "ru", "а точка зимин собака яндекс ру")]
    [InlineData("which email\nbright harbor boats\nat\ngmail\ndot com", "en", "bright harbor boats")]
    [InlineData("на заказы собака чайный дом точка рф", "ru", "заказы собака чайный дом точка рф")]
    [InlineData("my email is j smith at acme point com", "en", "j smith at acme point com")]
    [InlineData("it is john underscore doe at company dot it", "en", "john underscore doe at company dot it")]
    [InlineData("the little print house dot co dot uk is us", "en", "the little print house dot co dot uk")]
    public void Handles_sites_and_mail_are_masked_whole(string text, string language, string value)
    {
        var spans = Masker.Mask(text, language).Value.Spans;

        Assert.Contains(spans, span => text.Substring(span.Start, span.Length) == value);
    }

    [Theory]
    [InlineData("логин не подходит второй день", "ru")]
    [InlineData("the app logs me out every five minutes", "en")]
    [InlineData("your username is case sensitive", "en")]
    [InlineData("login page shows error ten sixty", "en")]
    [InlineData("ник забыл", "ru")]
    [InlineData("i saw it on telegram last week", "en")]
    [InlineData("в телеграме отвечаем быстро", "ru")]
    [InlineData("i forgot my login and my password", "en")]
    [InlineData("can you check the outlook at this point it keeps failing", "en")]
    [InlineData("the site was down for an extended period it seems", "en")]
    [InlineData("the link was slow for a long period then it came back", "en")]
    public void Talk_about_logins_survives(string text, string language) => Assert.Empty(Masker.Mask(text, language).Value.Spans);
}
