using Earshot.Masking;

namespace Earshot.Unit.Masking.Places;

public sealed class EnglishAddressTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("is it still seven seventy one larkmoor", "seven seventy one larkmoor")]
    [InlineData("what's the property address\nit's one eight nine nine east colfax", "one eight nine nine east colfax")]
    [InlineData("he's moved to a hundred and twenty three fenwick street", "a hundred and twenty three fenwick street")]
    [InlineData("address is twelve twelve twelfth street northwest", "twelve twelve twelfth street northwest")]
    [InlineData("book a taxi from eleven st andrews close please", "eleven st andrews close")]
    [InlineData("they sent it to 220 Queen Street East and not here", "220 Queen Street East")]
    [InlineData("and the first line of your address\nnine abbey road cottages", "nine abbey road cottages")]
    [InlineData("deliver it to apartment eleven c two oh two harbor point road", "apartment eleven c two oh two harbor point road")]
    [InlineData("p o box four one nine bishop california", "p o box four one nine bishop california")]
    [InlineData("it's one hundred sixty and then birchwood drive unit thirty three", "one hundred sixty and then birchwood drive unit thirty three")]
    [InlineData("it's block c apartment nineteen the timberyard", "block c apartment nineteen the timberyard")]
    [InlineData("they put one oh six aldgate by mistake", "one oh six aldgate")]
    [InlineData("can i get a cab from twelve oh four ashmoor to the station", "twelve oh four ashmoor")]
    [InlineData("the property address\nfifteen ninety three county line road", "fifteen ninety three county line road")]
    [InlineData("still at five four six o'connell street behind the house", "five four six o'connell street")]
    [InlineData("still at five four six the paddock behind the house", "five four six the paddock")]
    [InlineData("ship it to three one six great north road please", "three one six great north road")]
    [InlineData("it's going to four six five wharf road", "four six five wharf road")]
    [InlineData("i'm calling about the two bedroom at forty seven pelican cove", "forty seven pelican cove")]
    [InlineData("house number\nfour it's wellington square", "wellington square")]
    [InlineData("the new one's one forty nine upper mill road b d four six e h", "one forty nine upper mill road b d four six e h")]
    [InlineData("i moved out of two oh five elmwick in june", "two oh five elmwick")]
    [InlineData("house number\nninety it's state route nine", "state route nine")]
    [InlineData("it's going to five sorry one hundred sixty one albert mews", "five")]
    [InlineData("it's going to six oh five green lanes no not that king street", "king street")]
    [InlineData("which pharmacy\nthe one on castle rise and it's open", "castle rise")]
    [InlineData("and your house number\nsixty eight cherry orchard", "sixty eight cherry orchard")]
    public void An_address_is_masked_whole(string text, string address)
    {
        var masked = Masker.Mask(text, "en").Value;

        Assert.Contains(masked.Spans, span => span.Type == PersonalDataType.Address && text.Substring(span.Start, span.Length) == address);
    }

    [Theory]
    [InlineData("is it still two for one")]
    [InlineData("they put two extra bags in")]
    [InlineData("the one at the end of the street")]
    [InlineData("a hundred and twenty people came")]
    [InlineData("is that postcode right")]
    [InlineData("the plot thickens after chapter two")]
    [InlineData("at this point road tax is due")]
    [InlineData("it's a two step approach")]
    [InlineData("we have three holiday cottages left")]
    [InlineData("house number\nno it's a flat")]
    [InlineData("there were two great surprises on the road")]
    [InlineData("the one on the left and the one on top")]
    [InlineData("press five sorry press six")]
    [InlineData("which street\nthe whole street")]
    [InlineData("your driver's nine stops away")]
    [InlineData("that's a separate fare nine fifty each way")]
    [InlineData("What's the ABV on the house cider?\nIt's five and a half percent.")]
    public void Talk_survives(string text) => Assert.Empty(Masker.Mask(text, "en").Value.Spans);

    [Fact]
    public void The_word_for_a_postal_code_is_no_part_of_it() =>
        Assert.Equal("and the city\nbristol zip [ADDRESS_1]", Masker.Mask("and the city\nbristol zip three one six nine five", "en").Value.Value);
}
