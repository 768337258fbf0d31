using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Privacy.Controls;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Privacy;

/// <summary>A server that speaks TLS itself, under a certificate that nobody but itself trusts.</summary>
public sealed class TransportTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-transport").FullName;
    private TestProduct product = null!; // set before the first test

    private string Certificate => Path.Combine(folder, "site.pem");

    public async Task InitializeAsync()
    {
        SelfSigned.Write(Certificate, "earshot.example", DateTimeOffset.UnixEpoch.AddYears(120));
        product = await TestProduct.StartAsync(environment: SelfSigned.Settings(Certificate));
    }

    public async Task DisposeAsync()
    {
        await product.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_handshake_shows_what_is_spoken_and_the_own_pages_are_looked_at_under_it()
    {
        var proofs = await ProveAsync("transport", "strict-headers", "listed-cookies");

        Assert.All(proofs, proof => Assert.Equal(ProofStatus.Pass, proof.Status));
        Assert.Contains("TLS 1.3 alone", proofs[0].Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_says_under_what_an_exchange_went()
    {
        await ProveAsync("strict-headers");

        await using var owner = new NpgsqlConnection(product.Settings.Database);
        await owner.OpenAsync();
        await using var select = new NpgsqlCommand("select distinct protocol from kernel.egress_calls where outcome = 'answered'", owner);
        Assert.Equal(EgressProtocol.Tls13, await select.ExecuteScalarAsync());
    }

    [Fact]
    public async Task An_exchange_in_clear_with_another_service_turns_the_promise_red()
    {
        await using var owner = new NpgsqlConnection(product.Settings.Database);
        await owner.OpenAsync();
        await using var insert = new NpgsqlCommand(
            """
            insert into kernel.egress_calls (organization_id, id, destination, host, region, purpose, data, is_user_initiated, at, bytes_out, bytes_in, outcome, protocol)
            values (gen_random_uuid(), gen_random_uuid(), 'speech', 'speech.example', 'ru', 'transcription', '{audio}', false, now(), 1, 1, 'answered', 'none')
            """, owner);
        await insert.ExecuteNonQueryAsync();

        var proof = (await ProveAsync("transport-out"))[0];

        Assert.Equal((ProofStatus.Fail, "speech none: 1"), (proof.Status, proof.Evidence));
    }

    private async Task<IReadOnlyList<Proof>> ProveAsync(params string[] controls)
    {
        await using var owner = new NpgsqlConnection(product.Settings.Database);
        await owner.OpenAsync();
        Control[] named = [.. controls.Select(id => AllControls.List.Single(control => control.Id == id))];
        return await product.App.Services.GetRequiredService<ProveControls>().RunAsync(owner, named, default);
    }
}
