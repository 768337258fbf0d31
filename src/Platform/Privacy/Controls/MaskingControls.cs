using System.Globalization;
using Earshot.Analysis;
using Earshot.Masking;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>Analysis sees masked text, and masking can't be undone.</summary>
internal static class MaskingControls
{
    private const string Identifier = @"(\+7|\m8)[ (-]{0,2}9\d{2}[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}|[a-z0-9._%+-]+@[a-z0-9-]+\.[a-z]{2,}|\m\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\M";

    private static readonly (string Kind, string Language, string Text, string Secret)[] Kinds =
    [
        ("PERSON", "en", "My name is Emily Carter and I call about the bill.", "Carter"),
        ("PERSON", "ru", "Меня зовут Ирина Сергеевна Полякова, я по поводу счёта.", "Полякова"),
        ("PHONE", "en", "Call me on 020 7946 0123 please.", "7946"),
        ("PHONE", "ru", "Мой номер восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь.", "шестнадцать"),
        ("EMAIL", "en", "Write to emily.carter@example.com please.", "emily.carter"),
        ("EMAIL", "ru", "Пишите на polyakova@example.ru, пожалуйста.", "polyakova"),
        ("ADDRESS", "en", "I live at 12 Baker Street, London.", "Baker"),
        ("ADDRESS", "ru", "Я живу на улице Лесной, дом семь, квартира двенадцать.", "Лесной"),
        ("CARD", "en", "The card number is 4111 1111 1111 1111.", "4111"),
        ("CARD", "ru", "Номер карты 4111 1111 1111 1111.", "4111"),
        ("DOCUMENT", "ru", "Паспорт 4509 123456, СНИЛС 112-233-445 95.", "123456"),
        ("DATE_OF_BIRTH", "en", "My date of birth is 12 March 1984.", "1984"),
        ("DATE_OF_BIRTH", "ru", "Дата рождения двенадцатое марта 1984 года.", "1984"),
    ];

    private static readonly (string Language, string Text)[] Special =
    [
        ("en", "I have diabetes and take insulin every day."),
        ("en", "My sister had a miscarriage in the spring."),
        ("en", "I go to the mosque on that day."),
        ("en", "He is gay and his landlord knows it."),
        ("en", "I voted for the other party, she said."),
        ("ru", "У меня сахарный диабет второго типа."),
        ("ru", "После инсульта я плохо говорю."),
        ("ru", "Я православный, в пост мне нельзя."),
        ("ru", "По национальности я татарин."),
        ("ru", "У брата была судимость."),
    ];

    private static readonly (string Language, string Text)[] Harmless =
    [
        ("en", "The parcel came late and the box was open."),
        ("ru", "Посылка пришла поздно, коробка была открыта."),
    ];

    public static readonly IReadOnlyList<Control> List =
    [
        Control.None(
            "masked-before-analysis", "A11 A58 B15", "Every analysis was made of a masked text, and names the masker's version.", "Каждый анализ сделан по обезличенному тексту и называет версию маскирования.",
            "analyses",
            "select count(*) from calls.analyses a where a.masker_version = '' or not exists (select from calls.transcripts t where t.organization_id = a.organization_id and t.call_id = a.call_id and t.masked is not null)",
            "select count(*) from calls.analyses"),
        Control.Program(
            "masked-by-type", "A11 A58", "The program has no other way to make a masked text than the masker, and no other way into analysis than a masked text.",
            "В программе нет иного способа получить обезличенный текст, кроме маскирования, и иного входа в анализ.",
            _ => TypesAreClosed([typeof(MaskedText), typeof(MaskedTurn), typeof(MaskedConversation)], typeof(Analyst))),
        Control.Trial(
            "masked-kinds", "A12", "Invented names, phones, e-mails, addresses, cards, papers and birthdays are masked, in Russian and English, written and spoken.",
            "Вымышленные имена, телефоны, почта, адреса, карты, документы и даты рождения маскируются на русском и английском, записанные и произнесённые.",
            (site, _) => Task.FromResult(KindsAreMasked(Mask(site)))),
        Control.Trial(
            "one-way-masking", "A13", "Two different people leave the same masked text behind: nothing in it leads back.", "Два разных человека оставляют одинаковый обезличенный текст: обратного пути нет.",
            (site, _) => Task.FromResult(NothingLeadsBack(Mask(site)))),
        Control.Trial(
            "special-categories-flagged", "A67 B14 D08", "Health, faith, origin, politics and intimate life are noticed in what is said, and flagged.",
            "Упоминания здоровья, веры, происхождения, политики и личной жизни в разговоре замечаются и отмечаются.",
            (site, _) => Task.FromResult(AreFlagged(SpecialCategories(site)))),
        Control.None(
            "no-mapping-table", "A13", "There is no table or column that ties placeholders to what they stand for.", "Нет ни таблицы, ни поля, связывающих метки с исходными данными.",
            "columns",
            "select count(*) from information_schema.columns where table_schema !~ '^(pg_|information_schema$)' and (column_name ~ '(placeholder|pseudonym|original_value|unmasked_(value|text))' or table_name ~ '(placeholder|pseudonym|mask_map|token_map)')",
            "select count(*) from information_schema.columns where table_schema !~ '^(pg_|information_schema$)'"),
        Control.None(
            "no-identifiers-in-analysis", "A58 B07", "The latest thousand analyses hold no phone, e-mail or card number.", "В последней тысяче анализов нет телефонов, почты и номеров карт.",
            "analyses",
            $"select count(*) from (select result::text as r from calls.analyses order by created_at desc limit 1000) a where r ~* '{Identifier}'",
            "select count(*) from (select 1 from calls.analyses limit 1000) a"),
    ];

    internal static Finding TypesAreClosed(IReadOnlyList<Type> masked, Type analyst)
    {
        var open = masked.Where(type => type.GetConstructors().Length > 0).Select(type => type.Name).ToArray();
        var raw = analyst.GetMethods().Where(method => method.DeclaringType == analyst && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Conversation) || parameter.ParameterType == typeof(string)))
            .Select(method => method.Name).ToArray();
        return new Finding(open.Length == 0 && raw.Length == 0, string.Create(CultureInfo.InvariantCulture, $"{masked.Count} types, {open.Length} with a public constructor; {raw.Length} ways to analyse raw text"));
    }

    internal static Finding KindsAreMasked(Func<string, string, string?> mask)
    {
        var missed = Kinds.Where(kind => mask(kind.Text, kind.Language) is not { } masked || masked.Contains(kind.Secret, StringComparison.Ordinal))
            .Select(kind => $"{kind.Kind} ({kind.Language})").ToArray();
        return new Finding(missed.Length == 0, string.Create(CultureInfo.InvariantCulture, $"{Kinds.Length - missed.Length} of {Kinds.Length} invented sentences masked {string.Join(", ", missed)}").TrimEnd());
    }

    internal static Finding NothingLeadsBack(Func<string, string, string?> mask)
    {
        var (one, two) = (mask("My name is Emily Carter, my phone is 020 7946 0123.", "en"), mask("My name is Olivia Turner, my phone is 020 7946 0958.", "en"));
        return new Finding(one is not null && one == two, one == two ? "the two texts are equal" : "the two texts differ");
    }

    internal static Finding AreFlagged(Func<string, string, bool> flags)
    {
        var missed = Special.Count(said => !flags(said.Text, said.Language));
        var wrong = Harmless.Count(said => flags(said.Text, said.Language));
        return new Finding(missed == 0 && wrong == 0, string.Create(CultureInfo.InvariantCulture, $"{Special.Length - missed} of {Special.Length} invented sentences flagged, {wrong} of {Harmless.Length} harmless ones"));
    }

    private static Func<string, string, bool> SpecialCategories(Installation site)
    {
        var (masker, analyst) = (site.Services.GetRequiredService<Masker>(), site.Services.GetRequiredService<Analyst>());
        return (text, language) => masker.Mask(new Conversation(language, [new Turn("agent", language == "ru" ? "Здравствуйте, чем могу помочь?" : "Hello, how can I help?"), new Turn("customer", text)])) is { IsMasked: true } masked
            && analyst.Analyze(masked.Value).Flags.Any(flag => flag.Name == "special_category_mentioned");
    }

    private static Func<string, string, string?> Mask(Installation site)
    {
        var masker = site.Services.GetRequiredService<Masker>();
        return (text, language) => masker.Mask(text, language) is { IsMasked: true } result ? result.Value.Value : null;
    }
}
