using System.Runtime.InteropServices;

namespace Earshot.Speech.Engines;

/// <summary>Finds native libraries without loading them: loading is for the child process.</summary>
internal static class NativeLibraries
{
    private static readonly string[] Folders =
    [
        $"/usr/lib/{Architecture}-linux-gnu", "/usr/lib", "/usr/lib64", "/usr/local/lib", $"/lib/{Architecture}-linux-gnu",
    ];

    private static string Architecture => RuntimeInformation.ProcessArchitecture is System.Runtime.InteropServices.Architecture.Arm64 ? "aarch64" : "x86_64";

    public static bool Exists(string name) => Folders.Any(folder => File.Exists(Path.Combine(folder, name)));
}
