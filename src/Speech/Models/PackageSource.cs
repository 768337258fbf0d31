using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Earshot.Speech.Models;

/// <summary>
/// Files that their makers publish inside packages of npm: an address is <c>npm:PACKAGE@VERSION/FILE</c>. A package is fetched
/// once by the npm command, with whatever registry that is set up for.
/// </summary>
/// <param name="pack">Puts the archive of a package into a folder and answers its path.</param>
public sealed class PackageSource(Func<string, string, CancellationToken, Task<string>> pack) : IModelSource, IDisposable
{
    /// <summary>Scheme of the addresses.</summary>
    public const string Scheme = "npm";

    // A vocabulary that is published as program text; the recogniser wants a list of tokens.
    private const string VocabularyFragment = "#vocabulary";
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-packages-").FullName;
    private readonly Dictionary<string, string> unpacked = [];

    /// <summary>Fetches with the npm command of this machine.</summary>
    public PackageSource()
        : this(PackAsync)
    {
    }

    /// <inheritdoc/>
    public string Name => "the makers' npm packages";

    /// <inheritdoc/>
    public async Task<ModelPart?> OpenAsync(string model, CatalogueFile file, long from, CancellationToken ct)
    {
        var (package, path) = Parts(file.Address.OriginalString);
        var whole = Path.Combine(await UnpackAsync(package, ct), path);
        if (!File.Exists(whole))
        {
            return null;
        }

        Stream content = file.Address.Fragment == VocabularyFragment
            ? new MemoryStream(ReadVocabulary.AsTokens(await File.ReadAllTextAsync(whole, ct)), writable: false)
            : File.OpenRead(whole);
        return new ModelPart(content, 0, content.Length);
    }

    /// <summary>Removes what was unpacked.</summary>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    // npm:@scope/name@1.2.3/dist/file.onnx#fragment
    private static (string Package, string Path) Parts(string address)
    {
        var rest = address[(Scheme.Length + 1)..].Split('#')[0];
        var version = rest.IndexOf('@', 1);
        var end = rest.IndexOf('/', version);
        return (rest[..end], rest[(end + 1)..]);
    }

    private async Task<string> UnpackAsync(string package, CancellationToken ct)
    {
        if (unpacked.TryGetValue(package, out var done))
        {
            return done;
        }

        var place = Path.Combine(folder, $"{unpacked.Count}");
        Directory.CreateDirectory(place);
        await using var archive = File.OpenRead(await pack(package, folder, ct));
        await using var plain = new GZipStream(archive, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(plain, place, overwriteFiles: false, ct);
        return unpacked[package] = Path.Combine(place, "package");
    }

    private static async Task<string> PackAsync(string package, string into, CancellationToken ct)
    {
        var start = new ProcessStartInfo("npm", ["pack", "--silent", package, "--pack-destination", into])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var npm = Process.Start(start) ?? throw new IOException("npm did not start.");
        var name = (await npm.StandardOutput.ReadToEndAsync(ct)).Trim();
        await npm.WaitForExitAsync(ct);
        return npm.ExitCode == 0 ? Path.Combine(into, Path.GetFileName(name)) : throw new IOException($"npm could not fetch {package}.");
    }
}
