using Earshot.Integration.Harness;
using Earshot.Masking;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Calls;

public sealed class ReceiveCallTests
{
    private static readonly NewCall Details = new()
    {
        Source = "api",
        Direction = CallDirection.Inbound,
        StartedAt = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(3)),
        RecordingGround = "consent",
        CustomerPhone = "8 (916) 000-00-00",
        CustomerName = "Мария Тестова",
    };

    [Fact]
    public async Task A_received_call_is_read_back_with_its_sealed_customer()
    {
        await using var product = await TestDatabase.CreateAsync();
        var organization = Guid.CreateVersion7();
        var id = await ReceiveAsync(product, organization);

        await using var scope = product.Of(organization);
        var call = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<Call>().SingleAsync(row => row.Id == id);

        Assert.Equal(CallState.Received, call.State);
        Assert.Equal("Мария Тестова", await product.Get<TenantCipher>().OpenTextAsync(organization, ReceiveCall.NamePurpose, id, call.CustomerName, default));
    }

    [Fact]
    public async Task The_same_number_in_another_notation_has_the_same_index()
    {
        await using var product = await TestDatabase.CreateAsync();
        var organization = Guid.CreateVersion7();
        var id = await ReceiveAsync(product, organization);
        var index = await product.Get<TenantCipher>().BlindIndexAsync(organization, ReceiveCall.PhonePurpose, ReceiveCall.PhoneDigits("+7 916 000 00 00"), default);

        await using var scope = product.Of(organization);
        var found = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<Call>().Where(row => row.CustomerPhoneIndex == index).Select(row => row.Id).ToListAsync();

        Assert.Equal([id], found);
    }

    [Fact]
    public async Task Nothing_personal_is_in_the_database_in_clear()
    {
        await using var product = await TestDatabase.CreateAsync();
        await ReceiveAsync(product, Guid.CreateVersion7());

        var clear = await product.AskAsync<long>(
            """
            select count(*) from (select to_jsonb(c)::text as t, c.customer_name as a, c.customer_phone as b, null::bytea as r from calls.calls c
              union all select to_jsonb(t)::text, null, null, t.raw from calls.transcripts t) rows
            where t like '%Тестова%' or t like '%916%000%' or position(convert_to('Тестова', 'utf8') in coalesce(a, '')) > 0
              or position(convert_to('Тестова', 'utf8') in coalesce(r, '')) > 0 or position('\x393136'::bytea in coalesce(b, '')) > 0
            """);

        Assert.Equal(0L, clear);
    }

    private static async Task<Guid> ReceiveAsync(TestDatabase product, Guid organization)
    {
        await using var scope = product.Of(organization);
        var call = await scope.ServiceProvider.GetRequiredService<ReceiveCall>()
            .WithTranscriptAsync(Details, new Conversation("ru", [new Turn("customer", "Это Мария Тестова")]), "json", default);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync();
        return call.Id;
    }
}
