using Earshot.Masking;

namespace Earshot.Web.Texts;

/// <summary>Kinds of personal data.</summary>
public readonly struct PersonalDataTexts(Wording w)
{
    public string Name(PersonalDataType type) => type switch
    {
        PersonalDataType.Person => w.Say("name", "имя"),
        PersonalDataType.Phone => w.Say("phone", "телефон"),
        PersonalDataType.Email => w.Say("e-mail", "почта"),
        PersonalDataType.Address => w.Say("address", "адрес"),
        PersonalDataType.Card => w.Say("card", "карта"),
        PersonalDataType.BankAccount => w.Say("account", "счёт"),
        PersonalDataType.Document => w.Say("document", "документ"),
        PersonalDataType.DateOfBirth => w.Say("date of birth", "дата рождения"),
        PersonalDataType.Url => w.Say("web address", "ссылка"),
        PersonalDataType.Ip => w.Say("IP address", "IP-адрес"),
        PersonalDataType.Username => w.Say("user name", "логин"),
        PersonalDataType.Org => w.Say("organization", "организация"),
        PersonalDataType.Location => w.Say("place", "место"),
        _ => w.Say("identifier", "номер"),
    };

    public string Meaning(PersonalDataType type) => type switch
    {
        PersonalDataType.Person => w.Say("Names of people in any form", "Имена людей в любой форме"),
        PersonalDataType.Phone => w.Say("Telephone numbers, written or spoken", "Телефоны, цифрами и словами"),
        PersonalDataType.Email => w.Say("E-mail addresses, written or spoken", "Адреса почты, буквами и словами"),
        PersonalDataType.Address => w.Say("Postal addresses and codes", "Почтовые адреса и индексы"),
        PersonalDataType.Card => w.Say("Card numbers, expiry dates, security codes", "Номера, сроки и коды карт"),
        PersonalDataType.BankAccount => w.Say("Accounts, IBAN, BIK", "Счета, IBAN, БИК"),
        PersonalDataType.Document => w.Say("Passport, SNILS, INN, licences, policies", "Паспорт, СНИЛС, ИНН, права, полисы"),
        PersonalDataType.DateOfBirth => w.Say("Dates of birth", "Даты рождения"),
        PersonalDataType.Url => w.Say("Addresses of web pages", "Адреса веб-страниц"),
        PersonalDataType.Ip => w.Say("IP and MAC addresses", "IP- и MAC-адреса"),
        PersonalDataType.Username => w.Say("Account and messenger names", "Логины и имена в мессенджерах"),
        PersonalDataType.Org => w.Say("Names of organizations", "Названия организаций"),
        PersonalDataType.Location => w.Say("Places outside a postal address", "Места вне почтового адреса"),
        _ => w.Say("One-time codes, plates, contract and order numbers", "Разовые коды, номера машин, договоров и заказов"),
    };

    public string Explain(PersonalDataType type) =>
        w.Say($"Removed before analysis: {Name(type)}. The value is not stored here.", $"Удалено до анализа: {Name(type)}. Само значение здесь не хранится.");

    public string Removed(long count) => w.Count(
        count,
        ("piece of personal data removed", "pieces of personal data removed"),
        ("фрагмент личных данных удалён", "фрагмента личных данных удалено", "фрагментов личных данных удалено"));
}
