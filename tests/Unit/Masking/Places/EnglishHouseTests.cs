using Earshot.Masking;

namespace Earshot.Unit.Masking.Places;

public sealed class EnglishHouseTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("i moved to six a saint mary's terrace", "six a saint mary's terrace")]
    [InlineData("what's the delivery address\nnumber nine tanner's row", "number nine tanner's row")]
    [InlineData("address line one\nnumber four the paddocks", "number four the paddocks")]
    [InlineData("the parcel went to nineteen the green by mistake", "nineteen the green")]
    [InlineData("it's unit seven the old foundry", "unit seven the old foundry")]
    [InlineData("yes flat six the old mill harbour street", "flat six the old mill harbour street")]
    [InlineData("my address is the old bakery mill lane", "the old bakery mill lane")]
    [InlineData("leave it with the neighbour at number forty three", "number forty three")]
    [InlineData("and the city\nexeter fifty nine three ninety", "fifty nine three ninety")]
    public void A_house_with_a_name_or_a_number_alone_is_masked(string text, string address)
    {
        var masked = Masker.Mask(text, "en").Value;

        Assert.Contains(masked.Spans, span => span.Type == PersonalDataType.Address && text.Substring(span.Start, span.Length) == address);
    }

    [Theory]
    [InlineData("we need four the green ones")]
    [InlineData("press number two to leave a message")]
    [InlineData("drop down to number three")]
    [InlineData("it's at number three of the charts")]
    [InlineData("i ordered two the other day")]
    [InlineData("which city\ni don't know")]
    public void Other_numbers_survive(string text) => Assert.Empty(Masker.Mask(text, "en").Value.Spans);
}
