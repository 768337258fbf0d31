using Earshot.Masking.Context;
using Earshot.Masking.Finding;
using Earshot.Masking.Identifiers;
using Earshot.Masking.Identifiers.Banking;
using Earshot.Masking.Identifiers.Cards;
using Earshot.Masking.Identifiers.Codes;
using Earshot.Masking.Identifiers.Dates;
using Earshot.Masking.Identifiers.Europe;
using Earshot.Masking.Identifiers.Identity;
using Earshot.Masking.Identifiers.Online;
using Earshot.Masking.Identifiers.Phones;
using Earshot.Masking.Identifiers.Russia;
using Earshot.Masking.Internet;
using Earshot.Masking.Languages;
using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Places;
using Earshot.Masking.Spelling;
using Earshot.Masking.Tokens;

namespace Earshot.Masking;

/// <summary>Everything that masking knows, as literal lists: who looks for what, and where words come from.</summary>
internal static class MaskingRules
{
    private static readonly Lazy<Words> Shared = new(BuildWords);

    /// <summary>The words of all sources.</summary>
    public static Lexicon Lexicon => Shared.Value.Lexicon;

    /// <summary>The context phrases of all rules of identifiers.</summary>
    public static PhraseTable Phrases => Shared.Value.Phrases;

    /// <summary>Phrases that tell where names stand.</summary>
    public static NameCues Cues => Shared.Value.Cues;

    /// <summary>All recognisers, in no particular order: overlaps are settled by confidence.</summary>
    public static Recogniser[] Recognisers() =>
    [
        new PersonRecogniser(Cues),
        new AddressRecogniser(),
        new EmailRecogniser(),
        new UrlRecogniser(),
        new HexAddressRecogniser(),
        new SpokenAddressRecogniser(),
        new UsernameRecogniser(TopicOf<Username>()),
        new SpelledNameRecogniser(SpellingTopic),
        new SpokenPlateRecogniser(),
        new FindIdentifiers(Identifiers()),
    ];

    /// <summary>Rules about runs of digits and codes. The place in the list is the number of the topic.</summary>
    public static IdentifierRecogniser[] Identifiers() =>
    [
        new PhoneNumber(),
        new PhoneEnding(),
        new CardNumber(),
        new CardSecurityCode(),
        new CardExpiry(),
        new DateOfBirth(),
        new OneTimeCode(),
        new RussianPassport(),
        new RussianForeignPassport(),
        new Snils(),
        new Inn(),
        new Ogrn(),
        new Oms(),
        new RussianDrivingLicence(),
        new RussianCertificate(),
        new Bik(),
        new RussianBankAccount(),
        new Iban(),
        new RoutingNumber(),
        new UsSsn(),
        new UsMedicare(),
        new UkNino(),
        new UkNhs(),
        new IrishPps(),
        new TravelPassport(),
        new DrivingLicence(),
        new IndianPan(),
        new VatNumber(),
        new EmiratesId(),
        new GermanTaxId(),
        new FrenchNir(),
        new SpanishDni(),
        new ItalianFiscalCode(),
        new PolishPesel(),
        new DutchBsn(),
        new PortugueseNif(),
        new BelgianNationalNumber(),
        new AustrianSvnr(),
        new CzechBirthNumber(),
        new RomanianCnp(),
        new SwedishPersonalNumber(),
        new FinnishIdentityCode(),
        new VehicleNumber(),
        new PostalCode(),
        new ReferenceNumber(),
        new DoorCode(),
        new IpAddress(),
        new Username(),
        new PhoneExtension(),
        new ShortOrderNumber(),
        new NamedNumber(),
        new LastDigits(),
        new UnknownNumber(),
    ];

    /// <summary>Topic of words that ask for spelling; it belongs to no rule of identifiers.</summary>
    public static int SpellingTopic => Identifiers().Length + 1;

    private static readonly int[] GeneralTopics = [TopicOf<NamedNumber>(), TopicOf<LastDigits>()];

    /// <summary>True for words that name a number without saying whose: what was named before them counts on.</summary>
    public static bool IsGeneral(int topic) => topic == GeneralTopics[0] || topic == GeneralTopics[1];

    private static int TopicOf<T>() => Array.FindIndex(Identifiers(), rule => rule is T);

    private static Words BuildWords()
    {
        var lexicon = new LexiconBuilder();
        RussianNumberWords.AddTo(lexicon);
        EnglishNumberWords.AddTo(lexicon);
        ArabicNumberWords.AddTo(lexicon);
        SpeechWords.AddTo(lexicon);
        LetterWords.AddTo(lexicon);
        FunctionWords.AddTo(lexicon);
        NameWords.AddTo(lexicon);
        PlaceWords.AddTo(lexicon);
        var cues = NameCues.AddTo(lexicon);
        var phrases = AddPhrases(lexicon);
        return new Words(lexicon.Build(), phrases, cues);
    }

    private static PhraseTable AddPhrases(LexiconBuilder lexicon)
    {
        var phrases = new PhraseTable();
        var rules = Identifiers();
        for (var topic = 0; topic < rules.Length; topic++)
        {
            phrases.Add(lexicon, rules[topic].Phrases, topic);
        }

        phrases.Add(lexicon, HarmlessNumber.Phrases, rules.Length);
        phrases.Add(lexicon, SpellingWords.Phrases, rules.Length + 1);
        return phrases;
    }

    private sealed record Words(Lexicon Lexicon, PhraseTable Phrases, NameCues Cues);
}
