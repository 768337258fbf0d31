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
    [InlineData("can you deliver it to fourteen hundred larkmoor please", "fourteen hundred larkmoor")]
    [InlineData("deliver to nine oh one wexford apartment three b", "nine oh one wexford apartment three b")]
    [InlineData("we live at twenty two granger", "twenty two granger")]
    [InlineData("what's the address\ntwelve oh nine", "twelve oh nine")]
    [InlineData("i'm on the corner of elm and ninth", "the corner of elm and ninth")]
    [InlineData("four four two one highway nine north", "four four two one highway nine north")]
    [InlineData("ten downs view crescent please", "ten downs view crescent")]
    [InlineData("подъезд четыре этаж девять квартира сто сорок", "подъезд четыре этаж девять квартира сто сорок")]
    [InlineData("это тверская ямская двадцать", "тверская ямская двадцать")]
    [InlineData("деревня малые вязёмы дом пять", "деревня малые вязёмы дом пять")]
    [InlineData("وصلها على شارع التحرير رقم ثلاثين", "شارع التحرير رقم ثلاثين")]
    [InlineData("send the technician to fifty five fifty seven cactus wren", "fifty five fifty seven cactus wren")]
    [InlineData("улица какая\nверхняя масловка", "верхняя масловка")]
    [InlineData("улица\nвторая озёрная", "вторая озёрная")]
    [InlineData("улица сорока лет октября три", "улица сорока лет октября три")]
    [InlineData("what's the address\ntwenty two oh four\nwhich street\nalder creek", "alder creek")]
    [InlineData("where do we collect from\nseventy one hundred saltgrass", "seventy one hundred saltgrass")]
    [InlineData("куда подъехать\nкраснодонская пятнадцать", "краснодонская пятнадцать")]
    [InlineData("улица двадцати шести комиссаров восемь", "улица двадцати шести комиссаров восемь")]
    [InlineData("квартира сто одиннадцать верно\nнет сто двенадцать", "сто двенадцать")]
    [InlineData("адрес речная дом сто тринадцать квартира восемь\nзаписываю речная сто тринадцать восемь", "речная сто тринадцать восемь")]
    [InlineData("живу на площади ленина дом три", "площади ленина дом три")]
    [InlineData("у нас на улице садовой шесть нет воды", "улице садовой шесть")]
    [InlineData("заберете с ореховой восемь", "ореховой восемь")]
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
    [InlineData("turn right on main street and keep going")]
    [InlineData("it went up to one oh four fahrenheit")]
    [InlineData("deliver to two locations")]
    [InlineData("we live near two schools")]
    [InlineData("we've sent two reminders already")]
    [InlineData("unit two of the course starts in may")]
    [InlineData("офис двести три на втором этаже это приёмная ваша")]
    [InlineData("в доме двенадцать квартир")]
    [InlineData("طريق طويل")]
    [InlineData("تواصلت معهم عن طريق التطبيق ولم يردوا")]
    [InlineData("the corner of the screen and the edge")]
    [InlineData("двушка сорок метров кухня девять этаж шестнадцать из семнадцати")]
    [InlineData("проезд стоит шестьдесят два")]
    [InlineData("какая улица рядом с вами")]
    [InlineData("у нас посреди улицы вода хлещет")]
    [InlineData("на улице огромная лужа")]
    [InlineData("первая зелёная вторая мигает красным")]
    [InlineData("едете по улице гагарина до конца потом направо")]
    [InlineData("на улице гагарина перекрыли движение")]
    [InlineData("это остановка улица гагарина")]
    [InlineData("как доехать от площади ленина")]
    [InlineData("какой у вас этаж\nтретий из девяти")]
    [InlineData("с какой остановки\nулица первомайская")]
    [InlineData("улица советская это у вас центр")]
    [InlineData("мне до улицы мира две остановки")]
    [InlineData("доставка с холодной три рубля")]
    public void Ordinary_talk_of_places_survives(string text) => Assert.Empty(Masker.Mask(text).Value.Spans);
}
