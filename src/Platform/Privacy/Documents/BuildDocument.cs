using System.Text.RegularExpressions;
using Earshot.Platform.Accounts;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>A recipient of data, as the documents list it.</summary>
public sealed record ListedRecipient(string Name, string Region, Said Purpose, Said Data);

/// <summary>Fills a template: the operator's details, the lines of the profile, the tables drawn from the data map and the registers.</summary>
public static partial class BuildDocument
{
    /// <param name="name">Of the document.</param>
    /// <param name="profile">Law of which region.</param>
    /// <param name="who">The operator; a detail that is missing shows as a gap.</param>
    /// <param name="recipients">Who processes for us.</param>
    public static BuiltDocument Run(string name, string profile, Operator who, IReadOnlyList<ListedRecipient> recipients) =>
        new(name, profile, [.. DocumentTemplate.Load(name).Where(line => line.IsFor(profile)).SelectMany(line => Fill(line, who, recipients))]);

    private static IEnumerable<Block> Fill(TemplateLine line, Operator who, IReadOnlyList<ListedRecipient> recipients) => (line.Kind, line.Text.English) switch
    {
        ("part", "categories") => [Categories()],
        ("part", "retention") => [Retention()],
        ("part", "cookies") => [Cookies()],
        ("part", "subprocessors") => [Recipients(recipients)],
        ("part", "terms") => Paragraphs(AgreementTexts.Terms),
        ("part", "dpa") => Paragraphs(AgreementTexts.DataProcessing),
        ("part", var unknown) => throw new FormatException($"There is no part {unknown}."),
        _ => [new Block(line.Kind, new Said(Expand(line.Text.English, who, isRussian: false), Expand(line.Text.Russian, who, isRussian: true)), line.Controls)],
    };

    private static string Expand(string text, Operator who, bool isRussian) => Placeholder().Replace(text, match => match.Groups["field"].Value switch
    {
        "effective" => who.EffectiveDays == 0 ? isRussian ? "с момента публикации" : "from its publication on" : isRussian ? "через 30 дней после публикации" : "thirty days after its publication",
        var field when who.Find(field) is { Length: > 0 } value => value,
        var field when who.Find(field) is not null => $"[{field}]",
        var field => throw new FormatException($"The operator has no detail {field}."),
    });

    private static Block Categories() => Table(
        new Said("What is stored, and why", "Что и зачем хранится"),
        [new Said("Data", "Данные"), new Said("Why", "Зачем"), new Said("Role", "Роль")],
        DataMap.Current.Tables.SelectMany(table => table.Columns.Select(column => (column.Category, table.Purpose, table.Role))).Distinct()
            .Where(row => row.Category is not ("key" or "state" or "time")).GroupBy(row => row.Category)
            .Select(rows => new[] { DataMap.Current.Categories[rows.Key].Text, Join(rows.Select(row => DataMap.Current.Purposes[row.Purpose].Text)), Join(rows.Select(row => Role(row.Role))) }));

    private static Block Retention() => Table(
        new Said("When data go", "Когда данные удаляются"),
        [new Said("Data", "Данные"), new Said("Until when", "До какого срока")],
        DataMap.Current.Columns.Where(column => column.Category is not ("key" or "state" or "time")).Select(column => (column.Category, column.Rule)).Distinct().GroupBy(row => row.Rule)
            .Select(rows => new[] { Join(rows.Select(row => DataMap.Current.Categories[row.Category].Text)), DataMap.Current.Rules[rows.Key].Text }));

    private static Block Cookies() => Table(
        new Said("Cookies", "Файлы cookie"),
        [new Said("Name", "Имя"), new Said("Kind", "Тип"), new Said("What for", "Зачем"), new Said("How long", "Срок")],
        CookieList.All.Select(cookie => new[]
        {
            new Said(cookie.Name, cookie.Name), cookie.IsNecessary ? new Said("Necessary", "Необходимый") : new Said("With consent", "По согласию"), cookie.Purpose, cookie.Life,
        }));

    private static Block Recipients(IReadOnlyList<ListedRecipient> recipients) => recipients.Count == 0
        ? new Block("note", new Said("There are none: everything is processed on the operator's own servers.", "Их нет: всё обрабатывается на серверах самого оператора."), [])
        : Table(
            new Said("Who processes for us", "Кто обрабатывает по нашему поручению"),
            [new Said("Who", "Кто"), new Said("Region", "Регион"), new Said("What for", "Зачем"), new Said("Data", "Данные")],
            recipients.Select(one => new[] { new Said(one.Name, one.Name), new Said(one.Region.ToUpperInvariant(), one.Region.ToUpperInvariant()), one.Purpose, one.Data }));

    private static Said Role(string role) => role == "controller" ? new Said("Controller", "Оператор") : new Said("Processor", "Обработчик");

    private static Block Table(Said caption, IReadOnlyList<Said> head, IEnumerable<IReadOnlyList<Said>> rows) => new("table", caption, [], [head, .. rows]);

    private static Said Join(IEnumerable<Said> texts) => texts.Distinct().ToArray() is var all ? new Said(string.Join("; ", all.Select(text => text.English)), string.Join("; ", all.Select(text => text.Russian))) : new Said("", "");

    // The two languages of an agreement have the same paragraphs in the same order; a test compares their numbers.
    private static IEnumerable<Block> Paragraphs(Func<string, string> text) =>
        Items(text("en")).Zip(Items(text("ru")), (english, russian) => new Block("note", new Said(english, russian), []));

    private static IEnumerable<string> Items(string markdown) => Item().Split(markdown).Skip(1).Select(item => Gap().Replace(item.Replace("**", string.Empty, StringComparison.Ordinal).Trim(), " "));

    [GeneratedRegex(@"\{operator\.(?<field>[a-z_]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\d+\. ", RegexOptions.Multiline, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
