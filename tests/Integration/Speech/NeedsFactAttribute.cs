using System.Diagnostics;
using Earshot.Speech.Engines.Pocketsphinx;
using Earshot.Speech.Engines.Sherpa;

namespace Earshot.Integration.Speech;

/// <summary>A test that needs something installed: <c>ffmpeg</c>, <c>sherpa</c>, <c>pocketsphinx</c>, <c>amr</c> (an ffmpeg that writes it), a variable that has to be set
/// (<c>$NAME</c>), or a file of the development data.</summary>
public sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(params string[] needs) => Skip = Installed.Missing(needs);
}

/// <summary>A table of cases that needs something installed.</summary>
public sealed class NeedsTheoryAttribute : TheoryAttribute
{
    public NeedsTheoryAttribute(params string[] needs) => Skip = Installed.Missing(needs);
}

internal static class Installed
{
    public static string? Missing(string[] needs) =>
        needs.FirstOrDefault(need => !Has(need)) is { } missing ? $"{missing} is not there" : null;

    private static bool Has(string need) => need switch
    {
        "ffmpeg" => OnPath("ffmpeg"),
        "sherpa" => SherpaEngine.IsInstalled,
        "pocketsphinx" => PocketsphinxEngine.IsInstalled,
        "amr" => CanWriteAmr.Value,
        ['$', ..] => Environment.GetEnvironmentVariable(need[1..]) is { Length: > 0 },
        _ => DevelopmentData.Find(need) is not null,
    };

    private static readonly Lazy<bool> CanWriteAmr = new(() =>
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", "-hide_banner -encoders") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
        return ffmpeg?.StandardOutput.ReadToEnd().Contains("libopencore_amrnb", StringComparison.Ordinal) == true;
    });

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}

/// <summary>Files beside the repository; never copied into it.</summary>
internal static class DevelopmentData
{
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var shared in (string[])["../shared/data", "../../shared/data"])
            {
                if (Path.Combine(folder.FullName, shared, name) is var file && File.Exists(file) && File.Exists(Path.Combine(folder.FullName, "Earshot.slnx")))
                {
                    return file;
                }
            }
        }

        return null;
    }
}
