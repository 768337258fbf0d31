using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Words that addresses are made of, in the languages that the masker knows.</summary>
internal static class PlaceWords
{
    private static readonly (NameTraits Traits, string Words)[] Table =
    [
        (NameTraits.Street | NameTraits.StreetFirst,
            """
            улица улицы улице улицу улицей ул проспект проспекта проспекте проспекту просп пр-т пр переулок переулка переулке переулку пер бульвар бульвара бульваре бульвару бул площадь площади пл шоссе набережная набережной набережную наб проезд проезда проезде
            тупик тупика тупике аллея аллеи аллее микрорайон микрорайона микрорайоне мкр тракт тракта тракте снт днп днт тсн гск жк
            مجمع لحي شارع طريق حي منطقه زنقه نهج
            rue avenue av boulevard bd blvd place impasse chemin allee quai route passage calle avenida avda plaza paseo carrera camino via viale piazza corso vicolo largo rua travessa praca estrada ulica ulicy ul aleja aleje al plac os osiedle
            """),
        (NameTraits.Street | NameTraits.StreetLast,
            """
            street st road rd avenue ave lane ln drive dr boulevard blvd court ct place pl way terrace square sq close crescent parkway pkwy highway hwy circle cir trail alley mews gardens grove quay row walk str view hill rise heights parade cove lanes circuit wynd brae esplanade promenade wharf loop
            проспект проспекте бульвар бульваре шоссе переулок переулке площадь площади набережная набережной проезд улица улице тупик линия линии линию аллея
            utca tce
            """),
        (NameTraits.StreetName,
            """
            ленина ленинская ленинской ленинградская ленинградский мира гагарина пушкина пушкинская советская советской центральная центральной молодежная молодежной школьная школьной лесная лесной садовая садовой набережная зеленая зеленой
            карла маркса кирова победы октябрьская октябрьской первомайская первомайской комсомольская комсомольской пролетарская пролетарской гоголя чехова лермонтова толстого некрасова горького маяковского тургенева островского есенина мичурина калинина фрунзе дзержинского
            куйбышева чапаева жукова суворова кутузова ломоносова королева циолковского космонавтов строителей дружбы свободы революции труда чкалова матросова крупской свердлова володарского урицкого бауманская арбат арбате тверская тверской
            вишневая вишневой солнечная солнечной полевая полевой луговая луговой заречная заречной южная южной северная северной восточная западная новая новой цветочная цветочной березовая березовой сосновая сосновой рабочая рабочей заводская заводской красноармейская красноармейской
            московская московской киевская киевской гражданская интернациональная железнодорожная железнодорожной вокзальная вокзальной парковая парковой кольцевая спортивная спортивной студенческая студенческой энергетиков металлургов нефтяников шевченко невский невском литейный кутузовский
            баумана вавилова тельмана щорса пархоменко менделеева докучаева тимирязева вернадского курчатова келдыша туполева ильюшина титова терешковой чернышевского герцена белинского добролюбова грибоедова достоевского
            бунина куприна шолохова фадеева фурманова котовского буденного ворошилова тухачевского рокоссовского конева ватутина черняховского говорова панфилова доватора талалихина космодемьянской гастелло маресьева покрышкина кожедуба
            нахимова ушакова хабарова пожарского репина сурикова левитана айвазовского чайковского мусоргского рахманинова шостаковича пирогова сеченова мечникова семашко лобачевского ковалевской яблочкова орджоникидзе тореза либкнехта люксембург
            """),
        (NameTraits.House, "общежитие общежитии общага общаге дом дома доме дому домом д house h зд здание здании участок уч владение вл مبنى بنايه عماره فيلا برج بيت منزل المنزل البيت البنايه العماره المبنى الفيلا البرج بلوك قطعه قطعة قسيمه رقم_المبنى hausnummer numero numer block blk building bldg tower villa plot"),
        (NameTraits.HousePart, "الدور دور الطابق طابق floor корпус корпуса корпусе корп к строение строения стр литера лит литер bis ter дробь подъезд подъезда вход этаж секция домофон парадная парадной парадный бокс"),
        (NameTraits.Flat, "квартира квартиры квартире квартиру кв офис офиса офисе оф помещение комната апартаменты apartment apt flat suite ste unit شقه الشقه مكتب wohnung appartement appt piso interno int apto mieszkanie"),
        (NameTraits.TownWord, "город города городе гор г село селе деревня деревне поселок поселке пос станица хутор пгт city town village"),
        (NameTraits.RegionWord, "область области обл край края район района районе р-н республика county district region"),
        (NameTraits.PostcodeWord, "индекс индекса zip zipcode postcode postal plz cap cp"),
        (NameTraits.PostBox, "صندوق box postbox а/я абонентский postfach casella apartado psc skrytka"),
        (NameTraits.Direction, "north south east west northeast northwest southeast southwest n s e w ne nw se sw nord sud est ouest"),
        (NameTraits.State,
            """
            al ak az ar ca co ct de fl ga hi id il ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok pa ri sc sd tn tx ut vt va wa wv wi wy dc apo fpo dpo aa ae ap
            """),
        (NameTraits.WhereTo, "where куда откуда"),
        (NameTraits.AddressCue,
            """
            адрес адреса адресу адресом прописка прописке прописки прописан прописана зарегистрирован зарегистрирована проживаю проживаете проживает проживания живу живем живете
            address addresses live lives living located mailing billing resides
            اسكن سكني موقعي موقعنا التوصيل بيتي بيتنا العنوان عنوان عنواني عنوانك ساكن ساكنه adresse anschrift wohnhaft wohne wohnt domicile domicilie habite direccion domicilio vive vivo indirizzo abita residente adres mieszkam zamieszkaly woon morada endereco moro
            """),
    ];

    /// <summary>Ends of words that are streets in languages that write them as one word.</summary>
    private static readonly string[] Compounds =
    [
        "strasse", "straße", "strase", "gasse", "allee", "platz", "damm", "ufer", "straat", "laan", "plein", "gracht", "kade", "singel", "dijk", "dreef",
        "katu", "kuja", "gata", "gatan", "gatu", "vagen", "vegen", "veien", "straeti", "stræti", "weg", "vej", "ring", "tie", "utca", "vænget",
    ];

    public static void AddTo(LexiconBuilder lexicon)
    {
        foreach (var (traits, words) in Table)
        {
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                lexicon.Add(word, names: traits);
                if ((traits & NameTraits.StreetName) != NameTraits.None && word.EndsWith("ая", StringComparison.Ordinal))
                {
                    lexicon.Add(word[..^2] + "ую", names: traits);
                    lexicon.Add(word[..^2] + "ой", names: traits);
                }
            }
        }
    }

    /// <summary>True for "hauptstraße", "kiannonkatu".</summary>
    public static bool IsCompoundStreet(ReadOnlySpan<char> folded)
    {
        if (folded.Length < 6)
        {
            return false;
        }

        foreach (var ending in Compounds)
        {
            if (folded.Length >= ending.Length + 3 && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
