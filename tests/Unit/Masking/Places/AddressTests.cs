using Earshot.Masking;

namespace Earshot.Unit.Masking.Places;

public sealed class AddressTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("what's the house number\nit's seventeen b", "seventeen b")]
    [InlineData("какой дом\nсто двадцать четвёртый", "сто двадцать четвёртый")]
    [InlineData("что за улица\nмолодогвардейцев", "молодогвардейцев")]
    [InlineData("прописана город тверь улица склизкова дом восемь", "город тверь улица склизкова дом восемь")]
    [InlineData("у нас балтийская сорок шесть подъезд три", "балтийская сорок шесть подъезд три")]
    [InlineData("the house is seven the crescent", "seven the crescent")]
    [InlineData("we live on larkspur lane number forty six", "larkspur lane number forty six")]
    [InlineData("адрес улица гоголя дом пять корпус два квартира сорок восемь", "улица гоголя дом пять корпус два квартира сорок восемь")]
    [InlineData("это улица Садовая, д. 12, кв. 7 рядом с парком", "улица Садовая, д. 12, кв. 7")]
    [InlineData("at twenty two baker street apartment four b", "twenty two baker street apartment four b")]
    [InlineData("it is 12 rue des Lilas", "12 rue des Lilas")]
    [InlineData("wohnt in der Lindenstraße 14", "Lindenstraße 14")]
    [InlineData("العنوان شارع النخيل مبنى سبعة شقة تسعة", "شارع النخيل مبنى سبعة شقة تسعة")]
    public void An_address_is_masked_from_street_to_flat(string text, string address)
    {
        var masked = Masker.Mask(text).Value;

        Assert.Contains(masked.Spans, span => span.Type == PersonalDataType.Address && text.Substring(span.Start, span.Length) == address);
    }

    [Theory]
    [InlineData("на улице сегодня холодно")]
    [InlineData("дом у нас большой и теплый")]
    [InlineData("квартира за пять миллионов рублей")]
    [InlineData("the street was busy all day")]
    [InlineData("i drive to work every day")]
    public void Ordinary_talk_of_places_survives(string text) => Assert.Empty(Masker.Mask(text).Value.Spans);
}
