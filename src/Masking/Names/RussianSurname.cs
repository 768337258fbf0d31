using System.Buffers;

namespace Earshot.Masking.Names;

/// <summary>Tells by its ending how much a Russian word looks like a surname or a patronymic, in any case and number.</summary>
internal static class RussianSurname
{
    // Longest first. Strong endings are hardly ever met in other words; plain ones are once the dictionary has been asked.
    private static readonly string[] Strong =
    [
        "ашвили", "ишвили", "швили", "енского", "ковского", "овского", "евского", "инского", "янского",
        "янского", "овский", "евский", "инский", "овскому", "евскому", "овским", "евским", "овской", "евской", "овская", "евская", "овскую", "евскую",
        "енко", "чук", "чука", "чуку", "чуком", "чуке", "юк", "юка", "юку", "юком", "енок", "ейко", "айко", "ойко", "ушко", "ишко",
        "адзе", "идзе", "едзе", "удзе", "ава", "ауа", "янц", "уни", "ян", "яна", "яну", "яном", "яне", "янов",
        "бекова", "беков", "заде", "оглы", "кызы", "улы", "ханов", "ханова", "берг", "берга", "бергу", "бергом", "штейн", "штейна", "штейну", "штейном",
        "ман", "мана", "ману", "маном", "сон", "сона", "сону", "соном", "айтис", "аускас", "явичюс",
        "ович", "овича", "овичу", "овичем", "евич", "евича", "евичу", "евичем", "овичи", "евичи",
    ];

    private static readonly string[] Plain =
    [
        "овыми", "евыми", "иными", "овых", "евых", "иных", "овым", "евым", "иным", "ыным", "овой", "евой", "иной", "ыной", "ова", "ева", "ина", "ына",
        "ову", "еву", "ину", "ыну", "овы", "евы", "ины", "ове", "еве", "ине", "ов", "ев", "ин", "ын",
        "ского", "скому", "ским", "ском", "ский", "ская", "скую", "ской", "ские", "ских", "цкого", "цкому", "цким", "цком", "цкий", "цкая", "цкую", "цкой", "цких",
        "их", "ых", "ко", "ак", "ака", "аку", "аком", "як", "яка", "яку", "яком", "ук", "ука", "уку", "уком", "ик", "ика", "ику", "иком", "ич", "ича", "ичу", "ичем",
        "ец", "еца", "ца", "цу", "цом", "ло", "ба", "га", "да", "ра", "ня", "ша", "ай", "ая", "ей", "ею", "уй", "ия",
        "эль", "ель", "еля", "елю", "елем", "ер", "ера", "еру", "ером", "ли", "ни", "ди", "ри", "ти",
    ];

    private static readonly string[] Patronymic =
    [
        "ьич", "ьича", "ьичу", "ьичем", "еич", "еича", "еичу", "еичем", "аич", "аича", "аичу", "аичем", "ович", "овича", "овичу", "овичем", "овиче", "евич", "евича", "евичу", "евичем", "евиче",
        "овна", "овны", "овне", "овну", "овной", "овною", "евна", "евны", "евне", "евну", "евной", "евною",
        "ична", "ичны", "ичне", "ичну", "ичной", "инична", "иничны", "иничне", "иничну", "иничной",
    ];

    // Verbs, adverbs, nouns of action and adjectives in the plural: no name ends so.
    private static readonly string[] Ordinary =
    [
        "или", "али", "ели", "ались", "ились", "лись", "йте", "ите", "ать", "ять", "ить", "еть", "уть", "тся", "ться", "ешь", "ишь", "шься", "ают", "яют", "уют", "ует", "ает", "яет", "ется", "ится",
        "ство", "ства", "ству", "сть", "сти", "ение", "ания", "ание", "ение", "ении", "ений", "аний", "ния", "ция", "цию", "ции", "цией", "льно", "енно", "анно", "ично", "ное", "ные", "ными", "ному", "ного",
    ];

    // Stems of the WHO's international nonproprietary names, as Russian spells them.
    private static readonly string[] Medicine = ["прил", "олол", "мицин", "мицина", "циллин", "циллина", "азол", "азола", "сартан", "сартана", "статин", "статина", "профен", "профена", "флоксацин", "тидин", "золам", "парин", "кортизон", "лизин", "лизина", "ферон", "ферона"];

    private static readonly string[][] MedicineByLast = ByLastLetter(Medicine);
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюя");
    private static readonly string[][] OrdinaryByLast = ByLastLetter(Ordinary);
    private static readonly string[][] StrongByLast = ByLastLetter(Strong);
    private static readonly string[][] TypicalByLast = ByLastLetter(Plain.AsSpan(0, 47));
    private static readonly string[][] PatronymicByLast = ByLastLetter(Patronymic);

    /// <summary>An ending that says surname by itself.</summary>
    public static bool IsStrong(ReadOnlySpan<char> word) => word.Length >= 5 && EndsWithAny(word, StrongByLast, 2);

    /// <summary>An ending of a frequent kind of surname: "-ов", "-ин", "-ский".</summary>
    public static bool IsTypical(ReadOnlySpan<char> word) => word.Length >= 5 && EndsWithAny(word, TypicalByLast, 3);

    /// <summary>The ending of a medicine: "каптоприл", "азитромицин".</summary>
    public static bool IsMedicine(ReadOnlySpan<char> word) => word.Length >= 7 && EndsWithAny(word, MedicineByLast, 3);

    /// <summary>An ending of verbs, adverbs and abstract nouns, or a word without a vowel: hardly a name that no list holds.</summary>
    public static bool EndsLikeWord(ReadOnlySpan<char> word) => !word.ContainsAny(Vowels) || (word.Length >= 6 && EndsWithAny(word, OrdinaryByLast, 2));

    /// <summary>An adjective and a noun in the same case: "тихий номер", "новую машину". A verb ends otherwise.</summary>
    public static bool AgreesWith(ReadOnlySpan<char> adjective, ReadOnlySpan<char> noun) => adjective.Length >= 4 && noun.Length >= 3 && adjective[^2..] switch
    {
        "ий" or "ый" => noun[^1] is not ('а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я') && noun[^2..] is not ("ит" or "ет" or "ут" or "ют" or "ат" or "ят" or "ал" or "ил" or "ел" or "ял" or "ул" or "ся" or "ть"),
        "ую" or "юю" => noun[^1] is 'у' or 'ю' or 'ь' && noun[^2..] is not "ть",
        "ая" or "яя" => noun[^1] is 'а' or 'я' && noun[^2..] is not ("ла" or "ся"),
        "им" or "ым" => noun[^2..] is "ам" or "ям",
        "ые" or "ие" => noun[^1] is 'ы' or 'и' && noun[^2..] is not "ли",
        _ => false,
    };

    /// <summary>The ending of a patronymic.</summary>
    public static bool IsPatronymic(ReadOnlySpan<char> word) => word.Length >= 7 ? EndsWithAny(word, PatronymicByLast, 3) || word is [.., 'ы', 'ч'] : word is [_, _, _, 'ы', 'ч'] or [_, _, _, _, 'ы', 'ч'];

    /// <summary>
    /// Letters that two forms of one surname must share: the word without the longest ending that declension adds.
    /// </summary>
    public static int StemLength(ReadOnlySpan<char> word)
    {
        var length = word.Length;
        for (var cut = 0; cut < 3 && length > 3 && "аеиоуыюяйьмхг".Contains(word[length - 1], StringComparison.Ordinal); cut++)
        {
            length--;
        }

        return length;
    }

    private static string[][] ByLastLetter(ReadOnlySpan<string> endings)
    {
        var table = Enumerable.Repeat(Array.Empty<string>(), 32).ToArray();
        foreach (var ending in endings)
        {
            table[ending[^1] - 'а'] = [.. table[ending[^1] - 'а'], ending];
        }

        return table;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> word, string[][] endings, int stem)
    {
        if (word[^1] is < 'а' or > 'я')
        {
            return false;
        }

        foreach (var ending in endings[word[^1] - 'а'])
        {
            if (word.Length >= ending.Length + stem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
