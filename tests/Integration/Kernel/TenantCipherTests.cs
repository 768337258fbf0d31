using System.Security.Cryptography;
using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Integration.Kernel;

public sealed class TenantCipherTests
{
    private static readonly Guid Row = Guid.CreateVersion7();

    private readonly Guid organization = Guid.CreateVersion7();

    [Fact]
    public async Task A_sealed_value_opens_for_its_own_organization_purpose_and_row()
    {
        await using var product = await TestDatabase.CreateAsync();
        var cipher = product.Get<TenantCipher>();

        var sealedBytes = await cipher.SealAsync(organization, "calls.customer_phone", Row, "+7 916 000-00-00", default);

        Assert.Equal("+7 916 000-00-00", await cipher.OpenTextAsync(organization, "calls.customer_phone", Row, sealedBytes, default));
    }

    [Fact]
    public async Task A_sealed_value_opens_for_nothing_else()
    {
        await using var product = await TestDatabase.CreateAsync();
        var cipher = product.Get<TenantCipher>();
        var sealedBytes = await cipher.SealAsync(organization, "a", Row, "text", default);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => cipher.OpenTextAsync(organization, "b", Row, sealedBytes, default).AsTask());
        await Assert.ThrowsAnyAsync<CryptographicException>(() => cipher.OpenTextAsync(organization, "a", Guid.Empty, sealedBytes, default).AsTask());
        await Assert.ThrowsAnyAsync<CryptographicException>(() => cipher.OpenTextAsync(Guid.CreateVersion7(), "a", Row, sealedBytes, default).AsTask());
    }

    [Fact]
    public async Task After_rotation_old_values_open_and_new_ones_have_another_key()
    {
        await using var product = await TestDatabase.CreateAsync();
        var cipher = product.Get<TenantCipher>();
        var before = await cipher.SealAsync(organization, "a", Row, "before", default);

        await cipher.RotateAsync(organization, default);
        var after = await cipher.SealAsync(organization, "a", Row, "after", default);

        Assert.Equal("before", await cipher.OpenTextAsync(organization, "a", Row, before, default));
        Assert.NotEqual(Envelope.KeyId(before), Envelope.KeyId(after));
    }

    [Fact]
    public async Task A_process_that_has_not_seen_the_rotation_opens_what_another_sealed_with_the_new_key()
    {
        await using var product = await TestDatabase.CreateAsync();
        var here = product.Get<TenantCipher>();
        var there = new TenantCipher(product.Get<Npgsql.NpgsqlDataSource>(), product.Settings.MasterKey, TimeProvider.System);
        await there.SealAsync(organization, "a", Row, "fills the cache", default);
        await here.RotateAsync(organization, default);

        var sealedBytes = await here.SealAsync(organization, "a", Row, "new", default);

        Assert.Equal("new", await there.OpenTextAsync(organization, "a", Row, sealedBytes, default));
    }

    [Fact]
    public async Task A_blind_index_survives_rotation_and_differs_by_organization()
    {
        await using var product = await TestDatabase.CreateAsync();
        var cipher = product.Get<TenantCipher>();
        var before = await cipher.BlindIndexAsync(organization, "phone", "79160000000", default);

        await cipher.RotateAsync(organization, default);

        Assert.Equal(before, await cipher.BlindIndexAsync(organization, "phone", "79160000000", default));
        Assert.NotEqual(before, await cipher.BlindIndexAsync(TenantCipher.Installation, "phone", "79160000000", default));
    }

    [Fact]
    public async Task Destroyed_keys_make_content_unreadable_for_good()
    {
        await using var product = await TestDatabase.CreateAsync();
        var cipher = product.Get<TenantCipher>();
        var sealedBytes = await cipher.SealAsync(organization, "a", Row, "text", default);

        await cipher.DestroyAsync(organization, default);

        await Assert.ThrowsAsync<TenantKeysDestroyedException>(() => cipher.OpenTextAsync(organization, "a", Row, sealedBytes, default).AsTask());
        await Assert.ThrowsAsync<TenantKeysDestroyedException>(() => cipher.SealAsync(organization, "a", Row, "text", default).AsTask());
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from kernel.data_keys where wrapped is not null"));
    }

    [Fact]
    public async Task Many_first_uses_at_once_agree_on_one_key()
    {
        await using var product = await TestDatabase.CreateAsync();
        var cipher = product.Get<TenantCipher>();

        var values = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => cipher.SealAsync(organization, "a", Row, "text", default).AsTask()));

        Assert.Single(values.Select(value => Envelope.KeyId(value)).Distinct());
    }
}
