using System.Globalization;

namespace Earshot.Platform.Kernel.Backups;

/// <summary>Where and how often backups are made; none unless a folder is named (EARSHOT_BACKUP_FOLDER, _HOURS, _DAYS).</summary>
/// <param name="Folder">Better on another machine or disk.</param>
/// <param name="Every">EARSHOT_BACKUP_HOURS, 24 by default.</param>
/// <param name="Life">EARSHOT_BACKUP_DAYS, 30 by default: after it a backup is deleted (clause B36).</param>
public sealed record BackupSettings(string? Folder, TimeSpan Every, TimeSpan Life)
{
    public static BackupSettings Read(Func<string, string?> environment) => new(
        environment("EARSHOT_BACKUP_FOLDER") is { Length: > 0 } folder ? folder : null,
        TimeSpan.FromHours(Number(environment, "EARSHOT_BACKUP_HOURS", 24, 24 * 7)),
        TimeSpan.FromDays(Number(environment, "EARSHOT_BACKUP_DAYS", 30, 366)));

    private static int Number(Func<string, string?> environment, string name, int usual, int most) => environment(name) switch
    {
        null or "" => usual,
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most => number,
        _ => throw new PlatformSettingsException(string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from 1 to {most}.")),
    };
}
