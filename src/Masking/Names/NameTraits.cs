namespace Earshot.Masking.Names;

/// <summary>What the recognisers of names, addresses, places and organizations need to know of a word.</summary>
[Flags]
internal enum NameTraits : ulong
{
    None = 0,

    /// <summary>A given name in one of its forms.</summary>
    GivenName = 1UL << 0,

    /// <summary>A short or fond form of a given name.</summary>
    Diminutive = 1UL << 1,

    /// <summary>A Russian patronymic.</summary>
    Patronymic = 1UL << 2,

    /// <summary>A surname in one of its forms.</summary>
    Surname = 1UL << 3,

    /// <summary>English writes it with a capital; a person, a place or a brand.</summary>
    Proper = 1UL << 4,

    /// <summary>A country, region, town or river.</summary>
    Place = 1UL << 5,

    /// <summary>Also an ordinary Russian word.</summary>
    RussianWord = 1UL << 6,

    /// <summary>Also an ordinary English word.</summary>
    EnglishWord = 1UL << 7,

    /// <summary>Also an ordinary word of another language that is written in Latin letters.</summary>
    OtherWord = 1UL << 8,

    /// <summary>Also an ordinary Arabic word.</summary>
    ArabicWord = 1UL << 9,

    /// <summary>Among the frequent given names of its language.</summary>
    Frequent = 1UL << 10,

    /// <summary>Stands before a name: "mr", "господин", "السيد".</summary>
    Title = 1UL << 11,

    /// <summary>An office or trade, after which a name may follow: "director", "менеджер".</summary>
    Role = 1UL << 12,

    /// <summary>Part of a name between its other parts: "van", "бен", "عبد".</summary>
    Particle = 1UL << 13,

    /// <summary>Said to somebody, who may be called by name next: "hello", "спасибо".</summary>
    Greeting = 1UL << 14,

    /// <summary>Tells that the neighbour speaks or acts: "said", "заявил".</summary>
    SpeechVerb = 1UL << 15,

    /// <summary>Begins a phrase that tells where a name stands.</summary>
    CueStart = 1UL << 16,

    /// <summary>Never part of a name: pronouns, prepositions, forms of "to be".</summary>
    NeverName = 1UL << 17,

    /// <summary>Follows or precedes the name of an organization or product.</summary>
    OrgWord = 1UL << 18,

    /// <summary>A word of kinship: "мама", "wife".</summary>
    Kin = 1UL << 19,

    /// <summary>Name of a letter, in spelling.</summary>
    Letter = 1UL << 20,

    /// <summary>Type of street that stands before or after its name: "улица", "street".</summary>
    Street = 1UL << 24,

    /// <summary>Announces a house number: "дом", "house".</summary>
    House = 1UL << 25,

    /// <summary>Announces a flat, office, floor, entrance: "квартира", "apartment".</summary>
    Flat = 1UL << 26,

    /// <summary>Announces a town: "город", "село".</summary>
    TownWord = 1UL << 27,

    /// <summary>Region: "область", "county".</summary>
    RegionWord = 1UL << 28,

    /// <summary>Announces a postal code: "индекс", "zip".</summary>
    PostcodeWord = 1UL << 29,

    /// <summary>Abbreviation or name of a state of the USA, or another unit that stands before a postal code.</summary>
    State = 1UL << 30,

    /// <summary>Says that an address follows: "адрес", "проживаю", "live at".</summary>
    AddressCue = 1UL << 31,

    /// <summary>Compass direction in an address: "north", "sw".</summary>
    Direction = 1UL << 32,

    /// <summary>Asks for a place: "where", "куда".</summary>
    WhereTo = 1UL << 33,

    /// <summary>A suffix of a house number: "bis", "корпус", "литера".</summary>
    HousePart = 1UL << 34,

    /// <summary>A post-office box: "po box", "а/я".</summary>
    PostBox = 1UL << 35,

    /// <summary>A street type that stands before its name: "улица", "rue".</summary>
    StreetFirst = 1UL << 36,

    /// <summary>A street type that stands after its name: "street".</summary>
    StreetLast = 1UL << 37,

    /// <summary>A frequent name of streets: "ленина", "садовая".</summary>
    StreetName = 1UL << 38,

    /// <summary>Everything that <see cref="NameTable"/> may say.</summary>
    Lexical = (1UL << 11) - 1,
}
