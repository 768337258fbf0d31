using Earshot.Masking;

namespace Earshot.Unit.Masking.Names;

public sealed class EnglishTalkTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("that's very low could you restart the router")]
    [InlineData("great job the last step is to change it")]
    [InlineData("okay will do")]
    [InlineData("nobody will come to my house")]
    [InlineData("her secretary will be in touch by five")]
    [InlineData("thanks ever so much")]
    [InlineData("do you have the order number to hand")]
    [InlineData("i've been feeding it page by page since eight")]
    [InlineData("is the light white or orange\nit's orange")]
    [InlineData("we ship from chicago and phoenix so it takes two days")]
    [InlineData("i sent it to a client in ireland")]
    [InlineData("ready for collection at our galway store")]
    [InlineData("is there a ferry from holyhead")]
    [InlineData("is the hugo table extendable")]
    [InlineData("the emma mattress in a king")]
    [InlineData("rob me blind")]
    [InlineData("mark the date please")]
    [InlineData("saint patrick's weekend")]
    [InlineData("yes mondays and thursdays")]
    [InlineData("is it nine one one worthy")]
    [InlineData("from chicago to san diego on the fourteenth")]
    [InlineData("what's an i b a n")]
    [InlineData("my i f s c is missing")]
    [InlineData("the doctor will see you now")]
    [InlineData("the guy in the shop was rude")]
    [InlineData("it's all lower case")]
    [InlineData("is the shuttle to heathrow every hour")]
    [InlineData("is the queen anne chair in stock")]
    [InlineData("we have eleven oh six and twelve oh two")]
    [InlineData("what happens if the test is positive\nthe nurse will ring you within two days")]
    [InlineData("I'm calling from Brookside Primary about the lunch account.")]
    [InlineData("Thanks for waiting, this call is for Sterling Home Insurance, how can we help?")]
    public void Words_of_talk_are_no_names(string text) => Assert.Empty(Masker.Mask(text, "en").Value.Spans);

    [Theory]
    [InlineData("thank you for your patience renata", "renata")]
    [InlineData("welcome to the new floor jonas do you know the label", "jonas")]
    [InlineData("have a peaceful day margot", "margot")]
    [InlineData("the driver king left it here", "king")]
    [InlineData("will told me he would ring", "will")]
    [InlineData("my name is will and i need help", "will")]
    [InlineData("last name please\npage", "page")]
    [InlineData("is that mr long", "long")]
    [InlineData("is this the hannah who rang", "hannah")]
    [InlineData("hi mark the plumber came today", "mark")]
    [InlineData("it's gail li", "gail li")]
    [InlineData("my dad lucas das six one nine", "lucas das")]
    [InlineData("the other driver was aoife swift", "aoife swift")]
    [InlineData("leave it with mrs dang next door", "dang")]
    [InlineData("doctor love isn't in today", "love")]
    [InlineData("last name\nle\nthanks", "le")]
    [InlineData("somebody named morag burke was added", "morag burke")]
    [InlineData("the name's guy holmes", "guy holmes")]
    [InlineData("the payee is t m okafor", "t m okafor")]
    [InlineData("my aunt elizabeth mcdonald will be calling", "elizabeth mcdonald")]
    public void Names_that_are_words_too_are_found(string text, string name)
    {
        var spans = Masker.Mask(text, "en").Value.Spans;

        Assert.Equal([name], spans.Select(span => text.Substring(span.Start, span.Length)));
    }
}
