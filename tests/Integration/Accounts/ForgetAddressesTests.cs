using Earshot.Integration.Harness;
using Earshot.Platform.Accounts.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Accounts;

public sealed class ForgetAddressesTests
{
    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task Addresses_of_sign_ins_live_for_sixty_days(int days, bool kept)
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);

        await product.App.Services.GetRequiredService<ForgetAddresses>().RunAsync(TimeProvider.System.GetUtcNow().AddDays(days), default);

        var line = (await owner.ReadAsync("/api/accounts/me/sign-ins"))[0];
        Assert.Equal(kept, line.GetProperty("address").GetString() is not null);
    }
}
