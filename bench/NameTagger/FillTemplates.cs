using System.Text;
using System.Text.RegularExpressions;

namespace Earshot.Bench.NameTagger;

/// <summary>A sentence for training and where its names stand.</summary>
/// <param name="Template">Number of the template, for folds that leave whole templates out; -1 for other text.</param>
internal sealed record TrainingText(string Language, string Text, IReadOnlyList<(int Start, int End)> Names, int Template = -1);

/// <summary>Makes training sentences from templates and lists, always the same ones for a seed.</summary>
internal sealed partial class FillTemplates(string lists, string templates, int seed)
{
    private Random dice = new(seed);
    private readonly Dictionary<string, string[]> words = [];

    public IEnumerable<TrainingText> Run(int copies)
    {
        var number = 0;
        foreach (var language in (string[])["ru", "en", "ar"])
        {
            dice = new Random(seed + language[0]);
            foreach (var line in File.ReadLines(Path.Combine(templates, language + ".txt")).Where(line => line.Length > 0 && !line.StartsWith('#')))
            {
                for (var i = 0; i < (line.AsSpan().IndexOfAny('{', '[') >= 0 ? copies : copies / 4); i++)
                {
                    yield return Fill(language, Choose(line)) with { Template = number };
                }

                number++;
            }
        }
    }

    [GeneratedRegex(@"\{(?<slot>\w+)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Slot();

    [GeneratedRegex(@"\[(?<choices>[^\]]*)\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Choice();

    // "[hi|hello|] {g}": one of the choices; "\n" begins the next turn.
    private string Choose(string template) =>
        Choice().Replace(template, match => Any(match.Groups["choices"].Value.Split('|'))).Replace("\\n", "\n", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Trim();

    private TrainingText Fill(string language, string template)
    {
        var text = new StringBuilder();
        var names = new List<(int, int)>();
        var from = 0;
        var written = char.IsUpper(template[0]) || template.Contains('.', StringComparison.Ordinal);
        var style = dice.Next(4);
        foreach (Match match in Slot().Matches(template))
        {
            text.Append(template, from, match.Index - from);
            var name = Name(language, match.Groups["slot"].Value);
            if (match.Groups["slot"].Value is not ("o" or "p"))
            {
                names.Add((text.Length, text.Length + name.Length));
            }

            text.Append(written || style == 0 ? Capitals(name) : name);
            from = match.Index + match.Length;
        }

        text.Append(template, from, template.Length - from);
        return Finish(language, text, names, style);
    }

    // Speech recognisers write small letters only, or a capital and a full stop.
    private static TrainingText Finish(string language, StringBuilder text, List<(int, int)> names, int style)
    {
        if (style == 0 && text.Length > 0)
        {
            text[0] = char.ToUpperInvariant(text[0]);
            text.Append('.');
        }

        return new TrainingText(language, text.ToString(), names);
    }

    /// <summary>Another name for the part of an English name that stands at the place: a given name first, then surnames.</summary>
    public string AnotherEnglish(int place) => English(OneIn(place == 0 ? "g" : "s"));

    private string Name(string language, string slot) => language switch
    {
        "ru" => Russian(Otherwise(slot)),
        "en" => English(Otherwise(slot)),
        _ => Arabic(Otherwise(slot)),
    };

    // Some names are words, and some are in no list: the tagger must learn from what stands around them.
    private string Otherwise(string slot) => (slot, dice.Next(12)) switch
    {
        ("g", < 2) => "a",
        ("g", 2) => "u",
        ("s" or "S", < 2) => "u",
        ("s", 2) => "w",
        _ => slot,
    };

    // The parts of a full name: in a list most often, a word that is a name too, or in no list.
    private string OneIn(string slot) => (slot, dice.Next(10)) switch
    {
        ("g", < 2) => "a",
        ("s", < 2) => "w",
        (_, 2) => "u",
        _ => slot,
    };

    private string Russian(string slot) => slot switch
    {
        "g" => Given(),
        "G" => Any(DeclineRussian.Given(Given(), true)),
        "gp" => Given() + " " + Patronymic(),
        "GP" => Any(DeclineRussian.Given(Given(), true)) + " " + Patronymic(),
        "s" => Surname(),
        "S" => Any(DeclineRussian.Surname(Surname())),
        "fio" => Surname() + " " + Given() + " " + Patronymic(),
        "full" => Given() + " " + Surname(),
        "FULL" => Any(DeclineRussian.Given(Given(), true)) + " " + Any(DeclineRussian.Surname(Surname())),
        "d" => Pick("diminutives-ru.txt"),
        "a" => Any("вера надежда любовь роза слава лев роман марта майя света тема рая мила лада лилия злата рада лилия венера августа".Split(' ')),
        "ff" => Unknown("ба га ко ра ма су чжо ти ви да", "ран нда бе ру кэн син жат лье фур рей цзы") + " " + Unknown("ба га ко ра ма су хи та ви да", "ран нда бе ру кэн син жат лье фур рей"),
        "o" => dice.Next(3) == 0 ? English("o") : Unknown("вес фил ком тех рос газ неф инфо авто строй гло", "тас банк холдинг ком сервис пром медиа логия нет"),
        "p" => Any(DeclineRussian.Surname(Pick("places-ru.txt"))),
        "w" => Any("волков козлов мороз медведев соловьев голубь сорока белый сухой толстой бык кузнец коваль мельник бондарь заяц жук гусев лебедь король князь чайка грозный белых черных банных серый птица соболь орел гора пирог горох борщ сало кот карась щука жуков мороз".Split(' ')),
        _ => Unknown("бар гор мер кон тул зав рып хал чер мак дуб ток сиг вол нер рад жиб кап", "енко ов ский чук ин янц ашвили о ас ер ман ич идзе"),
    };

    private string English(string slot) => slot switch
    {
        "g" or "d" => EnglishGiven(),
        "s" => EnglishSurname(),
        "full" => English(OneIn("g")) + " " + English(OneIn("s")),
        "a" => Any("will mark grant may amber rose hope bill art jack frank chase june april august drew rich pat sue dawn faith grace joy summer iris ruby ivy jasmine olive ginger daisy crystal robin sandy pearl skip woody melody penny sunny autumn earnest innocent precious blessing prince angel christian victor guy gene ray max chuck rusty dusty sydney florence austin georgia paris brooklyn chelsea savannah charlotte madison india phoenix jordan lincoln jackson victoria carolina dallas denver kent chester hazel heather violet lily ebony carol eve norma stella dot peg sterling lance dale glen cliff clay wade reed dean earl chip buck miles pierce constance felicity verity honor harmony destiny charity mercy patience".Split(' ')),
        "o" => dice.Next(2) == 0 ? Unknown("vest fin tech glo dat inno soft open clear bio net", "ify ora tix num stats gio mio corp lytics soft") : Unknown("vest fin tech glo dat inno", "ify ora tix num") + " " + Any("Inc|Group|Analytics|Partners|Labs".Split('|')),
        "p" => Pick("places-latin.txt"),
        "w" => dice.Next(2) == 0 ? Pick("surnames-words.txt") : Any("young long king white brown black green cook baker day field fox hill page price rose stone wood winter wolf power hunter best bishop love day bird king banks savage noble swift sharp short major church bell ball bush cross case may grant mark ford park forest rivers woods marsh pond heath glass bowl pitt rush".Split(' ')),
        _ => Unknown("bor kel ner tav zim hol wex dra mul pek ost ryn", "son man ski berg ton ley ova etti ardo ez"),
    };

    private string Arabic(string slot) => slot switch
    {
        "g" => Pick(dice.Next(4) switch { 0 => "given-arabic-more.txt", 1 => "given-arabic-third.txt", 2 => "given-arabic-fourth.txt", _ => "given-arabic.txt" }),
        "a" => Any("كريم امل سعيد سعيدة نور هدى حياة وفاء سلام جميلة وردة صباح رجاء ايمان".Split(' ')),
        "u" => Unknown("برن كرس لون تيف دكل هان مار فيل اند روب سان كوف", "يو ادا وس ان يتا ر ين اك اي وف"),
        "s" => Pick(dice.Next(2) == 0 ? "surnames-arabic-third.txt" : "surnames-arabic.txt"),
        _ => Pick("given-arabic.txt") + " " + Pick("surnames-arabic.txt"),
    };

    private string EnglishGiven() => Pick(dice.Next(3) switch { 0 => "given-rare.txt", 1 => "given-origins.txt", _ => "given-english.txt" });

    private string EnglishSurname() => Pick(dice.Next(3) switch { 0 => "surnames-rare.txt", 1 => "surnames-origins.txt", _ => "surnames-english.txt" });

    private string Given() => Pick(dice.Next(4) switch { 0 => "given-foreign-ru.txt", 1 => "given-ru-third.txt", _ => "given-ru.txt" });

    private string Surname() => Pick(dice.Next(4) switch { 0 => "surnames-ru-faker.txt", 1 => "surnames-ru-third.txt", _ => "surnames-ru.txt" });

    private string Patronymic() => Any(DeclineRussian.PatronymicsOf(Any("иван петр сергей николай олег игорь владимир дмитрий андрей юрий виктор".Split(' '))));

    private string Unknown(string heads, string tails) => Any(heads.Split(' ')) + Any(heads.Split(' ')) + Any(tails.Split(' '));

    private string Pick(string file)
    {
        if (!words.TryGetValue(file, out var list))
        {
            list = [.. ReadLists.Of(Path.Combine(lists, file)).Select(entry => entry.Word)];
            words.Add(file, list);
        }

        return list[dice.Next(list.Length)];
    }

    private string Any(IEnumerable<string> choices)
    {
        var list = choices.ToArray();
        return list[dice.Next(list.Length)];
    }

    private static string Capitals(string name) =>
        string.Join(' ', name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
