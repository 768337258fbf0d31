using Earshot.Masking;

namespace Earshot.Unit.Masking;

public sealed class SpokenNumberTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("ru", "запишите восемь девятьсот шестнадцать двести тридцать четыре пятьдесят шесть семьдесят восемь", "запишите [PHONE_1]")]
    [InlineData("ru", "звоните на плюс семь девять ноль три два нуля сорок пять три семёрки один", "звоните на [PHONE_1]")]
    [InlineData("ru", "телефон 8 девятьсот 16 двести тридцать 4 пятьдесят шесть 78", "телефон [PHONE_1]")]
    [InlineData("ru", "снилс сто двенадцать двести тридцать три четыреста сорок пять девяносто пять", "снилс [DOCUMENT_1]")]
    [InlineData("ru", "я родилась двадцать третьего марта восемьдесят пятого года", "я родилась [DATE_OF_BIRTH_1]")]
    [InlineData("ru", "пин код сорок два семнадцать", "пин код [CARD_1]")]
    [InlineData("en", "call me on oh seven seven double oh nine hundred one two three", "call me on [PHONE_1]")]
    [InlineData("en", "card number four one triple one double one one one one one one one one one one one", "card number [CARD_1]")]
    [InlineData("en", "my date of birth is the fifth of may nineteen eighty five", "my date of birth is [DATE_OF_BIRTH_1]")]
    [InlineData("en", "the code is four nine two one seven three", "the code is [OTHER_1]")]
    [InlineData("en", "plate number b for bravo p double three k", "plate number [OTHER_1]")]
    [InlineData("ar", "رقم الجوال صفر خمسة خمسة واحد اثنين ثلاثة أربعة خمسة ستة سبعة", "رقم الجوال [PHONE_1]")]
    [InlineData("en", "my license is s five three oh four six oh one seven two two five", "my license is [DOCUMENT_1]")]
    [InlineData("ru", "водительское семьдесят семь ут восемьсот двенадцать ноль ноль три", "водительское [DOCUMENT_1]")]
    [InlineData("ru", "год рождения пятьдесят девятый", "год рождения [DATE_OF_BIRTH_1]")]
    [InlineData("en", "gate code is four four eight one", "gate code is [OTHER_1]")]
    [InlineData("ru", "код домофона тридцать восемь ка двенадцать", "код домофона [OTHER_1]")]
    [InlineData("ar", "رقم الرخصة ثلاثة واحد ثمانية صفر سبعة", "رقم الرخصة [DOCUMENT_1]")]
    [InlineData("en", "the phone, it starts oh seven eight and ends nine nine two", "the phone, it starts [PHONE_1] and ends [PHONE_2]")]
    [InlineData("en", "my postcode is s w one a one a a", "my postcode is [ADDRESS_1]")]
    [InlineData("ar", "السي في في اربعة صفر واحد", "السي في في [CARD_1]")]
    [InlineData("ru", "госномер эм сто двадцать восемь рэ вэ сто пятьдесят", "госномер [OTHER_1]")]
    [InlineData("ru", "расчетный сорок семь ноль два восемьсот десять шестьсот", "расчетный [BANK_ACCOUNT_1]")]
    [InlineData("ru", "машина лексус а триста тридцать три эм эр девяносто девять белая", "машина лексус [OTHER_1] белая")]
    [InlineData("ru", "газель в шестьсот восемьдесят один о тэ", "газель [OTHER_1]")]
    [InlineData("ru", "машина о три один семь те те семь семь семь", "машина [OTHER_1]")]
    [InlineData("ru", "срок действия ноль девять двадцать семь", "срок действия [CARD_1]")]
    [InlineData("ru", "хвост карты\nноль шесть восемьдесят один", "хвост карты\n[CARD_1]")]
    public void Spoken_values_are_masked(string language, string text, string expected) => Assert.Equal(expected, Mask(language, text));

    [Theory]
    [InlineData("ru", "запишите меня на пятницу на шестнадцать двадцать\nесть семнадцать ноль ноль")]
    [InlineData("ru", "к кардиологу есть место завтра в десять тридцать и в четверг в восемнадцать ноль ноль")]
    [InlineData("ru", "по паспорту записала на завтра десять тридцать")]
    [InlineData("ru", "отправление в двадцать два сорок")]
    [InlineData("ru", "пятьдесят пять дюймов сорок девять девятьсот\nа шестьдесят пять")]
    [InlineData("ru", "рост сто восемьдесят два\nпятьдесят второй\nдвести десять")]
    [InlineData("ru", "снип два ноль восемь ноль один восемьдесят девять")]
    [InlineData("ru", "перезвоним вам обращение зарегистрировано номер семьсот один восемьсот шестьдесят шесть")]
    [InlineData("ru", "срок\nдвадцать рабочих дней")]
    [InlineData("ru", "абонемент на двенадцать занятий\nпять четыреста\nсрок сорок пять дней")]
    [InlineData("ru", "а смс\nчетыре пятьдесят")]
    [InlineData("ru", "с меня двести о как много")]
    [InlineData("ru", "у меня сто двадцать и в кассе сто")]
    [InlineData("ru", "телефон на двести пятьдесят шесть\nдевятнадцать четыреста\nа про")]
    [InlineData("ru", "ключ от домофона сто пятьдесят")]
    [InlineData("ru", "стоимость пятнадцать тысяч восемьсот рублей")]
    [InlineData("ru", "доставим двадцать третьего марта с десяти до восемнадцати часов")]
    [InlineData("ru", "скидка двадцать пять процентов на сорок позиций")]
    [InlineData("ru", "клиент у вас с две тысячи восьмого года")]
    [InlineData("ru", "осталось сто двадцать мегабайт и тридцать минут")]
    [InlineData("en", "it is two hundred and forty five dollars for twelve months")]
    [InlineData("en", "the meeting is at ten thirty on the fourteenth")]
    [InlineData("en", "we have been customers since two thousand six")]
    [InlineData("en", "code five hundred means the server failed")]
    [InlineData("ru", "шины двести пять пятьдесят пять шестнадцать")]
    [InlineData("en", "I waited forty minutes and called three times")]
    [InlineData("ar", "السعر مئة وخمسين درهم")]
    public void Quantities_prices_times_and_dates_stay(string language, string text) => Assert.Equal(text, Mask(language, text));

    [Fact]
    public void A_correction_inside_a_number_is_no_leak() =>
        Assert.DoesNotContain("сорок", Mask("ru", "карта сорок два семьдесят шесть нет сорок два семьдесят семь десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать"), StringComparison.Ordinal);

    [Fact]
    public void Fillers_between_digits_stay_and_the_pieces_share_an_ordinal() =>
        Assert.Equal("телефон [PHONE_1] ну [PHONE_1]", Mask("ru", "телефон восемь девятьсот шестнадцать ну двести тридцать четыре пятьдесят шесть семьдесят восемь"));

    [Fact]
    public void The_last_four_digits_are_masked_because_they_were_asked_for() =>
        Assert.Equal(["назовите последние четыре цифры карты", "[CARD_1]", "[CARD_1] верно"], MaskTurns("назовите последние четыре цифры карты", "сорок два семнадцать", "сорок два семнадцать верно"));

    [Fact]
    public void A_number_dictated_over_turns_is_masked_in_each() =>
        Assert.Equal(["диктуйте", "[PHONE_1]", "так", "[PHONE_2]", "ага", "[PHONE_3]"], MaskTurns("диктуйте", "восемь девятьсот шестнадцать", "так", "двести тридцать четыре", "ага", "пятьдесят шесть семьдесят восемь"));

    [Fact]
    public void Pieces_of_two_digits_are_masked_when_an_account_was_asked_for() =>
        Assert.Equal(["счёт какой", "[BANK_ACCOUNT_1]", "дальше", "[BANK_ACCOUNT_2]", "слушаю вас", "[BANK_ACCOUNT_3]"], MaskTurns("счёт какой", "сорок один", "дальше", "ноль девять", "слушаю вас", "семнадцать"));

    [Fact]
    public void Letters_of_a_document_dictated_over_turns_are_masked() =>
        Assert.Equal(["licence number", "[DOCUMENT_1]", "mhm", "[DOCUMENT_2]", "keep going", "[DOCUMENT_3]"], MaskTurns("licence number", "d f nine", "mhm", "seven one two", "keep going", "j n nine"));

    [Fact]
    public void A_year_said_after_the_day_of_birth_is_masked() =>
        Assert.Equal(["дата рождения", "[DATE_OF_BIRTH_1]", "год", "[DATE_OF_BIRTH_2]"], MaskTurns("дата рождения", "седьмое июня", "год", "восемьдесят четвёртый"));

    [Fact]
    public void Letters_in_answer_to_no_question_for_a_code_stay() =>
        Assert.Equal(["как дела", "ну а я", "понятно"], MaskTurns("как дела", "ну а я", "понятно"));

    [Fact]
    public void Times_said_line_by_line_are_no_number() =>
        Assert.Equal(["кто записан", "один в десять другой в двенадцать", "хорошо"], MaskTurns("кто записан", "один в десять другой в двенадцать", "хорошо"));

    private static string Mask(string language, string text) => Masker.Mask(text, language).Value.Value;

    private static string[] MaskTurns(params string[] texts)
    {
        var turns = texts.Select((text, i) => new Turn(i % 2 == 0 ? "agent" : "customer", text)).ToArray();
        return [.. Masker.Mask(new Conversation("ru", turns)).Value.Turns.Select(turn => turn.Text.Value)];
    }
}
