using System.Security.Cryptography;

namespace Earshot.Unit.Web;

public sealed class ScriptsAreCurrentTests
{
    [Fact]
    public void Committed_script_was_built_from_these_sources()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(Repository.Path("src", "Web", "scripts"), "*.ts").Order(StringComparer.Ordinal))
        {
            digest.AppendData(File.ReadAllBytes(file));
        }

        var built = File.ReadLines(Repository.Path("src", "Web", "wwwroot", "js", "earshot.js")).First();

        // Mend it with: cd src/Web/scripts && npm ci && npm run build
        Assert.Equal($"// sources {Convert.ToHexStringLower(digest.GetHashAndReset())}", built);
    }

    [Fact]
    public void Lock_file_names_no_registry() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Repository.Path("src", "Web", "scripts", "package-lock.json")), StringComparison.Ordinal);

    [Fact]
    public void Script_stays_small() =>
        Assert.InRange(new FileInfo(Repository.Path("src", "Web", "wwwroot", "js", "earshot.js")).Length, 1, 30_000);
}
