using System.Security.Cryptography;
using System.Text;

namespace Earshot.Platform.Privacy.Consents;

/// <summary>The words that somebody agrees to, in their present version.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Version">The day on which the words were changed last.</param>
/// <param name="Text">The words.</param>
public sealed record ConsentText(string Purpose, string Version, Said Text)
{
    public static readonly ConsentText Statistics = new("statistics", "2026-11-21", new(
        "We may count which pages are opened. Only sums a day are kept: no address, no number, nobody else. You can take this back at any time.",
        "Мы можем считать, какие страницы открывают. Хранятся только суммы за день: без адреса, номера и третьих сторон. Согласие можно отозвать в любое время."));

    public static readonly ConsentText Newsletter = new("newsletter", "2026-11-21", new(
        "I want the newsletter by e-mail. One click in any letter ends it, and my address is erased at once.",
        "Я хочу получать рассылку по почте. Один щелчок в любом письме прекращает её, и адрес сразу стирается."));

    public static readonly ConsentText Inquiry = new("inquiry", "2026-11-21", new(
        "I agree that what I wrote here is processed to answer me. It is encrypted and erased after one year.",
        "Я согласен на обработку указанных данных для ответа мне. Они зашифрованы и удаляются через год."));

    public static IReadOnlyList<ConsentText> All => [Statistics, Newsletter, Inquiry];

    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes($"{Text.English}\n{Text.Russian}"));
}
