using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Earshot.Speech.Models;

namespace Earshot.Unit.Speech;

public sealed class PackageSourceTests : IDisposable
{
    private readonly List<string> asked = [];
    private readonly PackageSource source;

    public PackageSourceTests() => source = new PackageSource(PackAsync);

    public void Dispose() => source.Dispose();

    [Theory]
    [InlineData("npm:@maker/models@1.2.0/dist/model.onnx", "@maker/models@1.2.0")]
    [InlineData("npm:models@1.2.0/dist/model.onnx", "models@1.2.0")]
    public async Task A_file_comes_out_of_the_package_that_its_address_names(string address, string package)
    {
        Assert.Equal("weights", await ReadAsync(address));
        Assert.Equal([package], asked);
    }

    [Fact]
    public async Task A_package_is_fetched_once_for_all_its_files()
    {
        await ReadAsync("npm:models@1.2.0/dist/model.onnx");
        await ReadAsync("npm:models@1.2.0/words.js");

        Assert.Single(asked);
    }

    [Fact]
    public async Task A_file_that_the_package_does_not_have_is_not_there() =>
        Assert.Null(await source.OpenAsync("m", new CatalogueFile("x", new Uri("npm:models@1.2.0/other.onnx"), string.Empty), 0, default));

    [Fact]
    public async Task A_vocabulary_becomes_numbered_tokens_in_base64()
    {
        var lines = (await ReadAsync("npm:models@1.2.0/words.js#vocabulary")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["PHVuaz4=\t0", "Cg==\t1", "4paBdG8=\t2"], lines.Take(3));
        Assert.Equal(32_768, lines.Length);
        Assert.EndsWith("\t32767", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("const words = \"PHVuaz4=\";")]
    public void A_program_without_a_vocabulary_is_refused(string program) => Assert.Throws<IOException>(() => ReadVocabulary.AsTokens(program));

    private async Task<string> ReadAsync(string address)
    {
        var part = await source.OpenAsync("m", new CatalogueFile("x", new Uri(address), string.Empty), 0, default);
        using var reader = new StreamReader(part!.Content); // asserted by its text
        return await reader.ReadToEndAsync();
    }

    private async Task<string> PackAsync(string package, string into, CancellationToken ct)
    {
        asked.Add(package);
        var path = Path.Combine(into, "package.tgz");
        await using var file = File.Create(path);
        await using var packed = new GZipStream(file, CompressionLevel.Fastest);
        await using var archive = new TarWriter(packed);
        var words = string.Join('\n', (string[])["<unk>", "<0x0A>", "\u2581to", .. Enumerable.Range(0, 2_000).Select(i => $"word{i}")]);
        await AddAsync(archive, "package/dist/model.onnx", "weights", ct);
        await AddAsync(archive, "package/words.js", $"const words = \"{Convert.ToBase64String(Encoding.UTF8.GetBytes(words))}\";", ct);
        return path;
    }

    private static Task AddAsync(TarWriter archive, string name, string text, CancellationToken ct) =>
        archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) }, ct);
}
