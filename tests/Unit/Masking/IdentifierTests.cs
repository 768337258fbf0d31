using Earshot.Masking;

namespace Earshot.Unit.Masking;

/// <summary>Numbers are made up; check digits were computed by the published rules that each recogniser cites.</summary>
public sealed class IdentifierTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("оплата картой 4539 5787 6362 1486 прошла", "оплата картой [CARD_1] прошла")]
    [InlineData("4539578763621486", "[CARD_1]")]
    [InlineData("card 4539 5787 6362 1486, exp 09/27, cvc 123", "card [CARD_1], exp [CARD_2], cvc [CARD_3]")]
    [InlineData("iban: DE89 3704 0044 0532 0130 00", "iban: [BANK_ACCOUNT_1]")]
    [InlineData("перевод на GB82WEST12345698765432", "перевод на [BANK_ACCOUNT_1]")]
    [InlineData("р/с 40817810099910004312 бик 044525225", "р/с [BANK_ACCOUNT_1] бик [BANK_ACCOUNT_2]")]
    [InlineData("инн 7707083893", "инн [DOCUMENT_1]")]
    [InlineData("снилс 112-233-445 95", "снилс [DOCUMENT_1]")]
    [InlineData("огрн 1027700132195", "огрн [DOCUMENT_1]")]
    [InlineData("паспорт 4510 123456", "паспорт [DOCUMENT_1]")]
    [InlineData("загранпаспорт 75 1234567", "загранпаспорт [DOCUMENT_1]")]
    [InlineData("полис омс 1234567890123456", "полис омс [DOCUMENT_1]")]
    [InlineData("водительское удостоверение 9912 345678", "водительское удостоверение [DOCUMENT_1]")]
    [InlineData("машина а123вс77", "машина [OTHER_1]")]
    [InlineData("my national insurance number is AB 12 34 56 C", "my national insurance number is [DOCUMENT_1]")]
    [InlineData("nhs number 943 476 5919", "nhs number [DOCUMENT_1]")]
    [InlineData("ssn 536-90-4399", "ssn [DOCUMENT_1]")]
    [InlineData("emirates id 784-1990-1234567-1", "emirates id [DOCUMENT_1]")]
    [InlineData("mi DNI es 12345678Z", "mi DNI es [DOCUMENT_1]")]
    [InlineData("codice fiscale RSSMRA85T10A562S", "codice fiscale [DOCUMENT_1]")]
    [InlineData("pesel 44051401359", "pesel [DOCUMENT_1]")]
    [InlineData("bsn 111222333", "bsn [DOCUMENT_1]")]
    [InlineData("Steuer ID 12345678911", "Steuer ID [DOCUMENT_1]")]
    [InlineData("numéro de sécurité sociale 1 89 04 75 116 001 23", "numéro de sécurité sociale [DOCUMENT_1]")]
    [InlineData("contribuinte 123456789", "contribuinte [DOCUMENT_1]")]
    [InlineData("rijksregisternummer 85.07.30-033.28", "rijksregisternummer [DOCUMENT_1]")]
    [InlineData("rodné číslo 780123/3540", "rodné číslo [DOCUMENT_1]")]
    [InlineData("cnp 1800101221144", "cnp [DOCUMENT_1]")]
    [InlineData("personnummer 811228-9874", "personnummer [DOCUMENT_1]")]
    [InlineData("henkilötunnus 131052-308T", "henkilötunnus [DOCUMENT_1]")]
    [InlineData("Passport No. AB1234567", "Passport No. [DOCUMENT_1]")]
    [InlineData("+7 (916) 234-56-78", "[PHONE_1]")]
    [InlineData("+971 50 123 4567", "[PHONE_1]")]
    [InlineData("Téléphone 06 12 34 56 78", "Téléphone [PHONE_1]")]
    [InlineData("пишите на ivan.petrov@example.com завтра", "пишите на [EMAIL_1] завтра")]
    [InlineData("пишите иван точка петров собака яндекс точка ру", "пишите [EMAIL_1]")]
    [InlineData("my email is j dot smith forty two at gmail dot com", "my email is [EMAIL_1]")]
    [InlineData("see https://example.com/account?id=77 please", "see [URL_1] please")]
    [InlineData("зайдите на ромашка точка ру", "зайдите на [URL_1]")]
    [InlineData("from 203.0.113.44 today", "from [IP_1] today")]
    [InlineData("host 2001:db8::ff00:42:8329 down", "host [IP_1] down")]
    [InlineData("mac 00:1B:44:11:3A:B7", "mac [IP_1]")]
    [InlineData("ask @sitod_ponup about it", "ask [USERNAME_1] about it")]
    [InlineData("username: marivu.gan", "username: [USERNAME_1]")]
    [InlineData("ваш код 482193", "ваш код [OTHER_1]")]
    [InlineData("482193 — ваш код подтверждения", "[OTHER_1] — ваш код подтверждения")]
    [InlineData("дата рождения 12.04.1989", "дата рождения [DATE_OF_BIRTH_1]")]
    [InlineData("договор № 45-7781203", "договор № [OTHER_1]")]
    public void Identifiers_are_masked(string text, string expected) => Assert.Equal(expected, Masker.Mask(text).Value.Value);

    [Theory]
    [InlineData("инн 7707083894")]
    [InlineData("снилс 112-233-445 96")]
    [InlineData("карта 4539 5787 6362 1487")]
    public void A_wrong_check_digit_is_masked_when_the_document_was_named(string text) =>
        Assert.Contains("[", Masker.Mask(text).Value.Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("встреча 12.04.2026 в 15:30")]
    [InlineData("цена 1 250,00 EUR")]
    [InlineData("ошибка 404 в версии 10.2")]
    [InlineData("25 % скидка, 3 шт. по 15 кг")]
    [InlineData("статья 152 пункт 3")]
    [InlineData("The @media query")]
    [InlineData("See you in March, then in May.")]
    [InlineData("Poids 3 kg, distance 42 km, surface 85 m²")]
    [InlineData("iPhone 15 за 89990 рублей")]
    [InlineData("It fails with 0x80070005 and with 0xC000021A.")]
    [InlineData("Error 80072EE2 began after KB5005565 was installed.")]
    public void Harmless_numbers_stay(string text) => Assert.Equal(text, Masker.Mask(text).Value.Value);
}
