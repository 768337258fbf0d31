using System.Reflection;

namespace Earshot.Speech.Engines.Host;

/// <summary>How to start this library as a process.</summary>
internal static class HostCommand
{
    private static readonly string[] Kept = ["PATH", "HOME", "LD_LIBRARY_PATH", "LANG"];

    public static (string Program, string[] Arguments) Find()
    {
#pragma warning disable IL3000 // an empty location is the answer for a single-file program
        var library = Assembly.GetExecutingAssembly().Location;
#pragma warning restore IL3000
        return library.Length == 0
            ? (Environment.ProcessPath ?? "earshot", [RunEngineHost.CommandName])
            : (FindDotnet(), ["exec", "--runtimeconfig", FindRuntimeConfig(library), library]);
    }

    /// <summary>Passes on no settings of the parent beyond what .NET and native libraries need.</summary>
    public static void KeepNeeded(IDictionary<string, string?> environment)
    {
        var kept = environment.Where(pair => Kept.Contains(pair.Key) || pair.Key.StartsWith("DOTNET_", StringComparison.Ordinal)).ToList();
        environment.Clear();
        foreach (var (name, value) in kept)
        {
            environment[name] = value;
        }

        environment["DOTNET_TieredPGO"] = "0";
        environment["DOTNET_gcServer"] = "0";
    }

    private static string FindDotnet() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet" && Environment.ProcessPath is { } running
            ? running
            : FindInstalled();

    private static string FindInstalled()
    {
        var root = Environment.GetEnvironmentVariable("DOTNET_ROOT");
        return root is not null && Path.Combine(root, "dotnet") is var dotnet && File.Exists(dotnet) ? dotnet : "dotnet";
    }

    private static string FindRuntimeConfig(string library)
    {
        var own = Path.ChangeExtension(library, ".runtimeconfig.json");
        return File.Exists(own)
            ? own
            : Directory.EnumerateFiles(AppContext.BaseDirectory, "*.runtimeconfig.json").FirstOrDefault() ?? own;
    }
}
