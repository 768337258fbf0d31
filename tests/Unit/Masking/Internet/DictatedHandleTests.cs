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
    [InlineData("what do you log in as\nfox in socks", "en", "fox in socks")]
    [InlineData("the handle is at coffee and cobbles", "en", "at coffee and cobbles")]
    [InlineData("on twitter i'm at grumpy gardener", "en", "at grumpy gardener")]
    [InlineData("you can find me on tiktok as dancing dad of four", "en", "dancing dad of four")]
    [InlineData("follow us at the knitting corner on instagram", "en", "at the knitting corner")]
    [InlineData("it won't take my username p n carter", "en", "p n carter")]
    [InlineData("my login is tharrison all one word", "en", "tharrison")]
    [InlineData("user name is b m k oh four", "en", "b m k oh four")]
    [InlineData("my work login is a dot s dot whitfield", "en", "a dot s dot whitfield")]
    [InlineData("i have one login k wright and i think another one beach bum", "en", "k wright")]
    [InlineData("i have one login k wright and i think another one beach bum", "en", "beach bum")]
    [InlineData("my gamertag is banana split with two two two at the end", "en", "two two two")]
    [InlineData("i sign in with mrs tiggywinkle two", "en", "mrs tiggywinkle two")]
    [InlineData("i log in as meadow fox", "en", "meadow fox")]
    [InlineData("and your username on the app\nrun mara run", "en", "run mara run")]
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
    [InlineData("send me a message on telegram when it's ready", "en")]
    [InlineData("my login is really slow", "en")]
    [InlineData("what's the login for this\nit's on the sticker", "en")]
    [InlineData("my username is the same as my email", "en")]
    [InlineData("can i use my old login\nof course", "en")]
    [InlineData("your login\nlet me find it", "en")]
    [InlineData("username\none moment please", "en")]
    [InlineData("i saw it at the mall on instagram", "en")]
    [InlineData("he's on reddit at night", "en")]
    [InlineData("my insta is full of cats", "en")]
    [InlineData("log in as a guest if you like", "en")]
    [InlineData("when i log in as admin it fails", "en")]
    [InlineData("the user name is the one i gave you", "en")]
    [InlineData("signed in as someone else", "en")]
    [InlineData("i'm not sure i can handle all that right now", "en")]
    [InlineData("later versions handle updates automatically in the background", "en")]
    [InlineData("the link was slow for a long period then it came back", "en")]
    public void Talk_about_logins_survives(string text, string language) => Assert.Empty(Masker.Mask(text, language).Value.Spans);
}
