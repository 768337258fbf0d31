namespace Earshot.Platform.Privacy.Controls;

/// <summary>The register: every control of this installation, a list for each theme.</summary>
public static class AllControls
{
    public static readonly IReadOnlyList<Control> List =
    [
        .. IsolationControls.List,
        .. EncryptionControls.List,
        .. RightsControls.List,
        .. AccountControls.List,
        .. AudioControls.List,
        .. MaskingControls.List,
        .. AuditControls.List,
        .. DataControls.List,
        .. RetentionControls.List,
        .. RegionControls.List,
        .. SiteControls.List,
        .. AgreementControls.List,
        .. AwaitedControls.List,
    ];
}
