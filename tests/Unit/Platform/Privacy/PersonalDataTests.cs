using System.Text;
using Earshot.Platform;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.Documents;
using Earshot.Platform.Privacy.PersonalData;
using Earshot.Platform.Privacy.Retention;
using Earshot.Platform.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Unit.Platform.Privacy;

public sealed class PersonalDataTests
{
    [Fact]
    public void Every_table_with_a_person_in_it_has_a_holder() => Assert.Empty(Holdings.Unheld(DataMap.Current.Columns, HeldTables()));

    [Trait("Canary", "person-found-everywhere")]
    [Fact]
    public void Table_that_nobody_answers_for_is_found() =>
        Assert.Equal(["calls.guests"], Holdings.Unheld([new LabelledColumn("calls.guests", "name", "contact", true, "account")], HeldTables()));

    [Fact]
    public void Every_table_with_a_person_in_it_says_what_freezing_means() => Assert.Empty(RestrictedTables.Open(Holdings.People(DataMap.Current.Columns)));

    [Fact]
    public void Table_of_which_nobody_said_what_freezing_means_is_found() => Assert.Equal(["calls.guests"], RestrictedTables.Open(["calls.guests", "calls.calls", "accounts.users"]));

    [Fact]
    public void Table_that_keeps_for_the_law_names_a_hold() =>
        Assert.All(SealedTables.All.Where(table => table.Way is EraseWay.Keep), table => Assert.Contains(LegalHolds.All, hold => hold.Id == table.Erase));

    [Theory]
    [InlineData("+7 (916) 555-01-02", "call me at 8 916 555 01 02 please", "phone")]
    [InlineData("+7 (916) 555-01-02", "89165550102", "phone")]
    [InlineData("+7 (916) 555-01-02", "order 916555 of 0102", null)]
    [InlineData("+7 (916) 555-01-02", "8 916 555 01 03", null)]
    public void Phone_is_met_in_any_spelling(string phone, string text, string? by) =>
        Assert.Equal(by, new PersonMatcher(PersonKeys.From(phone, null, null, null, true)!).Match(text));

    [Theory]
    [InlineData("Вера Соколова", "Соединяю с Верой Соколовой, минуту", "name")]
    [InlineData("Пётр Савёлов", "это петр савелов", "name")]
    [InlineData("Вера Соколова", "Верой и правдой", null)]
    [InlineData("Вера Соколова", "сокол вернулся", null)]
    [InlineData("Emily Stone", "this is emily stone speaking", "name")]
    [InlineData("Emily Stone", "emily, a stonemason", null)]
    public void Name_is_met_in_other_cases(string name, string text, string? by) =>
        Assert.Equal(by, new PersonMatcher(PersonKeys.From(null, null, null, name, true)!).Match(text));

    [Theory]
    [InlineData("Вера Соколова", "Соединяю с Верой\nСоколовой, минуту", true)]
    [InlineData("Пётр Савёлов", "ЭТО ПЁТР САВЁЛОВ", true)]
    [InlineData("Вера Соколова", "Верой и правдой", false)]
    [InlineData("José Ångström", "josé ÅNGSTRÖM", true)]
    public void Quick_look_misses_nothing(string name, string text, bool may) =>
        Assert.Equal(may, new PersonMatcher(PersonKeys.From(null, "vera@example.com", null, name, true)!).MayMatch(text.ToCharArray()));

    [Theory]
    [InlineData("call 8 (916) 555-01-02", true)]
    [InlineData("write to VERA@EXAMPLE.COM", true)]
    [InlineData("nothing of the kind", false)]
    public void Quick_look_sees_numbers_and_mail(string text, bool may) =>
        Assert.Equal(may, new PersonMatcher(PersonKeys.From("+7 916 555 01 02", "vera@example.com", null, null, true)!).MayMatch(text.ToCharArray()));

    [Fact]
    public void Mail_is_met_whatever_its_case() =>
        Assert.Equal("email", new PersonMatcher(PersonKeys.From(null, "vera@example.com", null, null, true)!).Match("Write to VERA@example.com."));

    [Theory]
    [InlineData("12", null, null, null)]
    [InlineData(null, "nobody", null, "Al")]
    [InlineData(null, null, " ", null)]
    public void Search_needs_something_to_go_by(string? phone, string? email, string? crm, string? name) => Assert.Null(PersonKeys.From(phone, email, crm, name, false));

    [Fact]
    public void Export_is_read_back_as_it_was_written()
    {
        var records = new[] { new HeldRecord("calls", "calls.calls", Guid.NewGuid(), [new HeldField("name", "Вера \"С\", <b>")], "phone") };

        var read = ExportPerson.Read(ExportPerson.Write(records, "json", "x"));

        Assert.Equal((records[0].Id, records[0].Fields[0]), (read[0].Id, read[0].Fields[0]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("a \"b\"", "a \"\"b\"\"")]
    public void Cell_is_text_and_no_formula(string value, string expected) =>
        Assert.Contains($",\"{expected}\"\r\n", Encoding.UTF8.GetString(ExportPerson.Write([new HeldRecord("h", "t", Guid.Empty, [new HeldField("f", value)], "x")], "csv", "x")), StringComparison.Ordinal);

    [Fact]
    public void Readable_export_shows_marks_as_marks() =>
        Assert.Contains("&lt;b&gt;", Encoding.UTF8.GetString(ExportPerson.Write([new HeldRecord("h", "t", Guid.Empty, [new HeldField("f", "<b>")], "x")], "html", "x")), StringComparison.Ordinal);

    private static HashSet<string> HeldTables()
    {
        var settings = new PlatformSettings { Database = "Host=/nowhere;Database=none;Username=none", MasterKey = new MasterKey(new byte[32]), DataFolder = Path.GetTempPath(), Region = "ru" };
        using var services = new ServiceCollection().AddLogging().AddKernel(settings).AddPrivacyData().AddCalls(settings).AddScoring().BuildServiceProvider();
        using var scope = services.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IPersonalDataHolder>().SelectMany(holder => holder.Tables)];
    }
}
