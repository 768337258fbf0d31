using Earshot.Integration.Harness;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.Consents;
using Earshot.Platform.Privacy.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Privacy;

/// <summary>The timers of the website, by a clock that the test sets: over New Year and the holidays of May.</summary>
public sealed class SiteTimerTests
{
    private readonly SetClock clock = new(new DateTimeOffset(2025, 12, 31, 21, 30, 0, TimeSpan.Zero));

    [Fact]
    [Trait("Timer", "analytics-consent")]
    public async Task Consent_to_counting_is_asked_for_again_after_twelve_months()
    {
        await using var product = await TestProduct.StartAsync(also: services => services.AddSingleton<TimeProvider>(clock));
        var cookie = await SiteAsync<ChooseCookies, string>(product, choose => choose.RunAsync(true, null, default));
        clock.Now = clock.Now.AddDays(365).AddMinutes(-1);
        var before = await SiteAsync<CountVisit, bool>(product, count => count.RunAsync("/", cookie, default));
        clock.Now = clock.Now.AddMinutes(1);

        var after = await SiteAsync<CountVisit, bool>(product, count => count.RunAsync("/", cookie, default));

        Assert.Equal((true, false), (before, after));
    }

    [Fact]
    [Trait("Timer", "policy-change")]
    public async Task Changed_policy_takes_force_thirty_days_after_it_was_published()
    {
        clock.Now = new DateTimeOffset(2026, 4, 15, 9, 0, 0, TimeSpan.Zero);
        await using var product = await TestProduct.StartAsync(also: services => services.AddSingleton<TimeProvider>(clock));
        await SiteAsync<LoadDemoOperator, bool>(product, async load =>
        {
            await load.RunAsync(default);
            return true;
        });
        var details = await SiteAsync<ReadOperator, Operator>(product, read => read.RunAsync(default));
        await SiteAsync<SaveOperator, Result<Done>>(product, save => save.RunAsync(details with { Responsible = "Boris Sample" }, default));
        await SiteAsync<PublishDocuments, Result<Publication>>(product, publish => publish.RunAsync(default));
        clock.Now = new DateTimeOffset(2026, 5, 15, 8, 59, 0, TimeSpan.Zero);
        var before = await SiteAsync<ReadDocuments, ShownDocument>(product, read => read.NowAsync("privacy", "ru", default));
        clock.Now = clock.Now.AddMinutes(1);

        var after = await SiteAsync<ReadDocuments, ShownDocument>(product, read => read.NowAsync("privacy", "ru", default));

        Assert.Equal((1, 2, 2), (before.Version?.Number, before.Next?.Number, after.Version?.Number));
    }

    private static async Task<TResult> SiteAsync<T, TResult>(TestProduct product, Func<T, Task<TResult>> use)
        where T : notnull
    {
        await using var scope = product.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(Guid.Empty);
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }
}
