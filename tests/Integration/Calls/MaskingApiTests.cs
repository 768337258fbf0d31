using System.Net;
using System.Text.Json;
using Earshot.Integration.Accounts;
using Earshot.Integration.Harness;

namespace Earshot.Integration.Calls;

/// <summary>The lists of masking over HTTP and on the page: whose they are, who may change them, what comes back.</summary>
public sealed class MaskingApiTests
{
    private const string Path = "/api/masking";

    [Fact]
    public async Task Lists_are_read_and_changed_by_their_own_organization_and_by_who_may()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var other = await People.OtherOwnerAsync(product);
        using var supervisor = await People.InvitedAsync(product, owner, "supervisor", "supervisor@first.example");

        using var refused = await supervisor.PutAsync(Path, Lists(null, "Plantedmarker"));
        using var saved = await owner.PutAsync(Path, Lists(null, "Plantedmarker"));
        using var late = await owner.PutAsync(Path, Lists(null, "Somebodyelse"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal((HttpStatusCode.Conflict, "tuning_changed"), (late.StatusCode, await People.CodeAsync(late)));
        Assert.Equal("Plantedmarker", (await owner.ReadAsync(Path)).GetProperty("tuning").GetProperty("allow")[0].GetString());
        Assert.Equal(0, (await other.ReadAsync(Path)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_wrong_line_is_named_with_its_number_and_reason()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);

        using var answer = await owner.PutAsync(Path, Lists(null, "Plantedmarker", "8 916"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("bad_tuning", problem.GetProperty("code").GetString());
        Assert.Equal(("allow", 2, "number"), problem.GetProperty("lines").EnumerateArray().Select(line => (line.GetProperty("list").GetString(), line.GetProperty("line").GetInt32(), line.GetProperty("code").GetString())).Single());
    }

    private static object Lists(string? stamp, params string[] allow) => new { stamp, allow, deny = Array.Empty<string>(), patterns = Array.Empty<object>() };
}
