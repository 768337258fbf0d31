using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Earshot.Platform.Accounts.SecondFactor;
using Earshot.Platform.Kernel.Egress;

namespace Earshot.Platform.Accounts.Captcha;

/// <summary>
/// Whether whoever registers is worth a slow hash. Our own puzzle asks the browser for a number whose SHA-256 with the challenge begins with
/// so many zero bits: a second of a person's machine, a bill for whoever registers by the thousand, and nothing told to anybody. A
/// challenge lives five minutes and is good once.
/// </summary>
public sealed class CheckCaptcha(CaptchaSettings settings, PasskeyChallenges challenges, EgressClient egress)
{
    /// <summary>Zero bits that are asked for: some sixty-five thousand digests.</summary>
    public const int Bits = 16;

    private const string Purpose = "captcha";

    /// <returns>A puzzle; null where SmartCaptcha asks, or nobody.</returns>
    public string? Offer() => settings.IsOff || settings.IsYandex ? null : challenges.Seal(Purpose, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    internal async Task<bool> RunAsync(string? answer, string? address, CancellationToken ct)
    {
        if (settings.IsOff)
        {
            return true;
        }

        return answer is { Length: > 0 and < 4000 } && (settings.IsYandex ? await AskYandexAsync(answer, address, ct) : await IsSolvedAsync(answer, ct));
    }

    // The digest first: it costs a microsecond, the challenge a row.
    private async Task<bool> IsSolvedAsync(string answer, CancellationToken ct) =>
        answer.LastIndexOf(':') is var colon and > 0 && LeadingZeros(SHA256.HashData(Encoding.UTF8.GetBytes(answer))) >= Bits
        && await challenges.SpendAsync(Purpose, answer[..colon], ct) is not null;

    private static int LeadingZeros(byte[] digest) => int.LeadingZeroCount((digest[0] << 24) | (digest[1] << 16) | (digest[2] << 8) | digest[3]);

    private async Task<bool> AskYandexAsync(string token, string? address, CancellationToken ct)
    {
        using var http = egress.For(SmartCaptchaDestination.Name, null);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["secret"] = settings.ServerKey ?? "", ["token"] = token, ["ip"] = address ?? "" });
        try
        {
            using var answer = await http.PostAsync(new Uri(settings.Address, "validate"), form, ct);
            if (!answer.IsSuccessStatusCode)
            {
                return !settings.IsStrict;
            }

            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
            return json.RootElement.TryGetProperty("status", out var status) && status.GetString() == "ok";
        }
        catch (Exception away) when (away is HttpRequestException or JsonException || (away is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return !settings.IsStrict; // Yandex advises to let people pass while it is away
        }
    }
}

/// <summary>Where SmartCaptcha is asked.</summary>
internal static class SmartCaptchaDestination
{
    public const string Name = "smartcaptcha";

    public static Destination Of(CaptchaSettings settings) => new Destination
    {
        Name = Name, Hosts = [], Purpose = "abuse", Region = "ru", Data = ["technical"], Fields = ["secret", "token", "ip"],
        MaxRequestBytes = 16 << 10, MaxResponseBytes = 64 << 10, Patience = TimeSpan.FromSeconds(2),
    }.At(settings.Address);
}
