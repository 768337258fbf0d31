using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>Builds the corpus from templates and fillers. Each case has its own seed, so a new template changes no other case.</summary>
internal static class GenerateCorpus
{
    public static readonly IReadOnlyList<string> Splits = ["train", "test"];
    public static readonly IReadOnlyList<string> Languages = ["ru", "en", "ar"];
    public static readonly IReadOnlyList<string> Kinds = ["snippets", "dialogues"];

    private const int CasedPercent = 7;

    private static readonly JsonSerializerOptions json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static int Run(string folder)
    {
        foreach (var (path, rows) in Files(folder))
        {
            File.WriteAllText(Path.Combine(folder, path), rows, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        return 0;
    }

    /// <summary>Every corpus file with its content, by path under <paramref name="folder"/>.</summary>
    public static IEnumerable<(string Path, string Content)> Files(string folder) =>
        from split in Splits
        from lang in Languages
        from kind in Kinds
        select ($"{split}/{lang}.{kind}.jsonl", string.Concat(Rows(folder, split, lang, kind).Select(r => JsonSerializer.Serialize(r, json) + "\n")));

    public static IEnumerable<CorpusRow> Rows(string folder, string split, string lang, string kind)
    {
        var fillers = Fillers.From(Path.Combine(folder, "fillers", split, lang + ".txt"));
        var chatter = ReadTemplates.From(TemplateFile(folder, split, lang, "chatter"));
        return ReadTemplates.From(TemplateFile(folder, split, lang, kind)).SelectMany(t => Cases(t, fillers, chatter, split, lang, kind).DistinctBy(r => r.Text));
    }

    public static string TemplateFile(string folder, string split, string lang, string kind) =>
        Path.Combine(folder, "templates", split, $"{lang}.{kind}.txt");

    private static IEnumerable<CorpusRow> Cases(
        Template template, Fillers fillers, IReadOnlyList<Template> chatter, string split, string lang, string kind)
    {
        var count = template.Flags.TryGetValue("n", out var n) ? n[0] - '0' : Usual(lang, kind);
        for (var i = 1; i <= count; i++)
        {
            var id = $"{lang}-{kind[0]}-{split}-{template.Domain}-{template.Name}-{i}";
            var dice = new Dice(id);
            var cased = kind == "snippets" && lang != "ar" && dice.Chance(CasedPercent);
            var turns = new FillTemplate(lang, TongueOf(lang), fillers, dice, WithSideTalk(template, chatter, dice)).Run(cased);
            yield return CorpusRow.Join(id, lang, kind[..^1], template.Domain, $"{template.Domain}/{template.Name}", turns);
        }
    }

    /// <summary>Puts side talk where the template asks for it, never the same twice: a story first, short exchanges after it.</summary>
    private static Template WithSideTalk(Template template, IReadOnlyList<Template> chatter, Dice dice)
    {
        var left = chatter.ToLookup(t => t.Domain).ToDictionary(g => g.Key, g => g.ToList());
        return template with { Lines = [.. template.Lines.SelectMany(Filled)] };

        IReadOnlyList<TemplateLine> Filled(TemplateLine line) =>
            line == TemplateLine.Story ? Draw("story") : line == TemplateLine.SideTalk ? Draw("chat") : [line];

        IReadOnlyList<TemplateLine> Draw(string kind)
        {
            var drawn = dice.Pick(left[kind]);
            left[kind].Remove(drawn);
            return drawn.Lines;
        }
    }

    private static int Usual(string lang, string kind) => kind == "dialogues" || lang == "ar" ? 3 : 5;

    private static Tongue TongueOf(string lang) => lang switch
    {
        "ru" => new Russian(),
        "en" => new English(),
        _ => new Arabic(),
    };
}
