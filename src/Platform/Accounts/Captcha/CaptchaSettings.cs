namespace Earshot.Platform.Accounts.Captcha;

/// <summary>
/// What stands before registration, when the operator opens it: a small puzzle of our own, or Yandex SmartCaptcha.
/// <list type="table">
/// <item><term>EARSHOT_SMARTCAPTCHA_CLIENT_KEY, _SERVER_KEY</term><description>Yandex SmartCaptcha; it gets address and features of the visitor's browser. EARSHOT_SMARTCAPTCHA_URL moves it.</description></item>
/// <item><term>EARSHOT_SMARTCAPTCHA_STRICT</term><description><c>true</c>: nobody passes while it does not answer. Default: people pass, as Yandex advises.</description></item>
/// </list>
/// </summary>
public sealed record CaptchaSettings
{
    /// <summary>The page asks nothing.</summary>
    public bool IsOff { get; init; }

    public string? ClientKey { get; init; }

    public string? ServerKey { get; init; }

    public Uri Address { get; init; } = new("https://smartcaptcha.cloud.yandex.ru");

    public bool IsStrict { get; init; }

    public bool IsYandex => ClientKey is not null && ServerKey is not null;

    public static CaptchaSettings Read(Func<string, string?> environment) => new()
    {
        ClientKey = environment("EARSHOT_SMARTCAPTCHA_CLIENT_KEY") is { Length: > 0 } client ? client : null,
        ServerKey = environment("EARSHOT_SMARTCAPTCHA_SERVER_KEY") is { Length: > 0 } server ? server : null,
        Address = Uri.TryCreate(environment("EARSHOT_SMARTCAPTCHA_URL"), UriKind.Absolute, out var address) ? address : new Uri("https://smartcaptcha.cloud.yandex.ru"),
        IsStrict = environment("EARSHOT_SMARTCAPTCHA_STRICT") is "true" or "1",
    };
}
