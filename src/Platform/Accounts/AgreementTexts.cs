using Earshot.Platform.Accounts.Agreements;

namespace Earshot.Platform.Accounts;

/// <summary>The texts that people and organizations agree to, for modules that print them.</summary>
public static class AgreementTexts
{
    /// <summary>The data processing agreement, as Markdown.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static string DataProcessing(string language) => Agreement.DataProcessing.In(language);

    /// <summary>The terms of an account, as Markdown.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static string Terms(string language) => Agreement.Terms.In(language);
}
