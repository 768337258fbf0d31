using System.Globalization;
using System.Net.Mail;
using Earshot.Platform.Kernel.Egress;

namespace Earshot.Platform.Privacy.Letters;

/// <summary>The mail server through which letters leave. Without it they stay as files.</summary>
/// <param name="Address">EARSHOT_SMTP_URL: <c>smtps://host:465</c> is encrypted from the first byte, <c>smtp://host:587</c> by STARTTLS.</param>
/// <param name="From">EARSHOT_SMTP_FROM.</param>
/// <param name="User">EARSHOT_SMTP_USER; null: the server asks for none.</param>
/// <param name="Password">EARSHOT_SMTP_PASSWORD.</param>
/// <param name="Region">EARSHOT_SMTP_REGION: where the server stands; <c>local</c> for one in the own network.</param>
/// <param name="Authority">EARSHOT_SMTP_CA: PEM file of an own certificate authority; null: those of the system.</param>
public sealed record SmtpSettings(Uri Address, string From, string? User, string? Password, string Region, string? Authority)
{
    public const string Destination = "mail";

    /// <summary>Encrypted from the first byte, without STARTTLS.</summary>
    public bool IsImplicit => Address.Scheme == "smtps";

    /// <exception cref="PlatformSettingsException">A setting is missing or wrong.</exception>
    public static SmtpSettings? Read(Func<string, string?> environment)
    {
        if (environment("EARSHOT_SMTP_URL") is not { Length: > 0 } url)
        {
            return null;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("smtp" or "smtps") || address.UserInfo.Length > 0)
        {
            throw new PlatformSettingsException("EARSHOT_SMTP_URL must look like smtps://mail.example.com:465 or smtp://mail.example.com:587; user and password have settings of their own.");
        }

        var from = environment("EARSHOT_SMTP_FROM");
        return new SmtpSettings(
            address.Port > 0 ? address : new UriBuilder(address) { Port = address.Scheme == "smtps" ? 465 : 587 }.Uri,
            MailAddress.TryCreate(from, out var sender) && sender.Address == from ? from : throw new PlatformSettingsException("EARSHOT_SMTP_FROM must be the e-mail address that letters come from."),
            Text(environment("EARSHOT_SMTP_USER")),
            Text(environment("EARSHOT_SMTP_PASSWORD")),
            Text(environment("EARSHOT_SMTP_REGION")) ?? throw new PlatformSettingsException("EARSHOT_SMTP_REGION is not set: ru, eu, ae, us …, or local."),
            Text(environment("EARSHOT_SMTP_CA")));
    }

    internal Destination Describe() => new Destination
    {
        Name = Destination,
        Hosts = [],
        Purpose = "notices",
        Region = Region,
        Data = ["contact"],
        Fields = ["address of the recipient", "subject", "text"],
        Patience = TimeSpan.FromSeconds(60),
        MaxRequestBytes = 1 << 20,
    }.At(new UriBuilder("https", Address.IdnHost, Address.Port).Uri);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address.Scheme}://{Address.IdnHost}:{Address.Port}"); // never the password
}
