namespace Earshot.Masking.Names;

/// <summary>Short questions about flags.</summary>
internal static class NameFlags
{
    public static bool Has(this NamePart part, NamePart any) => (part & any) != NamePart.None;

    public static bool Has(this NameCue cue, NameCue any) => (cue & any) != NameCue.None;

    public static bool Has(this NameContext context, NameContext any) => (context & any) != NameContext.None;
}
