using System.Security.Cryptography;
using System.Text;
using Earshot.Speech.Engines.Sherpa;
using Earshot.Speech.Models;

namespace Earshot.Unit.Speech;

public sealed class ModelStoreTests : IDisposable
{
    private static readonly byte[] Weights = Encoding.UTF8.GetBytes(new string('w', 200_000));
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-models-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_model_with_the_promised_sum_is_installed_and_whole()
    {
        var outcome = await PullAsync(Model(Sum(Weights)), new Source(Weights));

        Assert.True(outcome.IsOk, outcome.Detail);
        Assert.True((await Store.VerifyAsync("m", default)).IsOk);
        Assert.Equal("m", SherpaModel.In(Path.Combine(folder, "m"))?.Name);
    }

    [Fact]
    public async Task A_model_with_another_sum_is_not_installed()
    {
        Assert.False((await PullAsync(Model(Sum([1])), new Source(Weights))).IsOk);

        Assert.False(Directory.Exists(Path.Combine(folder, "m")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_without_a_known_sum_is_kept_only_on_agreement(bool agrees)
    {
        var outcome = await PullAsync(Model(string.Empty), new Source(Weights), agrees);

        Assert.Equal((agrees, agrees), (outcome.IsOk, Directory.Exists(Path.Combine(folder, "m"))));
    }

    [Fact]
    public async Task An_interrupted_fetch_is_continued_where_it_stopped()
    {
        var source = new Source(Weights) { BreaksAfter = 70_000 };
        Assert.False((await PullAsync(Model(Sum(Weights)), source)).IsOk);
        source.BreaksAfter = null;

        Assert.True((await PullAsync(Model(Sum(Weights)), source)).IsOk);

        Assert.True(source.LastFrom >= 60_000);
    }

    [Fact]
    public async Task A_model_that_rotted_is_found()
    {
        await PullAsync(Model(Sum(Weights)), new Source(Weights));
        await File.WriteAllTextAsync(Path.Combine(folder, "m", "model.onnx"), "x");

        Assert.False((await Store.VerifyAsync("m", default)).IsOk);
    }

    [Fact]
    public async Task A_removed_model_is_gone()
    {
        await PullAsync(Model(Sum(Weights)), new Source(Weights));

        Assert.True(Store.Remove("m").IsOk);

        Assert.False(Directory.Exists(Path.Combine(folder, "m")));
    }

    [Fact]
    public void The_catalogue_serves_every_region() =>
        Assert.All(["ru", "eu", "ae"], region => Assert.Contains(CatalogueModel.All, model => model.RecommendedIn.Contains(region)));

    private ModelStore Store => new(folder);

    private Task<ModelOutcome> PullAsync(CatalogueModel model, IModelSource source, bool agrees = false) =>
        Store.PullAsync(model, source, _ => Task.FromResult(agrees), null, default);

    private static CatalogueModel Model(string sum) => new(
        "m", "A model", SherpaModelKind.NemoCtc, ["en"], 1, "MIT", new Uri("https://example.org"), 16_000, 25, [], [new CatalogueFile("model.onnx", new Uri("https://example.org/model.onnx"), sum)]);

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed class Source(byte[] bytes) : IModelSource
    {
        public int? BreaksAfter { get; set; }

        public long LastFrom { get; private set; }

        public string Name => "a test";

        public Task<ModelPart?> OpenAsync(string model, CatalogueFile file, long from, CancellationToken ct)
        {
            LastFrom = from;
            var rest = bytes[(int)from..];
            return Task.FromResult<ModelPart?>(new ModelPart(new MemoryStream(BreaksAfter is { } end ? rest[..end] : rest), from, bytes.Length));
        }
    }
}
