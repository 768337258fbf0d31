namespace Earshot.Web.Texts;

/// <summary>Every word of the screens, by module, in both languages side by side, so that none can be missing in one.</summary>
public sealed class AllTexts(Language language)
{
    private static readonly AllTexts English = new(Language.English);
    private static readonly AllTexts Russian = new(Language.Russian);
    private readonly Wording w = new(language);

    /// <summary>The catalogue of a language.</summary>
    public static AllTexts Of(Language language) => language is Language.Russian ? Russian : English;

    /// <summary>How this language counts and writes numbers.</summary>
    public Wording Wording => w;

    /// <summary>Words that every page uses.</summary>
    public CommonTexts Common => new(w);

    /// <summary>Kinds of personal data.</summary>
    public PersonalDataTexts PersonalData => new(w);

    /// <summary>Calls and one call.</summary>
    public CallTexts Calls => new(w);

    /// <summary>Names of topics, flags, script steps and reasons.</summary>
    public NameTexts Names => new(w);

    /// <summary>Uploads.</summary>
    public UploadTexts Uploads => new(w);

    /// <summary>Sign-in and people.</summary>
    public AccountTexts Accounts => new(w);

    /// <summary>Settings of the organization.</summary>
    public SettingTexts Settings => new(w);

    /// <summary>What an organization tunes of masking.</summary>
    public MaskingTexts Masking => new(w);

    /// <summary>Topics of an organization's own.</summary>
    public TopicTexts Topics => new(w);

    /// <summary>How a person signs in.</summary>
    public SecurityTexts Security => new(w);

    /// <summary>Refusals.</summary>
    public FailureTexts Failures => new(w);

    /// <summary>Scorecards, phrases and dashboards.</summary>
    public ScoringTexts Scoring => new(w);

    /// <summary>Reports by letter, alerts, and the calls behind a mark.</summary>
    public ReportTexts Reports => new(w);

    /// <summary>Audit log.</summary>
    public AuditTexts Audit => new(w);

    /// <summary>Documents, trust, consents, the operator's desk.</summary>
    public PrivacyTexts Privacy => new(w);

    /// <summary>The website.</summary>
    public SiteTexts Site => new(w);

    /// <summary>Requests of persons, retention, the end of an organization.</summary>
    public DeskTexts Desk => new(w);
}
